"""A terminal, or a locale, that shows nothing but ASCII: no other byte is written to it, from the first picture to the end."""

from pathlib import Path

import pytest

from coachtui.tui.first_look import DARK, is_ascii_kept, keep_first_look, read_first_look
from tests.stories.test_whole_meeting import show
from tests.support.terminal import Terminal, coachtui, restored


@pytest.mark.parametrize(
    "environment",
    [
        pytest.param({"LANG": "C"}, id="locale"),
        pytest.param({"TERM": "vt100"}, id="terminal", marks=pytest.mark.deep),
        pytest.param({"ASCII": "wished"}, id="wish", marks=pytest.mark.deep),
    ],
)
def test_nothing_but_ascii_is_written(tmp_path: Path, environment: dict[str, str]) -> None:
    home = tmp_path / "home"
    if "ASCII" in environment:
        home.mkdir(mode=0o700)
        (home / "settings.toml").write_text("ascii = true\n")
        keep_first_look(str(home), DARK, is_ascii=True)  # what the start before this one kept
    with Terminal(coachtui(home, "observe", "--team", "Équipe 字"), env=environment) as terminal:
        terminal.wait_for("Enter files each line")
        terminal.wait_quiet()
        terminal.paste('= Données 15\nzoë: "Où est le 字 ?" – déjà… *')
        terminal.wait_for("deja~")
        terminal.press("f1")
        terminal.wait_for("Esc closes")
        terminal.press("escape", "ctrl+p")
        terminal.wait_for("Search for")
        terminal.press("escape", "ctrl+q")
        assert terminal.wait_exit() == 0
        assert restored(terminal.raw)
        assert terminal.raw.isascii(), [byte for byte in terminal.raw if byte > 127][:20]
    with Terminal(coachtui(home, "show", "last"), env=environment) as terminal:
        assert terminal.wait_exit() == 0
        assert "ASCII" in environment or (b"deja~" in terminal.raw and terminal.raw.isascii())
    assert show(home)["lines"][-1]["text"] == '"Où est le 字 ?" – déjà…'


def test_the_wish_is_kept_for_the_first_picture(tmp_path: Path) -> None:
    home = str(tmp_path)
    keep_first_look(home, DARK, is_ascii=False)
    assert list(tmp_path.iterdir()) == []
    keep_first_look(home, DARK, is_ascii=True)
    assert is_ascii_kept(home) and read_first_look(home) == DARK
    keep_first_look(home, DARK, is_ascii=False)
    assert not is_ascii_kept(home) and read_first_look(home) == DARK
