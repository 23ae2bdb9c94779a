"""Rules of what is written: for its owner alone, whatever the umask says."""

import os
import stat
import subprocess
import sys
from pathlib import Path

from tests.support.terminal import ROOT, Terminal, coachtui


def modes(home: Path) -> dict[str, str]:
    """The mode of everything in a home, and of the home."""
    return {str(path.relative_to(home)): oct(stat.S_IMODE(path.lstat().st_mode)) for path in [home, *home.rglob("*")]}


def run_with_no_umask(*words: str, said: str = "") -> str:
    """A command of the program under umask 0; what it printed."""
    told = subprocess.run(
        [sys.executable, "-c", f"import os, runpy, sys; os.umask(0); sys.argv = ['coachtui', *{list(words)!r}]; "
         "runpy.run_module('coachtui', run_name='__main__')"],
        cwd=ROOT, input=said, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert told.returncode == 0, told.stderr
    return told.stdout


def test_a_whole_day_leaves_nothing_for_others_to_read(tmp_path: Path) -> None:
    """A meeting, another theme, a second window, a backup, an export and its import."""
    home, copy, archive = tmp_path / "home", tmp_path / "copy", tmp_path / "out.json"
    before = os.umask(0)
    try:
        with Terminal(coachtui(home, "observe")) as terminal:
            terminal.wait_for("team not named yet")
            terminal.type("maria: good morning\r")
            terminal.wait_for("good morning")
            with Terminal(coachtui(home, "observe")) as second:
                second.wait_for("drop box")
                second.type("from the second window\rand half")
                second.wait_for("from the second window")
                second.press("ctrl+q")
                assert second.wait_exit() == 0
            terminal.press("ctrl+t", "f8")
            terminal.wait_for("Ended at")
            assert _open_to_others(modes(home)) == {}
            terminal.press("ctrl+q")
            assert terminal.wait_exit() == 0
    finally:
        os.umask(before)
    run_with_no_umask("--home", str(home), "backup")
    run_with_no_umask("--home", str(home), "export", "last", "--to", "json", "-o", str(archive))
    run_with_no_umask("--home", str(copy), "import", str(archive))
    found = modes(home) | {f"copy/{name}": mode for name, mode in modes(copy).items()}
    assert "notebook.db" in found and "settings.toml" in found and any("backups/" in name for name in found)
    assert _open_to_others(found) == {}
    assert oct(stat.S_IMODE(archive.stat().st_mode)) == "0o600"


def _open_to_others(found: dict[str, str]) -> dict[str, str]:
    return {name: mode for name, mode in found.items() if mode not in ("0o700", "0o600")}
