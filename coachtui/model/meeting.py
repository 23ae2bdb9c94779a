"""A meeting that is being written: which observation it is, and what its lines are read against."""

from dataclasses import dataclass, field

from coachtui.model.moment import Moment, anchored_again, carried_over
from coachtui.model.observation import Observation, gap_until
from coachtui.model.people import Roster


@dataclass(slots=True)
class Meeting:
    """Which observation is being written. `cut_off` is one to be taken up with the next key."""

    id: str
    anchor: Moment
    zone: str
    team: str | None
    lead: str | None
    roster: Roster = field(default_factory=Roster)
    begun: bool = False
    cut_off: bool = False
    framework: str | None = None
    paused_ms: int | None = None
    last_sign: Moment | None = None
    """When something was typed in it last, where it was cut off."""
    _before: Moment | None = None
    """Its start as an earlier start of the computer told it."""

    def go_on(self, now: Moment) -> None:
        """It is taken up again: its start is told by the clock of this start of the computer from here on."""
        self._before = self.anchor
        self.anchor = anchored_again(self.anchor, now, gap_until(now, self.anchor, self.last_sign or self.anchor).to_ms)

    def here(self, moment: Moment) -> Moment:
        """The moment told by the same clock: a half-typed line may have been begun before the computer was started again."""
        return moment if self._before is None else carried_over(moment, self._before, self.anchor)


def meeting_of(found: Observation, roster: Roster | None = None, last_sign: Moment | None = None) -> Meeting:
    """The meeting of an observation that goes on; with the last sign of it, one that was cut off."""
    return Meeting(
        found.id, found.anchor, found.zone, found.team, found.lead, roster or Roster(), begun=True,
        cut_off=last_sign is not None, framework=found.framework, paused_ms=found.paused_ms, last_sign=last_sign,
    )  # fmt: skip
