"""What a person does with a notebook in a few meetings: the same deeds each time, for the harnesses to cut off anywhere."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from coachtui.model.draft import Draft
from coachtui.model.grammar import read_line
from coachtui.model.moment import Moment
from coachtui.store.notebook import Notebook
from tests.support.clocks import FakeClock

WORDS = [
    "they",
    "agreed",
    "to",
    "look",
    "at",
    "item",
    "four",
    "before",
    "lunch",
    "who",
    "speaks",
    "for",
    "the",
    "new",
    "teachers",
    "réunion",
    "data",
    "exit",
    "ticket",
    "norms",
    "quiet",
    "then",
    "all",
    "at",
    "once",
    "a",
    "question",
    "about",
    "grading",
    "nobody",
    "had",
    "the",
    "minutes",
    "of",
    "last",
    "week",
    "שלום",
    "👍",
    "'",
    '"',
    "[/",
    "*",
]


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing done: what it is, and how. Done again after it failed, it does the same."""

    name: str
    act: Callable[[Notebook], object]


class Person:
    """Someone with a clock, who writes down meetings; the same seed writes the same."""

    def __init__(self, clock: FakeClock, seed: int) -> None:
        self._clock = clock
        self._chance = random.Random(seed)
        self._count = 0

    def meeting(self, identity: str, lines: int) -> Iterator[Deed]:
        """Write down one meeting, to its end."""
        anchor = self._clock.advance(60_000)
        yield Deed("begin", lambda notebook: notebook.observations.begin(identity, anchor, "UTC", "Grade 7 Math", None))
        for number in range(lines):
            yield from self._line(identity)
            if number % 7 == 3:
                yield self._paste(identity)
            if number % 5 == 4:
                yield Deed("undo", lambda notebook: notebook.undo(identity))
            if number % 10 == 4:
                yield Deed("redo", lambda notebook: notebook.redo(identity))
            if number % 11 == 6:
                yield self._resume(identity)
        end = self._clock.advance(5000).utc_ms
        yield Deed("end", lambda notebook: notebook.observations.end(identity, end))

    def sentence(self) -> str:
        """Some words, with a number of their own."""
        self._count += 1
        return " ".join([f"n{self._count}", *self._chance.choices(WORDS, k=self._chance.randint(3, 25))])

    def _line(self, identity: str) -> Iterator[Deed]:
        """Type a line and file it."""
        began, typed = self._clock.advance(self._chance.randint(500, 20_000)), self.sentence()
        for length in sorted(self._chance.sample(range(1, len(typed)), 2)):
            yield self._draft(Draft(identity, typed[:length], length, began))
        line_id, reading = f"{identity}-{self._count}", read_line(typed)
        yield Deed("file", lambda notebook: notebook.lines.file(identity, reading, began, line_id))

    def _draft(self, draft: Draft) -> Deed:
        return Deed("draft", lambda notebook: notebook.drafts.keep(draft))

    def _resume(self, identity: str) -> Deed:
        now = self._clock.advance(30_000)
        return Deed("resume", lambda notebook: notebook.observations.resume(identity, now))

    def _paste(self, identity: str) -> Deed:
        at: Moment = self._clock.advance(1000)
        pasted = [read_line(self.sentence()) for _ in range(5)]
        first_id = f"{identity}-{self._count}"
        return Deed("paste", lambda notebook: notebook.lines.paste(identity, pasted, at, first_id))
