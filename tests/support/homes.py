"""Homes for tests: a folder of their own, and notebooks opened in it."""

import itertools
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TypeVar

from coachtui.commandline import sample_school
from coachtui.ids import new_id
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


def put_new_notebook(places: Places) -> None:
    """A new notebook with nothing in it, a device of its own, in an empty home: copied, for making one takes longer."""
    _put(places, _new_notebook().replace(_DEVICE, new_id().encode()))


def fill(places: Places, clock: FakeClock) -> None:
    """The sample school in an empty home: typed once for each moment, then copied."""
    _put(places, _school(clock.now(), clock.zone()))


def fill_with_ended(places: Places, clock: FakeClock) -> None:
    """The sample school, its meeting that goes on ended after 44 minutes."""
    fill(places, clock)
    with Notebook.open(places, clock) as notebook:
        found = notebook.observations.latest(1)[0]
        notebook.observations.end(found.id, found.anchor.utc_ms + 44 * 60_000)


_DEVICE = b"d" * len(new_id())


def _put(places: Places, words: bytes) -> None:
    """Let these be the bytes of the notebook."""
    places.notebook.touch(mode=0o600)
    places.notebook.write_bytes(words)


@cache
def _new_notebook() -> bytes:
    """The bytes of a new notebook, whose device is yet to be named."""
    with tempfile.TemporaryDirectory() as folder:
        places = make_home(Path(folder))
        Notebook.open(places, FakeClock(), _DEVICE.decode).close()
        words = places.notebook.read_bytes()
    assert words.count(_DEVICE) == 1
    return words


@cache
def _school(now: Moment, zone: str) -> bytes:
    """The bytes of a notebook with the sample school in it."""
    with tempfile.TemporaryDirectory() as folder:
        places = make_home(Path(folder))
        sample_school.fill(places, FakeClock(now, zone))
        return places.notebook.read_bytes()


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
        """A new home in this folder with a new notebook in it, or the one that is there."""
        self.places = places or make_home(folder)
        if places is None:
            put_new_notebook(self.places)
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
