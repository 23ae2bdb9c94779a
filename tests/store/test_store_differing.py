"""What going back to a backup would change is told by kind, with the newest that would be gone, before it is done."""

from pathlib import Path

import pytest

from coachtui.store import differing
from coachtui.store.backups import back_up
from coachtui.store.differing import what_differs
from coachtui.store.present import TABLES
from tests.support.clocks import A_MORNING
from tests.support.homes import Desk, make_home, open_notebook, readings, seconds_on
from tests.support.program import ask
from tests.support.state import digest

SAVED = Path(__file__).parent / "saved"


@pytest.fixture
def gone_on(desk: Desk) -> tuple[Desk, Path]:
    """A notebook, its backup, and what was done since: lines filed, one changed, one discarded, another meeting."""
    desk.begin("o1", team="Math")
    desk.paste("first", "second", "third")
    backup = desk.do(lambda notebook: back_up(notebook.file.connection, desk.places.backups, A_MORNING, "asked"))
    desk.file("fourth")
    desk.begin("o2", seconds_on(3600), team="Science")
    said = readings(*(f"said {number}" for number in range(41)))
    desk.do(lambda notebook: notebook.lines.paste("o2", said, seconds_on(3700), "s"))
    first, second, _, _ = desk.lines()
    desk.do(lambda notebook: notebook.discarding.discard(first.id))
    desk.do(lambda notebook: notebook.lines.star(second.id, True))
    return desk, backup


def test_what_would_be_gone_is_counted_by_kind_and_the_newest_named(gone_on: tuple[Desk, Path]) -> None:
    desk, backup = gone_on
    found = desk.do(lambda notebook: what_differs(notebook.file.connection, backup))
    assert (found.gone["line"], found.gone["observation"], found.gone["team"]) == (42, 1, 1)
    assert found.back == {"line": 1} and found.changed == {"line": 1}
    assert [(lost.team, lost.lines) for lost in found.newest] == [("Science", 41), ("Math", 1)]


def test_it_is_said_before_anything_is_done(gone_on: tuple[Desk, Path]) -> None:
    desk, _ = gone_on
    before = desk.do(digest)
    answer = ask(desk.places.home, "restore", "1")
    assert answer.code == 1 and "add --yes" in answer.complaint
    for part in ("Would be gone:   1 team, 1 observation and 42 lines\n", "Would come back: 1 line\n",
                 "Changed back:    1 line\n", "    Tue Mar 10, 2026, 9:30, Science: 41 lines"):  # fmt: skip
        assert part in answer.said, answer.said
    assert "said 3" not in answer.said, "what was written is not shown: someone may look on"
    assert desk.do(digest) == before
    assert ask(desk.places.home, "restore", "1", "--yes").code == 0
    same = ask(desk.places.home, "restore", "1")
    assert "Would" not in same.said and "same as now" in same.said


def test_a_present_one_that_can_not_be_read_is_said(gone_on: tuple[Desk, Path]) -> None:
    desk, _ = gone_on
    desk.places.notebook.write_bytes(b"not a notebook at all" * 500)
    answer = ask(desk.places.home, "restore", "1")
    assert "can't be read" in answer.said and "doctor --repair" in answer.said


def test_a_backup_of_an_older_shape_is_compared_by_what_it_knows(tmp_path: Path) -> None:
    places = make_home(tmp_path)
    older = min(SAVED.glob("*.db"))
    with open_notebook(places) as notebook:
        notebook.leads.add("Dana Ruiz")
        found = what_differs(notebook.file.connection, older)
    assert found.gone["lead"] == 1 and found.back["line"] > 0


def test_every_kind_that_is_named_is_a_table() -> None:
    assert set(differing._SHOWN) <= set(TABLES)
