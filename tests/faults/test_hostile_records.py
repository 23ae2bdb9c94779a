"""Hostile strings in the record that goes out, and in what comes back: the lead's words, a roster, a calendar."""

import csv
import io
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from coachtui.model.clean import clean_line
from coachtui.sharing.calendar_reading import read_calendar
from coachtui.sharing.errors import SharingError
from coachtui.sharing.roster import read_roster
from tests.support.hostile import COUNT, strings
from tests.support.poisoned import AS_IT_IS
from tests.support.recorded import Record
from tests.support.tally import Tell
from tests.support.written_back import PLACES, Lead

SOME = 30
MOST_OF_A_CELL = 150
MOST_OF_AN_EVENT = 120


@pytest.mark.goal("S1", "S2", "S7")
def test_hostile_words_stand_in_the_record_as_they_are(quick_folder: Path, tell: Tell) -> None:
    record = Record(quick_folder)
    record.cover(strings()[:SOME], once=True)
    assert record.faults == [] and len(record.fields) > 20
    tell(f"record: {record}")


@pytest.mark.deep
@pytest.mark.goal("S1", "S2", "S7")
def test_each_of_500_strings_stands_in_the_record_as_it_is(quick_folder: Path, tell: Tell) -> None:
    record = Record(quick_folder)
    record.cover(strings())
    assert record.faults == []
    tell(f"record: {COUNT} strings x {record}")


@pytest.mark.goal("S1", "S2", "S7", sabotage=True)
@pytest.mark.parametrize("way", ["nothing is made inert", "a letter is lost"])
def test_a_record_that_holds_other_words_is_caught(
    quick_folder: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    record = Record(quick_folder)
    made = (lambda text: text) if way.startswith("n") else (lambda text: text.replace("[", ""))
    for module in ("record_text", "record_file"):
        monkeypatch.setattr(f"coachtui.sharing.{module}.inert", made)
    record.cover(strings()[:SOME], once=True)
    assert record.faults


@pytest.mark.goal("S1", "S2")
def test_hostile_words_of_a_lead_are_read_back_as_they_are(quick_folder: Path, tell: Tell) -> None:
    lead = Lead(quick_folder)
    assert lead.writes_each(strings()[:SOME]) == []
    tell(f"words of a lead: {SOME} strings x {told(lead)}")


@pytest.mark.deep
@pytest.mark.goal("S1", "S2")
def test_each_of_500_strings_of_a_lead_is_read_back_as_it_is(quick_folder: Path, tell: Tell) -> None:
    lead = Lead(quick_folder)
    assert lead.writes_each(strings()) == []
    tell(f"words of a lead: {COUNT} strings x {told(lead)}")


def told(lead: Lead) -> str:
    """The counts, in a sentence."""
    return (
        f"{len(PLACES)} places, {lead.read:,} read back as they are, {lead.set_aside} marks and bytes that are no text in a page "
        "that then stands as it did, 0 changed, 0 read twice, 0 control bytes"
    )


@pytest.mark.goal("S1", "S2", sabotage=True)
def test_words_of_a_lead_that_are_taken_as_they_come_are_caught(
    quick_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lead = Lead(quick_folder)
    monkeypatch.setattr("coachtui.sharing.record_marks.clean", lambda text: text)
    assert lead.writes_each(strings()[:SOME]) != []


def on_one_line(text: str) -> str:
    """The text as it stands in a cell that was read."""
    return " ".join(clean_line(text).split())


def roster_faults(texts: Iterable[str]) -> list[str]:
    """What of a roster with one of these as name, role and team comes in as anything else."""
    faults = []
    for number, text in enumerate(texts):
        table = io.StringIO(newline="")
        csv.writer(table).writerows(
            [["Name", "Role", "Team"], [f"{text} No{number}", text, text], ["Dana", "Lead", "Grade 4"]]
        )
        found = read_roster(table.getvalue().encode(), "'it'").listed[:1]
        teams = tuple(dict.fromkeys(part for each in on_one_line(text).split(";") if (part := each.strip())))
        wanted = (on_one_line(f"{text} No{number}"), on_one_line(text) or None, teams)
        if teams and [(each.name, each.role, each.teams) for each in found] != [wanted]:
            faults.append(f"{ascii(text)[:60]}: {ascii(found)[:120]}")
    return faults


def calendar_faults(texts: Iterable[str]) -> list[str]:
    """What of a calendar with one of these as the name of a day comes in as anything else."""
    faults = []
    for text in texts:
        said = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")
        rows = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", "BEGIN:VEVENT", "UID:1", f"SUMMARY:{said}",
                "DTSTART;VALUE=DATE:20260907", "END:VEVENT", "END:VCALENDAR", "")  # fmt: skip
        found = read_calendar("\r\n".join(rows).encode(), "'it'", "UTC", date(2026, 9, 1))
        names = [each.name for each in found.days_off] or list(found.in_school)
        wanted = clean_line(text).strip()[:MOST_OF_AN_EVENT] or "without a name"
        faults += [] if names == [wanted] else [f"{ascii(text)[:60]}: {ascii(names)[:120]}"]
    return faults


@pytest.mark.goal("S1", "S2")
def test_each_of_500_strings_comes_in_by_a_roster_and_a_calendar_as_it_is(tell: Tell) -> None:
    texts = [AS_IT_IS(text) for text in strings()]
    cells = [clean_line(text)[:MOST_OF_A_CELL] if "\0" in text else text[:MOST_OF_A_CELL] for text in texts]
    cells = [each for each in cells if len(on_one_line(each)) <= MOST_OF_A_CELL]
    assert roster_faults(cells) == [] and calendar_faults(texts) == []
    with pytest.raises(SharingError):  # a zero byte makes a table that is no text
        read_roster(b"Name,Role\na\0b,x\n", "'it'")
    tell(f"taken in: {len(cells)} strings x 3 cells of a roster, {COUNT} names of days in a calendar, 0 changed")


@pytest.mark.goal("S1", "S2", sabotage=True)
@pytest.mark.parametrize("module", ["table_reading", "calendar_reading"])
def test_a_table_and_a_calendar_that_are_taken_as_they_come_are_caught(
    monkeypatch: pytest.MonkeyPatch, module: str
) -> None:
    monkeypatch.setattr(f"coachtui.sharing.{module}.clean_line", lambda text: text)
    texts = [AS_IT_IS(text) for text in strings() if "\0" not in text and len(text) < MOST_OF_A_CELL]
    assert roster_faults(texts) + calendar_faults(texts) != []
