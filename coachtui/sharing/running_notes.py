"""Running notes: plain text in which lines begin with a time, as people keep them anywhere ("9:04 Maria asks")."""

import re

from coachtui.model.clean import clean
from coachtui.model.grammar import read_line
from coachtui.model.line import Kind
from coachtui.model.timing import midnight_ms
from coachtui.model.whole import Whole
from coachtui.sharing.errors import SharingError
from coachtui.sharing.transcript import Heard, Said, as_whole, identity_of
from coachtui.wording import _

_TIMED = re.compile(r"\s*(\d{1,2})[:.](\d{2})(?::(\d{2}))?\s*([ap]\.?m\.?)?\s*[-–—:|]?\s+(\S.*)", re.IGNORECASE)
_DAY_MS = 24 * 60 * 60 * 1000


def are_running_notes(text: str) -> bool:
    """Whether the first line with words begins with a time."""
    first = next((row for row in text.splitlines() if row.strip()), "")
    return _TIMED.fullmatch(first.rstrip()) is not None


def read_running_notes(text: str, name: str, zone: str, day_ms: int) -> Whole:
    """The notes as an observation of this day, in ms since 1970 UTC; its first time is 00:00.

    A row without a time goes on with the one above it. Raises SharingError, as the end of a sentence.
    """
    rows: list[tuple[int, list[str]]] = []
    for number, row in enumerate(clean(text).split("\n"), 1):
        found = _TIMED.fullmatch(row.rstrip())
        if found is not None:
            rows.append((_seconds(found, number), [found[5].rstrip()]))
        elif row.strip() and rows:
            rows[-1][1].append(row.strip())
        elif row.strip():
            raise SharingError(_("line {number} has no time before it").format(number=number))
    if not rows:
        raise SharingError(_("no line of it begins with a time"))
    times = _going_on([seconds * 1000 for seconds, __ in rows])
    said = [_said(at - times[0], " ".join(words)) for at, (__, words) in zip(times, rows, strict=True)]
    began = midnight_ms(day_ms, zone) + times[0]
    heard = Heard(began, began + max(times) - times[0], zone, name)
    return as_whole(identity_of("notes", [each[:4] for each in said], times[0]), heard, said)


def _seconds(found: re.Match[str], number: int) -> int:
    """The seconds after midnight that a row begins with. Raises SharingError for a time there is not."""
    hour, minute, second = int(found[1]), int(found[2]), int(found[3] or 0)
    if found[4]:
        hour = hour % 12 + (12 if found[4].lower().startswith("p") else 0)
    if hour > 23 or minute > 59 or second > 59:
        raise SharingError(_("line {number} begins with a time that no clock shows").format(number=number))
    return (hour * 60 + minute) * 60 + second


def _going_on(times: list[int]) -> list[int]:
    """The times so that they go on: 12:58, 1:02 is the afternoon, 11:58 pm, 12:03 am the next day."""
    going: list[int] = []
    for time in times:
        at = time
        while going and at < going[-1] - _DAY_MS // 4:
            at += _DAY_MS // 2
        going.append(at)
    return going


def _said(at_ms: int, words: str) -> Said:
    reading = read_line(words)
    if reading.when is not None:  # the time before it stands; what looks like another is part of the words
        return Said(at_ms, Kind.EVIDENCE, None, words)
    return Said(at_ms, reading.kind, reading.speaker, reading.text, reading.codes, reading.starred, reading.minutes)
