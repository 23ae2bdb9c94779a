"""Discarded without trace: proved on every byte of every file of the home, while it is open and after it is closed."""

import subprocess
import sys
from collections.abc import Callable

import pytest

from coachtui.model.grammar import read_line
from coachtui.model.line import Line
from coachtui.store import file as notebook_file
from coachtui.store.doctor import rebuild as rebuild_all
from coachtui.store.notebook import Notebook
from tests.support.clocks import FakeClock
from tests.support.discarded import WORDS, discard, keep_only_talk, redo_all, tell, troubles, undo_all
from tests.support.homes import Desk, open_notebook, seconds_on
from tests.support.program import ROOT
from tests.support.rooms import visit
from tests.support.traces import traces


@pytest.fixture
def told(desk: Desk) -> Desk:
    """An observation with three lines that stay, and one with a past between them."""
    return tell(desk)


_CUT_OFF = """
import os, sys
from coachtui.places import find_places
from coachtui.store.file import NotebookFile
from tests.support.homes import open_notebook
NotebookFile.leave_no_remains = lambda _: os._exit(9)
open_notebook(find_places(sys.argv[1])).discarding.discard("secret")
"""


async def test_what_was_cut_off_is_finished_when_it_is_opened_again(told: Desk) -> None:
    """The battery dies between the discarding and the tidying up: words are left between the rows, and go at the next start."""
    home = told.places.home
    killed = subprocess.run([sys.executable, "-c", _CUT_OFF, str(home)], check=False, cwd=ROOT)
    assert killed.returncode == 9
    assert traces(home, WORDS) != []
    async with visit(told.places, FakeClock()) as here:
        await here.until(
            lambda: any(told.places.backups.glob("notebook-*.db"))
        )  # the house is kept: this is the last of it
    assert traces(home, WORDS) == []
    assert told.do(lambda notebook: (notebook.file.has_remains(), notebook.lines.find("secret"))) == (False, None)
    assert troubles(told) == []


@pytest.mark.goal("C5")
@pytest.mark.parametrize("verb", [discard, keep_only_talk])
def test_no_trace_is_left_in_any_byte(told: Desk, verb: Callable[[Desk], Line]) -> None:
    verb(told)
    assert traces(told.places.home, WORDS) == []
    told.do(undo_all)
    told.do(redo_all)
    told.do(rebuild_all)
    assert traces(told.places.home, WORDS) == []
    assert troubles(told) == []


@pytest.mark.goal("C5")
@pytest.mark.parametrize("verb", ["discard", "keep_only_talk"])
def test_no_trace_is_left_while_the_notebook_is_open(told: Desk, verb: str) -> None:
    with open_notebook(told.places) as notebook:
        notebook.lines.star("kept-1", True)
        assert (told.places.home / "notebook.db-wal").stat().st_size > 0
        getattr(notebook.discarding, verb)("secret")
        assert traces(told.places.home, WORDS) == []
        assert notebook.search.find("zanzibar").hits == []
        notebook.lines.star("kept-1", False)
        assert traces(told.places.home, WORDS) == []


def test_no_trace_is_left_in_a_long_notebook(desk: Desk) -> None:
    """Many pages, merged index segments, long texts that overflow a page, and lines that come and go around it."""
    with open_notebook(desk.places) as notebook:
        notebook.observations.begin("o1", seconds_on(0), "UTC")
        for number in range(600):
            words = f"kept {number} " + "and more " * (number % 90)
            notebook.lines.file("o1", read_line(words), seconds_on(number), f"kept-{number}")
            if number % 100 == 50:
                long = "zanzibar quokka " * 700 if number == 350 else "xylophone jacaranda zanzibar"
                notebook.lines.file("o1", read_line(long), seconds_on(number), f"secret-{number}")
                notebook.lines.rewrite(f"secret-{number}", read_line("wombat " * number))
            if number % 7 == 0:
                notebook.undo("o1")
        for number in (50, 150, 250, 350, 450, 550):
            notebook.discarding.discard(f"secret-{number}")
        assert traces(desk.places.home, WORDS[:5]) == []
    assert traces(desk.places.home, WORDS[:5]) == []
    assert troubles(desk) == []


def shift_pages(notebook: Notebook) -> str:
    """Discard a talk whose events were moved from one page to another; what it was known by."""
    notebook.people.add_team("Math", "Dana Ruiz")
    notebook.observations.begin("o1", seconds_on(0), "UTC")
    notebook.lines.file("o1", read_line("said #TM3"), seconds_on(1), "secret")
    for number in range(6):
        notebook.observations.end("o1", seconds_on(60 + number).utc_ms)
        if number == 0:
            notebook.lines.put_at("secret", None)
    talk = notebook.discarding.keep_only_talk("secret")
    notebook.discarding.discard(talk.id)
    return talk.id


def test_no_trace_is_left_on_a_page_whose_rows_moved_to_another(desk: Desk) -> None:
    with open_notebook(desk.places) as notebook:
        assert traces(desk.places.home, [shift_pages(notebook)]) == []


def only(*statements: str) -> Callable[[notebook_file.NotebookFile], None]:
    """What sees to it that nothing remains, with only these of its parts."""

    def leave(file: notebook_file.NotebookFile) -> None:
        for statement in statements:
            file.rows(statement)

    return leave


IN_ORDER = "INSERT INTO lines_index (lines_index) VALUES ('optimize')"
CUT_OFF = "PRAGMA wal_checkpoint(TRUNCATE)"


@pytest.mark.goal("C5", sabotage=True)
@pytest.mark.parametrize("parts", [(), (IN_ORDER, "VACUUM"), ("VACUUM", CUT_OFF)])
def test_the_proof_on_the_bytes_is_not_blind(
    told: Desk, monkeypatch: pytest.MonkeyPatch, parts: tuple[str, ...]
) -> None:
    """The sabotage: with the log not cut off, or the search index not put in order, words are found."""
    monkeypatch.setattr(notebook_file.NotebookFile, "leave_no_remains", only(*parts))
    with open_notebook(told.places) as notebook:
        notebook.discarding.discard("secret")
        assert traces(told.places.home, WORDS) != []


def test_the_proof_sees_rows_that_are_not_overwritten(told: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sabotage: without secure_delete, and the file not made anew."""
    pragmas = [each.replace("secure_delete=ON", "secure_delete=OFF") for each in notebook_file._PRAGMAS]
    monkeypatch.setattr(notebook_file, "_PRAGMAS", pragmas)
    monkeypatch.setattr(notebook_file.NotebookFile, "leave_no_remains", only(IN_ORDER, CUT_OFF))
    with open_notebook(told.places) as notebook:
        notebook.discarding.discard("secret")
        assert traces(told.places.home, WORDS) != []


@pytest.mark.goal("C5", sabotage=True)
def test_the_proof_sees_a_page_whose_rows_moved(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sabotage: secure_delete alone leaves what stood on a page before its rows were moved."""
    monkeypatch.setattr(notebook_file.NotebookFile, "leave_no_remains", only(IN_ORDER, CUT_OFF))
    with open_notebook(desk.places) as notebook:
        assert traces(desk.places.home, [shift_pages(notebook)]) != []


def test_the_proof_sees_events_that_were_left_alone(told: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sabotage: the line is taken out of the tables, and its events still tell of it."""
    monkeypatch.setattr("coachtui.store.discarding.strike_out", lambda *_, **__: None)
    discard(told)
    assert traces(told.places.home, WORDS) != []
