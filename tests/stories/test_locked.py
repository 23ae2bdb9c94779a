"""A locked notebook at a real terminal: a meeting is caught at once, and no file of the home holds a word of it in plain."""

import signal
from pathlib import Path

import pytest

from coachtui.places import Places
from coachtui.store.encrypting import lock
from coachtui.store.key import Key
from coachtui.store.notebook import Notebook
from tests.support.clocks import FakeClock
from tests.support.homes import Desk
from tests.support.terminal import Terminal, coachtui

CANARY = "quetzalwort"
PASSPHRASE = "otter lamp gravel"
LOCKED = "This notebook is locked."


def in_plain_words(home: Path) -> list[str]:
    return [path.name for path in home.rglob("*") if path.is_file() and CANARY.encode() in path.read_bytes()]


@pytest.fixture
def locked(tmp_path: Path) -> tuple[Path, Key]:
    desk = Desk(tmp_path)
    desk.do(lambda notebook: notebook.people.add_team("Math", "Dana Ruiz", (CANARY,)))
    assert in_plain_words(desk.places.home), "the search finds nothing where there is something"
    key, _ = lock(desk.places, FakeClock(), PASSPHRASE)
    return desk.places.home, key


def test_a_meeting_is_caught_at_once_and_taken_in_at_unlock(locked: tuple[Path, Key]) -> None:
    """Caught without the passphrase, killed, unlocked with a wrong one and the right one, locked on a key, closed."""
    home, key = locked
    with Terminal(coachtui(home, "o")) as terminal:
        terminal.type(f"maria: {CANARY} one\r")
        terminal.wait_for(f"{CANARY} one")
        terminal.wait_for(LOCKED)
        terminal.type(f"half {CANARY}")
        terminal.wait_for(f"half {CANARY}")
        terminal.wait_quiet()
        assert in_plain_words(home) == []
        terminal.kill()
        terminal.process.wait()
    with Terminal(coachtui(home)) as terminal:
        terminal.wait_for(LOCKED)
        terminal.paste("not this one")
        terminal.wait_for("•••")
        terminal.press("enter")
        terminal.wait_for("That is not the passphrase")
        terminal.paste(PASSPHRASE)
        terminal.wait_for("•••")
        terminal.press("enter")
        terminal.wait_for("1 line from the drop box taken in.")
        terminal.press("enter")
        terminal.wait_for(f"half {CANARY}")
        terminal.press("enter")
        terminal.type(f"three {CANARY}\r")
        terminal.wait_for(f"three {CANARY}")
        assert in_plain_words(home) == []
        terminal.press("f12")
        terminal.wait_for(lambda rows: any(LOCKED in row for row in rows) and not any(CANARY in row for row in rows))
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0
        assert PASSPHRASE.encode() not in terminal.raw and b"ERROR CORE" not in terminal.raw
    assert in_plain_words(home) == []
    with Notebook.open(Places(home), FakeClock(), key=key) as notebook:
        (found,) = notebook.observations.latest(9)
        assert [line.text for line in notebook.lines.of(found.id)] == [
            f"{CANARY} one",
            f"half {CANARY}",
            f"three {CANARY}",
        ]
        assert in_plain_words(home) == []


def test_a_passphrase_typed_ahead_of_the_page_is_never_shown(locked: tuple[Path, Key]) -> None:
    """It begins with the letter that observes, on Today."""
    home, _ = locked
    with Terminal(coachtui(home)) as terminal:
        terminal.wait_raw(b"\x1b[?1049h")
        terminal.type(f"{PASSPHRASE}\r")
        terminal.wait_for("Dana Ruiz")
        assert b"tter" not in terminal.raw and b"gravel" not in terminal.raw
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0
    assert not list(home.glob("dropbox/*"))


def test_the_page_can_be_left_by_a_signal(locked: tuple[Path, Key]) -> None:
    home, _ = locked
    with Terminal(coachtui(home)) as terminal:
        terminal.wait_for(LOCKED)
        terminal.kill(signal.SIGTERM)
        assert terminal.wait_exit() == 128 + signal.SIGTERM


def test_a_second_window_beside_a_locked_notebook_seals_what_it_writes(locked: tuple[Path, Key]) -> None:
    home, key = locked
    with Notebook.open(Places(home), FakeClock(), key=key), Terminal(coachtui(home, "o")) as terminal:
        terminal.type(f"beside {CANARY}\r")
        terminal.wait_for(f"beside {CANARY}")
        terminal.wait_for("drop box")
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0
        assert in_plain_words(home) == []
    with Notebook.open(Places(home), FakeClock(), key=key) as notebook:
        assert notebook.taken_in == 1
