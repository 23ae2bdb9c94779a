"""Homes for tests: a folder of their own, and notebooks opened in it."""

import itertools
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from coachtui.commandline.sample_school import fill
from coachtui.model.grammar import Reading, read_line
from coachtui.model.line import Line
from coachtui.model.moment import Moment
from coachtui.model.observation import Observation
from coachtui.places import Places
from coachtui.store.key import Key
from coachtui.store.notebook import Notebook
from tests.support.clocks import A_MORNING, FakeClock

T = TypeVar("T")


def make_home(folder: Path, name: str = "home") -> Places:
    """An empty home in this folder, as private as the program makes it."""
    home = folder / name
    home.mkdir(mode=0o700)
    return Places(home)


def open_notebook(places: Places, clock: FakeClock | None = None) -> Notebook:
    """A notebook freshly opened in this home."""
    return Notebook.open(places, clock or FakeClock())


def fill_with_ended(places: Places, clock: FakeClock) -> None:
    """The sample school, its meeting that goes on ended after 44 minutes."""
    fill(places, clock)
    with Notebook.open(places, clock) as notebook:
        found = notebook.observations.latest(1)[0]
        notebook.observations.end(found.id, found.anchor.utc_ms + 44 * 60_000)


def seconds_on(seconds: float, start: Moment = A_MORNING) -> Moment:
    """The moment so many seconds after the start of a meeting, on both clocks."""
    ms = round(seconds * 1000)
    return Moment(start.utc_ms + ms, start.boot_ms + ms, start.boot_id)


def readings(*typed: str) -> list[Reading]:
    """These lines as they will be filed."""
    return [read_line(words) for words in typed]


class Desk:
    """A home and a clock; every verb is done by a notebook opened for it alone, so what is read was on the disk."""

    def __init__(self, folder: Path, places: Places | None = None) -> None:
        """A new home in this folder, or the one that is there."""
        self.places = places or make_home(folder)
        self.clock = FakeClock()
        self.key: Key | None = None
        self._numbers = itertools.count(1)

    def do(self, verb: Callable[[Notebook], T]) -> T:
        """Open the notebook, do this, and close it again."""
        with Notebook.open(self.places, self.clock, key=self.key) as notebook:
            return verb(notebook)

    def begin(self, identity: str = "o1", anchor: Moment = A_MORNING, zone: str = "UTC", team: str | None = None,
              lead: str | None = None) -> Observation:  # fmt: skip
        """Begin an observation."""
        return self.do(lambda notebook: notebook.observations.begin(identity, anchor, zone, team, lead))

    def file(self, typed: str, at: Moment = A_MORNING, line_id: str | None = None, observation: str = "o1") -> Line:
        """File a line as it was typed, with an id of its own."""
        chosen = line_id or f"line-{next(self._numbers)}"
        return self.do(lambda notebook: notebook.lines.file(observation, read_line(typed), at, chosen))

    def paste(self, *typed: str, at: Moment = A_MORNING, first_id: str | None = None) -> list[Line]:
        """Paste lines into the observation o1."""
        chosen = first_id or f"line-{next(self._numbers)}"
        return self.do(lambda notebook: notebook.lines.paste("o1", readings(*typed), at, chosen))

    def lines(self, observation: str = "o1") -> list[Line]:
        """The lines of an observation."""
        return self.do(lambda notebook: notebook.lines.of(observation))

    def texts(self, observation: str = "o1") -> list[str]:
        """The texts of the lines of an observation."""
        return [line.text for line in self.lines(observation)]
