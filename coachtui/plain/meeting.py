"""A meeting that is written, and whether one that was cut off is to be gone on with."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coachtui.model.moment import Moment, carried_over
from coachtui.model.observation import TOO_LONG_AGO_MS, Observation
from coachtui.model.timing import clock_text, length_text
from coachtui.model.told import day_text
from coachtui.wording import _

if TYPE_CHECKING:
    from coachtui.plain.session import Session


@dataclass(slots=True)
class Meeting:
    """Which observation is written, and what its lines are read against. `cut_off` is one to be taken up with the next key."""

    id: str
    anchor: Moment
    zone: str
    team: str | None
    lead: str | None
    begun: bool = False
    cut_off: bool = False
    before: Moment | None = None
    """Its start as an earlier start of the computer told it."""

    def here(self, moment: Moment) -> Moment:
        """The moment told by the same clock: a half-typed line may have been begun before the computer was started again."""
        return moment if self.before is None else carried_over(moment, self.before, self.anchor)


def taken_up(found: Observation) -> Meeting:
    """The meeting of an observation that was cut off."""
    return Meeting(found.id, found.anchor, found.zone, found.team, found.lead, begun=True, cut_off=True)


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
    last_sign = session.notebook.drafts.last_touched(identity) or anchor
    return session.clock.now().utc_ms - last_sign.utc_ms
