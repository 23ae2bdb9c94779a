"""Wide characters, emoji and letters with their marks apart: in every room the columns stand where they stand with plain letters.

What is painted is given to the terminal emulator too, which measures as most terminals do: it shows the same columns.
"""

from pathlib import Path
from unicodedata import normalize

from rich.cells import cell_len

from coachtui.tui import commands
from coachtui.tui.commands import GATE, LEADS, OBSERVE, SEARCH, TODAY
from coachtui.tui.rooms.feedback import FeedbackRoom
from coachtui.tui.rooms.gate import GateRoom
from coachtui.tui.rooms.room import GoTo
from tests.support.homes import Desk
from tests.support.observing import entry
from tests.support.rooms import Visitor, visit
from tests.support.screen import Screen
from tests.support.sharing import hold

LEAD = "山田 花子"
NAMES = (LEAD, "Zoe\u0308 N\u0303andu\u0301", "🎉 Kim 한글", "Dana Ruiz")
HEARD = (
    "日本語 in three piles",
    "e\u0301 n\u0303 piles on the table",
    "🎉🎉 piles ＡＢＣ",
    "Sato 先生 names the piles",
)
TEAM = "理科 Grade 4"


def school(folder: Path) -> Desk:
    desk = Desk(folder)
    for name in NAMES:
        desk.do(lambda notebook, name=name: notebook.people.add_lead(name))  # type: ignore[misc]
    desk.do(lambda notebook: notebook.people.add_team(TEAM, LEAD, ("佐藤 先生", "Priya Nair")))
    hold(desk, "o1", *HEARD, team=TEAM)
    return desk


def painted(here: Visitor) -> list[str]:
    """The rows as they are painted, each as wide as the screen; a terminal shows the same."""
    width, height = here.app.size
    strips = here.app.screen._compositor.render_strips()
    rows = ["".join(segment.text for segment in strip) for strip in strips]
    assert [cell_len(row) for row in rows] == [width] * height
    screen = Screen(height, width)
    screen.feed("\r\n".join(rows).encode())
    assert [normalize("NFC", row) for row in screen.rows()] == [normalize("NFC", row).rstrip() for row in rows]
    return rows


def column(row: str, words: str) -> int:
    """The cell at which these words begin."""
    return cell_len(row[: row.index(words)])


def columns(rows: list[str], *words: str) -> set[int]:
    """The cells at which these words begin, in every row that has them."""
    return {column(row, each) for each in words for row in rows if each in row}


async def test_the_columns_of_lists(tmp_path: Path) -> None:
    desk = school(tmp_path)
    async with visit(desk.places, desk.clock, LEADS) as here:
        rows = painted(here)
        assert sum("no cycle" in row for row in rows) == len(NAMES)
        assert len(columns(rows, "no cycle")) == 1 and len(columns(rows, "Team Lead", "no open step")) == 1
        here.app.go_to(GoTo(commands.TEAMS))
        await here.until(TEAM)
        assert column(next(row for row in painted(here) if TEAM in row), LEAD) == 2 + cell_len(TEAM) + 2


async def test_the_columns_of_what_was_found(tmp_path: Path) -> None:
    desk = school(tmp_path)
    async with visit(desk.places, desk.clock, SEARCH) as here:
        await here.type("piles")
        await here.until("4 hits")
        rows = painted(here)
        starts = [next(row for row in rows if normalize("NFC", each) in normalize("NFC", row)) for each in HEARD]
        assert {column(row, row.split()[0]) for row in starts} == {2}
        assert len({cell_len(row.rstrip()) for row in rows if LEAD in row}) == 1


async def test_the_cursor_stands_behind_what_was_typed(tmp_path: Path) -> None:
    desk = school(tmp_path)
    async with visit(desk.places, desk.clock, OBSERVE) as here:
        for typed in ("日本語 half", "🎉 x", "e\u0301n\u0303", "ＡＢＣ"):
            await here.press("ctrl+u")
            await here.paste(typed)
            kept = entry(here)
            row = next(row for row in painted(here) if row.startswith("› "))
            assert row.startswith(f"› {kept.rstrip()}")
            assert here.app.cursor_position.x == 2 + cell_len(kept), typed
            await here.press("home")
            assert here.app.cursor_position.x == 2
            await here.press("end")
        await here.press("ctrl+u")
        await here.file(HEARD[0])
        assert len(columns(painted(here), "日本語")) == 1


async def test_the_cursor_of_the_draft(tmp_path: Path) -> None:
    desk = school(tmp_path)
    async with visit(desk.places, desk.clock, TODAY) as here:
        here.app.go_to(GoTo(commands.FEEDBACK, "observation:o1"))
        await here.until("What worked")
        room = here.app.screen
        assert isinstance(room, FeedbackRoom)
        await here.press("ctrl+end")
        for typed in ("日本語 ", "🎉x ", "n\u0303 ", "ＡＢＣ"):
            before = here.app.cursor_position.x
            await here.paste(typed)
            assert here.app.cursor_position.x == before + cell_len(normalize("NFC", typed)), typed
            painted(here)


async def test_the_columns_of_the_gate(tmp_path: Path) -> None:
    desk = school(tmp_path)
    async with visit(desk.places, desk.clock, TODAY) as here:
        here.app.go_to(GoTo(GATE, "observation:o1"))
        await here.until(lambda: isinstance(here.app.screen, GateRoom) and "Share with" in here.text())
        rows = painted(here)
        assert len({cell_len(row.rstrip()) for row in rows if "evidence, 8:30" in row}) == 1
        starts = [column(row, each[:3]) for each in ("日本語", "🎉🎉") for row in rows if each in row]
        assert len(starts) == 2 and len(set(starts)) == 1
