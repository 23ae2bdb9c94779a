"""A calendar is taken in whole or not at all, twice is once, and one undo takes it back."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coachtui.clock import Clock
from coachtui.model.people import Slot
from coachtui.model.school_days import DayOff
from coachtui.sharing.calendar_reading import read_calendar
from coachtui.sharing.errors import SharingError
from coachtui.store.calendar import CALENDAR
from tests.support.homes import make_home, open_notebook
from tests.support.program import ask

NOW = date(2026, 11, 26)
HEAD = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//School//EN\r\n"


def ics(*events: str) -> bytes:
    """A calendar of these events, each its rows with blanks between them."""
    bodies = ("BEGIN:VEVENT\r\nUID:1\r\n" + event.replace(" | ", "\r\n") + "\r\nEND:VEVENT\r\n" for event in events)
    return (HEAD + "".join(bodies) + "END:VCALENDAR\r\n").encode()


def off(content: bytes) -> list[tuple[date, date, str]]:
    return [each[1:] for each in read_calendar(content, "'x'", "America/Denver", NOW).days_off]


def test_all_day_events_are_days_off_their_end_is_the_day_after() -> None:
    content = ics(
        "SUMMARY:Thanksgiving | DTSTART;VALUE=DATE:20261125 | DTEND;VALUE=DATE:20261128",
        "SUMMARY:Labor Day | DTSTART;VALUE=DATE:20260907",
        "SUMMARY:Picture Day | DTSTART;VALUE=DATE:20261001",
        "SUMMARY:Long ago | DTSTART;VALUE=DATE:20150101",
        "SUMMARY:Snow | STATUS:CANCELLED | DTSTART;VALUE=DATE:20261201",
        "SUMMARY:Founders | DTSTART;VALUE=DATE:20201104 | RRULE:FREQ=YEARLY | EXDATE;VALUE=DATE:20271104",
        "SUMMARY:PD | DTSTART;VALUE=DATE:20270108 | DURATION:P2D",
    )
    assert off(content) == [
        (date(2026, 9, 7), date(2026, 9, 7), "Labor Day"), (date(2026, 11, 4), date(2026, 11, 4), "Founders"),
        (date(2026, 11, 25), date(2026, 11, 27), "Thanksgiving"), (date(2027, 1, 8), date(2027, 1, 9), "PD"),
        (date(2028, 11, 4), date(2028, 11, 4), "Founders"),
    ]  # fmt: skip
    assert read_calendar(content, "'x'", "UTC", NOW).in_school == ("Picture Day",)


def test_days_that_are_listed_one_by_one_are_one_break() -> None:
    days = [f"SUMMARY:Winter | DTSTART;VALUE=DATE:202612{day}" for day in (21, 22, 23, 24, 25, 28, 29)]
    assert off(ics(*days, "SUMMARY:Winter | DTSTART;VALUE=DATE:20270104")) == [
        (date(2026, 12, 21), date(2026, 12, 29), "Winter"), (date(2027, 1, 4), date(2027, 1, 4), "Winter"),
    ]  # fmt: skip


def test_weekly_events_are_usual_times_on_the_clock_of_the_school() -> None:
    found = read_calendar(
        ics(
            "SUMMARY:Grade 4 Math PLC | DTSTART;TZID=America/Denver:20260901T091500 | DTEND;TZID=America/Denver:20260901T100000 "
            "| RRULE:FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20270601T000000Z",
            "SUMMARY:Utc | DTSTART:20260902T200000Z | DURATION:PT30M | RRULE:FREQ=WEEKLY;INTERVAL=2",
            "SUMMARY:Over | DTSTART:20250902T200000Z | DURATION:PT30M | RRULE:FREQ=WEEKLY;UNTIL=20251001",
            "SUMMARY:Once | DTSTART:20260902T200000Z | DURATION:PT30M",
            "SUMMARY:Monthly | DTSTART:20260902T200000Z | DURATION:PT30M | RRULE:FREQ=MONTHLY",
        ),
        "'x'", "America/Denver", NOW,
    )  # fmt: skip
    assert [(each.name, tuple(each.slot)) for each in found.usual] == [
        ("Grade 4 Math PLC", (2, 555, 45)), ("Grade 4 Math PLC", (4, 555, 45)), ("Utc", (3, 840, 30)),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (ics("SUMMARY:Ok | DTSTART;VALUE=DATE:20261201",
             "SUMMARY:PLC | DTSTART:20261201T090000Z | DTEND:20261201T100000Z | RRULE:FREQ=WEKLY"),
         "the event 'PLC' in line 9 has a broken RRULE"),
        (ics("SUMMARY:PLC | DTSTART:20261201T090000Z | RRULE:FREQ=WEEKLY;BYDAY=XX"), "'PLC' in line 4 "),
        (ics("SUMMARY:PLC | DTSTART;VALUE=DATE:20261201 | RRULE:FREQ=SECONDLY"), "it is repeated by the rule 'secondly'"),
        (ics("SUMMARY:Late | DTSTART:2026x"), "'Late' in line 4 has a broken DTSTART"),
        (ics("SUMMARY:No start"), "'No start' in line 4 has no DTSTART"),
        (ics("SUMMARY:Back | DTSTART;VALUE=DATE:20261201 | DTEND;VALUE=DATE:20261130"), "'Back' in line 4 ends before"),
        (ics("SUMMARY:Mixed | DTSTART;VALUE=DATE:20261201 | DTEND:20261201T100000Z"), "'Mixed' in line 4 ends before"),
        (ics("SUMMARY:Life | DTSTART;VALUE=DATE:20261201 | DTEND;VALUE=DATE:20361130"), "lasts longer than a year"),
        (HEAD.encode() + b"BEGIN:VEVENT\r\nSUMMARY:x\r\n", "what begins in line 4 never ends"),
        (HEAD.encode() + b"END:VEVENT\r\nEND:VCALENDAR\r\n", "line 4 ends VEVENT"),
        (HEAD.encode() + b"nonsense\r\nEND:VCALENDAR\r\n", "line 4 can't be read: nonsense"),
    ],
)  # fmt: skip
def test_what_is_broken_is_named_and_nothing_is_taken(content: bytes, said: str) -> None:
    with pytest.raises(SharingError) as fault:
        off(content)
    assert said in str(fault.value) and str(fault.value).endswith("Nothing was added.")


PARTS = st.sampled_from(
    ["BEGIN:VEVENT", "END:VEVENT", "DTSTART;VALUE=DATE:20261201", "DTSTART:20261201T090000", "DTEND:20261201T090000Z",
     "RRULE:FREQ=WEEKLY", "RRULE:FREQ=DAILY;COUNT=99999999", "RRULE:UNTIL=20261201", "SUMMARY:\u202e[/", "DURATION:PT-5M",
     "EXDATE;VALUE=DATE:20261201", "DTSTART;TZID=Mars/Base:20261201T090000", "DTSTART;VALUE=DATE:00010101", "EXDATE:x",
     "DURATION:P9999999D", "BEGIN:VALARM", "END:VALARM", " folded", ":", ";=", "RRULE:FREQ=YEARLY;BYMONTH=13", "X:\x00"]
)  # fmt: skip


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(parts=st.lists(st.one_of(PARTS, st.text(max_size=12)), max_size=12))
def test_whatever_is_in_a_file_it_is_a_calendar_or_a_sentence(parts: list[str]) -> None:
    content = (HEAD + "BEGIN:VEVENT\r\n" + "\r\n".join(parts) + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n").encode(
        "utf-8", "surrogatepass"
    )
    try:
        for each in read_calendar(content, "'x'", "UTC", NOW).days_off:
            assert timedelta() <= each.to_day - each.from_day < timedelta(days=400)
    except SharingError as fault:
        assert str(fault).endswith("Nothing was added.")


def test_the_same_calendar_twice_is_once_and_one_undo_takes_it_back(tmp_path: Path) -> None:
    places = make_home(tmp_path)
    with open_notebook(places) as notebook:
        team = notebook.people.add_team("Grade 4 Math", "Maria Okafor").id
    first = Clock().today() + timedelta(days=30)
    file = tmp_path / "school.ics"
    file.write_bytes(ics(
        f"SUMMARY:Winter Break | DTSTART;VALUE=DATE:{first:%Y%m%d} | DTEND;VALUE=DATE:{first + timedelta(days=5):%Y%m%d}",
        "SUMMARY:grade 4 math data meeting | DTSTART:20250107T091500 | DURATION:PT45M | RRULE:FREQ=WEEKLY",
        "SUMMARY:Chess | DTSTART:20250107T091500 | DURATION:PT45M | RRULE:FREQ=WEEKLY",
    ))  # fmt: skip
    shown = ask(places.home, "import", str(file), "--dry-run")
    assert (
        shown.code == 0 and "Winter Break" in shown.said and "Usual time  Grade 4 Math  Tue 9:15, 45 min" in shown.said
    )
    assert "Chess" not in shown.said and "Nothing was added yet." in shown.said
    with open_notebook(places) as notebook:
        assert notebook.calendar.days_off() == []
    assert "Added 1 stretch of days off, 1 usual time." in ask(places.home, "import", str(file)).said
    assert "Nothing was added" in ask(places.home, "import", str(file)).said
    with open_notebook(places) as notebook:
        (found,) = notebook.calendar.days_off()
        assert found == DayOff(found.id, first, first + timedelta(days=4), "Winter Break")
        assert notebook.calendar.slots(team) == [Slot(2, 555, 45)]
        assert notebook.undo(CALENDAR) is not None
        assert notebook.calendar.days_off() == [] and notebook.calendar.slots(team) == []
        assert notebook.undo(CALENDAR) is None and notebook.redo(CALENDAR) is not None


def test_a_broken_calendar_is_refused_in_a_sentence(tmp_path: Path) -> None:
    places, file = make_home(tmp_path), tmp_path / "school.ics"
    file.write_bytes(ics("SUMMARY:PLC | DTSTART:20261201T090000Z | RRULE:FREQ=WEKLY"))
    refused = ask(places.home, "import", str(file))
    assert refused.code == 1 and refused.is_foreseen() and "broken RRULE" in refused.complaint
