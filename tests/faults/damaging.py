"""Damage to the bytes of a notebook's file, and whether the program sees it, says it, and leaves the file alone."""

import random
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
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
from tests.faults.deeds import Person
from tests.support.clocks import FakeClock
from tests.support.homes import fill, make_home
from tests.support.program import Answer, ask

PAGE = 4096
OBSERVATIONS = ("m0", "m1")
_INSIDE = {"notebook", "pages", "shape", "links", "search index", "events", "tables"}
"""The checks of the doctor's that look at the bytes of the notebook, not around it."""

HEADER_PUT_RIGHT = {18, 19, *range(60, 64)}
"""Bytes at the head that say how the file is logged and which shape it has; opening it sets both right."""

Rows = list[tuple[Any, ...]] | str
Lines = list[dict[str, Any]]


def a_real_notebook(folder: Path) -> Places:
    """A notebook with two meetings in it, one of them cut off in the middle of a line."""
    places, clock = make_home(folder), FakeClock()
    with Notebook.open(places, clock) as notebook:
        notebook.people.add_team("Grade 7 Math", "Dana Ruiz", ("Ana", "Bo"))
        person = Person(clock, seed=11)
        for identity in OBSERVATIONS:
            for deed in person.meeting(identity, 24):
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
    return places


@dataclass(frozen=True, slots=True)
class Damage:
    """One way in which the file may be damaged, and what it is then; `puts_right` where opening it may mend that."""

    name: str
    words: bytes
    one_byte: bool = False
    puts_right: bool = False


def flipped(words: bytes, count: int, seed: int) -> Iterator[Damage]:
    """Single bytes flipped: every other one anywhere, every other one in what was written down."""
    chance = random.Random(seed)
    written = [start for start in range(0, len(words) - 40, 40) if words[start : start + 40].isascii()]
    written = [start for start in written if sum(32 < byte < 127 for byte in words[start : start + 40]) > 30]
    for number in range(count):
        place = chance.randrange(len(words)) if number % 2 else chance.choice(written) + chance.randrange(40)
        mask = chance.randrange(1, 256)
        spoilt = bytearray(words)
        spoilt[place] ^= mask
        yield Damage(f"byte {place} ^ {mask:#04x}", bytes(spoilt), one_byte=True, puts_right=place in HEADER_PUT_RIGHT)


def with_a_spoilt_header(words: bytes, ways: int = 3) -> Iterator[Damage]:
    """Every byte at the head of the file flipped in so many ways, other ones than its neighbour."""
    for place in range(100):
        for mask in ((0x01, 0x03, 0x80) * 2)[place % 3 :][:ways]:
            spoilt = bytearray(words)
            spoilt[place] ^= mask
            puts_right = place in HEADER_PUT_RIGHT
            yield Damage(f"byte {place} ^ {mask:#04x}", bytes(spoilt), one_byte=True, puts_right=puts_right)


def with_spoilt_pages(words: bytes, seed: int, every: int = 1) -> Iterator[Damage]:
    """Whole pages emptied, filled with rubbish, or put in the place of another."""
    chance = random.Random(seed)
    count = len(words) // PAGE
    for number in range(0, count, every):
        other = chance.randrange(count)
        for name, page in (
            ("empty", bytes(PAGE)),
            ("rubbish", chance.randbytes(PAGE)),
            (f"that of {other}", words[other * PAGE :][:PAGE]),
        ):
            yield Damage(f"page {number} is {name}", words[: number * PAGE] + page + words[(number + 1) * PAGE :])
    for cut in (2, PAGE // 2, len(words) // 2, len(words) - 1):
        yield Damage(f"cut off after {cut}", words[:cut])


@dataclass
class Findings:
    """What was tried, and what came of it that must not be."""

    tried: int = 0
    outcomes: Counter[str] = field(default_factory=Counter[str])
    faults: list[str] = field(default_factory=list[str])

    def __str__(self) -> str:
        outcomes = ", ".join(f"{count} {what}" for what, count in sorted(self.outcomes.items()))
        first = f", the first: {self.faults[0]}" if self.faults else ""
        return f"{self.tried} damages: {outcomes}; {len(self.faults)} faults{first}"


class Judge:
    """Knows what the whole notebook says, and compares."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self.words = places.notebook.read_bytes()
        self._events = raw_events(places.notebook)
        self._lines = {identity: lines_shown(places, identity) for identity in OBSERVATIONS}
        assert all(self._lines.values())
        self.findings = Findings()

    def try_all(self, damages: Iterable[Damage], until: str | None = None) -> Findings:
        """Damage the file in each of these ways, and ask the program; no further once such a fault is found."""
        for damage in damages:
            self._places.notebook.write_bytes(damage.words)
            self.findings.tried += 1
            for fault in self._look(damage):
                self.findings.faults.append(f"{damage.name}: {fault}")
            if until and any(until in fault for fault in self.findings.faults):
                break
        return self.findings

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
        self.findings.outcomes[f"{kind}, {'reported' if reported else 'not seen'}"] += 1

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
