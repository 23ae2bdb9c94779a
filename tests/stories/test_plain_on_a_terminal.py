"""The plain mode on a real terminal: key by key, with no byte that steers it; killed, hung up, taken back, gone blank."""

import json
import signal
from pathlib import Path

from tests.stories.test_damaged_while_typing import large, spoil
from tests.support.homes import Desk, open_notebook
from tests.support.program import run
from tests.support.talking import is_plain
from tests.support.terminal import Terminal, coachtui
from tests.support.told_clock import ToldClock, told_plain


def texts(home: Path) -> list[str]:
    return [line["text"] for line in json.loads(run(home, "show", "last", "--json").said)["lines"]]


def half_typed(home: Path) -> str | None:
    draft: str | None = json.loads(run(home, "show", "last", "--json").said)["draft"]
    return draft


def begun(home: Path, *words: str) -> Terminal:
    terminal = Terminal(coachtui(home, "--plain", "observe", *words), cols=200)
    terminal.wait_for("/help says which there are.")
    return terminal


def test_a_meeting_typed_key_by_key(tmp_path: Path) -> None:
    """Filed, corrected where it stands, undone by Ctrl+Z, ended; the terminal is as it was."""
    home = Desk(tmp_path).places.home
    with begun(home) as terminal:
        terminal.type("marai\x7f\x7fia: god\x7f\x7food mornign\x17morning\r")
        terminal.wait_for("maria, evidence.")
        terminal.type("to be taken back\x03")
        terminal.wait_for("Taken back.")
        terminal.type("a second line\r")
        terminal.wait_for("2. ")
        terminal.press("ctrl+z")
        terminal.wait_for("Taken back: line filed.")
        terminal.type("/correct 1\r")
        terminal.wait_for("Correct: maria: good morning")
        terminal.type("\x15maria: good morning, all\r")
        terminal.wait_for("good morning, all.")
        terminal.press("up", "f8", "escape")
        terminal.type("/nothing of this kind\r")
        terminal.wait_for("Enter files it as a line")
        terminal.type("\r/end\r")
        for question in ("One strength:", "One idea for a step:", "One question:"):
            terminal.wait_for(question)
            terminal.type("\r")
        terminal.wait_for("Reading:")
        terminal.press("ctrl+d")
        assert terminal.wait_exit() == 0
        assert terminal.termios() == terminal.termios_before
        assert is_plain(terminal.raw)
    assert texts(home) == ["good morning, all", "/nothing of this kind"]


def test_the_time_of_a_line_is_that_of_its_first_key(tmp_path: Path) -> None:
    home = Desk(tmp_path).places.home
    with begun(home) as terminal:
        terminal.type("one\r")
        terminal.wait_for("1. ")
        terminal.type("t")
        terminal.wait_for("t")
        terminal.wait_quiet(1.2)
        terminal.type("wo\r")
        terminal.wait_for("2. ")
        terminal.type("three\r")
        terminal.wait_for("3. ")
        terminal.press("ctrl+d")
        assert terminal.wait_exit() == 0
    one, two, three = (line["at_ms"] for line in json.loads(run(home, "show", "last", "--json").said)["lines"])
    assert three - two > 1000 > two - one


def test_killed_in_the_middle_no_line_and_no_key_is_lost(tmp_path: Path) -> None:
    home = Desk(tmp_path).places.home
    with begun(home) as terminal:
        for number in range(1, 6):
            terminal.type(f"line {number}\r")
            terminal.wait_for(f"{number}. ")
        terminal.type("half of the sixth")
        terminal.wait_for("half of the sixth")
        terminal.wait_quiet()
        terminal.kill(signal.SIGKILL)
        assert terminal.wait_exit() == -signal.SIGKILL
    assert texts(home) == [f"line {number}" for number in range(1, 6)] and half_typed(home) == "half of the sixth"
    with Terminal(coachtui(home, "--plain")) as terminal:  # torn out of a meeting, it opens there
        terminal.wait_for("What you typed stands in the line")
        terminal.wait_for("half of the sixth")
        terminal.type(" line\r")
        terminal.wait_for("6. ")
        terminal.press("ctrl+d")
        assert terminal.wait_exit() == 0
    assert texts(home)[-1] == "half of the sixth line"


def test_a_half_typed_thought_is_not_said_and_stays_a_thought(tmp_path: Path) -> None:
    home = Desk(tmp_path).places.home
    with begun(home) as terminal:
        terminal.type("first\r! he is a zebra")
        terminal.wait_for("zebra")
        terminal.wait_quiet()
        terminal.kill(signal.SIGTERM)
        assert terminal.wait_exit() == 128 + signal.SIGTERM
        assert terminal.termios() == terminal.termios_before
    with Terminal(coachtui(home, "--plain", "observe")) as terminal:
        terminal.wait_for("What you had typed is a line now.")
        terminal.press("ctrl+d")
        assert terminal.wait_exit() == 0
        assert b"zebra" not in terminal.raw
    (_, thought) = json.loads(run(home, "show", "last", "--json").said)["lines"]
    assert (thought["text"], thought["kind"]) == ("he is a zebra", "judgment")


def test_a_terminal_that_is_closed_takes_nothing_along(tmp_path: Path) -> None:
    home = Desk(tmp_path).places.home
    with begun(home) as terminal:
        terminal.type("a line\rand half")
        terminal.wait_for("and half")
        terminal.wait_quiet()
        terminal.close_pty()
        assert terminal.wait_exit() in (0, 128 + signal.SIGHUP)
    assert texts(home) == ["a line"] and half_typed(home) == "and half"


def test_what_a_spoiled_notebook_does_not_take_is_in_the_drop_box(tmp_path: Path) -> None:
    desk = large(tmp_path)
    with Terminal(coachtui(desk.places.home, "--plain", "observe"), cols=200) as terminal:
        terminal.wait_for("/help says which")
        terminal.type("said before\r")
        terminal.wait_for("1. ")
        spoil(desk.places.notebook)
        terminal.type("said when it was spoiled already\r")
        terminal.wait_for("The line is in the drop box")
        terminal.press("ctrl+d")
        assert terminal.wait_exit() == 0
    left = "".join(path.read_text("utf-8") for path in desk.places.dropbox.glob("*.jsonl"))
    assert "said when it was spoiled already" in left


def test_it_goes_blank_and_comes_back(tmp_path: Path) -> None:
    home = Desk(tmp_path).places.home
    with begun(home) as terminal:
        terminal.type("something to hide\r")
        terminal.wait_for("1. ")
        terminal.type("/blank\r")
        terminal.wait_for(lambda rows: not any(rows))
        terminal.press("enter")
        terminal.wait_for("You are back.")
        terminal.type("and on\r")
        terminal.wait_for("2. ")
        terminal.press("ctrl+d")
        assert terminal.wait_exit() == 0


def test_it_goes_blank_when_nobody_types(tmp_path: Path) -> None:
    desk, clock = Desk(tmp_path), tmp_path / "clock"
    ToldClock(clock).tell(0)
    with Terminal(told_plain(desk.places.home, clock, "today")) as terminal:
        terminal.wait_for("Today:")
        ToldClock(clock).tell(11 * 60_000)
        terminal.wait_for(lambda rows: not any(rows))
        terminal.press("enter")
        terminal.wait_for("You are back.")


def test_a_computer_that_slept_is_marked(tmp_path: Path) -> None:
    desk, clock = Desk(tmp_path), tmp_path / "clock"
    ToldClock(clock).tell(0)
    with Terminal(told_plain(desk.places.home, clock, "observe")) as terminal:
        terminal.wait_for("/help says which")
        terminal.type("before\r")
        terminal.wait_for("1. 8:30, evidence.")
        terminal.wait_quiet(1.2)
        ToldClock(clock).tell(5 * 60_000)
        terminal.wait_for("The computer slept from 8:30 to 8:35 (5 min).")
        terminal.press("ctrl+d")
        assert terminal.wait_exit() == 0


def test_words_typed_on_today_are_not_lost(tmp_path: Path) -> None:
    home = Desk(tmp_path).places.home
    with Terminal(coachtui(home, "--plain")) as terminal:
        terminal.wait_for("Today:")
        terminal.type("maria: who has the others\r")
        terminal.wait_for("If it was meant for a meeting, say observe")
        terminal.type("observe\r")
        terminal.wait_for("What you typed stands in the line")
        terminal.type("\r")
        terminal.wait_for("maria, evidence.")
        terminal.type("/today\robserve\rand more\r")
        terminal.wait_for("2. ")
        terminal.press("ctrl+d")
        assert terminal.wait_exit() == 0
    assert texts(home) == ["who has the others", "and more"]


def test_what_is_written_in_a_part_is_kept_at_every_key(tmp_path: Path) -> None:
    from tests.support.sharing import a_school

    desk = a_school(tmp_path)
    with Terminal(coachtui(desk.places.home, "--plain")) as terminal:
        terminal.wait_for("Today:")
        terminal.type("feedback last\r")
        terminal.wait_for("Feedback:")
        terminal.type("write 3\r")
        terminal.wait_for("an empty line ends it.")
        terminal.type("Ask who has not spoken\ryet, and wai")
        terminal.wait_for("yet, and wai")
        terminal.wait_quiet()
        terminal.kill(signal.SIGKILL)
        terminal.wait_exit()
    with open_notebook(desk.places) as notebook:
        (feedback,) = notebook.feedback.all()
        draft = notebook.drafts.get(f"feedback:{feedback.id}")
        assert "Ask who has not spoken" in feedback.text and "wai" not in feedback.text
        assert draft is not None and "Ask who has not spoken\nyet, and wai" in draft.text
