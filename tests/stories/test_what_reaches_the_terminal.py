"""What the program writes to the terminal: no control byte of what is stored, and a picture that fits, whatever its size."""

import re
import unicodedata
from functools import partial
from pathlib import Path

import pytest

from tests.stories.test_hostile_typing import HOSTILE
from tests.stories.test_whole_meeting import entry_of, show
from tests.support.clocks import A_MORNING
from tests.support.homes import make_home, open_notebook, readings
from tests.support.terminal import Terminal, coachtui, restored

TEXTUALS_OWN = re.compile(
    r"\x1b\[[0-9;]*[Hm]|\x1b\[\?[0-9]+(?:[hl]|\$p)|\x1b\[[<>=][0-9;]*u|\x1b\[\?u|\x1b\[6n|\x1b\[2J|\x1b\[[0-9]*[JKq]"
    r"|\x1b\[>[0-9;]*[mq]|\x1b\]22;[a-z-]+\x07"
)
"""All that the program writes to a terminal besides text: places, colours, modes, questions, the pointer's shape."""


def poisoned(folder: Path) -> Path:
    """A home whose notebook holds what should never have come into it."""
    places = make_home(folder)
    with open_notebook(places) as notebook:
        notebook.observations.begin("o1", A_MORNING, "UTC", team="Team \x1b[31m [bold]", lead="\x9b5n\u202e")
        notebook.lines.paste("o1", readings(*HOSTILE.values()), A_MORNING, "l")
        evil = "\x1b[2J\x1b]0;owned\x07 \x9b31m \u202eevil\x07\x08\x0e [@click=app.quit]x[/]"
        notebook.file.connection.execute("UPDATE lines SET text = ?, speaker = ? WHERE place < 4", (evil, "\x1b[5n"))
        notebook.file.connection.execute("UPDATE teams SET name = ?", ("T \x1b]0;owned\x07\u202e[/",))
    return places.home


@pytest.mark.goal("S1")
def test_nothing_of_a_poisoned_notebook_reaches_the_terminal_as_a_command(tmp_path: Path) -> None:
    home = poisoned(tmp_path)
    with Terminal(coachtui(home)) as terminal:
        terminal.wait_for("Waiting for you")
        terminal.press("f1")
        terminal.wait_for("Esc closes")
        terminal.press("escape")
        terminal.wait_for("Waiting for you")
        terminal.wait_quiet()
        terminal.press("enter")
        terminal.wait_for("[@click=app.quit]")
        terminal.press("pageup", "x", "backspace", "f8")
        terminal.wait_for("Ended at")
        terminal.press("escape")
        terminal.wait_for("Observations")
        terminal.wait_quiet()
        terminal.press("enter")
        terminal.wait_for("Strengths and growth")
        terminal.press("escape")
        terminal.wait_for("Observations")
        terminal.press("end")
        terminal.wait_quiet()
        terminal.press("enter")
        terminal.wait_for("[@click=app.quit]")
        terminal.press("ctrl+p")
        terminal.wait_quiet()
        terminal.press("escape")
        terminal.wait_quiet()
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0
        written = terminal.raw.decode()
    left = TEXTUALS_OWN.sub("", written)
    commands = {character for character in left if unicodedata.category(character) == "Cc"} - {"\n", "\r", "\t"}
    assert commands == set(), [left[max(0, left.find(each) - 30) :][:60] for each in commands]
    assert not {"\u202e", "\u2067", "\u202c"} & set(left)


@pytest.mark.long
def test_five_thousand_lines_are_scrolled_while_a_line_is_being_typed(tmp_path: Path) -> None:
    """Page by page to the first line and back; what is half-typed is not disturbed, a key typed meanwhile goes there."""
    with Terminal(coachtui(tmp_path / "home", "observe")) as terminal:
        terminal.wait_for("Enter files each line")
        terminal.paste("\n".join(f"line number {number}." for number in range(1, 5_001)))
        terminal.wait_for("5,000 pasted lines filed.", 60)
        terminal.type("half a li")
        for _ in range(300):
            terminal.press("pageup")
        terminal.wait_for("line number 1.", 60)
        terminal.type("ne")
        terminal.wait_for(lambda rows: entry_of(rows) == "half a line")
        assert any("line number 1." in row for row in terminal.screen())
        for _ in range(300):
            terminal.press("pagedown")
        terminal.wait_for("line number 5000.", 60)
        terminal.press("enter")
        terminal.wait_for(lambda rows: any("half a line" in row for row in rows[2:-4]))
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0
    assert [line["text"] for line in show(tmp_path / "home")["lines"]][-2:] == ["line number 5000.", "half a line"]


def fits(end: str, rows: list[str]) -> bool:
    """Whether the line is there, the entry shows this end of what is typed, and the keys stand below it."""
    is_whole = any("good morning" in row for row in rows) and rows[-5] == "─" * len(rows[1])
    return is_whole and entry_of(rows).endswith(end) and rows[-1].startswith(" Enter File")


@pytest.mark.parametrize("in_band", [False, True], ids=["by signal", "as bytes"])
def test_the_picture_fits_when_the_window_changes_while_one_types(tmp_path: Path, in_band: bool) -> None:
    words = "word after word "
    with Terminal(coachtui(tmp_path / "home", "observe"), in_band=in_band) as terminal:
        terminal.wait_for("Enter files each line")
        terminal.type("maria: good morning\r")
        typed = ""
        for rows, columns in ((18, 60), (40, 120), (24, 80), (18, 60), (40, 120)):
            terminal.type(words[:7])
            terminal.resize(rows, columns)
            terminal.type(words[7:])
            typed += words
            end = typed[-20:].strip()
            shown = terminal.wait_for(partial(fits, end))
            assert len(shown) == rows
            assert shown[0].startswith(" Observe")
            assert shown[-5] == "─" * columns
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0
        assert restored(terminal.raw)
    assert show(tmp_path / "home")["draft"].rstrip() == typed.rstrip()
