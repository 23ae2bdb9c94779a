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


def tally(lines: Iterable[Line]) -> tuple[Voice, ...]:
    """Who spoke, most words first; lines of one speaker that follow each other are one turn.

    A name in large or small letters is the same one. A mark, which has no words, ends nobody's turn.
    """
    names: dict[str, str] = {}
    turns: dict[str, int] = {}
    words: dict[str, int] = {}
    last: str | None = None
    for line in lines:
        if line.kind is not Kind.EVIDENCE:
            continue
        if line.speaker is None:
            last = None if line.text else last
            continue
        name = names.setdefault(line.speaker.casefold(), line.speaker)
        turns[name] = turns.get(name, 0) + (name != last)
        words[name] = words.get(name, 0) + len(line.text.split())
        last = name
    total = sum(words.values()) or 1
    voices = [Voice(name, turns[name], words[name], words[name] / total) for name in turns]
    return tuple(sorted(voices, key=lambda voice: (-voice.words, voice.speaker)))
