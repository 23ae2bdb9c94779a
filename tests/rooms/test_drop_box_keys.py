"""While another window has the notebook every key of the room is answered by a sentence or a line, never by a fault."""

from pathlib import Path

import pytest

from coachtui.model.keys import PAD_KEYS, SPEAKER_KEYS
from coachtui.tui.commands import EVERYWHERE, OBSERVE, commands_of
from tests.support.homes import open_notebook
from tests.support.observing import Meeting, entry, room_of
from tests.support.rooms import HOSTILE_NAMES

KEYS = [
    key
    for command in commands_of(OBSERVE)
    if command.room != EVERYWHERE and command.id != "observe.leave"
    for key in command.key.split(",")
    if key
]
CAN_NOT = "In the drop box lines are only written. The rest can be done once the notebook is open."


@pytest.mark.parametrize("typed", ["", "half a line"])
async def test_no_key_is_a_fault_there(tmp_path: Path, typed: str) -> None:
    meeting = Meeting(tmp_path)
    with open_notebook(meeting.places, meeting.clock):
        async with meeting.held() as here:
            await here.until("goes into the drop box")
            await here.file("first")
            assert {f"alt+{key}" for key in PAD_KEYS + SPEAKER_KEYS} < set(KEYS)
            for key in KEYS:
                if typed and not entry(here):
                    await here.type(typed)
                await here.press(key)
                await here.settled()
                assert "goes into the drop box" in here.text() or here.app.screen is room_of(here), key
                await here.press(*["escape"] * room_of(here).ask_entry.is_asking)
            await here.press("ctrl+u")
            await here.file("last")
    async with meeting.held() as here:
        await here.press("escape")
        await here.until("Today")
    texts = [line.text for whole in meeting.wholes() for line in whole.lines]
    assert {"first", "last"} < set(texts)


@pytest.mark.parametrize("key", ["f2", "f5", "ctrl+r", "alt+1", "f3", "ctrl+g"])
async def test_what_can_not_be_done_there_is_said(tmp_path: Path, key: str) -> None:
    meeting = Meeting(tmp_path)
    with open_notebook(meeting.places, meeting.clock):
        async with meeting.held(team=None) as here:
            await here.file("first")
            await here.press(key)
            await here.settled()
            said = here.text()
            assert CAN_NOT in said or "Nobody is on Alt+1." in said


async def test_a_mark_is_a_line_there_and_words_in_confidence_stay_so(tmp_path: Path) -> None:
    meeting = Meeting(tmp_path)
    with open_notebook(meeting.places, meeting.clock):
        async with meeting.held() as here:
            await here.file("first")
            await here.type("half")
            await here.press("alt+a")
            await here.until("#TM1")
            assert entry(here) == "half"
            await here.press("ctrl+u")
            await here.type("her health")
            await here.press("f3")
            await here.settled()
            assert "health" not in here.text()
            await here.paste("Norms 5\nData 20")
            await here.until("2 pasted lines filed.")
            await here.press("f8")
            await here.until("Ended at 8:30, 5 lines, all saved in the drop box. Type to begin the next one.")
            await here.press("f8")
            await here.until("Nothing to end yet")
            await here.file("the next one")
            assert "goes into the drop box" in here.text()
    first, second = sorted(meeting.wholes(), key=lambda whole: -len(whole.lines))
    assert [(line.text, line.kind.value, line.codes) for line in first.lines[:3]] == [
        ("first", "evidence", ()), ("seen", "evidence", ("TM1",)), ("her health", "in confidence", ()),
    ]  # fmt: skip
    assert [line.text for line in second.lines] == ["the next one"]


_LONG_RUN = ("[/", "two\nlines")
"""Of the hostile names these wait for the long run: `make test` types others like them everywhere."""


@pytest.mark.parametrize(
    "words", [pytest.param(each, marks=pytest.mark.deep) if each in _LONG_RUN else each for each in HOSTILE_NAMES]
)
async def test_hostile_words_are_words_to_every_key(tmp_path: Path, words: str) -> None:
    meeting = Meeting(tmp_path)
    async with meeting.held(size=(120, 40)) as here:
        await here.paste(f"{words.splitlines()[0]} 5\nData 20")
        await here.press("f6")
        await here.paste(words.replace("\n", " "))
        for key in ("alt+d", "alt+1", "tab", "ctrl+r", "f4", "f4"):
            await here.press(key)
            await here.settled()
        await here.press("enter")
        await here.settled()
        for key, answer in (("e", " more"), ("w", words), ("c", words), ("t", words), ("a", words)):
            await here.press("f2", key)
            await here.paste(answer.replace("\n", " "))
            await here.press("enter")
            await here.settled()
            await here.press("escape")
        await here.press("f2", "h")
        await here.settled()
        await here.press("escape", "f5")
        await here.until("Team:")
        for _ in range(4):
            await here.press("ctrl+u")
            await here.paste(words.replace("\n", " "))
            await here.press("enter")
            await here.settled()
        await here.press("f8", "f8")
        for _ in range(3):
            await here.paste(words.replace("\n", " "))
            await here.press("enter")
            await here.settled()
        await here.until("Kept.")
        await here.press("s")
        await here.until("Closing words")
    assert meeting.wholes()[0].closing is not None
