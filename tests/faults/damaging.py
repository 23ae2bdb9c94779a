"""Damage to the bytes of a notebook's file, and whether the program sees it, says it, and leaves the file alone."""

import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from coachtui.model.agenda import Planned
from coachtui.model.bell_text import read_periods
from coachtui.model.closing import Closing
from coachtui.model.draft import Draft
from coachtui.model.entry import FoundWords
from coachtui.model.people import Slot
from coachtui.model.share import Sending
from coachtui.model.summary import LeftOut
from coachtui.places import Places
from coachtui.store.backups import reading
from coachtui.store.notebook import Notebook
from coachtui.store.present import Change
from tests.faults.damages import Damage
from tests.faults.deeds import Person
from tests.support.clocks import FakeClock
from tests.support.homes import fill, make_home
from tests.support.program import Answer, ask
from tests.support.toll import Toll

OBSERVATIONS = ("m0", "m1")
_INSIDE = {"notebook", "pages", "shape", "links", "search index", "events", "tables"}
"""The checks of the doctor's that look at the bytes of the notebook, not around it."""

Rows = list[tuple[Any, ...]] | str
Lines = list[dict[str, Any]]


def a_real_notebook(folder: Path, lines: int = 24) -> Places:
    """A notebook with two meetings in it of so many lines, one of them cut off in the middle of a line."""
    places, clock = make_home(folder), FakeClock()
    with Notebook.open(places, clock) as notebook:
        notebook.people.add_team("Grade 7 Math", "Dana Ruiz", ("Ana", "Bo"))
        person = Person(clock, seed=11)
        for identity in OBSERVATIONS:
            for deed in person.meeting(identity, lines):
                deed.act(notebook)
        notebook.undo("m1")
        notebook.people.add_slot("Grade 7 Math", Slot(2, 520, 45))
        notebook.spans.turn("m1", "AT5", 60_000)
        notebook.agendas.plan("m1", [Planned("Norms", 5), Planned("Data", 20)])
        notebook.accounts.give(notebook.lines.of("m1")[0].id, "I remember it otherwise")
        notebook.closings.keep("m1", Closing("waits", "count to five", "who decides?"))
        notebook.drafts.keep(Draft("m1", "half a line of", 14, clock.now()))
    return places


def a_school(folder: Path) -> Places:
    """A notebook with a row in each table that leads grow by."""
    places, clock = make_home(folder), FakeClock()
    fill(places, clock)
    with Notebook.open(places, clock) as notebook:
        lead = notebook.leads.all()[0].id
        cycle = notebook.cycles.current(lead)
        key = (lead, None if cycle is None else cycle.id)
        day = clock.today()
        notebook.ledger.share(
            Sending("step", "about", *key, day, "A step", "## A step\n\nAsks twice.", LeftOut(1, 0), 0, {})
        )
        entry = notebook.record.about("step", "about")
        assert entry is not None
        notebook.outbox.take_in(
            [FoundWords(*key, {(entry.id, 1, "block"): "Asks once.", (None, 0, "next"): "- Time?"})]
        )
        coming = notebook.one_on_ones.next_of(lead, day)
        assert coming is not None
        held = notebook.one_on_ones.begin(coming, coming.day)
        notebook.one_on_ones.next_segment(held, "Step", 6)
        notebook.one_on_ones.decide(held, "Tom", "reads first", day)
        regular = notebook.bells.add_schedule("Regular", read_periods(["1 8:00-8:50"]).periods)
        notebook.bells.ring_on(regular.id, (1, 2, 3))
        notebook.today.put_off("a card", None)
        notebook.conversations.put_aside(notebook.conversations.all()[0].id, "facts.day", "words")
        feedback = notebook.feedback.all()[0]
        notebook.feedback.rehearse(feedback.id, 95, "slower")
        notebook.feedback.put_aside(feedback.id, "a rule", "always")
        notebook.own_words.add("reteach")
        _purged_once(notebook, lead)
    return places


def _purged_once(notebook: Notebook, lead: str) -> None:
    """A hold, and what a purge of somebody leaves."""
    notebook.holds.put([lead], "Daniel Reyes", "a records request")
    purge = {"id": "purge-1", "what": "a lead", "counts": "{}", "at_utc_ms": 1, "zone": "UTC"}
    share = {"id": "gone-1", "purge": "purge-1", "way": "record", "at_utc_ms": 1, "zone": "UTC", "kind": "step",
             "sha256": "0" * 64}  # fmt: skip
    changes = [Change("purges", None, purge), Change("gone_shares", None, share)]
    notebook.file.write(lambda _: notebook.events.record("purge-1", "purged", changes, undoable=False))


class Judge:
    """Knows what the whole notebook says, and compares."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self.words = places.notebook.read_bytes()
        self._events = raw_events(places.notebook)
        self._lines = {identity: lines_shown(places, identity) for identity in OBSERVATIONS}
        assert all(self._lines.values())
        self.toll = Toll("damages")

    def try_all(self, damages: Iterable[Damage], until: str | None = None) -> Toll:
        """Damage the file in each of these ways, and ask the program; no further once such a fault is found."""
        for damage in damages:
            self._places.notebook.write_bytes(damage.words)
            self.toll.tried += 1
            self.toll.faults += [f"{damage.name}: {fault}" for fault in self._look(damage)]
            if until and self.toll.faults_with(until):
                break
        return self.toll

    def _look(self, damage: Damage) -> Iterator[str]:
        """What is not as it should be with the file as it is now."""
        events = raw_events(self._places.notebook)
        doctor = ask(self._places.home, "doctor", "--json")
        shown = {identity: ask(self._places.home, "show", identity, "--json") for identity in OBSERVATIONS}
        others = [ask(self._places.home, *asked) for asked in READERS]
        for answer in (doctor, *shown.values(), *others):
            if not answer.is_foreseen():
                yield f"not foreseen: {answer.complaint!r}"
        if not damage.puts_right and self._places.notebook.read_bytes() != damage.words:
            yield "the damaged file was written to"
        reported = not doctor.said or bool(faults_inside(doctor))
        changed = [self._changed(identity, answer) for identity, answer in shown.items()]
        yield from self._compare(reported, changed, events == self._events)
        if damage.one_byte and max(count or 0 for count in changed) > 1 and not _tree_is_broken(doctor):
            yield f"one byte took {changed} lines with it"

    def _compare(self, reported: bool, changed: list[int | None], same_events: bool) -> Iterator[str]:
        """Whether what changed was reported, and whether what did not can be read."""
        refused = changed.count(None)
        differing = sum(count or 0 for count in changed)
        if (refused or differing or not same_events) and not reported:
            what = "events" if not same_events else "lines"
            yield f"{what} changed in silence ({differing} lines differ, {refused} refused)"
        some = "a line differs" if differing == 1 else "some lines are hidden"
        kind = "refused" if refused else some if differing else "all lines read"
        self.toll.outcomes[f"times {kind} and {'told' if reported else 'nothing to tell'}"] += 1

    def _changed(self, identity: str, answer: Answer) -> int | None:
        """How many lines of an observation do not say what they said; None where it was not shown."""
        lines = _lines_of(answer)
        if lines is None:
            return None
        whole = self._lines[identity] or []
        lost = [line for line in whole if line not in lines]
        return max(len(lost), abs(len(whole) - len(lines)), int(lines != whole))


READERS = (
    ("list", "observations"),
    ("list", "teams", "--json"),
    ("search", "grading", "teach"),
    ("export", "last", "--to", "txt"),
    ("export", "all", "--to", "json"),
)


def lines_shown(places: Places, identity: str) -> Lines | None:
    """What `show` says of the lines of an observation; None where it refuses."""
    return _lines_of(ask(places.home, "show", identity, "--json"))


def _lines_of(answer: Answer) -> Lines | None:
    return None if answer.code else list(answer.json()["lines"])


def faults_inside(doctor: Answer) -> list[dict[str, Any]]:
    """What the doctor found inside the notebook."""
    return [check for check in _inside(doctor) if not check["ok"]]


def _tree_is_broken(doctor: Answer) -> bool:
    """Whether the damage is to what leads to the lines: then one byte may hide many, until a backup is gone back to."""
    return any(check["name"] in ("notebook", "pages") for check in faults_inside(doctor))


def _inside(doctor: Answer) -> list[dict[str, Any]]:
    return [check for check in doctor.json()["checks"] if check["name"] in _INSIDE]


def raw_events(path: Path) -> Rows:
    """Every event as the file holds it, read past the program; what keeps it from being read is named."""
    try:
        with reading(path) as connection:
            connection.text_factory = bytes
            return connection.execute("SELECT * FROM events ORDER BY n").fetchall()
    except (sqlite3.Error, UnicodeDecodeError) as fault:
        return type(fault).__name__
