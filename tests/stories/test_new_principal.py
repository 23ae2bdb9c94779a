"""A new principal: a lead and a team are added, a roster comes in, a lead's page is opened, somebody leaves."""

import json
from pathlib import Path

from tests.support.program import run
from tests.support.terminal import Terminal, coachtui

ROSTER = "Name;Role;Team\nDana Ruiz;Senior Team Lead;Grade 7\nZo\u00eb Paz;Teacher;Grade 7\nSam Ito;Team Lead;Grade 8\n"


def answer(terminal: Terminal, prompt: str, words: str = "") -> None:
    """Answer a question once it stands."""
    terminal.wait_for(lambda rows: any(row.startswith(f" {prompt}: ") or row == f" {prompt}:" for row in rows))
    terminal.type(words)
    if words:
        terminal.wait_for(lambda rows: any(row.startswith(f" {prompt}") and words in row for row in rows))
    terminal.press("enter")


def leave(terminal: Terminal) -> None:
    """Close the program."""
    terminal.press("ctrl+q")
    assert terminal.wait_exit() == 0


def test_the_first_week(tmp_path: Path) -> None:
    home, roster = tmp_path / "home", tmp_path / "roster.csv"
    with Terminal(coachtui(home)) as terminal:
        terminal.wait_for("Nothing is written here yet")
        terminal.press("l")
        terminal.wait_for("There are no leads here yet")
        terminal.press("a")
        answer(terminal, "Name", "Dana Ruiz")
        answer(terminal, "Role")
        answer(terminal, "Team they lead, if any", "Grade 7")
        terminal.wait_for("Dana Ruiz is added.")
        leave(terminal)
    roster.write_bytes(ROSTER.encode("latin-1"))
    with Terminal(coachtui(home, "import", str(roster))) as terminal:
        terminal.wait_for("Taken in: 1 lead, 1 team, 1 member, 1 change.")
        assert terminal.wait_exit() == 0
        assert any("role Team Lead \u2192 Senior Team Lead" in row for row in terminal.screen())
    with Terminal(coachtui(home)) as terminal:
        terminal.wait_for("Nothing waits for you today")
        terminal.press("l")
        terminal.wait_for("Sam Ito")
        terminal.press("enter")
        terminal.wait_for("Senior Team Lead \u00b7 leads Grade 7 \u00b7 typed as dana:")
        terminal.press("o")
        terminal.wait_for("Grade 7 \u00b7 Dana Ruiz")
        terminal.type("zo\u00eb: six of us brought it #TM3\r")
        terminal.wait_for("all saved")
        terminal.press("f8")
        terminal.wait_for("Ended at")
        leave(terminal)
    with Terminal(coachtui(home)) as terminal:
        terminal.wait_for("Observations")
        terminal.press("l")
        terminal.wait_for("seen today")
        terminal.press("down")
        terminal.wait_for("\u203a Sam Ito")
        terminal.press("x")
        answer(terminal, "Retire Sam? yes or no")
        terminal.wait_for("1 has retired")
        terminal.press("enter")
        terminal.wait_for("Strengths and growth")
        terminal.press("end")
        terminal.wait_for("six of us brought it")
        leave(terminal)
    leads = json.loads(run(home, "list", "leads", "--json", "--all").said)
    assert [(lead["name"], lead["teams"], lead["retired"] is None) for lead in leads] == [
        ("Dana Ruiz", ["Grade 7"], True), ("Sam Ito", [], False),
    ]  # fmt: skip
