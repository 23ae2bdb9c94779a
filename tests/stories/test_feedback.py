"""A story: a real meeting is written down, its lines starred and coded, feedback drafted on them, settled, shared, read back."""

import base64
import re
import signal
from pathlib import Path
from time import sleep

import pytest

from coachtui.store.notebook import Notebook
from tests.stories.test_whole_meeting import type_utterance
from tests.support.at_room import program_at
from tests.support.homes import Desk, seconds_on
from tests.support.meetings import meeting
from tests.support.program import run
from tests.support.read_back import docx_rows, pdf_words, rows_of, squeezed
from tests.support.terminal import Terminal
from tests.support.told_clock import ToldClock, told_program

STRENGTH = "You named the question before anyone looked at the work"
STEP = "Wait five seconds after each question in the team meeting."
PRIVATE = "far too fast for anybody at this table today"


def hold_meeting(terminal: Terminal, clock: ToldClock) -> None:
    """Write down a part of the meeting as it was said, say whose it is, end it, and leave a word about it."""
    terminal.wait_for("Enter files each line")
    for each in meeting()[20:44:2]:
        type_utterance(terminal, clock, each)
    terminal.type(f"! {PRIVATE}\r")
    terminal.wait_for("a thought of mine")
    for key, prompt, words in (("f5", "Team:", "Grade 4\r"), ("", "Lead:", "Dana Ruiz\r"), ("", "Watched for:", "\r"),
                               ("", "It began at:", "\r")):  # fmt: skip
        terminal.press(*([key] if key else []))
        terminal.wait_for(prompt)
        terminal.type(words)
    terminal.wait_for("Grade 4 · Dana Ruiz")
    terminal.press("f8")
    terminal.wait_for("Ended at")
    terminal.press("f8")
    terminal.wait_for("One strength")
    terminal.type(f"{STRENGTH}\r")
    terminal.wait_for("One idea for a step")
    terminal.press("enter")
    terminal.wait_for("One question")
    terminal.type("What would you keep?\r")


def star_and_code(terminal: Terminal) -> None:
    """Star two lines and put a code on one, in Reading."""
    terminal.wait_for("shares it")
    terminal.press("f2", "home", "s", "down", "down", "s", "c")
    terminal.wait_for("Code")
    terminal.type("TM3\r")
    terminal.wait_for("#TM3")
    terminal.press("escape")
    terminal.wait_for("f Feedback")


def draft(terminal: Terminal) -> None:
    """Carry two lines over, one with its words, and write the step."""
    terminal.press("f")
    terminal.wait_for("Feedback  Dana Ruiz")
    terminal.wait_for("2 of 13: starred")
    terminal.press("f6", "enter")
    terminal.wait_for("stands in the draft")
    terminal.press("down", "q", "tab")
    terminal.wait_for(lambda rows: sum("cited" in row for row in rows) == 2)
    terminal.wait_quiet()


def test_from_a_real_meeting_to_words_that_are_the_same_wherever_they_went(tmp_path: Path) -> None:
    home, folder = tmp_path / "home", tmp_path / "person"
    folder.mkdir()
    clock = ToldClock(tmp_path / "clock")
    programs = {"HOME": str(folder), "PATH": str(tmp_path), "DISPLAY": "", "WAYLAND_DISPLAY": ""}
    with Terminal(told_program(home, tmp_path / "clock"), env=programs, cols=100, rows=30) as terminal:
        hold_meeting(terminal, clock)
        star_and_code(terminal)
        draft(terminal)
        write_step(terminal)
        terminal.press("f8")
        terminal.wait_for("Share  with Dana Ruiz")
        terminal.wait_for(STEP[:30])
        assert PRIVATE not in "\n".join(terminal.screen())
        terminal.press("K")
        terminal.wait_for("Enter shares it")
        save(terminal, "feedback.docx")
        save(terminal, "feedback.pdf")
        save(terminal, "feedback.txt")
        terminal.press("c")
        terminal.wait_for("clipboard until something else")
        terminal.press("enter")
        terminal.wait_for("Shared with Dana Ruiz")
        terminal.press("escape")
        terminal.wait_for("shared · after 0 school hours")
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0
        copied = clipboard_of(terminal.raw)
    assert run(home, "sync").code == 0
    rows = rows_of((folder / "feedback.txt").read_bytes(), "txt")
    assert rows_of(copied, "txt") == rows
    assert docx_rows((folder / "feedback.docx").read_bytes()) == rows
    assert pdf_words((folder / "feedback.pdf").read_bytes()) == squeezed("".join(rows))
    assert any(STRENGTH in row and "(8:3" in row for row in rows) and STEP in rows
    (record,) = (home / "record").glob("*.md")
    shared = rows_of(record.read_bytes(), "md")
    assert [row for row in rows[1:] if row not in shared] == []
    assert PRIVATE not in record.read_text("utf-8") + " ".join(rows)


def write_step(terminal: Terminal) -> None:
    """Go to the part that asks for the step, and write it."""
    rows = terminal.screen()
    row = next(number for number, words in enumerate(rows) if "One thing to try" in words)
    column = rows[row].index("One thing")
    terminal.send(
        f"\x1b[<0;{column + 1};{row + 2}M\x1b[<0;{column + 1};{row + 2}m".encode()
    )  # a click on the row below
    terminal.wait_for("What will the lead say or do?")
    terminal.paste(STEP)
    terminal.wait_for(STEP[:20])


def save(terminal: Terminal, name: str) -> None:
    """Save what is at the gate under this name."""
    terminal.press("s")
    terminal.wait_for("Tab goes through")
    terminal.press("ctrl+u")
    terminal.type(f"~/{name}\r")
    terminal.wait_for(lambda rows: "Written" in "\n".join(rows) and name in "\n".join(rows))


def clipboard_of(raw: bytes) -> bytes:
    """What the terminal was asked to put on the clipboard last."""
    return base64.b64decode(re.findall(rb"\x1b\]52;c;([A-Za-z0-9+/=]+)", raw)[-1])


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A meeting that is over, and a draft begun from it."""
    desk = Desk(tmp_path)
    desk.begin(team="Grade 4", lead="Dana Ruiz")
    desk.file('dana: "Where do we see that?" *', seconds_on(60))
    desk.do(lambda notebook: notebook.observations.end("o1", seconds_on(900).utc_ms))
    return desk


def test_a_draft_survives_the_worst_end_with_its_cursor(desk: Desk) -> None:
    """Killed in the middle of a word: the words are there, and the next key goes where it would have gone.

    What an editor of the person's own makes of it is one step, taken back as one.
    """

    def begin(notebook: Notebook) -> str:
        lead = notebook.record.lead_seen_in("o1")
        assert lead is not None
        return notebook.feedback.begin(lead, "o1", "short-note", "What worked\n\n\nOne thing to try\n\n").id

    identity = desk.do(begin)
    with Terminal(program_at(desk.places.home, "feedback", identity)) as terminal:
        terminal.wait_for("Feedback  Dana Ruiz")
        terminal.wait_for("What did you see or hear")
        terminal.type("She waits for them")
        terminal.wait_for("She waits for them")
        terminal.press("left", "left", "left", "left")
        terminal.type("all ")
        terminal.wait_for("She waits for all them")
        sleep(0.1)  # on a busy machine the disk may be a moment behind the screen
        terminal.kill()
        terminal.wait_exit()
    editor = {"EDITOR": "sed -i s/them/six/"}
    with Terminal(program_at(desk.places.home, "feedback", identity), env=editor) as terminal:
        terminal.wait_for("She waits for all them")
        terminal.type("of ")
        terminal.wait_for("She waits for all of them")
        terminal.press("ctrl+o")
        terminal.wait_for("Taken over from your editor")
        terminal.press("ctrl+z")
        terminal.type("not ")
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0
    words = desk.do(lambda notebook: notebook.feedback.get(identity).text)
    assert "She waits for all of not them" in words, "closing makes an event of what was typed last"
    with Terminal(program_at(desk.places.home, "feedback", identity)) as terminal:
        terminal.wait_for("She waits for all of not them")
        terminal.type("even ")
        terminal.wait_for("of not even them")
        terminal.kill(signal.SIGTERM)
        assert terminal.wait_exit() == 143
    assert "of not even them" in desk.do(lambda notebook: notebook.feedback.get(identity).text), "and so does a signal"
