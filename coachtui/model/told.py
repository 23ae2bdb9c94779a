"""How times, kinds and stretches are told to a person, in the same words on every front."""

from coachtui.model.calendar_words import weekday_day
from coachtui.model.grammar import AtTime, Earlier, Reading, UnknownTime
from coachtui.model.line import Kind, Line
from coachtui.model.moment import Moment
from coachtui.model.observation import CLOCK_MOVED, Gap
from coachtui.model.timing import clock_text, length_text, local_time, nearest_wall_ms
from coachtui.wording import _, _t

NO_TIME = "?"
COVERED = _("a thought of mine")
"""What is shown of a judgment while others may look on."""


def day_text(utc_ms: int, zone: str) -> str:
    """A day as people say it: Tue Nov 24."""
    local = local_time(utc_ms, zone)
    return weekday_day(local)


def count_text(count: int, one: str, many: str) -> str:
    """A number with its noun: 1 line, 12 lines."""
    return f"{count} {one if count == 1 else many}"


def short_name(speaker: str | None) -> str | None:
    """The first of a speaker's names: the column beside the text is narrow."""
    return next(iter(speaker.split()), speaker) if speaker else speaker


def gap_words(gap: Gap, observation_start_ms: int, zone: str) -> str:
    """What is said of a stretch in which nothing was written, or of a clock that was set."""
    if gap.reason == CLOCK_MOVED:
        whole = (
            _("the computer's clock was set forward by {length}; the times here go on")
            if gap.moved_ms > 0
            else _("the computer's clock was set back by {length}; the times here go on")
        )
        return whole.format(length=length_text(abs(gap.moved_ms)))
    start = clock_text(observation_start_ms + gap.from_ms, zone)
    end = clock_text(observation_start_ms + gap.to_ms, zone)
    return _("{reason} from {start} to {end} ({length})").format(
        reason=_t(gap.reason), start=start, end=end, length=length_text(gap.to_ms - gap.from_ms)
    )


def segment_text(segment: Line, now_ms: int) -> str:
    """The present segment, how many minutes it takes so far, and how many were planned."""
    minutes = max(0, now_ms - (segment.at_ms or 0)) // 60_000
    if segment.minutes is None:
        return _("{text} {minutes} min").format(text=segment.text, minutes=minutes)
    over = minutes - segment.minutes
    whole = _("{text} {minutes} of {planned} min, {over} over") if over > 0 else _("{text} {minutes} of {planned} min")
    return whole.format(text=segment.text, minutes=minutes, planned=segment.minutes, over=over)


def reading_parts(reading: Reading, first_key: Moment, zone: str) -> list[str]:
    """How a typed line is filed, part by part: its time, who speaks, what it is, its codes."""
    parts = [_when_text(reading, first_key, zone)]
    if reading.speaker is not None:
        parts.append(short_name(reading.speaker) or reading.speaker)
    if reading.kind is Kind.SEGMENT:
        parts.append(_("new segment: {text}").format(text=reading.text[:40]))
        if reading.minutes is not None:
            parts.append(_("{minutes} min planned").format(minutes=reading.minutes))
    else:
        parts.append(_t(reading.kind.value))
    parts += reading.codes
    if reading.starred:
        parts.append(_("come back to this"))
    return parts


def _when_text(reading: Reading, first_key: Moment, zone: str) -> str:
    when = reading.when
    if isinstance(when, UnknownTime):
        return _("time unknown")
    if isinstance(when, Earlier):
        return clock_text(first_key.utc_ms - when.seconds * 1000, zone)
    if isinstance(when, AtTime):
        moment = nearest_wall_ms(when, first_key.utc_ms, zone)
        time = clock_text(moment, zone)
        return _("about {time}").format(time=time) if when.about else time
    return clock_text(first_key.utc_ms, zone)
