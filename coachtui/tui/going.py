"""Ways from any room to those that belong to no one room."""

from textual.app import App

from coachtui.tui.commands import DEADLINES, ONE_ON_ONES
from coachtui.tui.rooms.room import GoTo


class GoesAbout(App[None]):
    """The part of the app that takes a person from anywhere to the 1:1s and the deadlines."""

    def action_one_on_ones(self) -> None:
        """Go to the 1:1s."""
        self.post_message(GoTo(ONE_ON_ONES))

    def action_deadlines(self) -> None:
        """Go to the deadlines."""
        self.post_message(GoTo(DEADLINES))
