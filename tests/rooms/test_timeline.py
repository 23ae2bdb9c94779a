"""The timeline: what is seen, at which width, and where it is scrolled to."""

import re
import unicodedata
from typing import Any

import pytest
from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.geometry import Offset
from textual.selection import SELECT_ALL, Selection

from coachtui.tui.widgets.timeline import Row, Timeline
from coachtui.tui.words import plain

HOSTILE = [
    "[/",
    "[bold]x[/bold]",
    "[@click=app.bell]press[/]",
    "a\x1b[2Jb\x07\x9b31m",
    "two\nlines\ttab\rcr",
    "\u202eevil\u2066",
    "lone \ud800 surrogate",
    "שלום עולם مرحبا",
    "日本語のメモも大丈夫です" * 9,
    "👩\u200d👩\u200d👧🇬🇧" * 40,
    "e\u0301\u0302" * 90,
    "x" * 10_000,
    "\u200dstray\ufe0f \u200b\xad",
    "line\u2028separator",
]


def said(key: int | str, text: str, **other: Any) -> Row:
    fields: dict[str, Any] = {"time": "10:42", "kind": "evidence", "speaker": "Maria"} | other
    return Row(key=str(key), text=text, **fields)


def numbered(count: int) -> list[Row]:
    return [said(number, f"line {number} " + "and what was said then " * (number % 4)) for number in range(count)]


class TimelineApp(App[None]):
    """A timeline alone."""

    def __init__(self, live: bool = True) -> None:
        super().__init__()
        self.timeline = Timeline("Nothing here yet.", live)

    def compose(self) -> ComposeResult:
        yield self.timeline

    def shown(self) -> list[str]:
        """The lines in view, checked: each as wide as the view, nothing a terminal would act on."""
        width = self.timeline.scrollable_content_region.width
        lines = [self.timeline.render_line(y).text for y in range(self.timeline.size.height)]
        for line in lines:
            assert cell_len(line) == width
            assert not any(unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp") for character in line)
            assert not re.search("[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]", line)
        return [line.rstrip() for line in lines]

    def words(self) -> str:
        """All that is in view, in one."""
        return " ".join(" ".join(self.shown()).split())


@pytest.mark.asyncio
async def test_empty_words_stand_in_the_middle() -> None:
    app = TimelineApp()
    async with app.run_test(size=(80, 24), notifications=True):
        lines = app.shown()
        assert [number for number, line in enumerate(lines) if line] == [11]
        assert lines[11].strip() == "Nothing here yet."
        assert not app.timeline.can_focus


@pytest.mark.asyncio
async def test_columns_hang_and_kinds_are_told_apart_without_colour() -> None:
    rows = [
        said(1, "Data review", kind="segment", speaker=None, minutes=15),
        said(
            2,
            "puts the exit tickets on the table in three piles and waits for two minutes",
            codes=("TM3", "wait"),
        ),
        said(3, "is this about pupils?", kind="wondering", speaker=None, starred=True),
        said(4, "strong", kind="judgment", speaker=None, time="~10:44"),
        said(5, "a secret", kind="in confidence", codes=("TM9",), starred=True),
        said(6, "not running from 10:46 to 10:49", kind="gap", speaker=None),
        said(7, "went on", speaker="Mr. Castellanos-Whitfield", time="?"),
    ]
    app = TimelineApp()
    async with app.run_test(size=(80, 12), notifications=True):
        app.timeline.load(rows)
        lines = app.shown()
        assert lines[4] == "    10:42  Data review " + "─" * 48 + " 15 min"
        assert lines[5] == "    10:42  Maria       puts the exit tickets on the table in three piles and"
        assert lines[6] == " " * 23 + "waits for two minutes  #TM3 #wait"
        assert lines[7] == " *? 10:42              is this about pupils?"
        assert lines[8] == "  !~10:44              strong"
        assert lines[9] == "    10:42              in confidence"
        assert re.fullmatch("    10:42  not running from 10:46 to 10:49 ─+", lines[10])
        assert lines[11] == "        ?  Mr. Caste…  went on"
        italic = next(part for part in app.timeline.render_line(7) if "pupils" in part.text)
        assert italic.style and italic.style.italic
    assert "secret" not in repr(app.timeline.rows)


@pytest.mark.asyncio
@pytest.mark.parametrize("words", HOSTILE)
async def test_hostile_words_are_shown_intact(words: str) -> None:
    app = TimelineApp()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        app.timeline.load([said(1, words, codes=(words[:5],)), said(2, "after", speaker=words[:30])])
        await pilot.pause()
        app.timeline.scroll_home(animate=False)
        await pilot.pause()
        expected = plain(words).plain.replace("\n", " ").replace("\u2028", " ").split()
        seen = [line[23:] for line in app.shown()]
        assert "".join(seen).replace(" ", "").startswith("".join(expected)[:40])
        selection = app.timeline.get_selection(SELECT_ALL)
        assert selection is not None
        assert "".join(expected) in selection[0].replace(" ", "").replace("\n", "")


@pytest.mark.asyncio
async def test_it_follows_the_end_unless_scrolled_up() -> None:
    app = TimelineApp()
    async with app.run_test(size=(80, 20), notifications=True) as pilot:
        timeline = app.timeline
        timeline.load(numbered(5000))
        await pilot.pause()
        assert "line 4999" in app.words()
        timeline.append(said("a", "the newest"))
        assert app.shown()[-1].endswith("the newest")
        timeline.scroll_page_up(animate=False)
        await pilot.pause()
        assert not timeline.is_following
        before = app.shown()[:-1]
        timeline.extend([said("b", "one more"), said("c", "and more"), said("d", "still more")])
        await pilot.pause()
        assert app.shown()[:-1] == before
        assert app.shown()[-1].endswith("↓ 3 new")
        timeline.scroll_end(animate=False)
        await pilot.pause()
        assert timeline.is_following and app.shown()[-1].endswith("still more")
        await pilot.resize_terminal(80, 10)
        await pilot.pause()
        assert app.shown()[-1].endswith("still more")
        timeline.scroll_home(animate=False)
        await pilot.pause()
        assert "line 0" in app.shown()[0]


@pytest.mark.asyncio
async def test_another_width_keeps_the_row_in_view() -> None:
    app = TimelineApp()
    async with app.run_test(size=(80, 20), notifications=True) as pilot:
        app.timeline.load(numbered(300))
        await pilot.pause()
        app.timeline.scroll_to(y=250, animate=False)
        await pilot.pause()
        top = re.findall(r"line (\d+)", app.words())[0]
        for width in (60, 120, 40, 80):
            await pilot.resize_terminal(width, 20)
            await pilot.pause()
            assert abs(int(re.findall(r"line (\d+)", app.words())[0]) - int(top)) <= 1
            assert not app.timeline.is_following


@pytest.mark.asyncio
async def test_rows_are_taken_out_replaced_and_loaded_anew() -> None:
    app = TimelineApp()
    async with app.run_test(size=(80, 10), notifications=True) as pilot:
        timeline = app.timeline
        timeline.load(numbered(4))
        timeline.take_out(["1", "2", "not there"])
        timeline.replace(said(3, "said otherwise"))
        timeline.replace(said("none", "nowhere"))
        await pilot.pause()
        assert [row.key for row in timeline.rows] == ["0", "3"]
        assert app.words().endswith("said otherwise") and "line 2" not in app.words()
        timeline.load(numbered(100))
        await pilot.pause()
        timeline.scroll_to(y=20, animate=False)
        await pilot.pause()
        seen = app.shown()
        timeline.load([said("new", "added before"), *numbered(100)])
        await pilot.pause()
        assert app.shown() == seen
        timeline.load([said("other", "another observation")])
        await pilot.pause()
        assert timeline.is_following and app.shown()[-1].endswith("another observation")
        timeline.load([])
        assert "Nothing here yet." in app.words()


@pytest.mark.asyncio
async def test_rows_given_before_the_first_layout_are_shown() -> None:
    app = TimelineApp()
    app.timeline.load(numbered(40))
    app.timeline.append(said("x", "the last"))
    async with app.run_test(size=(80, 20), notifications=True) as pilot:
        await pilot.pause()
        assert app.shown()[-1].endswith("the last")


@pytest.mark.asyncio
async def test_one_that_is_read_begins_at_the_top() -> None:
    app = TimelineApp(live=False)
    async with app.run_test(size=(80, 20), notifications=True) as pilot:
        app.timeline.load(numbered(3))
        assert "line 0" in app.shown()[0]
        app.timeline.load([said("s", "Opening", kind="segment"), said(0, "line 0"), said("t", "Data", kind="segment")])
        await pilot.pause()
        assert ["Opening" in app.shown()[0], "line 0" in app.shown()[1], app.shown()[2].strip()] == [True, True, ""]
        app.timeline.load(numbered(300))
        await pilot.pause()
        assert "line 0" in app.shown()[0]


@pytest.mark.asyncio
async def test_the_mouse_selects_words_and_copies_rows_as_lines() -> None:
    app = TimelineApp()
    async with app.run_test(size=(80, 20), notifications=True) as pilot:
        long = "puts the exit tickets on the table in three piles and waits for two minutes"
        app.timeline.load([said(1, long), said(2, "then went on"), said(3, "secret", kind="in confidence")])
        await pilot.pause()
        await pilot.mouse_down(Timeline, offset=(23, 16))
        await pilot.hover(Timeline, offset=(34, 18))
        await pilot.mouse_up(Timeline, offset=(34, 18))
        assert app.screen.get_selected_text() == f"{long}\n    10:42  Maria       then went on"
        marked = [part for part in app.timeline.render_line(17) if part.style and part.style.bgcolor]
        assert marked
        whole = app.timeline.get_selection(Selection(None, Offset(100, 3)))
        assert whole is not None and "secret" not in whole[0] and whole[0].endswith("in confidence")
        app.timeline.take_out(["2"])
        assert app.screen.get_selected_text() is None


@pytest.mark.asyncio
async def test_a_theme_changes_the_colours() -> None:
    app = TimelineApp()
    async with app.run_test(size=(80, 20), notifications=True) as pilot:
        app.timeline.load([said(1, "words")])
        await pilot.pause()
        before = {str(part.style) for part in app.timeline.render_line(19)}
        app.theme = "textual-light"
        await pilot.pause()
        assert before.isdisjoint({str(part.style) for part in app.timeline.render_line(19) if part.text.strip()})
