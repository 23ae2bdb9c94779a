"""From the launch to the first filed line: no question asked, no key lost."""

from pathlib import Path
from time import sleep

import pytest

from tests.stories.test_whole_meeting import entry_of, show
from tests.support.slow_opening import slow_program
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


@pytest.mark.goal("R11")
def test_what_is_typed_is_shown_before_the_notebook_is_open_and_filed_once_it_is(tmp_path: Path) -> None:
    go = tmp_path / "go"
    with Terminal(slow_program(tmp_path / "home", go)) as terminal:
        terminal.wait_for("Observe")
        terminal.type("a first line")
        terminal.wait_for(lambda rows: entry_of(rows) == "a first line")
        terminal.type("\rand behind it")
        terminal.wait_for(lambda rows: entry_of(rows) == "and behind it")
        assert not (tmp_path / "home" / "notebook.db").exists(), "it would have been opened"
        go.touch()
        terminal.wait_for("a first line")
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0
    assert [line["text"] for line in show(tmp_path / "home")["lines"]] == ["a first line"]
    assert show(tmp_path / "home")["draft"] == "and behind it"


@pytest.mark.goal("R11", sabotage=True)
def test_a_screen_that_waits_for_the_notebook_would_be_seen(tmp_path: Path) -> None:
    with Terminal(slow_program(tmp_path / "home", tmp_path / "go", "first")) as terminal:
        with pytest.raises(AssertionError):
            terminal.wait_for("Observe", 2)
        (tmp_path / "go").touch()
        terminal.wait_for("Observe")
