"""Rules of what is written: for its owner alone whatever the umask says, only where it belongs, the notebook by SQLite alone."""

import os
import re
import stat
import subprocess
import sys
import traceback
from pathlib import Path

import pytest

from coachtui.tui.crash import report, write_report
from tests.support.homes import make_home, open_notebook
from tests.support.starting import environment
from tests.support.terminal import ROOT, Terminal

CANARY = "zebracanary"
"""A word that is typed in a meeting, and may be in the notebook and in copies of it alone."""
_HOLDS_WORDS = re.compile(r"notebook\.db|backups/.*|dropbox/.*|moved-away-[^/]*/(?:notebook|backups).*|notebook-.*\.db")


def modes(home: Path) -> dict[str, str]:
    """The mode of everything in a home, and of the home."""
    return {str(path.relative_to(home)): oct(stat.S_IMODE(path.lstat().st_mode)) for path in [home, *home.rglob("*")]}


def watched(home: Path, *words: str) -> list[str]:
    """The command line of the program, watched for files that it opens past SQLite."""
    return [sys.executable, "-m", "tests.support.watched_opens", "--home", str(home), *words]


class Day:
    """The folders of a day, and the program in them."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.own = folder, folder / "own"
        self.own.mkdir()
        self.heard = folder / "heard"
        self.added = {"COACHTUI_HEARD": str(self.heard), "HOME": str(self.own), "TMPDIR": str(self.own)}

    def open(self, home: Path, *words: str) -> Terminal:
        """The program on a terminal."""
        return Terminal(watched(home, *words), env=self.added)

    def ask(self, home: Path, *words: str, code: int = 0) -> str:
        """A command of the program; what it printed."""
        told = subprocess.run(
            watched(home, *words), cwd=ROOT, capture_output=True, text=True, check=False, env=environment(self.added)
        )
        assert told.returncode == code, told.stderr
        return told.stdout


@pytest.fixture
def day(tmp_path: Path) -> "Day":
    return Day(tmp_path)


@pytest.mark.goal("C1", "C2")
@pytest.mark.long
def test_a_whole_day_leaves_nothing_for_others_to_read(day: Day) -> None:
    """A meeting, another theme, a second window, backups, exports, repairs, moves: under umask 0 all is private (C1).

    What was typed is in the notebook and in copies of it alone (C2), no file of a notebook is opened past SQLite while it
    is open, and no network is asked for anything.
    """
    home, copy, archive = day.folder / "home", day.folder / "copy", day.folder / "out.json"
    before = os.umask(0)
    try:
        with day.open(home, "observe") as terminal:
            terminal.wait_for("team not named yet")
            terminal.type(f"maria: good morning {CANARY}\r")
            terminal.wait_for("good morning")
            with day.open(home, "observe") as second:
                second.wait_for("drop box")
                second.type("from the second window\rand half")
                second.wait_for("from the second window")
                second.press("ctrl+q")
                assert second.wait_exit() == 0
            terminal.press("ctrl+t", "f8")
            terminal.wait_for("Ended at")
            assert _open_to_others(modes(home)) == {}
            assert _told_to_the_system(terminal) == []
            terminal.press("ctrl+q")
            assert terminal.wait_exit() == 0
        for words in (("backup",), ("export", "all", "-o", str(archive)), ("search", "good"), ("doctor",),
                      ("doctor", "--repair"), ("doctor", "--rebuild"), ("restore",), ("restore", "1", "--yes"),
                      ("move", str(day.folder / "moved"))):  # fmt: skip
            day.ask(home, *words)
        day.ask(copy, "import", str(archive))
        _damage(copy / "notebook.db")
        day.ask(copy, "doctor", "--repair")
        assert CANARY in day.ask(copy, "search", "good")
    finally:
        os.umask(before)
    found = {
        f"{part}/{name}": mode for part in ("home", "copy", "moved") for name, mode in modes(day.folder / part).items()
    }
    assert {"moved/notebook.db", "moved/settings.toml", "copy/notebook.db"} <= set(found)
    assert any("damaged" in name for name in found) and any("moved-away" in name for name in found)
    assert _open_to_others(found) == {}
    assert oct(stat.S_IMODE(archive.stat().st_mode)) == "0o600"
    assert _holding_the_canary(day) == []
    assert not day.heard.exists(), day.heard.read_text()


def _open_to_others(found: dict[str, str]) -> dict[str, str]:
    return {name: mode for name, mode in found.items() if mode not in ("0o700", "0o600")}


def _told_to_the_system(terminal: Terminal) -> list[str]:
    """What of the day the system shows of the program while it runs: its words, its environment, a title, a core dump."""
    process = Path("/proc") / str(terminal.process.pid)
    found = [name for name in ("cmdline", "environ") if CANARY.encode() in (process / name).read_bytes()]
    limit = next(row for row in (process / "limits").read_text().splitlines() if row.startswith("Max core file size"))
    found += [] if limit.split()[4:6] == ["0", "0"] else [limit]
    return found + (["a title"] if re.search(rb"\x1b\][012];", terminal.raw) else [])


def _holding_the_canary(day: Day) -> list[str]:
    """The files that hold what was typed and should not."""
    found: list[str] = []
    for root in (day.own, *(day.folder / part for part in ("home", "copy", "moved"))):
        for path in (path for path in root.rglob("*") if path.is_file()):
            name = str(path.relative_to(root))
            if CANARY.encode() in path.read_bytes() and not (root != day.own and _HOLDS_WORDS.fullmatch(name)):
                found.append(str(path))
    return found


def _damage(notebook: Path) -> None:
    """Spoil the word that says a line was filed, so that it has to be taken out of the tables."""
    words = bytearray(notebook.read_bytes())
    words[words.index(b'{"changes":') + 4] ^= 1
    notebook.write_bytes(words)


def test_one_opening_past_sqlite_is_heard(tmp_path: Path) -> None:
    """The sabotage: the file of an open notebook is looked into by hand, as a copy or a hash would."""
    places, heard = make_home(tmp_path), tmp_path / "heard"
    open_notebook(places).close()
    script = f"""
import pathlib
from tests.support.watched_opens import watch
watch({str(heard)!r})
from tests.support.homes import open_notebook
from coachtui.places import Places
places = Places(pathlib.Path({str(places.home)!r}))
places.notebook.read_bytes()
with open_notebook(places):
    places.settings.touch()
    assert not pathlib.Path({str(heard)!r}).exists()
    places.notebook.read_bytes()
"""
    subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=True, timeout=60)
    assert heard.read_text().count("notebook.db in ") == 1


def test_one_call_for_a_network_is_heard(tmp_path: Path) -> None:
    """The sabotage: a connection to this computer itself, which nobody answers."""
    heard = tmp_path / "heard"
    script = f"""
import socket
from tests.support.watched_opens import watch
watch({str(heard)!r})
with socket.socket() as asking:
    asking.connect_ex(("127.0.0.1", 9))
"""
    subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=True, timeout=60)
    assert heard.read_text().startswith("socket.connect in ")


@pytest.mark.goal("C1", "C3")
def test_a_report_of_a_fault_is_private_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        told = write_report(ValueError(CANARY), tmp_path / "crashes", "1")
    finally:
        os.umask(before)
    assert told is not None and CANARY not in told.read_text()
    assert _open_to_others(modes(tmp_path / "crashes")) == {}


_LETTING_IT_BE = """
import os, sys
import coachtui.cli
real, coachtui.cli.make_private = os.open, lambda: None
os.open = lambda path, flags, mode=0o777, **more: real(path, flags, 0o666, **more)
os.umask(0)
sys.exit(coachtui.cli.main(["--home", sys.argv[1], "backup"]))
"""


@pytest.mark.goal("C1", sabotage=True)
def test_a_program_that_lets_modes_and_umask_be_is_found_out(tmp_path: Path) -> None:
    """Either of the two alone still keeps the files private."""
    home = make_home(tmp_path).home
    subprocess.run([sys.executable, "-c", _LETTING_IT_BE, str(home)], cwd=ROOT, check=True, timeout=60)
    assert any(name.startswith("backups/") for name in _open_to_others(modes(home)))


@pytest.mark.goal("C3", sabotage=True)
def test_a_report_with_what_was_at_hand_would_hold_the_words() -> None:
    said_by_the_lead = CANARY
    try:
        raise ValueError(said_by_the_lead)
    except ValueError as fault:
        told = "".join(traceback.TracebackException.from_exception(fault, capture_locals=True).format())
        ours = report(fault)
    assert told.count(CANARY) >= 2 and "test_rules_of_the_files.py" in ours and CANARY not in ours
