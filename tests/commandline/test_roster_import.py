"""`coachtui import roster.csv`: looked at, taken in, taken back; what is wrong is named by row, and nothing is added."""

from pathlib import Path

import pytest

from tests.support.homes import Desk
from tests.support.program import Answer, ask

ROSTER = "Name;Role;Team\nDana Ruiz;Senior Team Lead;Grade 7\nZo\u00eb Paz;Teacher;Grade 7\n=1+1 Bo;Teacher;Grade 7\n"


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    path = tmp_path / "roster.csv"
    path.write_bytes(ROSTER.encode("latin-1"))
    return path


def asked(desk: Desk, *words: str) -> Answer:
    return ask(desk.places.home, "import", *words)


def test_a_look_changes_nothing_and_says_what_was_assumed(desk: Desk, roster: Path) -> None:
    answer = asked(desk, str(roster), "--dry-run")
    assert answer.code == 0 and answer.complaint == ""
    assert "Read as Windows-1252 (Latin-1), semicolons between the cells. Found: name, role, team." in answer.said
    assert "New leads (1):\n  Dana Ruiz, Senior Team Lead (dana)\n" in answer.said
    assert "New members (2):\n  Zo\u00eb Paz (zoe), Grade 7\n  =1+1 Bo (11), Grade 7\n" in answer.said
    assert "this was only a look" in answer.said
    assert desk.do(lambda notebook: notebook.leads.all()) == []


def test_it_is_taken_in_once_and_taken_back(desk: Desk, roster: Path) -> None:
    answer = asked(desk, str(roster))
    assert "Taken in: 1 lead, 1 team, 2 members. 'coachtui import --undo' takes it back." in answer.said
    assert "before-import" in " ".join(path.name for path in desk.places.backups.iterdir())
    again = asked(desk, str(roster))
    assert "Known already: 4 leads, teams and members.\nNothing was added" in again.said
    roster.write_text(ROSTER.replace("Senior Team Lead", "Coach"), "utf-8-sig")
    changed = asked(desk, str(roster))
    assert "Read as UTF-8" in changed.said and "Dana Ruiz: role Senior Team Lead \u2192 Coach" in changed.said
    assert "Taken in: 1 change." in changed.said
    for _ in range(2):
        assert "Took back: roster taken in." in asked(desk, "--undo").said
    assert desk.do(lambda notebook: (notebook.leads.all(), notebook.teams.all())) == ([], [])
    assert (
        asked(desk, "--undo").complaint
        == "There is no import to take back, or it was taken back already. Nothing was changed.\n"
    )


def test_what_is_wrong_is_named_by_row(desk: Desk, roster: Path) -> None:
    roster.write_text(ROSTER + ";Teacher;Grade 7\n" * 30)
    answer = asked(desk, str(roster))
    assert answer.code == 1 and answer.said == "" and answer.is_foreseen()
    assert "\n  row 5: no name\n  row 6: no name\n" in answer.complaint
    assert answer.complaint.endswith("\n  and 10 more\nNothing was added.\n")
    assert desk.do(lambda notebook: notebook.leads.all()) == []


def test_a_roster_of_thousands_is_fine(desk: Desk, roster: Path) -> None:
    rows = "".join(f"Person {chr(97 + n % 26)}{n} Ruiz,{'Team Lead' if n % 100 == 0 else 'Teacher'},Team {n // 100}\n"
                   for n in range(3_000))  # fmt: skip
    roster.write_text("name,role,team\n" + rows)
    answer = asked(desk, str(roster))
    assert "Taken in: 30 leads, 30 teams, 2,970 members." in answer.said and "and 2,950 more" in answer.said
    assert "Nothing was added" in asked(desk, str(roster)).said


def test_a_table_of_lines_of_ours_is_no_roster(desk: Desk, roster: Path) -> None:
    desk.begin()
    desk.file("maria: good")
    ask(desk.places.home, "export", "last", "--to", "csv", "-o", str(roster), "--force")
    assert "--to json" in asked(desk, str(roster)).complaint
