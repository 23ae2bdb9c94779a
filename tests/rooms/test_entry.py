"""The entry line: keys, pastes, the window around the cursor, and what it tells."""

from collections.abc import Callable
from typing import ClassVar

import pytest
from rich.cells import cell_len
from textual import events
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.pilot import Pilot

from coachtui.model.clean import clean_line
from coachtui.tui.widgets.entry import Entry
from coachtui.tui.widgets.entry_text import EntryText

ROOM_KEYS = ["f5", "ctrl+z", "up", "pageup", "escape", "alt+1"]
FAMILY = "👩\u200d👩\u200d👧"
HOSTILE = [
    "[/",
    "[bold]x[/bold]",
    "[@click=app.bell]y[/]",
    "a\x1b[31mb",
    "\u202eevil",
    "שלום",
    "日本語",
    "e\u0301",
]


class EntryApp(App[None]):
    """An entry line alone, and a note of all that it told."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding(key, f"note('{key}')") for key in ROOM_KEYS]

    def __init__(self) -> None:
        super().__init__()
        self.entry = Entry(placeholder="Type what you see and hear. " * 3)
        self.told: list[Message] = []
        self.noted: list[str] = []

    def compose(self) -> ComposeResult:
        yield self.entry

    def on_mount(self) -> None:
        self.entry.focus()

    def on_entry_changed(self, event: Entry.Changed) -> None:
        self.told.append(event)

    def on_entry_filed(self, event: Entry.Filed) -> None:
        self.told.append(event)

    def on_entry_pasted_lines(self, event: Entry.PastedLines) -> None:
        self.told.append(event)

    def action_note(self, key: str) -> None:
        self.noted.append(key)

    def filed(self) -> list[str]:
        return [event.text for event in self.told if isinstance(event, Entry.Filed)]

    def shown(self) -> str:
        return self.entry.render_line(0).text

    def under_cursor(self) -> str:
        reversed_parts = (part for part in self.entry.render_line(0) if part.style and part.style.reverse)
        return next(reversed_parts).text


async def paste(app: EntryApp, pilot: Pilot[None], text: str) -> None:
    app.entry.post_message(events.Paste(text))
    await pilot.pause()


@pytest.mark.asyncio
async def test_typing_is_shown_and_enter_files_it() -> None:
    app = EntryApp()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        assert app.shown().startswith("› Type what you see")
        assert app.shown().endswith("…") and cell_len(app.shown()) == 80
        await pilot.press("h", "i", "space", "é", "exclamation_mark")
        assert app.shown().rstrip() == "› hi é!"
        assert app.cursor_position == (7, 0)
        await pilot.press("enter", "enter")
        assert app.filed() == ["hi é!"]
        assert app.entry.text == ""
    firsts = [event.first_key for event in app.told if isinstance(event, Entry.Changed)]
    assert firsts == [True, False, False, False, False]


@pytest.mark.asyncio
async def test_keys_typed_right_after_enter_are_the_next_line() -> None:
    app = EntryApp()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        for key in ("a", "enter", "b", "enter", "c"):
            app.entry.post_message(events.Key(key, key if len(key) == 1 else None))
        await pilot.pause()
        assert (app.filed(), app.entry.text) == (["a", "b"], "c")
        app.entry.put_back("b ")
        assert (app.entry.text, app.entry.cursor) == ("b c", 3)


@pytest.mark.asyncio
async def test_blank_lines_are_not_filed() -> None:
    app = EntryApp()
    async with app.run_test(notifications=True) as pilot:
        await pilot.press("space", "enter")
        assert (app.filed(), app.entry.text) == ([], " ")


@pytest.mark.asyncio
async def test_editing_keys() -> None:
    app = EntryApp()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        app.entry.set_text(f"one two{FAMILY}e\u0301 three")
        assert app.told == []
        await pilot.press("ctrl+left", "left", "backspace")
        assert app.entry.text == f"one two{FAMILY} three"
        await pilot.press("backspace", "delete")
        assert app.entry.text == "one twothree"
        await pilot.press("ctrl+w")
        assert app.entry.text == "one three"
        await pilot.press("home", "delete", "ctrl+e", "x", "ctrl+a", "ctrl+right", "ctrl+k")
        assert app.entry.text == "ne"
        await pilot.press("backspace", "backspace", "backspace", "q")
        assert app.entry.text == "q"


@pytest.mark.asyncio
async def test_killed_words_come_back_only_into_an_empty_line() -> None:
    app = EntryApp()
    async with app.run_test(notifications=True) as pilot:
        app.entry.set_text("asked who else had seen it")
        await pilot.press("ctrl+w", "ctrl+w", "ctrl+u")
        assert app.entry.text == ""
        assert app.entry.restore_killed()
        assert app.entry.text == "asked who else had seen it"
        await pilot.press("ctrl+u", "x")
        assert not app.entry.restore_killed()
        await pilot.press("enter")
        assert not app.entry.restore_killed()


@pytest.mark.asyncio
async def test_keys_of_the_room_pass_through() -> None:
    app = EntryApp()
    async with app.run_test(notifications=True) as pilot:
        await pilot.press(*ROOM_KEYS)
        assert app.noted == ROOM_KEYS
        assert app.entry.text == ""
        app.entry.post_message(events.Key("alt+x", "x"))
        await pilot.pause()
        assert app.entry.text == "x"


@pytest.mark.asyncio
async def test_joiners_and_odd_blanks_are_typed_and_controls_are_not() -> None:
    app = EntryApp()
    async with app.run_test(notifications=True) as pilot:
        for character in (*FAMILY, "\u200c", "\xa0", "\x07", "\x9b", "\u202e", "\ud800"):
            app.entry.post_message(events.Key("unknown", character))
        await pilot.pause()
        assert app.entry.text == clean_line(f"{FAMILY}\u200c\xa0\u202e\ud800")
        assert "\u202e" not in app.shown()


@pytest.mark.asyncio
async def test_one_pasted_line_goes_in_at_the_cursor() -> None:
    app = EntryApp()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        app.entry.set_text("ad", 1)
        await paste(app, pilot, "b\tc\r\n")
        assert (app.entry.text, app.entry.cursor) == ("ab\tcd", 4)
        assert app.shown().rstrip() == "› ab cd"
        assert app.under_cursor() == "d"


@pytest.mark.asyncio
async def test_many_pasted_lines_are_handed_on_and_the_text_stays() -> None:
    app = EntryApp()
    async with app.run_test(notifications=True) as pilot:
        app.entry.set_text("half")
        await paste(app, pilot, "".join(f"line {number}\r\n\n" for number in range(500)))
        (told,) = app.told
        assert isinstance(told, Entry.PastedLines)
        assert told.control is app.entry
        assert told.lines == [f"line {number}" for number in range(500)]
        assert app.entry.text == "half"
        await paste(app, pilot, "\n\r\n")
        assert len(app.told) == 1


@pytest.mark.asyncio
@pytest.mark.parametrize("words", HOSTILE)
async def test_hostile_words_are_shown_as_text(words: str) -> None:
    app = EntryApp()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await paste(app, pilot, words)
        assert app.entry.text == clean_line(words)
        assert app.shown().rstrip() == f"› {clean_line(words)}"
        await pilot.press("home", "right", "end", "enter")
        assert app.filed() == [clean_line(words)]


@pytest.mark.asyncio
@pytest.mark.parametrize("unit", ["x", "日", "e\u0301", FAMILY, "🇬🇧", "ab "])
async def test_the_cursor_is_always_in_view(unit: str) -> None:
    app = EntryApp()
    async with app.run_test(size=(40, 10), notifications=True) as pilot:
        app.entry.set_text((unit * 10_000)[:10_000] + "Z")
        for key in ("left", "backspace", "home", "right", "end", "y", "left", "left", "ctrl+u", "end"):
            await pilot.press(key)
            strip = app.entry.render_line(0)
            assert cell_len(strip.text) == 40
            assert app.under_cursor()
            assert 2 <= app.cursor_position.x < 40
        await pilot.resize_terminal(20, 10)
        await pilot.pause()
        assert app.under_cursor() and cell_len(app.shown()) == 20


@pytest.mark.asyncio
async def test_words_before_the_cursor_stay_in_view_while_deleting() -> None:
    app = EntryApp()
    async with app.run_test(size=(40, 10), notifications=True) as pilot:
        app.entry.set_text("".join(f"word{number} " for number in range(30)))
        for _ in range(60):
            await pilot.press("backspace")
            assert app.shown()[2:12].strip()


@pytest.mark.asyncio
async def test_a_click_puts_the_cursor_there() -> None:
    app = EntryApp()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        app.entry.set_text("日本語 abc")
        await pilot.click(Entry, offset=(2 + 4, 0))
        assert app.entry.cursor == 2
        await pilot.click(Entry, offset=(70, 0))
        assert app.entry.cursor == 7
        await pilot.click(Entry, offset=(0, 0))
        assert app.entry.cursor == 0


@pytest.mark.parametrize(
    ("deed", "left"),
    [
        (lambda line: line.type("x"), "x"),
        (EntryText.backspace, ""),
        (EntryText.delete, ""),
        (EntryText.kill_to_start, ""),
        (lambda line: (line.left(), line.type("x")), "Thu Dec x3"),
        (lambda line: (line.end(), line.type("x")), "Thu Dec 3x"),
        (lambda line: (line.type("4"), line.type("5")), "45"),
    ],
)
def test_what_is_only_offered_gives_way_to_what_is_typed(deed: Callable[[EntryText], object], left: str) -> None:
    line = EntryText()
    line.put("Thu Dec 3", offered=True)
    deed(line)
    assert (line.text, line.is_offered) == (left, False)
