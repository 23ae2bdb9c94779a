"""A notebook whose bytes were damaged: seen by the doctor or refused in a sentence, never silent, never written over."""

from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path

import pytest

from coachtui.places import Places
from coachtui.store import checks_notebook
from coachtui.store.backups import back_up
from coachtui.store.checks import REBUILD, Check
from coachtui.store.events import Event
from coachtui.store.restoring import restore
from tests.faults.damages import Damage, every_so_many, flipped, with_a_spoilt_header, with_spoilt_pages
from tests.faults.damaging import OBSERVATIONS, Judge, a_real_notebook, faults_inside, lines_shown
from tests.support.clocks import A_MORNING, FakeClock
from tests.support.homes import open_notebook
from tests.support.program import ask, run
from tests.support.state import faults_of, whole_state
from tests.support.tally import Tell
from tests.support.terminal import Terminal, coachtui, restored


@pytest.fixture
def places(quick_folder: Path) -> Places:
    """A home with a notebook in it that is worth something."""
    return a_real_notebook(quick_folder)


def some_of_each(words: bytes) -> list[Damage]:
    """A few damages of every kind."""
    return [*flipped(words, 12, 21), *list(with_spoilt_pages(words, 22))[::9], *list(with_a_spoilt_header(words))[::60]]


@pytest.mark.goal("R9")
@pytest.mark.long
def test_no_flipped_byte_is_silent(places: Places, tell: Tell) -> None:
    judge = Judge(places)
    findings = judge.try_all(chain(flipped(judge.words, 60, 1), list(with_a_spoilt_header(judge.words, ways=1))[::2]))
    tell(f"flipped bytes: {findings}")
    assert findings.faults == []


@pytest.mark.goal("R9")
@pytest.mark.long
def test_no_damaged_page_is_silent(places: Places, tell: Tell) -> None:
    judge = Judge(places)
    findings = judge.try_all(with_spoilt_pages(judge.words, 2, every=9))
    tell(f"damaged pages: {findings}")
    assert findings.faults == []


@pytest.mark.goal("R9")
@pytest.mark.deep
def test_none_of_very_many_damages_is_silent(places: Places, tell: Tell) -> None:
    judge = Judge(places)
    pages: Iterator[Damage] = chain.from_iterable(with_spoilt_pages(judge.words, seed) for seed in range(6))
    bytes_anywhere = chain(flipped(judge.words, 220, 1), flipped(judge.words, 1500, 3))
    findings = judge.try_all(chain(bytes_anywhere, with_a_spoilt_header(judge.words), pages))
    tell(f"flipped bytes and damaged pages: {findings}")
    assert findings.faults == []


@pytest.mark.deep
@pytest.mark.goal("R9")
def test_from_the_first_byte_of_a_megabyte_to_the_last_none_is_silent(quick_folder: Path, tell: Tell) -> None:
    judge = Judge(a_real_notebook(quick_folder, lines=110))
    assert len(judge.words) > 1_000_000
    findings = judge.try_all(every_so_many(judge.words, 1100, 7))
    tell(f"bytes flipped from the first of {len(judge.words):,} to the last: {findings}")
    assert findings.faults == []


@pytest.mark.goal("R9", sabotage=True)
def test_without_the_hashes_events_would_change_in_silence(
    places: Places, tell: Tell, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sabotage: events believed as they are found."""
    monkeypatch.setattr(Event, "is_sound", lambda _: True)
    judge = Judge(places)
    findings = judge.try_all(flipped(judge.words, 150, 4), until="events changed in silence")
    tell(f"flipped bytes, hashes not looked at (must be red): {findings}")
    assert findings.faults_with("events changed in silence")


@pytest.mark.goal("R9", sabotage=True)
def test_without_the_events_beside_them_lines_would_change_in_silence(
    places: Places, tell: Tell, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sabotage: the tables and the index not compared with anything."""
    for name in ("_tables", "_index"):
        monkeypatch.setattr(checks_notebook, name, lambda _: Check("tables", True, ""))
    judge = Judge(places)
    findings = judge.try_all(flipped(judge.words, 150, 4), until="lines changed in silence")
    tell(f"flipped bytes, tables not compared (must be red): {findings}")
    assert findings.faults_with("lines changed in silence")


@pytest.mark.long
def test_what_the_doctor_would_make_anew_is_as_it_was(places: Places, tell: Tell) -> None:
    """Where the doctor says that all it found can be made anew from the events, it can."""
    words = places.notebook.read_bytes()
    with open_notebook(places) as notebook:
        whole = whole_state(notebook)
    mended = 0
    for damage in flipped(words, 200, 6):
        places.notebook.write_bytes(damage.words)
        found = faults_inside(ask(places.home, "doctor", "--json"))
        if not found or not all(fault["remedy"] == REBUILD for fault in found):
            continue
        assert faults_inside(ask(places.home, "doctor", "--repair", "--json")) == [], damage.name
        with open_notebook(places) as notebook:
            assert whole_state(notebook) == whole, damage.name
            assert faults_of(notebook) == []
        mended += 1
    tell(f"flipped bytes: {mended} of 200 made anew by --repair, as before in every table")
    assert mended > 2, "so few of so many that nothing is shown by it"


@pytest.mark.goal("B3")
@pytest.mark.long
def test_a_damaged_notebook_is_set_aside_as_it_is_and_the_backup_takes_its_place(places: Places) -> None:
    words = places.notebook.read_bytes()
    whole = {identity: lines_shown(places, identity) for identity in OBSERVATIONS}
    with open_notebook(places) as notebook:
        back_up(notebook.file.connection, places.backups, A_MORNING, "by-hand")
    for damage in some_of_each(words):
        places.notebook.write_bytes(damage.words)
        answer = ask(places.home, "restore", "1", "--yes")
        assert answer.code == 0, (damage.name, answer)
        (aside,) = places.home.glob("notebook-set-aside-*.db")
        assert damage.puts_right or aside.read_bytes() == damage.words, damage.name
        assert {identity: lines_shown(places, identity) for identity in OBSERVATIONS} == whole, damage.name
        assert faults_inside(ask(places.home, "doctor", "--json")) == [], damage.name
        aside.unlink()


@pytest.mark.goal("B3")
def test_a_damaged_backup_is_refused_and_nothing_is_changed(places: Places) -> None:
    with open_notebook(places) as notebook:
        backup = back_up(notebook.file.connection, places.backups, A_MORNING, "by-hand")
    whole, words = places.notebook.read_bytes(), backup.read_bytes()
    changes = 0
    for damage in some_of_each(words):
        backup.write_bytes(damage.words)
        answer = ask(places.home, "restore", "1", "--yes")
        assert answer.is_foreseen(), (damage.name, answer)
        if answer.code:
            assert places.notebook.read_bytes() == whole, damage.name
            assert not list(places.home.glob("notebook-set-aside-*")), damage.name
            continue
        # What is gone back to may be damaged where nothing was written; never in what a line says.
        with open_notebook(places) as notebook:
            assert [event for event in faults_of(notebook) if "hashed" in event] == [], damage.name
        next(places.home.glob("notebook-set-aside-*")).unlink()
        places.notebook.write_bytes(whole)
        changes += 1
    assert changes > 0


@pytest.mark.parametrize("number", range(0, 50, 9))
def test_a_process_of_its_own_answers_in_sentences_too(places: Places, number: int) -> None:
    judge = Judge(places)
    damage = some_of_each(judge.words)[number % len(some_of_each(judge.words))]
    places.notebook.write_bytes(damage.words)
    for words in (("doctor",), ("list", "observations"), ("show", "m0"), ("search", "grading"), ("export", "m0")):
        assert run(places.home, *words).is_foreseen(), (damage.name, words)


def test_a_file_that_was_emptied_beside_a_backup_is_told(places: Places) -> None:
    """An empty file is what a new notebook begins as; that this one is not new the backup tells."""
    with open_notebook(places) as notebook:
        back_up(notebook.file.connection, places.backups, A_MORNING, "by-hand")
    for damage in (lambda: places.notebook.write_bytes(b""), places.notebook.unlink):
        damage()
        (found,) = [check for check in ask(places.home, "doctor", "--json").json()["checks"] if not check["ok"]]
        assert "otebook is" in found["detail"]
        assert "coachtui restore" in found["remedy"]


def test_what_is_typed_beside_a_file_that_is_no_notebook_goes_into_the_drop_box(places: Places) -> None:
    whole, rubbish = places.notebook.read_bytes(), b"not a notebook at all. " * 400
    places.notebook.write_bytes(rubbish)
    with Terminal(coachtui(places.home, "observe")) as terminal:
        terminal.wait_for("The notebook file is damaged or is not a notebook.")
        terminal.type("said while it was damaged")
        terminal.press("enter")
        terminal.wait_for(lambda rows: any("said while it was damaged" in row for row in rows[2:-6]))
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0
        assert restored(terminal.raw)
    assert places.notebook.read_bytes() == rubbish
    places.notebook.write_bytes(whole)
    with open_notebook(places) as notebook:
        assert notebook.taken_in == 1
        assert [hit.text for hit in notebook.search.find("damaged").hits] == ["said while it was damaged"]


def test_a_notebook_that_could_not_be_opened_is_not_kept_locked(places: Places) -> None:
    """The fault of a first try is still held while the second one comes."""
    whole = places.notebook.read_bytes()
    places.notebook.write_bytes(whole[:5000])
    kept: list[BaseException] = []
    for attempt in (lambda: open_notebook(places), lambda: restore(places, places.backups / "none.db", FakeClock())):
        kept.append(fault_of(attempt))
    places.notebook.write_bytes(whole)
    with open_notebook(places) as notebook:
        assert notebook.lines.of("m0")


def fault_of(attempt: Callable[[], object]) -> BaseException:
    """What this raises."""
    with pytest.raises(Exception) as caught:
        attempt()
    return caught.value
