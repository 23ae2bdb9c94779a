"""What is said in the corner, whose time may be over before it is painted: on a busy computer, or where its clock is set."""

from textual.notifications import Notification

_A_MOMENT = 0.05
"""Seconds. A timer of Textual's for less than none never ends, and with it nothing else is done any more."""


class Notice(Notification):
    """A notification that has a moment left even when its time is over."""

    @property
    def time_left(self) -> float:
        """The seconds until it goes."""
        return max(_A_MOMENT, super().time_left)

    @property
    def has_expired(self) -> bool:
        """Whether its time is over: it is not shown any more."""
        return super().time_left <= 0
