"""However the program ends, the terminal is as it was, and what was half-typed is there to the last character."""

import os
import signal
from collections.abc import Callable
from pathlib import Path
from time import monotonic, sleep

import pytest

from coachtui.places import Places
from coachtui.store.notebook import Notebook
from tests.stories.test_whole_meeting import entry_of, show
from tests.support.clocks import FakeClock
from tests.support.faulty import WORDS, faulty_program
from tests.support.terminal import Terminal, coachtui, left_on, restored

FILED = "the whole line"
HALF = "half of one, to the very last charácter"
GONE_WITHIN = 3.0
"""Seconds after its terminal is gone in which a program must be gone too."""

Way = Callable[[Terminal], None]


def _press(key: str) -> Way:
    return lambda terminal: terminal.press(key)


def _signal(*numbers: int) -> Way:
    def send(terminal: Terminal) -> None:
        for number in numbers:
            terminal.kill(number)

    return send


QUITS, FAULTS = 0, 1
WAYS: dict[str, tuple[Way, int]] = {
    "ctrl+q": (_press("ctrl+q"), QUITS),
    "SIGTERM": (_signal(signal.SIGTERM), 128 + signal.SIGTERM),
    "SIGHUP": (_signal(signal.SIGHUP), 128 + signal.SIGHUP),
    "SIGINT": (_signal(signal.SIGINT), 128 + signal.SIGINT),
    "a fault in a handler": (_press("f2"), FAULTS),
    "a fault in a worker": (_press("f3"), FAULTS),
    "a fault in a timer": (_press("f4"), FAULTS),
    "hang-ups in numbers": (_signal(signal.SIGHUP, signal.SIGHUP), 128 + signal.SIGHUP),
}


@pytest.mark.parametrize("way", WAYS)
def test_the_terminal_is_given_back_and_what_was_typed_is_there(tmp_path: Path, way: str) -> None:
    """Modes and settings as before, the right exit code, nothing of the inside on the screen, no character gone."""
    end, code = WAYS[way]
    with Terminal(faulty_program(tmp_path / "home")) as terminal:
        _write(terminal)
        end(terminal)
        assert terminal.wait_exit() == code
        _is_as_before(terminal)
        assert WORDS.encode() not in terminal.raw
    _holds(tmp_path / "home", HALF)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_characters_typed_right_before_a_signal_are_kept(tmp_path: Path, number: int) -> None:
    """They may still wait in the terminal when the signal is there already."""
    with Terminal(coachtui(tmp_path / "home", "observe")) as terminal:
        _write(terminal)
        terminal.type(" and more, typed just now")
        terminal.kill(number)
        assert terminal.wait_exit() == 128 + number
        _is_as_before(terminal)
    _holds(tmp_path / "home", HALF + " and more, typed just now")


@pytest.mark.parametrize("ignored", [(), (signal.SIGHUP,)], ids=["", "SIGHUP ignored"])
def test_no_process_outlives_its_terminal(tmp_path: Path, ignored: tuple[int, ...]) -> None:
    """The window is closed by its cross; some launchers let a program start deaf to the hang-up."""
    with Terminal(coachtui(tmp_path / "home", "observe"), ignore=ignored) as terminal:
        _write(terminal)
        terminal.close_pty()
        assert terminal.wait_exit(GONE_WITHIN) == 128 + signal.SIGHUP
    _holds(tmp_path / "home", HALF)


def test_a_terminal_gone_in_the_start_is_noticed_too(tmp_path: Path) -> None:
    """A window closed before the first room stands leaves nothing behind, even where hang-ups are ignored."""
    with Terminal(coachtui(tmp_path / "home", "observe"), ignore=(signal.SIGHUP,)) as terminal:
        terminal.wait_raw(b"\x1b[?1049h")
        terminal.close_pty()
        terminal.wait_exit(2 * GONE_WITHIN)


@pytest.mark.parametrize("key", ["f2", "f3", "f4"])
def test_a_report_of_a_fault_holds_places_in_the_code_and_no_text(tmp_path: Path, key: str) -> None:
    """Neither the message of the fault nor what stood in a variable: those are words about people."""
    home = tmp_path / "home"
    with Terminal(faulty_program(home)) as terminal:
        _write(terminal)
        terminal.press(key)
        assert terminal.wait_exit() == FAULTS
        told = " ".join(" ".join(terminal.screen()).split())
        assert "fault in the program" in told
    (report,) = (home / "crashes").iterdir()
    words = report.read_text()
    assert "Mishap" in words and "tests/support/faulty.py:" in words and " _raise" in words
    assert not [text for text in (WORDS, FILED, HALF, "half of", "two of us") if text in words]
    assert report.stat().st_mode & 0o077 == 0
    assert not [file for file in _files_beside_the_notebook(home) if WORDS.encode() in file.read_bytes()]


def test_a_fault_in_a_thread_is_reported_and_ends_nothing(tmp_path: Path) -> None:
    """Nobody waits for that thread, and a meeting is running."""
    home = tmp_path / "home"
    with Terminal(faulty_program(home)) as terminal:
        _write(terminal)
        terminal.press("f6")
        _until(lambda: len(list(home.glob("crashes/*"))) == 1)
        terminal.type(" goes on")
        terminal.wait_for(lambda rows: entry_of(rows) == HALF + " goes on")
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0
        _is_as_before(terminal)
    assert WORDS not in next(home.glob("crashes/*")).read_text()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
@pytest.mark.parametrize("delay", [0.0, 0.1, 0.2, 0.35, 0.6])
def test_a_signal_in_the_start_loses_no_key(tmp_path: Path, delay: float, number: int) -> None:
    """Whether the first room stands, is on its way or is far away, what was typed is in the next opening."""
    home = tmp_path / "home"
    with Terminal(coachtui(home, "observe")) as terminal:
        terminal.wait_raw(b"\x1b[?1049h")
        terminal.type("typed early")
        sleep(delay)
        terminal.kill(number)
        assert terminal.wait_exit() == 128 + number
        _is_as_before(terminal)
    assert _taken_in(home) == "typed early"


def test_the_keys_of_a_start_that_ended_wait_in_the_drop_box(tmp_path: Path) -> None:
    """A signal at once, long before the notebook: the keys are in the drop box's one file."""
    home = tmp_path / "home"
    with Terminal(coachtui(home, "observe")) as terminal:
        terminal.wait_raw(b"\x1b[?1049h")
        terminal.type("typed early")
        terminal.kill(signal.SIGTERM)
        assert terminal.wait_exit() == 128 + signal.SIGTERM
    (box,) = (home / "dropbox").glob("*.jsonl")
    assert "typed early" in box.read_text() and box.stat().st_mode & 0o077 == 0
    assert _taken_in(home) == "typed early"


def test_a_signal_that_was_blocked_is_obeyed_when_it_is_let_through(tmp_path: Path) -> None:
    """Some launchers block signals; what is blocked can't come, and all else ends the program as ever."""
    with Terminal(coachtui(tmp_path / "home", "observe"), block=(signal.SIGTERM,)) as terminal:
        _write(terminal)
        terminal.kill(signal.SIGTERM)
        sleep(0.2)
        terminal.kill(signal.SIGHUP)
        assert terminal.wait_exit() in (128 + signal.SIGHUP, 128 + signal.SIGTERM)
        _is_as_before(terminal)
    _holds(tmp_path / "home", HALF)


def test_a_screen_that_does_nothing_any_more_does_not_keep_the_program(tmp_path: Path) -> None:
    """What reached the entry before is saved, and the terminal is restored by another thread."""
    with Terminal(faulty_program(tmp_path / "home")) as terminal:
        _write(terminal)
        terminal.press("f7")
        sleep(0.2)
        terminal.kill(signal.SIGTERM)
        assert terminal.wait_exit() == 128 + signal.SIGTERM
        _is_as_before(terminal)
    _holds(tmp_path / "home", HALF)


def test_a_second_signal_is_not_kept_waiting_by_the_screen(tmp_path: Path) -> None:
    """Saved all the same."""
    with Terminal(faulty_program(tmp_path / "home")) as terminal:
        _write(terminal)
        terminal.press("f7")
        sleep(0.2)
        terminal.kill(signal.SIGTERM)
        sleep(0.2)
        terminal.kill(signal.SIGINT)
        assert terminal.wait_exit() == 128 + signal.SIGINT
        _is_as_before(terminal)
    _holds(tmp_path / "home", HALF)


def test_a_third_signal_waits_for_nothing(tmp_path: Path) -> None:
    """Not even for a disk that stands still; what was on it before stays."""
    with Terminal(faulty_program(tmp_path / "home")) as terminal:
        _write(terminal)
        terminal.press("f10")
        sleep(0.2)
        for _ in range(3):
            terminal.kill(signal.SIGTERM)
            sleep(0.2)
        assert terminal.wait_exit(5) == 128 + signal.SIGTERM
        _is_as_before(terminal)
    _holds(tmp_path / "home", HALF)


def _write(terminal: Terminal) -> None:
    """File a line and type half of another one; both are on the screen."""
    terminal.wait_for("Enter files each line")
    terminal.type(FILED + "\r")
    terminal.wait_for(lambda rows: any(FILED in row for row in rows[:-4]))
    terminal.type(HALF)
    terminal.wait_for(lambda rows: entry_of(rows) == HALF)


def _is_as_before(terminal: Terminal) -> None:
    """The terminal's modes and settings are as they were, and it shows nothing of the inside."""
    assert restored(terminal.raw), left_on(terminal.raw)
    assert terminal.termios() == terminal.termios_before
    assert not [word for word in (b"Traceback", b'File "', b"Error:", b"Exception") if word in terminal.raw]


def _holds(home: Path, half: str) -> None:
    """A fresh process reads the filed line, and what was half-typed."""
    told = show(home)
    assert [line["text"] for line in told["lines"]] == [FILED]
    assert told["draft"] == half


def _taken_in(home: Path) -> str:
    """What is half-typed in the one observation there is, after the notebook took in the drop box."""
    with Notebook.open(Places(home), FakeClock()) as notebook:
        (observation,) = notebook.observations.latest(5)
        draft = notebook.drafts.get(observation.id)
        return "" if draft is None else draft.text


def _files_beside_the_notebook(home: Path) -> list[Path]:
    found = [Path(folder) / name for folder, _, names in os.walk(home) for name in names]
    return [path for path in found if not path.name.startswith("notebook.db")]


def _until(wanted: Callable[[], bool]) -> None:
    deadline = monotonic() + 15
    while not wanted():
        assert monotonic() < deadline, "never so"
        sleep(0.02)
