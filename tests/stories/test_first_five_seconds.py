"""From the launch to the first filed line: no question asked, no key lost."""

from pathlib import Path
from time import sleep

import pytest

from tests.stories.test_whole_meeting import entry_of, show
from tests.support.terminal import Terminal, coachtui


@pytest.mark.parametrize("delay", [0.0, 0.03, 0.1, 0.25, 0.5])
def test_keys_typed_while_it_starts_are_kept_in_order(tmp_path: Path, delay: float) -> None:
    """Typing begins before, while and after the screen comes up; with an Enter in the middle."""
    with Terminal(coachtui(tmp_path / "home", "observe")) as terminal:
        sleep(delay)
        for part in ("maria: gôod ", "morning every", "one\r", "second line", " and its end"):
            terminal.type(part)
            sleep(0.02)
        terminal.wait_for(lambda rows: entry_of(rows) == "second line and its end")
        terminal.wait_for("gôod morning everyone")
        terminal.press("enter")
        terminal.wait_for(lambda rows: entry_of(rows) == "")
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0
    told = show(tmp_path / "home")
    assert [line["text"] for line in told["lines"]] == ["gôod morning everyone", "second line and its end"]


def test_o_on_today_leads_straight_to_the_entry(tmp_path: Path) -> None:
    """From Today, one key, and what is typed at once behind it is in the line."""
    with Terminal(coachtui(tmp_path / "home")) as terminal:
        terminal.wait_for("Press o when a meeting begins")
        terminal.type("o")
        terminal.wait_for("team not named yet")
        terminal.type("first words\r")
        terminal.wait_for(lambda rows: any("first words" in row for row in rows[:-4]))
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0
    assert [line["text"] for line in show(tmp_path / "home")["lines"]] == ["first words"]
