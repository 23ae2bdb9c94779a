"""A big file is taken in: how far it is stands on the terminal, and Ctrl+C leaves the notebook as it was."""

import json
from pathlib import Path

import pytest

from tests.support.program import run
from tests.support.terminal import Terminal, coachtui

LINES = 30_000


@pytest.fixture
def big(tmp_path: Path) -> Path:
    """Running notes of more lines than a day has minutes."""
    path = tmp_path / "big.txt"
    path.write_text("".join(f"9:{n * 60 // LINES:02d} maria: item {n} was looked at again\n" for n in range(LINES)))
    return path


def test_it_says_how_far_it_is_and_then_what_was_added(tmp_path: Path, big: Path) -> None:
    with Terminal(coachtui(tmp_path / "home", "import", str(big))) as terminal:
        terminal.wait_for("Reading the file")
        terminal.wait_for(lambda rows: any("Taking in" in row and f"of {LINES} lines" in row for row in rows))
        terminal.wait_for("with 30,000 lines (big.txt)", 60)
        assert terminal.wait_exit() == 0
        assert not any("Taking in" in row for row in terminal.screen())


def test_stopped_it_adds_nothing(tmp_path: Path, big: Path) -> None:
    with Terminal(coachtui(tmp_path / "home", "import", str(big))) as terminal:
        terminal.wait_raw(b"Taking in", 60)  # no picture is drawn first: the import does not wait for it
        terminal.press("ctrl+c")
        terminal.wait_for("Stopped. Nothing was added.")
        assert terminal.wait_exit() == 1
    assert json.loads(run(tmp_path / "home", "list", "observations", "--json").said) == []
    assert run(tmp_path / "home", "import", str(big)).complaint == ""
