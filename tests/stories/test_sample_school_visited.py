"""The sample school is one key away on the first day, and one key leads back to one's own notebook."""

from pathlib import Path

from tests.support.terminal import Terminal, coachtui


def test_one_key_there_and_one_key_back(tmp_path: Path) -> None:
    with Terminal(coachtui(tmp_path / "home")) as terminal:
        terminal.wait_for("Press S to look around in a sample school")
        terminal.press("S")
        terminal.wait_for("This is a sample school")
        terminal.wait_for("Grade 6 Literacy")
        terminal.press("ctrl+q")
        terminal.wait_for("Back in your own notebook.")
        assert any("Welcome. Nothing is written here yet." in row for row in terminal.screen())
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0
