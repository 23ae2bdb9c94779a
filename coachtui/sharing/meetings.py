"""Transcripts of meetings as JSON: a list of utterances with times, as research corpora give them.

Every utterance becomes a line of evidence, every topic of the first rank a segment. What others concluded
(summaries, decisions, kinds of act) is not evidence and stays outside.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from coachtui.model.clean import clean_line
from coachtui.model.line import Kind
from coachtui.model.timing import local_time
from coachtui.model.whole import Whole
from coachtui.sharing.archive_fields import LONGEST_TEXT
from coachtui.sharing.archive_reading import where_it_fails
from coachtui.sharing.errors import SharingError
from coachtui.sharing.transcript import MOST_LINES, Heard, Said, as_whole, identity_of

_LONGEST_MEETING = 7 * 24 * 60 * 60  # seconds
_DATE = re.compile(r"(?P<day>\d{1,2})-(?P<month>\d{1,2})-(?P<year>\d{2}|\d{4})")
_ISO_DATE = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
_START = re.compile(r"(?P<hour>\d{1,2})[h:.](?P<minute>\d{2})")

_Seconds = Annotated[float, Field(ge=0, le=_LONGEST_MEETING, allow_inf_nan=False)]
_Word = Annotated[str, Field(max_length=300)]


class _Lenient(BaseModel):
    """Exact types, but fields we don't know are passed over: this form is not ours."""

    model_config = ConfigDict(strict=True, extra="ignore", frozen=True)


class _Utterance(_Lenient):
    t: _Seconds
    end: _Seconds | None = None
    speaker: _Word | None = None
    text: Annotated[str, Field(max_length=LONGEST_TEXT)]


class _Topic(_Lenient):
    t: _Seconds
    depth: int = 0
    title: _Word | None = None


class _Speaker(_Lenient):
    role: _Word | None = None


class _Meeting(_Lenient):
    id: Annotated[str, Field(min_length=1, max_length=300)]
    source: _Word | None = None
    licence: _Word | None = None
    date: _Word | None = None
    start: _Word | None = None
    duration_s: _Seconds | None = None
    speakers: Annotated[dict[str, _Speaker], Field(max_length=10_000)] = {}
    topics: Annotated[list[_Topic], Field(max_length=10_000)] = []
    utterances: Annotated[list[_Utterance], Field(min_length=1, max_length=MOST_LINES)]


def is_meeting(value: dict[str, Any]) -> bool:
    """Whether this looks like the transcript of a meeting."""
    return isinstance(value.get("utterances"), list)


def read_meeting(value: dict[str, Any], zone: str, today_ms: int) -> Whole:
    """The meeting as an observation in this time zone. Raises SharingError, naming where it goes wrong.

    `today_ms` is the day of import, in ms since 1970 UTC: the day of a meeting that gives no date of its own.
    """
    try:
        meeting = _Meeting.model_validate(value)
    except ValidationError as fault:
        raise SharingError(where_it_fails(fault)) from None
    began = _anchor(meeting, zone, today_ms)
    length = meeting.duration_s or max(item.end or item.t for item in meeting.utterances)
    heard = Heard(began, began + round(length * 1000), zone, _source(meeting))
    return as_whole(_identity(meeting), heard, list(_in_order(meeting)))


def _identity(meeting: _Meeting) -> str:
    """The id of this meeting: the same for the same words, so that taking it in twice is once."""
    said = [(utterance.t, utterance.speaker, utterance.text) for utterance in meeting.utterances]
    return identity_of(meeting.id, meeting.source, said)


def _source(meeting: _Meeting) -> str:
    parts = (meeting.source, meeting.id, meeting.licence)
    return ", ".join(clean_line(part) for part in parts if part)


def _in_order(meeting: _Meeting) -> Iterator[Said]:
    """The utterances in the order of the file, each topic before the first that is not earlier than it."""
    topics = sorted((topic for topic in meeting.topics if topic.depth == 0), key=lambda topic: topic.t)
    waiting = [Said(_ms(topic.t), Kind.SEGMENT, None, clean_line(topic.title or "").strip()) for topic in topics]
    waiting = [topic for topic in waiting if topic.text]
    for utterance in meeting.utterances:
        while waiting and (waiting[0].at_ms or 0) <= _ms(utterance.t):
            yield waiting.pop(0)
        text = clean_line(utterance.text)
        if text.strip():
            yield Said(_ms(utterance.t), Kind.EVIDENCE, _speaker(meeting, utterance.speaker), text)
    yield from waiting


def _ms(seconds: float) -> int:
    return round(seconds * 1000)


def _speaker(meeting: _Meeting, letter: str | None) -> str | None:
    """The role of a speaker where the file gives one, else the letter it goes by."""
    known = meeting.speakers.get(letter or "")
    for name in (known.role if known else None, letter):
        if name and clean_line(name).strip():
            return clean_line(name).strip()
    return None


def _anchor(meeting: _Meeting, zone: str, today_ms: int) -> int:
    """When the meeting began, in ms since 1970 UTC.

    Without a start it is midnight: what then shows as the time of day is the time since the beginning.
    """
    day = _day(meeting.date or "") or local_time(today_ms, zone)
    hour, minute = _time_of_day(meeting.start or "")
    start = datetime(day.year, day.month, day.day, hour, minute, tzinfo=local_time(today_ms, zone).tzinfo)
    return round(start.timestamp() * 1000)


def _day(words: str) -> date | None:
    """A date written 13-12-2004, 13-12-04 or 2004-12-13; None where it is none of these."""
    found = _ISO_DATE.fullmatch(words.strip()) or _DATE.fullmatch(words.strip())
    if found is None:
        return None
    year = int(found["year"])
    year += 2000 if year < 100 else 0
    try:
        return date(year, int(found["month"]), int(found["day"]))
    except ValueError:
        return None


def _time_of_day(words: str) -> tuple[int, int]:
    """A time written 12h05, 12:05 or 12.05; midnight where it is none of these."""
    found = _START.fullmatch(words.strip())
    if found is None or int(found["hour"]) > 23 or int(found["minute"]) > 59:
        return 0, 0
    return int(found["hour"]), int(found["minute"])
