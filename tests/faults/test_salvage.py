"""Salvage: of a damaged notebook every line that is whole comes into a new one; what could not be read is listed."""

import random
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

import pytest

from coachtui.model.line import Line
from coachtui.places import Places
from coachtui.store import replaying
from coachtui.store.carving import events_in
from coachtui.store.errors import NotebookError
from coachtui.store.notebook import FURTHEST, SHAPE
from tests.faults.damages import Damage, every_so_many, flipped, with_a_spoilt_header, with_spoilt_pages
from tests.faults.damaging import OBSERVATIONS, a_real_notebook, faults_inside, lines_shown
from tests.support.homes import Desk, open_notebook
from tests.support.program import ask
from tests.support.state import faults_of, present_state
from tests.support.tally import Tell
from tests.support.toll import Toll


@pytest.fixture
def places(quick_folder: Path) -> Places:
    """A home with a notebook in it that is worth something."""
    return a_real_notebook(quick_folder)


LOST = "lines lost"


class Mender:
    """Damages the notebook, has it repaired, and compares."""

    def __init__(self, places: Places) -> None:
        self.places = places
        self.words = places.notebook.read_bytes()
        self.whole = {identity: self._lines(identity) for identity in OBSERVATIONS}
        self.toll = Toll("damages")

    def try_all(self, damages: Iterable[Damage]) -> Toll:
        """Damage the file in each of these ways, repair it, and look."""
        for damage in damages:
            self.places.notebook.write_bytes(damage.words)
            self.toll.tried += 1
            self.toll.faults += [f"{damage.name}: {fault}" for fault in self._mended(damage)]
            for path in self.places.home.glob("notebook-damaged-*"):
                path.unlink()
            for path in self.places.backups.glob("*"):
                path.unlink()
        return self.toll

    def _mended(self, damage: Damage) -> Iterator[str]:
        answer = ask(self.places.home, "doctor", "--repair", "--json")
        if not answer.is_foreseen() or "{" not in answer.said:
            yield f"not foreseen: {answer.complaint!r}"
            return
        if SHAPE < int.from_bytes(damage.words[60:64]) <= FURTHEST and "a newer coachtui" in answer.complaint:
            self.toll.outcomes["taken for a newer one's, said and left as it was"] += 1
            if self.places.notebook.read_bytes() != damage.words:
                yield "what may be a newer one's was changed"
            return
        if not damage.one_byte and "Nothing of the notebook could be read" in answer.complaint:
            self.toll.outcomes["times nothing left to read, said and left as it was"] += 1
            if self.places.notebook.read_bytes() != damage.words:
                yield "what could not be read was changed"
            return
        if found := faults_inside(answer):
            yield f"still not sound: {found} after {answer.complaint}"
            return
        lost = self._lost()
        self.toll.outcomes[LOST] += lost
        asides = list(self.places.home.glob("notebook-damaged-*.db"))
        listed = list(self.places.home.glob("notebook-damaged-*.txt"))
        if asides and not damage.puts_right and asides[0].read_bytes() != damage.words:
            yield "the damaged file is not set aside as it was"
        if lost and not listed:
            yield f"{lost} lines lost in silence"
        if lost and damage.one_byte:
            yield f"one byte cost {lost} lines: {answer.complaint}"
        kind = "salvaged" if asides else "made anew" if "made anew" in answer.complaint else "nothing to repair"
        self.toll.outcomes[kind + (" with a list" if listed else "")] += 1

    def _lines(self, identity: str) -> list[Line]:
        with open_notebook(self.places) as notebook:
            return notebook.lines.of(identity)

    def _lost(self) -> int:
        """How many lines do not say what they said."""
        lost = 0
        for identity, whole in self.whole.items():
            shown = self._lines(identity)
            lost += max(sum(line not in shown for line in whole), abs(len(whole) - len(shown)))
        return lost


@pytest.mark.goal("R9")
@pytest.mark.long
def test_every_line_outlives_any_one_byte(places: Places, tell: Tell) -> None:
    mender = Mender(places)
    toll = mender.try_all(chain(flipped(mender.words, 36, 31), list(with_a_spoilt_header(mender.words))[::40]))
    tell(f"flipped bytes, repaired: {toll}")
    assert toll.faults == []
    assert toll.outcomes[LOST] == 0 and toll.outcomes["salvaged with a list"] > 3


@pytest.mark.goal("R9")
def test_a_version_that_there_will_never_be_is_damage_and_one_that_may_come_is_left_alone(
    places: Places, tell: Tell
) -> None:
    mender = Mender(places)
    versions = (each for each in with_a_spoilt_header(mender.words) if each.name.startswith(("byte 61", "byte 63")))
    toll = mender.try_all(versions)
    tell(f"versions spoilt, repaired: {toll}")
    assert toll.faults == [] and toll.outcomes[LOST] == 0
    assert toll.outcomes["taken for a newer one's, said and left as it was"] == 1
    assert toll.outcomes["salvaged"] + toll.outcomes["salvaged with a list"] == 4


@pytest.mark.goal("R9")
def test_what_a_damaged_page_takes_with_it_is_listed(places: Places, tell: Tell) -> None:
    mender = Mender(places)
    toll = mender.try_all(list(with_spoilt_pages(mender.words, 32))[::26])
    tell(f"damaged pages, repaired: {toll}")
    assert toll.faults == []


@pytest.mark.goal("R9")
@pytest.mark.deep
def test_every_line_outlives_any_of_a_thousand_bytes(places: Places, tell: Tell) -> None:
    mender = Mender(places)
    toll = mender.try_all(chain(flipped(mender.words, 1200, 33), with_a_spoilt_header(mender.words)))
    tell(f"flipped bytes, repaired: {toll}")
    assert toll.faults == [] and toll.outcomes[LOST] == 0
    toll = Mender(places).try_all(chain.from_iterable(with_spoilt_pages(mender.words, seed) for seed in (1, 2)))
    tell(f"damaged pages, repaired: {toll}")
    assert toll.faults == []


@pytest.mark.deep
@pytest.mark.goal("R9")
def test_from_the_first_byte_of_a_megabyte_to_the_last_every_line_is_healed(quick_folder: Path, tell: Tell) -> None:
    mender = Mender(a_real_notebook(quick_folder, lines=110))
    toll = mender.try_all(every_so_many(mender.words, 1100, 8))
    tell(f"bytes flipped from the first of {len(mender.words):,} to the last, repaired: {toll}")
    assert toll.faults == [] and toll.outcomes[LOST] == 0


@pytest.mark.goal("R9", sabotage=True)
def test_without_the_tables_a_flipped_byte_would_cost_a_line(
    places: Places, tell: Tell, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sabotage: what only the tables still tell is left out."""
    monkeypatch.setattr(replaying, "_differences", lambda *_: iter(()))
    mender = Mender(places)
    with open_notebook(places) as notebook:
        filed = next(event for event in notebook.events.all() if event.what == "line filed")
    spoilt = bytearray(mender.words)
    spoilt[mender.words.index(filed.payload.encode()) + 40] ^= 1
    toll = mender.try_all([Damage("a line's event", bytes(spoilt), one_byte=True)])
    tell(f"flipped bytes, repaired from the events alone (must be red): {toll}")
    assert toll.faults_with("cost")


def test_events_are_found_in_a_file_that_is_no_database_any_more(places: Places) -> None:
    with open_notebook(places) as notebook:
        whole = list(notebook.events.all())
    assert events_in(places.notebook) == whole
    words = places.notebook.read_bytes()
    places.notebook.write_bytes(bytes(4096) + words[4096:])
    assert events_in(places.notebook) == whole
    assert ask(places.home, "doctor", "--repair").code == 1, "there is no backup yet, and that is all"
    assert {identity: bool(lines_shown(places, identity)) for identity in OBSERVATIONS} == dict.fromkeys(
        OBSERVATIONS, True
    )


def test_a_long_event_that_goes_on_over_many_pages_is_found(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.begin()
    desk.paste(*(f"a line that is long enough to fill pages, number {number} \u2603" for number in range(300)))
    desk.paste(*("x" * size for size in (1, 3_600, 4_061, 9_000, 40_000)))
    with open_notebook(desk.places) as notebook:
        whole = list(notebook.events.all())
    assert events_in(desk.places.notebook) == whole


def test_a_cut_off_file_gives_what_it_has(places: Places) -> None:
    words = places.notebook.read_bytes()
    places.notebook.write_bytes(words[: len(words) // 2])
    answer = ask(places.home, "doctor", "--repair", "--json")
    assert answer.is_foreseen() and faults_inside(answer) == []
    with open_notebook(places) as notebook:
        assert faults_of(notebook) == []
        assert sum(map(len, present_state(notebook).values())) > 0


@pytest.mark.parametrize("words", [b"", b"not a notebook at all. " * 400, bytes(8192)])
def test_where_nothing_can_be_read_nothing_is_changed(places: Places, words: bytes) -> None:
    places.notebook.write_bytes(words)
    answer = ask(places.home, "doctor", "--repair")
    assert answer.is_foreseen()
    if words:
        assert "Nothing of the notebook could be read" in answer.complaint
        assert places.notebook.read_bytes() == words
    assert not list(places.home.glob("notebook-damaged-*"))


def test_what_was_discarded_does_not_come_back(places: Places) -> None:
    with open_notebook(places) as notebook:
        line = notebook.lines.of("m0")[2]
        notebook.discarding.discard(line.id)
    words = bytearray(places.notebook.read_bytes())
    chance = random.Random(5)
    for _ in range(12):
        words[chance.randrange(len(words))] ^= 0x55
    places.notebook.write_bytes(bytes(words))
    try:
        ask(places.home, "doctor", "--repair")
    except NotebookError:
        pytest.fail("a fault that nobody told of")
    assert line.text.encode() not in places.notebook.read_bytes()
