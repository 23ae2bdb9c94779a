"""What is typed on a real terminal is in the notebook and on the screen while it is open, and nowhere else.

The environment asks for all that Textual can do for programmers: a log, a picture of the screen, keys of its own.
"""

import re
from pathlib import Path

import pytest

from tests.support.faulty import faulty_program
from tests.support.tally import Tell
from tests.support.terminal import Terminal, coachtui

CANARY = "zebracanary"
HOLDS_WORDS = re.compile(r"notebook\.db(-wal|-journal)?|backups/.*")
CLIPBOARD = b"\x1b]52;"
KEYS = (
    "f1", "escape", "ctrl+p", "escape", "ctrl+c", "ctrl+x", "ctrl+v", "f2", "c", "escape", "ctrl+f", "z", "escape", "f9", "x",
    "backspace", "ctrl+r", "ctrl+s", "f12", "ctrl+k", "ctrl+w", "alt+c",
)  # fmt: skip
"""Keys that copy, log or take pictures in other programs among them."""


class Folder:
    """A home, and a folder around it in which the program runs and everything that it could write beside would lie."""

    def __init__(self, folder: Path) -> None:
        self.around = folder / "around"
        self.home = self.around / "home"
        self.around.mkdir()
        self.asked = {
            "HOME": str(self.around), "TMPDIR": str(self.around), "TEXTUAL": "devtools,debug",
            "TEXTUAL_LOG": str(self.around / "textual.log"), "TEXTUAL_SCREENSHOT": "3",
            "TEXTUAL_SCREENSHOT_LOCATION": str(self.around), "TEXTUAL_SCREENSHOT_FILENAME": "seen.svg",
            "TEXTUAL_PRESS": "q,q,q", "TEXTUAL_DEBUG": "1", "PYTHONPATH": str(Path(__file__).parents[2]),
        }  # fmt: skip

    def where_it_stands(self) -> list[str]:
        """The files with the canary in them, or in their names, that should not have it."""
        found: list[str] = []
        for path in (path for path in self.around.rglob("*") if path.is_file()):
            name = str(path.relative_to(self.around))
            in_it = CANARY.encode() in path.read_bytes() or CANARY in name
            if in_it and not HOLDS_WORDS.fullmatch(
                str(path.relative_to(self.home)) if self.home in path.parents else ""
            ):
                found.append(name)
        return found


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """A place in which all is seen that the program writes."""
    return Folder(tmp_path)


def left_to_scroll_back_to(raw: bytes) -> str:
    """What stands on a terminal outside of the screen that the program has for itself."""
    parts = re.split(rb"\x1b\[\?1049([hl])", raw)
    return b"".join(
        text for switch, text in zip([b"l", *parts[1::2]], parts[::2], strict=True) if switch == b"l"
    ).decode()


def write(terminal: Terminal) -> None:
    """File a line with the canary, and half-type another."""
    terminal.wait_for("Enter files each line")
    terminal.type(f"maria: {CANARY}\r")
    terminal.wait_for(CANARY)
    terminal.type(f"half a {CANARY}")
    terminal.wait_for(f"half a {CANARY}")


@pytest.mark.goal("C2", "C6")
def test_what_is_typed_stands_in_the_notebook_and_nowhere_else(folder: Folder, tell: Tell) -> None:
    with Terminal(coachtui(folder.home, "observe"), env=folder.asked, cwd=folder.around) as terminal:
        write(terminal)
        for key in KEYS:
            terminal.press(key)
        terminal.wait_quiet()
        terminal.press("ctrl+p")
        terminal.wait_for("Commands")
        terminal.type("screenshot")
        terminal.wait_quiet(0.6)
        assert not any("Screenshot" in row or "svg" in row.lower() for row in terminal.screen())
        terminal.press("escape", "ctrl+q")
        assert terminal.wait_exit() == 0
        raw = terminal.raw
    assert CLIPBOARD not in raw and not re.search(rb"\x1b\][012];", raw)
    assert CANARY not in left_to_scroll_back_to(raw)
    assert folder.where_it_stands() == []
    assert {path.name for path in folder.around.iterdir()} <= {"home", ".cache", ".local"}
    tell(
        f"a word typed in a meeting, {len(KEYS)} keys that copy or log elsewhere: 0 files, 0 titles, 0 clipboard writes"
    )


@pytest.mark.goal("C2", "C3")
def test_nor_does_a_fault_of_the_program_leave_it_anywhere(folder: Folder) -> None:
    plain = {name: value for name, value in folder.asked.items() if not name.startswith("TEXTUAL")}
    with Terminal(faulty_program(folder.home), env=plain, cwd=folder.around) as terminal:
        write(terminal)
        terminal.press("ctrl+x")
        assert terminal.wait_exit() == 1
        left = left_to_scroll_back_to(terminal.raw)
    assert "stopped because of a fault" in " ".join(left.split())
    assert CANARY not in left and folder.where_it_stands() == []


@pytest.mark.deep
@pytest.mark.goal("C2", "C6", sabotage=True)
def test_a_log_and_a_picture_of_the_screen_are_found_where_they_are_made(folder: Folder) -> None:
    """With --debug Textual does what the environment asks for; so it would without what puts that away."""
    with Terminal(coachtui(folder.home, "observe", "--debug"), env=folder.asked, cwd=folder.around) as terminal:
        write(terminal)
        terminal.wait_exit(30)
    assert {"textual.log", "seen.svg"} <= set(folder.where_it_stands())
