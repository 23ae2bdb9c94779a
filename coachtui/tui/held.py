"""What was typed before the notebook was open: it waits for it, and goes into the drop box should it never come."""

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from coachtui.clock import Clock
    from coachtui.places import Places

_SEQUENCES = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|O.|[P\]X^_].*?(?:\x1b\\|\x07)|[^\[O])?", re.DOTALL)
"""What a terminal sends for keys that are no text, and as answers to questions."""
_TAKEN_BACK = re.compile(r"[^\r\n\x7f]\x7f")


class Words(NamedTuple):
    """Lines that were typed to their Enter, and the half-typed one behind them."""

    lines: list[str]
    half: str


class Held:
    """Deeds that wait for the notebook, in order, and the words they are about; once it is open none waits."""

    def __init__(self) -> None:
        self.is_open = False
        self._deeds: list[Callable[[], None]] = []
        self._lines: list[str] = []
        self._half = ""

    def __bool__(self) -> bool:
        """Whether anything waits."""
        return bool(self._deeds)

    def when_open(self, deed: Callable[[], None], lines: Iterable[str] = (), half: str | None = None) -> None:
        """Do this when the notebook is open: it files these lines, and `half` is half-typed then, if that changes."""
        if self.is_open:
            deed()
            return
        self._deeds.append(deed)
        self._lines += lines
        self._half = self._half if half is None else half

    def open(self) -> None:
        """The notebook is open: do all that waits."""
        self.is_open = True
        deeds = self._deeds
        self.take()
        for deed in deeds:
            deed()

    def take(self) -> Words:
        """The notebook does not come: hand out the words, once."""
        words = Words(self._lines, self._half)
        self._deeds, self._lines, self._half = [], [], ""
        return words


def words_of(keys: bytes) -> Words:
    """The words in what a terminal sent, as they would have stood in the entry."""
    from coachtui.model.clean import clean_line
    from coachtui.tui.terminal_input import InputSplitter, Keys

    splitter = InputSplitter()
    pieces = splitter.feed(keys) + splitter.give_up()
    text = "".join(_SEQUENCES.sub("", each.text) if isinstance(each, Keys) else each.text for each in pieces)
    before = ""
    while before != text:
        before, text = text, _TAKEN_BACK.sub("", text)
    *lines, half = (clean_line(line) for line in re.split("[\r\n]", text))
    return Words([line for line in lines if line.strip()], half)


def keep_in_drop_box(places: "Places", clock: "Clock", words: Words, team: str | None, lead: str | None) -> None:
    """Begin an observation with these words in the drop box, if there are any. Raises a NotebookError."""
    from coachtui.ids import new_id
    from coachtui.model.draft import Draft
    from coachtui.model.grammar import read_line
    from coachtui.store.dropbox import DropBox

    if not (words.lines or words.half.strip()):
        return
    identity, now = new_id(), clock.now()
    box = DropBox(places, clock, identity)
    try:
        box.begin(identity, now, clock.zone(), team, lead)
        if words.lines:
            box.paste(identity, [read_line(line) for line in words.lines], now, new_id())
        if words.half.strip():
            box.keep(Draft(identity, words.half, len(words.half), now))
    finally:
        box.close()
