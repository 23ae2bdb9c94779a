"""A meeting that is being written, and who is told what became of what was typed."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from coachtui.model.moment import Moment, anchored_again, carried_over
from coachtui.model.observation import gap_until
from coachtui.model.people import Roster

if TYPE_CHECKING:
    from coachtui.model.line import Line
    from coachtui.model.observation import Gap, Observation
    from coachtui.model.span import Span


@dataclass(slots=True)
class Meeting:
    """Which observation is being written, and what its lines are read against."""

    id: str
    anchor: Moment
    zone: str
    team: str | None
    lead: str | None
    roster: Roster
    begun: bool = False
    cut_off: bool = False
    framework: str | None = None
    paused_ms: int | None = None
    last_sign: Moment | None = None
    """When something was typed in it last, where it was cut off."""
    _before: Moment | None = None

    def go_on(self, now: Moment) -> None:
        """It is taken up again: its start is told by the clock of this start of the computer from here on."""
        self._before = self.anchor
        self.anchor = anchored_again(self.anchor, now, gap_until(now, self.anchor, self.last_sign or self.anchor).to_ms)

    def here(self, moment: Moment) -> Moment:
        """The moment told by the same clock: a half-typed line may have been begun before the computer was started again."""
        return moment if self._before is None else carried_over(moment, self._before, self.anchor)


class Listener(Protocol):
    """Who is told what became of what was typed."""

    def began(self, meeting: Meeting) -> None:
        """A new observation begins with this key."""
        ...

    def lines_filed(self, meeting: Meeting, lines: "list[Line]") -> None:
        """These lines of a meeting are on the disk now."""
        ...

    def resumed(self, meeting: Meeting, gap: "Gap") -> None:
        """The observation that was cut off goes on; this stretch is marked."""
        ...

    def ended(self, observation: "Observation") -> None:
        """The observation is over."""
        ...

    def turned(self, meeting: Meeting, span: "Span") -> None:
        """A look-for that lasts was started or stopped."""
        ...

    def saved(self, milliseconds: int) -> None:
        """What was filed last is on the disk, and how long that took."""
        ...

    def refused(self, sentence: str) -> None:
        """Something could not be done, in the words for the person."""
        ...

    def failed(self, error: BaseException) -> None:
        """A fault in the program kept something from being done."""
        ...
