"""Lines in hand: each key of theirs, what is half-typed stays, the lines do not jump."""

from pathlib import Path

from coachtui.model.line import Kind, Line, Provenance
from tests.support.observing import Meeting, entry, room_of
from tests.support.rooms import Visitor


async def write(here: Visitor, meeting: Meeting, *typed: str) -> None:
    """File these lines, a minute apart."""
    for words in typed:
        await here.file(words)
        meeting.clock.advance(60_000)


async def ask(here: Visitor, key: str, words: str) -> None:
    """Answer the question that a key asks."""
    await here.press(key, "ctrl+u")
    await here.type(words)
    await here.press("enter")
    await here.settled()


def told(lines: list[Line]) -> list[tuple[str, int | None]]:
    """The text and the time of lines."""
    return [(line.text, line.at_ms) for line in lines]


async def test_without_a_line_there_is_none_to_take(tmp_path: Path) -> None:
    async with Meeting(tmp_path).held() as here:
        await here.press("f2")
        await here.until("There is no line here yet.")


async def test_words_speaker_code_star_and_kind_of_a_line(tmp_path: Path) -> None:
    meeting = Meeting(tmp_path)
    async with meeting.held() as here:
        await write(here, meeting, "one", "two", "three")
        await here.type("half")
        await here.press("f2", "up")
        await here.press("e")
        assert here.rows()[-3].startswith(" Edit: two")
        await here.type(" and more")
        await here.press("enter")
        await here.until("two and more")
        await ask(here, "w", "tomas")
        await ask(here, "c", "#norms")
        await here.press("s", "k")
        await here.settled()
        assert any(
            row.startswith("›*") and "?" in row and "Tomas" in row and row.endswith("#norms") for row in here.rows()
        )
        assert entry(here) == "half" and "e Edit" in here.rows()[-1]
        await here.press("escape")
        await here.file(" a line")
    one, two, three, last = meeting.lines()
    assert (two.text, two.speaker, two.codes, two.starred, two.kind) == (
        "two and more", "Tomas Muñoz", ("norms",), True, Kind.WONDERING,
    )  # fmt: skip
    assert [one.text, three.text, last.text] == ["one", "three", "half a line"]


async def test_the_kinds_follow_each_other_and_a_segment_is_none_of_them(tmp_path: Path) -> None:
    meeting = Meeting(tmp_path)
    async with meeting.held() as here:
        await write(here, meeting, "= Norms 5", "one")
        await here.press("f2", "k", "k", "k", "k", "k")
        await here.settled()
        await here.until("a thought of mine")
        await here.press("home", "k")
        await here.until("Only evidence, wonderings and judgments change into each other.")
    assert [line.kind for line in meeting.lines()] == [Kind.SEGMENT, Kind.JUDGMENT]


async def test_times_of_one_line_and_of_those_chosen_are_repaired_and_taken_back(tmp_path: Path) -> None:
    meeting = Meeting(tmp_path)
    async with meeting.held() as here:
        await write(here, meeting, "one", "two", "three")
        await here.press("f2")
        await ask(here, "t", "8:31")
        await here.press("home", "space", "space")
        await ask(here, "t", "-30s")
        await here.press("end")
        await ask(here, "t", "soon")
        assert "'soon' is no time. 10:42 sets it" in here.text()
    assert told(meeting.lines()) == [("one", -30_000), ("two", 30_000), ("three", 60_000)]
    assert {line.provenance for line in meeting.lines()} == {Provenance.ADDED}
    async with meeting.held() as here:
        await here.press("ctrl+z", "ctrl+z")
        await here.settled()
        await here.press("f2")
        await here.settled()
    assert told(meeting.lines()) == [("one", 0), ("two", 60_000), ("three", 120_000)]
    assert {line.provenance for line in meeting.lines()} == {Provenance.LIVE}


async def test_a_time_that_nobody_knows(tmp_path: Path) -> None:
    meeting = Meeting(tmp_path)
    async with meeting.held() as here:
        await write(here, meeting, "one")
        await here.press("f2")
        await ask(here, "t", "?")
        await here.until(lambda: any("? " in row and "one" in row for row in here.rows()))
    assert told(meeting.lines()) == [("one", None)]


async def test_lines_change_places_and_are_taken_out(tmp_path: Path) -> None:
    meeting = Meeting(tmp_path)
    async with meeting.held() as here:
        await write(here, meeting, "one", "two", "three", "four")
        await here.type("half")
        await here.press("f2", "u")
        await here.settled()
        await here.press("home", "d")
        await here.settled()
        await here.press("end", "space")
        await here.press("home", "space", "x")
        await here.until("2 taken out. Ctrl+Z brings back.")
        assert entry(here) == "half"
        await here.press("escape", "ctrl+z")
        await here.until("Taken back")
        await here.press("ctrl+y")
        await here.settled()
    assert [line.text for line in meeting.lines()] == ["one", "four"]


async def test_what_the_lead_says_stands_beside_a_line_and_its_history_is_told(tmp_path: Path) -> None:
    meeting = Meeting(tmp_path)
    async with meeting.held() as here:
        await write(here, meeting, "Ana comes late")
        await here.press("f2")
        await ask(here, "a", "She had hall duty")
        await here.until("The lead: She had hall duty")
        await ask(here, "e", "Ana comes at 9:05")
        await here.press("h")
        await here.until("line filed: Ana comes late")
        assert "line edited: Ana comes at 9:05" in here.text()
        await here.press("up")
        assert "line filed" not in here.text()
    whole = meeting.wholes()[0]
    assert [line.text for line in whole.lines] == ["Ana comes at 9:05"]
    assert [account.words for account in whole.accounts] == ["She had hall duty"]


async def test_the_lines_do_not_jump_while_they_are_changed(tmp_path: Path) -> None:
    meeting = Meeting(tmp_path)
    async with meeting.held(size=(80, 24)) as here:
        await here.paste("\n".join(f"line {number}" for number in range(80)))
        await here.until("line 79")
        await here.press("f2", *["up"] * 40)
        await here.settled()
        place = room_of(here).timeline.scroll_y
        await here.press("s")
        await ask(here, "c", "norms")
        await ask(here, "a", "The lead was there")
        await here.press("k")
        await here.settled()
        assert room_of(here).timeline.scroll_y == place
        assert room_of(here).timeline.pointed == list(room_of(here).view.lines)[39]
        await here.press("home")
        await here.until("line 0")
        await here.press("end")
        await here.until("line 79")


async def test_keys_typed_ahead_reach_the_line_and_the_question(tmp_path: Path) -> None:
    """Everything at once, as a slow line brings it; nothing of it falls into the entry."""
    meeting = Meeting(tmp_path)
    async with meeting.held() as here:
        await here.file("one")
        await here.press("f2", *"sc", *"norms", "enter", *"e", *" and more", "enter", "escape", *"next", "enter")
        await here.until("next")
        await here.settled()
    one, following = meeting.lines()
    assert (one.text, one.codes, one.starred, following.text) == ("one and more", ("norms",), True, "next")


async def test_leaving_for_today_lets_go_of_the_lines(tmp_path: Path) -> None:
    async with Meeting(tmp_path).held() as here:
        await here.file("one")
        await here.press("f2")
        room_of(here).action_leave()
        await here.until("Waiting for you")
        await here.press("o")
        await here.until("F8 End")
        await here.file("two")
        assert "two" in here.text()
