"""Hostile strings pasted into each kind of field: there, and on the disk, stands what was pasted, cleaned, and nothing else."""

from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from coachtui.feedback_at_hand import slot_of
from coachtui.model.clean import clean, clean_line, clean_lines
from coachtui.model.conversation import Whose
from coachtui.model.grammar import read_line
from coachtui.store.notebook import Notebook
from coachtui.store.together import scope_of
from coachtui.tui import commands
from coachtui.tui.rooms.room import GoTo, Room
from coachtui.tui.widgets.wrapping import cells
from tests.support.bare_bytes import bare, bytes_for, live
from tests.support.homes import Desk, fill
from tests.support.hostile import COUNT, strings
from tests.support.rooms import Visitor, visit
from tests.support.standing import painted, panes, squeezed, stand
from tests.support.tally import Tell

SOME = 9
SIZE = (100, 40)
_ROWS = str.maketrans("\u2028\u2029", "\n\n")


def one_line(text: str) -> str:
    """What stands in a field of one line once this is pasted."""
    return " ".join(clean_lines(text))


def look(here: Visitor, *wanted: str) -> None:
    """These words are seen, and nothing is there that a terminal or a click would act on."""
    assert bare(bytes_for(here.app)) == [], ascii(wanted)
    strips = painted(here.app.screen)
    assert live(segment for strip in strips for segment in strip) == [], ascii(wanted)
    shown = panes(here.app.screen, strips)
    to_be_seen = [squeezed(each) for each in wanted if cells(squeezed(each))]  # what takes no cell is not seen alone
    assert [ascii(each) for each in to_be_seen if not stand(each, shown)] == []


def ends(here: Visitor, text: str) -> None:
    """The end of a line that is typed is seen: as much of it as there is room for."""
    row = squeezed(here.rows()[row_of(here)])
    shown = squeezed(text)
    assert any(row.endswith(shown[-count:]) for count in range(1, len(shown) + 1)) or not shown, (
        ascii(row),
        ascii(text),
    )
    look(here)


def row_of(here: Visitor) -> int:
    """The row of the field with the cursor."""
    focused = here.app.focused
    assert focused is not None
    return focused.region.y


async def go(here: Visitor, room: str, ref: str | None) -> Any:
    """Go to this room; it."""
    here.app.go_to(GoTo(room, ref))
    await here.until(lambda: isinstance(here.app.screen, Room) and room == here.app.screen.NAME)
    await here.settled()
    return here.app.screen


async def told(here: Visitor, verb: Callable[[Any], Any]) -> Any:
    """What the notebook says, once all that was typed is in it."""
    return await here.app.workplace.scribe.do(verb)


async def first_id(here: Visitor, table: str) -> str:
    """The id of the first one of this kind."""
    (found,) = await told(here, lambda notebook: notebook.file.row(f"SELECT id FROM {table} ORDER BY n LIMIT 1"))
    return str(found)


async def into_observe(here: Visitor, texts: Sequence[str]) -> None:
    """Each string as a line of a meeting, taken literally."""
    room, expected = await go(here, commands.OBSERVE, None), []
    await here.press("ctrl+e", "ctrl+u")
    for text in texts:
        lines = clean_lines(f"\\{text}")
        await here.paste(f"\\{text}")
        if len(lines) == 1:
            assert room.entry.text == lines[0]
            ends(here, room.entry.text)
            await here.press("enter")
        await here.settled()
        expected += [read_line(each).text for each in lines]
        look(here, *expected[-1:])
    meeting = room.capture.meeting.id
    filed = await told(here, lambda notebook: [line.text for line in notebook.lines.of(meeting)])
    assert filed[-len(expected) :] == expected


async def into_a_question(here: Visitor, texts: Sequence[str]) -> None:
    """Each string as the answer to a question."""
    step = await first_id(here, "steps")
    room = await go(here, commands.STEP, step)
    for text in texts:
        room.sheet.go_to("looks_like")
        await here.press("enter", "ctrl+e", "ctrl+u")
        await here.paste(text)
        assert room.ask_entry.text == one_line(text)
        ends(here, one_line(text))
        await here.press("enter")
        await here.settled()
        kept = await told(here, lambda notebook: notebook.steps.get(step).looks_like)
        assert kept == one_line(text).strip()
        look(here, kept)


async def into_search(here: Visitor, texts: Sequence[str]) -> None:
    """Each string as what is looked for."""
    room = await go(here, commands.SEARCH, None)
    for text in texts:
        await here.press("ctrl+e", "ctrl+u")
        await here.paste(text)
        assert room.entry.text == one_line(text)
        ends(here, one_line(text))


async def into_a_draft(here: Visitor, texts: Sequence[str]) -> None:
    """Each string as the whole of a feedback."""
    feedback = await first_id(here, "feedback")
    room = await go(here, commands.FEEDBACK, feedback)
    for text in texts:
        room.area.select_all()
        await here.paste(text)
        expected = clean(text).translate(_ROWS)
        kept = await told(here, lambda notebook: notebook.drafts.get(slot_of(feedback)))
        assert room.area.text == (kept.text if kept else "") == expected, ascii(text)
        look(here, *([expected] if len(expected) < 500 else []))


def side_of(notebook: Notebook, plan: str, part: str, whose: Whose) -> str:
    """What one side of a plan holds on the disk: half-typed, or a row of it since somebody paused."""
    half_typed = notebook.drafts.get(scope_of(plan, part, whose))
    return half_typed.text if half_typed else notebook.together.seen(plan).words(part, whose)


async def into_a_plan(here: Visitor, texts: Sequence[str]) -> None:
    """Each string as one side of a plan for two, and as the word that leaves it."""
    plan = await first_id(here, "conversations")
    room = await go(here, commands.TOGETHER, plan)
    area = room.focused
    for text in texts:
        area.select_all()
        await here.paste(text)
        expected = clean(text).translate(_ROWS)
        kept = await told(here, lambda notebook: side_of(notebook, plan, area.part, area.whose))
        assert area.text == expected, ascii(text)
        assert not squeezed(expected) or squeezed(kept) == squeezed(expected), ascii(
            text
        )  # emptied, it is so at a pause
        look(here, *([expected] if len(expected) < 500 else []))
    await here.press("escape")
    for text in texts:
        await here.press("end", "ctrl+u")
        await here.paste(text)
        assert clean_line(room.answer.value) == clean_line(text).expandtabs(4)
        look(here, *([room.answer.value] if cells(text) < 60 else []))


WAYS: tuple[Callable[[Visitor, Sequence[str]], Awaitable[None]], ...] = (
    into_observe, into_a_question, into_search, into_a_draft, into_a_plan,
)  # fmt: skip


async def paste_into_each(folder: Path, texts: Sequence[str], ways: Sequence[Any] = WAYS) -> None:
    """Paste these strings into a field of each kind, each in a home of its own."""
    for number, way in enumerate(ways):
        own = folder / str(number)
        own.mkdir()
        desk = Desk(own)
        desk.places.notebook.unlink()
        fill(desk.places, desk.clock)
        async with visit(desk.places, desk.clock, commands.TODAY, size=SIZE) as here:
            await way(here, texts)


@pytest.mark.goal("S1", "S2")
async def test_hostile_words_pasted_into_each_kind_of_field_stand_there_and_on_the_disk(
    tmp_path: Path, tell: Tell
) -> None:
    await paste_into_each(tmp_path, strings()[:SOME])
    tell(f"pasted into 6 kinds of field: {SOME} strings, 0 changed, 0 control bytes")


async def test_a_paste_ends_where_it_ends_whatever_ends_its_rows(tmp_path: Path) -> None:
    await paste_into_each(tmp_path, ("one\u2028two\u2029", "\u2028"), (into_a_draft, into_a_plan))


@pytest.mark.deep
@pytest.mark.goal("S1", "S2")
@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
async def test_each_of_500_strings_pasted_into_a_field_stands_there_and_on_the_disk(
    tmp_path: Path, tell: Tell, way: Any
) -> None:
    await paste_into_each(tmp_path, strings(), (way,))
    tell(f"pasted {way.__name__.replace('_', ' ')}: {COUNT} strings, 0 changed, 0 control bytes, 0 live spans")


@pytest.mark.goal("S1", "S2", sabotage=True)
@pytest.mark.parametrize("way", [into_a_plan, into_search], ids=lambda way: way.__name__)
async def test_a_field_that_takes_a_paste_as_it_comes_is_caught(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: Any
) -> None:
    for name in ("clean", "editable"):
        monkeypatch.setattr(f"coachtui.tui.widgets.plan_area.{name}", lambda text: text)
    monkeypatch.setattr("coachtui.tui.widgets.search_entry.clean_lines", lambda text: [text[:-1]])
    with pytest.raises(AssertionError):
        await paste_into_each(tmp_path, strings()[:3], (way,))
