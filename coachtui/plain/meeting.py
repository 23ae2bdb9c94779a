"""Whether a meeting that was cut off is to be gone on with, and what is said of it."""

from typing import TYPE_CHECKING

from coachtui.model.meeting import Meeting, meeting_of
from coachtui.model.moment import Moment
from coachtui.model.observation import TOO_LONG_AGO_MS, Observation
from coachtui.model.timing import clock_text, length_text
from coachtui.model.told import day_text
from coachtui.wording import _

if TYPE_CHECKING:
    from coachtui.plain.session import Session


def taken_up(session: "Session", found: Observation) -> Meeting:
    """The meeting of an observation that was cut off."""
    return meeting_of(found, last_sign=_last_sign(session, found.id, found.anchor))


def to_go_on_with(session: "Session", team: str | None) -> Observation | None:
    """What was cut off not long ago, unless it was another team's; what waits longer is said to wait."""
    if session.refusal is not None:
        return None
    observations = session.notebook.observations
    found = observations.unfinished()
    if found is not None and observations.withdraw_if_empty(found.id):
        found = observations.unfinished()
    if found is None:
        return None
    is_another = team is not None and team.casefold() != (found.team or "").casefold()
    if is_another or _away_ms(session, found.id, found.anchor) > TOO_LONG_AGO_MS:
        day = day_text(found.anchor.utc_ms, found.zone)
        session.say(
            _("The observation of {day} was never ended. It waits on Today. What you type begins a new one.").format(
                day=day
            )
        )
        return None
    return found


def stopped_words(session: "Session", meeting: Meeting) -> str:
    """When a meeting that was cut off stopped, and how it goes on."""
    away_ms = _away_ms(session, meeting.id, meeting.anchor)
    stopped = clock_text(session.clock.now().utc_ms - away_ms, meeting.zone)
    return _(
        "This observation stopped at {stopped}, {length} ago. Everything typed is here. "
        "Type to go on: the gap is marked. /end ends it where it stopped."
    ).format(stopped=stopped, length=length_text(away_ms))


def _away_ms(session: "Session", identity: str, anchor: Moment) -> int:
    return session.clock.now().utc_ms - _last_sign(session, identity, anchor).utc_ms


def _last_sign(session: "Session", identity: str, anchor: Moment) -> Moment:
    return session.notebook.drafts.last_touched(identity) or anchor
