"""A story: the first run, on nothing: what to do stands there, the sample school is a key away, and typing begins."""

from pathlib import Path

from tests.stories.test_whole_meeting import entry_of, show
from tests.support.terminal import Terminal, coachtui

WELCOME = (
    "Welcome. Nothing is written here yet.", "Press o when a meeting begins.", "Press l to enter leads and teams; that can wait.",
    "Press b to enter the bell times", "Press S to look around in a sample school first; Ctrl+Q comes back here.",
)  # fmt: skip
"""What the one page says that comes first, in this order."""


def words_of(rows: list[str]) -> str:
    """All rows in one, so that words broken over two are found."""
    return " ".join(" ".join(rows).split())


def test_from_nothing_to_the_first_line_by_way_of_the_sample_school(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with Terminal(coachtui(home)) as terminal:
        shown = words_of(terminal.wait_for("Press S to look around in a sample school"))
        places = [shown.find(sentence) for sentence in WELCOME]
        assert -1 not in places and places == sorted(places), shown
        terminal.press("S")
        terminal.wait_for("This is a sample school")
        assert "sample, not kept" in terminal.wait_for("Grade 6 Literacy")[0]
        terminal.press("ctrl+c")
        terminal.wait_for("To leave, press Ctrl+Q.")
        terminal.press("o")
        terminal.wait_for(lambda rows: "Observe" in rows[0] and "sample, not kept" in rows[0])
        terminal.press("ctrl+q")
        assert "not kept" not in terminal.wait_for("Back in your own notebook.")[0]
        assert WELCOME[0] in words_of(terminal.screen())
        terminal.press("l")
        shown = words_of(terminal.wait_for("There are no leads here yet. Press a to add one"))
        assert "a name is enough, the rest can wait. t goes to the teams." in shown and "coachtui import" in shown
        terminal.press("t")
        shown = words_of(terminal.wait_for("There are no teams here yet. Press a to add one"))
        assert "A team that you name when you sit in on its meeting comes here by itself." in shown
        terminal.press("escape", "escape")
        terminal.wait_for(WELCOME[0])
        terminal.type("o")
        terminal.wait_for("team not named yet")
        terminal.type("three piles of exit tickets\r")
        terminal.wait_for(lambda rows: entry_of(rows) == "" and "three piles of exit tickets" in words_of(rows))
        terminal.press("f8")
        terminal.wait_for("Ended at")
        terminal.press("escape")
        shown = words_of(terminal.wait_for("Nothing waits for you today."))
        assert "Welcome" not in shown and "sample school" not in shown and "1 line" in shown
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0
    assert [line["text"] for line in show(home)["lines"]] == ["three piles of exit tickets"]
