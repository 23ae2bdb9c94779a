"""A story: the whole main job with two keys to remember, Ctrl+P and F1: observe, end, draft feedback, share it."""

from pathlib import Path

from coachtui.places import Places
from coachtui.store.notebook import Notebook
from tests.support.clocks import FakeClock
from tests.support.terminal import Terminal, coachtui

HEARD = "Four of five had the fraction on the line"
STRENGTH = "You waited until somebody had an answer."


def find(terminal: Terminal, words: str, wanted: str) -> None:
    """Open the palette, type, and take the first that is found, at once as a fast hand does; wait for where it leads."""
    terminal.press("ctrl+p")
    terminal.type(f"{words}\r")
    terminal.wait_for(wanted)


def told_by_help(terminal: Terminal, sentence: str) -> None:
    """Ask where one is, and go back."""
    terminal.press("f1")
    terminal.wait_for(sentence)
    terminal.press("escape")
    terminal.wait_for(lambda rows: not any("Esc closes" in row for row in rows))


def answer(terminal: Terminal, prompt: str, words: str, about: str = "") -> None:
    """Answer a question, after F1 said what it asks for."""
    terminal.wait_for(lambda rows: any(row.startswith(f" {prompt}:") for row in rows))
    if about:
        told_by_help(terminal, about)
    terminal.type(f"{words}\r")


def test_observe_end_draft_and_share_by_the_palette_and_help_alone(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with Terminal(coachtui(home), rows=24, cols=100) as terminal:
        terminal.wait_for("Nothing is written here yet")
        told_by_help(terminal, "What waits, and the observations")
        find(terminal, "observe", "Enter files each line")
        told_by_help(terminal, "type what you see and hear")
        terminal.type(f"{HEARD}\r")
        terminal.wait_for("all saved")
        find(terminal, "about", "Team:")
        answer(terminal, "Team", "Grade 4", "The team whose meeting it is.")
        answer(terminal, "Lead", "Dana Ruiz", "The lead whose meeting it is.")
        answer(terminal, "Watched for", "")
        answer(terminal, "It began at", "")
        terminal.wait_for("Grade 4 · Dana Ruiz")
        find(terminal, "star", "*")
        find(terminal, "end", "Ended at")
        find(terminal, "go to today", "Observations")
        find(terminal, "observation grade", HEARD)
        find(terminal, "feedback", "Feedback  Dana Ruiz")
        told_by_help(terminal, "You are in the draft")
        terminal.type(STRENGTH)
        terminal.wait_for(STRENGTH)
        find(terminal, "share", "This leaves")
        find(terminal, "share", "Shared")
        find(terminal, "dana", "typed as dana:")
        find(terminal, "quit", "")
        assert terminal.wait_exit() == 0
    with Notebook.open(Places(home), FakeClock()) as notebook:
        (observation,) = notebook.observations.latest(9)
        (share,) = notebook.ledger.of(notebook.people.lead_called("Dana Ruiz") or "")
        assert [line.text for line in notebook.lines.of(observation.id)] == [HEARD]
        assert STRENGTH in share.words and share.kind == "feedback"
