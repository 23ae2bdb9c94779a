"""When a line happened: by a clock that counts sleep and never jumps, whatever the one on the wall does."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from coachtui.model.grammar import AtTime, Earlier, UnknownTime, When
from coachtui.model.line import Provenance
from coachtui.model.moment import Moment, elapsed_ms
from coachtui.model.timing import clock_text, local_time, midnight_ms, nearest_wall_ms, place_in_time, wall_ms

SECOND, MINUTE, HOUR = 1000, 60_000, 3_600_000
NEW_YORK = "America/New_York"
MANY = settings(max_examples=500, deadline=None)


def utc_ms(words: str) -> int:
    """A moment written in UTC, in ms since 1970."""
    return round(datetime.fromisoformat(words).replace(tzinfo=UTC).timestamp() * 1000)


def moment(words: str, boot_ms: int = 0, boot_id: str = "boot-1") -> Moment:
    return Moment(utc_ms(words), boot_ms, boot_id)


def at(hour: int, minute: int, second: int | None = None, about: bool = False) -> AtTime:
    return AtTime(hour, minute, second, about)


# The time between two moments


def test_the_clock_that_counts_sleep_is_believed_before_the_one_on_the_wall() -> None:
    start = moment("2026-03-10T08:30", 1000)
    for wall in ("2026-03-10T07:30", "2026-03-10T08:30", "2026-03-10T09:31", "2001-01-01"):
        assert elapsed_ms(start, moment(wall, 61_000)) == MINUTE


@pytest.mark.parametrize("boot_ids", [("boot-1", "boot-2"), ("", ""), ("boot-1", ""), ("", "boot-1")])
def test_after_a_restart_or_without_word_of_one_the_wall_is_believed(boot_ids: tuple[str, str]) -> None:
    start = moment("2026-03-10T08:30", 900_000, boot_ids[0])
    assert elapsed_ms(start, moment("2026-03-10T08:42", 20_000, boot_ids[1])) == 12 * MINUTE


# Where a line lies


@pytest.mark.parametrize(
    ("when", "at_ms", "about", "provenance"),
    [
        (None, 20 * MINUTE, False, Provenance.LIVE),
        (Earlier(180), 17 * MINUTE, False, Provenance.ADDED),
        (Earlier(30 * 60), -10 * MINUTE, False, Provenance.ADDED),
        (at(8, 42), 12 * MINUTE, False, Provenance.ADDED),
        (at(8, 42, 30), 12 * MINUTE + 30 * SECOND, False, Provenance.ADDED),
        (at(8, 40, about=True), 10 * MINUTE, True, Provenance.ADDED),
        (at(8, 55), 25 * MINUTE, False, Provenance.ADDED),
        (UnknownTime(), None, False, Provenance.ADDED),
    ],
)
def test_a_line_lies_where_it_says(when: When | None, at_ms: int | None, about: bool, provenance: Provenance) -> None:
    anchor, typed = moment("2026-03-10T08:30", 0), moment("2026-03-10T08:50", 20 * MINUTE)
    assert place_in_time(when, anchor, "UTC", typed) == (at_ms, about, provenance)
    assert place_in_time(when, anchor, "UTC", typed, after_the_meeting=True) == (at_ms, about, Provenance.MEMORY)


def test_a_time_is_read_off_the_wall_as_it_is_now_when_the_clock_was_set_meanwhile() -> None:
    """The clock went 7 minutes wrong and was set right; the person reads 8:50 on it and means five minutes ago."""
    anchor, typed = moment("2026-03-10T08:23", 0), moment("2026-03-10T08:55", 25 * MINUTE)
    assert place_in_time(at(8, 50), anchor, "UTC", typed)[0] == 20 * MINUTE
    assert place_in_time(None, anchor, "UTC", typed)[0] == 25 * MINUTE


def test_the_hour_goes_forward_in_the_middle_of_a_meeting() -> None:
    """New York, 8 March 2026: after 1:59 comes 3:00."""
    anchor, typed = moment("2026-03-08T06:50", 0), moment("2026-03-08T07:15", 25 * MINUTE)
    assert clock_text(anchor.utc_ms, NEW_YORK) == "1:50" and clock_text(typed.utc_ms, NEW_YORK) == "3:15"
    assert place_in_time(None, anchor, NEW_YORK, typed)[0] == 25 * MINUTE
    assert place_in_time(at(1, 55), anchor, NEW_YORK, typed)[0] == 5 * MINUTE
    assert place_in_time(at(3, 10), anchor, NEW_YORK, typed)[0] == 20 * MINUTE


def test_a_time_that_no_clock_showed_is_read_on_the_old_or_the_new_clock() -> None:
    typed = utc_ms("2026-03-08T07:15")
    assert nearest_wall_ms(at(2, 30), typed, NEW_YORK) in (utc_ms("2026-03-08T06:30"), utc_ms("2026-03-08T07:30"))


def test_the_hour_goes_back_in_the_middle_of_a_meeting() -> None:
    """New York, 1 November 2026: 1:30 is shown twice, and the one nearest to now is meant."""
    anchor = moment("2026-11-01T05:20", 0)
    for typed_at, meant in (("2026-11-01T05:40", "2026-11-01T05:30"), ("2026-11-01T06:35", "2026-11-01T06:30")):
        minutes = (utc_ms(typed_at) - anchor.utc_ms) // MINUTE
        typed = moment(typed_at, minutes * MINUTE)
        assert place_in_time(at(1, 30), anchor, NEW_YORK, typed)[0] == utc_ms(meant) - anchor.utc_ms
        assert place_in_time(None, anchor, NEW_YORK, typed)[0] == minutes * MINUTE


def test_a_line_keeps_its_place_when_the_computer_comes_into_another_zone() -> None:
    """The offset is from the anchor; only what is read off a clock depends on the zone, and that is the observation's."""
    anchor, typed = moment("2026-03-10T14:00", 0), moment("2026-03-10T15:10", 70 * MINUTE)
    for zone, hour in (("America/Chicago", 9), (NEW_YORK, 10), ("Asia/Kathmandu", 19)):
        assert place_in_time(None, anchor, zone, typed)[0] == 70 * MINUTE
        minute = 45 if zone == "Asia/Kathmandu" else 0
        assert place_in_time(at(hour, minute), anchor, zone, typed)[0] == 0


# A time on the wall


@pytest.mark.parametrize(
    ("typed", "when", "meant"),
    [
        ("2026-03-10T10:45", at(10, 42), "2026-03-10T10:42"),
        ("2026-03-11T00:10", at(23, 50), "2026-03-10T23:50"),
        ("2026-03-10T23:50", at(0, 10), "2026-03-11T00:10"),
        ("2026-03-10T23:50", at(12, 10), "2026-03-11T00:10"),
        ("2026-03-11T00:10", at(11, 50), "2026-03-10T23:50"),
        ("2026-03-10T14:20", at(2, 15), "2026-03-10T14:15"),
        ("2026-03-10T14:20", at(14, 15), "2026-03-10T14:15"),
        ("2026-03-10T12:40", at(12, 30), "2026-03-10T12:30"),
        ("2026-03-10T00:40", at(12, 30), "2026-03-10T00:30"),
        ("2026-03-10T08:05", at(8, 10), "2026-03-10T08:10"),
        ("2026-03-10T16:00", at(8, 30), "2026-03-10T20:30"),
        ("2026-03-10T14:30", at(8, 30), "2026-03-10T08:30"),
        ("2026-03-10T10:01", at(22, 0), "2026-03-10T22:00"),
    ],
)
def test_the_time_nearest_to_now_is_meant(typed: str, when: AtTime, meant: str) -> None:
    assert nearest_wall_ms(when, utc_ms(typed), "UTC") == utc_ms(meant)


FROM_2000_TO_2060 = st.integers(946_684_800, 2_840_140_800)  # seconds since 1970
ZONES = [NEW_YORK, "Europe/Berlin", "Australia/Lord_Howe"]
OFFSETS = st.integers(-6 * 3600 + 1, 6 * 3600 - 1)


@MANY
@given(FROM_2000_TO_2060, OFFSETS, st.booleans())
@example(utc_ms("2026-03-10T23:59:59") // SECOND, 2, True)
def test_a_time_within_six_hours_comes_back_as_meant_on_either_clock(now: int, offset: int, twelve: bool) -> None:
    meant = datetime.fromtimestamp(now + offset, UTC)
    hour = (meant.hour % 12 or 12) if twelve else meant.hour
    assert nearest_wall_ms(at(hour, meant.minute, meant.second), now * 1000, "UTC") == (now + offset) * 1000


@MANY
@given(FROM_2000_TO_2060, st.integers(0, 23), st.integers(0, 59), st.sampled_from(ZONES))
def test_the_clock_shows_what_was_typed_or_the_same_twelve_hours_on(
    now: int, hour: int, minute: int, zone: str
) -> None:
    found = nearest_wall_ms(at(hour, minute), now * 1000, zone)
    assert abs(found - now * 1000) <= 13 * HOUR
    shown = local_time(found, zone)
    if shown.minute == minute and shown.hour in (hour, (hour + 12) % 24):
        return
    # In the night when the clock goes forward some times are never shown.
    assert local_time(found - 2 * HOUR, zone).utcoffset() != local_time(found + 2 * HOUR, zone).utcoffset()


# What the clock on the wall says


def test_the_wall_shows_the_anchor_and_what_has_passed() -> None:
    anchor = moment("2026-03-10T08:30", 77)
    assert wall_ms(anchor, 12 * MINUTE) == utc_ms("2026-03-10T08:42")
    assert clock_text(wall_ms(anchor, -31 * MINUTE), "UTC") == "7:59"


@pytest.mark.parametrize(
    "zone", ["Mars/Olympus", "", "../../etc/passwd", "/etc/localtime", "a\x00b", "Europe", "x" * 5000]
)
def test_a_zone_that_is_not_known_is_taken_for_utc(zone: str) -> None:
    assert local_time(utc_ms("2026-03-10T08:30"), zone).isoformat() == "2026-03-10T08:30:00+00:00"
    assert nearest_wall_ms(at(8, 42), utc_ms("2026-03-10T08:50"), zone) == utc_ms("2026-03-10T08:42")


@pytest.mark.parametrize("day", ["2026-03-08", "2026-11-01", "2026-07-01"])
def test_the_day_begins_at_midnight_there_also_on_the_days_when_the_clock_is_changed(day: str) -> None:
    began = datetime.fromisoformat(day).replace(tzinfo=ZoneInfo(NEW_YORK))
    for hour in (0, 1, 4, 12, 23):
        then = began.replace(hour=hour, minute=59)
        assert midnight_ms(round(then.timestamp() * 1000), NEW_YORK) == round(began.timestamp() * 1000)


def test_a_moment_that_no_calendar_has_says_so() -> None:
    with pytest.raises(OverflowError):
        local_time(10**17, "UTC")
