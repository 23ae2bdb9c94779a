"""The tally of who speaks: what was written down, not what was said. No share is a target."""

from collections.abc import Iterable
from typing import NamedTuple

from coachtui.model.line import Kind, Line


class Voice(NamedTuple):
    """One speaker's part: `turns` are lines or runs of lines, `words` the words written for them, `share` 0 to 1."""

    speaker: str
    turns: int
    words: int
    share: float


class Tally:
    """Who spoke, line by line; lines of one speaker that follow each other are one turn.

    A name in large or small letters is the same one. A mark, which has no words, ends nobody's turn.
    """

    def __init__(self, lines: Iterable[Line] = ()) -> None:
        self._names: dict[str, str] = {}
        self._turns: dict[str, int] = {}
        self._words: dict[str, int] = {}
        self._last: str | None = None
        for line in lines:
            self.add(line)

    def add(self, line: Line) -> None:
        """The next line was written."""
        if line.kind is not Kind.EVIDENCE:
            return
        if line.speaker is None:
            self._last = None if line.text else self._last
            return
        name = self._names.setdefault(line.speaker.casefold(), line.speaker)
        self._turns[name] = self._turns.get(name, 0) + (name != self._last)
        self._words[name] = self._words.get(name, 0) + len(line.text.split())
        self._last = name

    def voices(self) -> tuple[Voice, ...]:
        """Who spoke so far, most words first."""
        total = sum(self._words.values()) or 1
        voices = [
            Voice(name, turns, self._words[name], self._words[name] / total) for name, turns in self._turns.items()
        ]
        return tuple(sorted(voices, key=lambda voice: (-voice.words, voice.speaker)))


def tally(lines: Iterable[Line]) -> tuple[Voice, ...]:
    """Who spoke in all of these lines, most words first."""
    return Tally(lines).voices()
