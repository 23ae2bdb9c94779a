"""Two at one screen, on a real terminal: what it was sent holds no private word, whatever was pressed and however it ended."""

import signal
from pathlib import Path
from random import Random

import pytest

from tests.support.at_room import program_at
from tests.support.homes import Desk
from tests.support.private_words import OPEN_WORDS, Marks, full_of_private_words
from tests.support.terminal import Terminal, coachtui, restored

KEYS = (
    "f1", "f2", "f3", "f4", "f5", "f6", "f7", "f8", "f9", "escape", "enter", "tab", "up", "down", "pageup", "pagedown",
    "ctrl+f", "ctrl+p", "ctrl+z", "ctrl+y", "ctrl+v", "ctrl+t", "ctrl+r", "alt+1", "alt+x", "home", "end", "delete", "backspace",
)  # fmt: skip


def private_words_in(data: bytes, marks: Marks) -> list[str]:
    """What of it stands in bytes, or stands there once the moves of the cursor are taken out."""
    text = data.decode("utf-8", "replace")
    letters = "".join(part.partition("m")[2] or part for part in text.split("\x1b["))
    return marks.found_in([text, letters])


@pytest.mark.parametrize("ending", ["quit", "killed"])
def test_nothing_private_is_sent_to_the_terminal_while_two_are_looking(tmp_path: Path, ending: str) -> None:
    """The program is started for two again after it was left so; all bytes from the start on are looked at."""
    marks, random = Marks(7), Random(7)
    desk = Desk(tmp_path)
    plan = full_of_private_words(desk, marks)
    desk.do(lambda notebook: notebook.together.set_passphrase("nobody types this"))
    desk.do(lambda notebook: notebook.together.begin(plan))
    with Terminal(coachtui(desk.places.home)) as terminal:
        terminal.wait_for(OPEN_WORDS)
        for number in range(100):
            terminal.press(random.choice(KEYS) if random.random() < 0.6 else random.choice("abcdefgh ?!=/#*12"))
            if number % 20 == 19:
                terminal.wait_quiet()
                terminal.resize(*random.choice([(24, 80), (18, 60), (40, 120)]))
        terminal.wait_quiet()
        if ending == "killed":
            terminal.kill(signal.SIGKILL)
        else:
            terminal.press("escape", "escape", "escape", "escape", "ctrl+q")
        terminal.wait_exit()
        assert private_words_in(terminal.raw, marks) == []
        assert b"\x1b]0;" not in terminal.raw and b"\x1b]2;" not in terminal.raw, "the window keeps the title it had"
        assert ending == "killed" or restored(terminal.raw)


def test_private_words_are_seen_by_this_test_where_one_is_alone(tmp_path: Path) -> None:
    """That which looks for them finds them, so that it can fail."""
    marks = Marks(8)
    desk = Desk(tmp_path)
    full_of_private_words(desk, marks)
    lead = desk.do(lambda notebook: notebook.leads.all()[0].id)
    with Terminal(program_at(desk.places.home, "lead", lead)) as terminal:
        terminal.wait_for("Cycle")
        terminal.wait_quiet()
        assert private_words_in(terminal.raw, marks) != []
