"""Who is told what became of what was typed in a meeting."""

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from coachtui.model.line import Line
    from coachtui.model.meeting import Meeting
    from coachtui.model.observation import Gap, Observation
    from coachtui.model.span import Span


class Listener(Protocol):
    """Who is told what became of what was typed."""

    def began(self, meeting: "Meeting") -> None:
        """A new observation begins with this key."""
        ...

    def lines_filed(self, meeting: "Meeting", lines: "list[Line]") -> None:
        """These lines of a meeting are on the disk now."""
        ...

    def resumed(self, meeting: "Meeting", gap: "Gap") -> None:
        """The observation that was cut off goes on; this stretch is marked."""
        ...

    def ended(self, observation: "Observation") -> None:
        """The observation is over."""
        ...

    def turned(self, meeting: "Meeting", span: "Span") -> None:
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
