"""How times, kinds and lines are told to a person, in the same words everywhere."""

from typing import TYPE_CHECKING

from coachtui.model.grammar import AtTime, Earlier, Reading, UnknownTime
from coachtui.model.line import Kind
from coachtui.model.observation import CLOCK_MOVED
from coachtui.model.timing import clock_text, length_text, local_time, nearest_wall_ms
from coachtui.tui.widgets.timeline_row import ACCOUNT, GAP, Row

if TYPE_CHECKING:
    from coachtui.model.account import Account
    from coachtui.model.line import Line
    from coachtui.model.moment import Moment
    from coachtui.model.observation import Gap, Observation
    from coachtui.model.whole import Whole
    from coachtui.store.history import Was

NO_TIME = "?"
COVERED = "a thought of mine"
"""What is shown of a judgment while others may look on."""


def day_text(utc_ms: int, zone: str) -> str:
    """A day as people say it: Tue Nov 24."""
    local = local_time(utc_ms, zone)
    return f"{local:%a %b} {local.day}"


def count_text(count: int, one: str, many: str) -> str:
    """A number with its noun: 1 line, 12 lines."""
    return f"{count} {one if count == 1 else many}"


def row_of(line: "Line", observation_start_ms: int, zone: str, *, is_open: bool = True) -> Row:
    """A line as the timeline shows it; `observation_start_ms` is its anchor's wall clock in ms since 1970 UTC.

    Where others may look on, `is_open` is False: of a judgment only that there is one is shown then.
    """
    about = "~" if line.about else ""
    time = NO_TIME if line.at_ms is None else about + clock_text(observation_start_ms + line.at_ms, zone)
    covered = line.kind is Kind.JUDGMENT and not is_open
    text = COVERED if covered else line.text
    return Row(line.id, time, line.kind.value, short_name(line.speaker), text, line.codes, line.starred, line.minutes)


def short_name(speaker: str | None) -> str | None:
    """The first of a speaker's names: the column beside the text is narrow."""
    return next(iter(speaker.split()), speaker) if speaker else speaker


def gap_row(gap: "Gap", observation_start_ms: int, zone: str) -> Row:
    """A stretch in which nothing was written, or a clock that was set, as the timeline shows it."""
    start = clock_text(observation_start_ms + gap.from_ms, zone)
    end = clock_text(observation_start_ms + gap.to_ms, zone)
    if gap.reason == CLOCK_MOVED:
        way = "forward" if gap.moved_ms > 0 else "back"
        words = f"the computer's clock was set {way} by {length_text(abs(gap.moved_ms))}; the times here go on"
    else:
        words = f"{gap.reason} from {start} to {end} ({length_text(gap.to_ms - gap.from_ms)})"
    return Row(f"gap-{gap.reason}-{gap.from_ms}-{gap.to_ms}", start, GAP, None, words)


def account_row(account: "Account") -> Row:
    """What the lead says of a line, beside it."""
    return Row(f"account-{account.id}", "", ACCOUNT, None, f"The lead: {account.words}")


def rows_of(whole: "Whole", *, is_open: bool = True) -> list[Row]:
    """All of an observation: the lines in the order of entry, accounts beside theirs, each gap where it happened."""
    start, zone = whole.observation.anchor.utc_ms, whole.observation.zone
    waiting = sorted(whole.gaps, key=lambda gap: gap.from_ms)
    beside: dict[str, list[Row]] = {}
    for account in whole.accounts:
        beside.setdefault(account.line, []).append(account_row(account))
    rows: list[Row] = []
    for line in whole.lines:
        while waiting and line.provenance == "live" and line.at_ms is not None and line.at_ms >= waiting[0].to_ms:
            rows.append(gap_row(waiting.pop(0), start, zone))
        rows.append(row_of(line, start, zone, is_open=is_open))
        rows.extend(beside.get(line.id, ()))
    rows.extend(gap_row(gap, start, zone) for gap in waiting)
    return rows


def segment_text(segment: "Line", now_ms: int) -> str:
    """The present segment, how many minutes it takes so far, and how many were planned."""
    minutes = max(0, now_ms - (segment.at_ms or 0)) // 60_000
    if segment.minutes is None:
        return f"{segment.text} {minutes} min"
    over = minutes - segment.minutes
    return f"{segment.text} {minutes} of {segment.minutes} min" + (f", {over} over" if over > 0 else "")


def history_text(history: "list[Was]", observation: "Observation") -> str:
    """What a line was, a row for each change, the newest last; only the newest of very many."""
    rows: list[str] = []
    for was in history[-6:]:
        time = clock_text(was.at_utc_ms, observation.zone)
        words = "" if was.line is None else f": {_in_brief(was.line)}"
        rows.append(f"{time}  {was.what}{words}")
    return "\n".join(rows) or "Nothing was changed."


def _in_brief(line: "Line") -> str:
    if line.kind is Kind.IN_CONFIDENCE:
        return "in confidence"
    return f"{line.speaker}: {line.text}" if line.speaker else line.text


def reading_text(reading: Reading, first_key: "Moment", zone: str) -> str:
    """How a typed line will be filed, in one faint line: "10:39 · Maria · evidence · TM3"."""
    parts = [_when_text(reading, first_key, zone)]
    if reading.speaker is not None:
        parts.append(short_name(reading.speaker) or reading.speaker)
    if reading.kind is Kind.SEGMENT:
        parts.append(f"new segment: {reading.text[:40]}")
        if reading.minutes is not None:
            parts.append(f"{reading.minutes} min planned")
    else:
        parts.append(reading.kind.value)
    parts += reading.codes
    if reading.starred:
        parts.append("come back to this")
    return " · ".join(parts)


def _when_text(reading: Reading, first_key: "Moment", zone: str) -> str:
    when = reading.when
    if isinstance(when, UnknownTime):
        return "time unknown"
    if isinstance(when, Earlier):
        return clock_text(first_key.utc_ms - when.seconds * 1000, zone)
    if isinstance(when, AtTime):
        moment = nearest_wall_ms(when, first_key.utc_ms, zone)
        return ("about " if when.about else "") + clock_text(moment, zone)
    return clock_text(first_key.utc_ms, zone)
