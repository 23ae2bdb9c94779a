"""The clock while a meeting is written: sleep, a clock that is set, a night in which it changes, another zone, a restart."""

from pathlib import Path

import pytest

from coachtui.model.moment import Moment
from coachtui.model.observation import ASLEEP, CLOCK_MOVED, NOT_RUNNING
from tests.support.clocks import A_MORNING, FakeClock
from tests.support.observing import Meeting, room_of
from tests.support.rooms import Visitor

SECOND, MINUTE, HOUR = 1000, 60_000, 3_600_000


async def look(here: Visitor) -> None:
    """The room looks at its clock, as it does each second."""
    room_of(here).look_at_clock()
    await here.settled()


def set_wall(clock: FakeClock, by_ms: int) -> None:
    """Somebody sets the computer's clock; the one that counts from the start goes on."""
    now = clock.now()
    clock.set(Moment(now.utc_ms + by_ms, now.boot_ms, now.boot_id))


@pytest.mark.goal("T1")
async def test_a_lid_that_was_closed_is_marked_and_elapsed_counts_it(tmp_path: Path) -> None:
    meeting = Meeting(tmp_path)
    async with meeting.held() as here:
        await here.file("before")
        await look(here)
        meeting.clock.advance(7 * MINUTE)
        await look(here)
        await here.until("the computer slept from 8:30 to 8:37 (7 min)")
        await here.file("after")
        await look(here)
        assert here.text().count("the computer slept") == 1
    whole = meeting.wholes()[0]
    assert [(gap.from_ms, gap.to_ms, gap.reason) for gap in whole.gaps] == [(0, 7 * MINUTE, ASLEEP)]
    assert [line.at_ms for line in whole.lines] == [0, 7 * MINUTE]


async def test_seconds_that_pass_slowly_are_no_sleep(tmp_path: Path) -> None:
    meeting = Meeting(tmp_path)
    async with meeting.held() as here:
        await here.file("one")
        await look(here)
        meeting.clock.advance(50 * SECOND)
        set_wall(meeting.clock, 1500)
        await look(here)
    assert not meeting.wholes()[0].gaps


@pytest.mark.goal("T1")
@pytest.mark.parametrize(
    ("by_ms", "words"),
    [
        (HOUR, "set forward by 60 min; the times here go on"),
        (-HOUR, "set back by 60 min; the times here go on"),
        (-3000 * SECOND, "set back by 50 min"),
    ],
)
async def test_a_clock_that_is_set_is_marked_and_order_and_elapsed_stay(tmp_path: Path, by_ms: int, words: str) -> None:
    meeting = Meeting(tmp_path)
    async with meeting.held() as here:
        await here.file("one")
        await look(here)
        set_wall(meeting.clock, by_ms)
        meeting.clock.advance(SECOND)
        await look(here)
        await here.until(words)
        meeting.clock.advance(MINUTE)
        await here.file("two")
        await here.file("-1m three")
        assert any("8:31" in row and "two" in row for row in here.rows())
        await here.press("f8")
        await here.settled()
    whole = meeting.wholes()[0]
    assert [(gap.from_ms, gap.to_ms, gap.reason, gap.moved_ms) for gap in whole.gaps] == [
        (SECOND, SECOND, CLOCK_MOVED, by_ms)
    ]
    assert [(line.text, line.at_ms) for line in whole.lines] == [("one", 0), ("two", 61_000), ("three", SECOND)]


@pytest.mark.goal("T1")
@pytest.mark.parametrize(("at", "shown"), [("spring", ("1:50", "3:10")), ("autumn", ("1:50", "1:10"))])
async def test_the_night_in_which_the_hour_changes_leaves_elapsed_right(
    tmp_path: Path, at: str, shown: tuple[str, str]
) -> None:
    """Twenty minutes pass, whatever the clock on the wall shows; nothing was set, so nothing is marked."""
    meeting = Meeting(tmp_path)
    starts = {"spring": 1_772_952_600_000, "autumn": 1_793_512_200_000}  # 1:50 in New York, 8 March and 1 November 2026
    meeting.clock = FakeClock(Moment(starts[at], 5_000_000, "boot-1"), zone="America/New_York")
    async with meeting.held() as here:
        await here.file("before")
        await look(here)
        for _ in range(20):
            meeting.clock.advance(MINUTE)
            await look(here)
        await here.file("after")
        for time, words in zip(shown, ("before", "after"), strict=True):
            assert any(f"{time} " in row and words in row for row in here.rows())
    whole = meeting.wholes()[0]
    assert [line.at_ms for line in whole.lines] == [0, 20 * MINUTE] and not whole.gaps


@pytest.mark.goal("T1")
async def test_another_zone_changes_no_time_of_a_meeting_that_goes_on(tmp_path: Path) -> None:
    meeting = Meeting(tmp_path)
    async with meeting.held() as here:
        await here.file("at home")
        await here.type("half")
    now = meeting.clock.advance(2 * MINUTE)
    meeting.clock = FakeClock(now, zone="Asia/Tokyo")
    async with meeting.held() as here:
        await here.until("This observation stopped at 8:30, 2 min ago.")
        await here.file(" abroad")
        await here.press("f7")
        meeting.clock.advance(MINUTE)
        await here.file("there")
        assert any("17:33" in row and "there" in row for row in here.rows())
    first, second = meeting.wholes()
    assert (first.observation.zone, second.observation.zone) == ("UTC", "Asia/Tokyo")
    assert [line.at_ms for line in first.lines] == [0, 0] and len(first.gaps) == 1


@pytest.mark.goal("T1")
async def test_after_a_restart_the_meeting_goes_on_and_the_gap_is_marked(tmp_path: Path) -> None:
    meeting = Meeting(tmp_path)
    async with meeting.held() as here:
        await here.file("before")
    meeting.clock.reboot(5 * MINUTE)
    async with meeting.held() as here:
        await here.until("This observation stopped at 8:30, 5 min ago.")
        await here.press("f2")
        await here.until("then its lines can be changed")
        await here.file("after")
        await here.until("not running from 8:30 to 8:35 (5 min)")
        meeting.clock.advance(MINUTE)
        await here.file("later")
    whole = meeting.wholes()[0]
    assert [(line.text, line.at_ms) for line in whole.lines] == [
        ("before", 0), ("after", 5 * MINUTE), ("later", 6 * MINUTE),
    ]  # fmt: skip
    assert [(gap.from_ms, gap.to_ms, gap.reason) for gap in whole.gaps] == [(0, 5 * MINUTE, NOT_RUNNING)]
    assert whole.observation.anchor.utc_ms == A_MORNING.utc_ms


@pytest.mark.goal("T1")
async def test_a_clock_that_is_set_before_and_after_a_restart_moves_no_line(tmp_path: Path) -> None:
    """Nor does it move the line that was half-typed when the computer went off."""
    meeting = Meeting(tmp_path)
    async with meeting.held() as here:
        await here.file("before")
        set_wall(meeting.clock, -2 * HOUR)
        meeting.clock.advance(MINUTE)
        await here.type("half ")
    meeting.clock.reboot(5 * MINUTE)
    async with meeting.held() as here:
        await here.until("5 min ago.")
        await here.file("typed")
        set_wall(meeting.clock, 3 * HOUR)
        meeting.clock.advance(MINUTE)
        await here.file("later")
    assert [(line.text, line.at_ms) for line in meeting.lines()] == [
        ("before", 0), ("half typed", MINUTE), ("later", 7 * MINUTE),
    ]  # fmt: skip


@pytest.mark.goal("T2")
async def test_a_clock_that_was_set_while_the_computer_was_off_still_keeps_the_order(tmp_path: Path) -> None:
    meeting = Meeting(tmp_path)
    async with meeting.held() as here:
        await here.file("before")
    meeting.clock.reboot(-HOUR)
    async with meeting.held() as here:
        await here.until("This observation stopped at 8:30")
        await here.file("after")
        await here.until("set back by 60 min; the times here go on")
        rows = [row for row in here.rows() if "before" in row or "after" in row]
        assert "before" in rows[0] and "after" in rows[1]
    assert [line.text for line in meeting.lines()] == ["before", "after"]
