"""The notebook's file is spoiled while it is open: what is typed after that is in the drop box when the program is closed."""

from pathlib import Path

from tests.stories.test_whole_meeting import entry_of
from tests.support.homes import Desk
from tests.support.program import ask
from tests.support.terminal import Terminal, coachtui

BEFORE, FILED, HALF = "said before", "said when it was spoiled already", "half a li"


def large(folder: Path) -> Desk:
    """A notebook of many pages, so that not all of it is in memory, and a backup of it."""
    desk = Desk(folder)
    desk.begin(team="Math")
    desk.paste(*(f"line {number} of so many that the file has many pages" for number in range(4000)))
    assert ask(desk.places.home, "backup").code == 0
    return desk


def spoil(path: Path) -> None:
    """Write over the file as a bad disk would: all but its first page."""
    words = path.read_bytes()
    path.write_bytes(words[:4096] + b"\xa5" * (len(words) - 4096))


def test_nothing_that_was_typed_is_lost(tmp_path: Path) -> None:
    desk = large(tmp_path)
    home = desk.places.home
    with Terminal(coachtui(home, "observe")) as terminal:
        terminal.wait_for("It waits on Today")
        terminal.type(f"{BEFORE}\r")
        terminal.wait_for("all saved")
        spoil(desk.places.notebook)
        terminal.type(f"{FILED}\r")
        terminal.wait_for("damage")
        terminal.type(HALF)
        terminal.wait_for(lambda rows: entry_of(rows).endswith(HALF))
        terminal.press("ctrl+q")
        terminal.wait_for("Ctrl+Q again")
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0
    left = "".join(path.read_text("utf-8") for path in desk.places.dropbox.glob("*.jsonl"))
    assert FILED in left and HALF in left

    (backup,) = desk.places.backups.glob("notebook-*.db")
    assert ask(home, "restore", str(backup), "--yes").code == 0
    with Terminal(coachtui(home, "observe")) as terminal:
        terminal.wait_for(lambda rows: any(FILED in row for row in rows))
        terminal.press("ctrl+q")
        terminal.wait_exit()
    told = ask(home, "show", "last", "--json").json()
    assert [line["text"] for line in told["lines"]][-1] == FILED
    assert told["draft"] == HALF
