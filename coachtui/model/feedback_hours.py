"""How long a feedback took from the end of its meeting to the lead, in school hours, against 48."""

from collections.abc import Sequence
from typing import NamedTuple

from coachtui.model.cycle_checks import FEEDBACK_HOURS
from coachtui.model.feedback import Feedback
from coachtui.model.observation import Observation
from coachtui.model.school_days import DayOff, school_hours_between
from coachtui.model.timing import local_time
from coachtui.wording import _, counted


class OnMeeting(NamedTuple):
    """A feedback with the meeting that it is on, and the school hours until it was shared; None where it was not."""

    feedback: Feedback
    meeting: Observation
    hours: float | None


def hours_taken(feedback: Feedback, meeting: Observation, now_ms: int, days_off: Sequence[DayOff]) -> float | None:
    """The school hours until it was shared first, or until now; None where the meeting was not ended."""
    if meeting.ended_utc_ms is None:
        return None
    until_ms = now_ms if feedback.shared_utc_ms is None else feedback.shared_utc_ms
    ended, until = (local_time(utc_ms, meeting.zone) for utc_ms in (meeting.ended_utc_ms, until_ms))
    return school_hours_between(ended, until, days_off)


def hours_words(feedback: Feedback, hours: float | None) -> str:
    """The same in a few words, behind the state; empty where it is not known."""
    if hours is None:
        return ""
    whole = round(hours)
    told = counted(whole, "{n} school hour", "{n} school hours")
    if feedback.shared_utc_ms is not None:
        return (
            _("after {told}; {feedback_hours} are the aim").format(told=told, feedback_hours=FEEDBACK_HOURS)
            if hours > FEEDBACK_HOURS
            else _("after {told}").format(told=told)
        )
    return (
        _("{whole} of {feedback_hours} school hours").format(whole=whole, feedback_hours=FEEDBACK_HOURS)
        if hours <= FEEDBACK_HOURS
        else _("{told}, not shared").format(told=told)
    )
