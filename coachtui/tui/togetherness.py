"""While two look at the screen: no other room is entered, nothing is said in passing, no command leads elsewhere."""

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING

from textual import on

from coachtui.tui.commands import TOGETHER
from coachtui.tui.doors import room_class
from coachtui.tui.going import GoesAbout
from coachtui.tui.rooms.room import GoTo, LeftTogether, Room

if TYPE_CHECKING:
    from textual.notifications import SeverityLevel

_STILL_DONE = frozenset({"blank", "help", "jump", "light_or_dark", "lock", "more_keys", "quit"})
"""The commands of every room that show nothing which is not for both."""


class KeepsTogether(GoesAbout):
    """The part of the app that, while two are looking, lets through what both may see and nothing else."""

    _is_together = False
    _rooms_wait = False

    @cached_property
    def _untold(self) -> list[Callable[[], None]]:
        """What was to be said in passing, and waits until one is alone."""
        return []

    def notebook_is_open(self, together: str | None) -> None:
        """Let the rooms know; where two were looking when the program ended, they go on, and the rooms wait."""
        self._rooms_wait = together is not None
        if together is not None:
            self.go_to(GoTo(TOGETHER, together))
        else:
            self._tell_rooms()

    async def rooms_anew(self, name: str) -> None:
        """Leave every room for good; whether two are looking is for the notebook to say, once it is open."""
        self._is_together = False
        await super().rooms_anew(name)

    def _tell_rooms(self) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, Room):
                screen.notebook_opened()

    def lets_through(self, room: str | None) -> bool:
        """Whether one may go to this room now, or back where it is None."""
        if self._is_together:
            return self._leads_back() if room is None else room != TOGETHER and room_class(room).IS_FOR_BOTH
        if room == TOGETHER:
            self._is_together = True
            self.clear_notifications()
        return True

    def _leads_back(self) -> bool:
        """Whether the room one came from is for both too."""
        below = self.screen_stack[-2] if len(self.screen_stack) > 1 else None
        return isinstance(below, Room) and below.IS_FOR_BOTH

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether a command of every room can be done now."""
        if self._is_together and action not in _STILL_DONE:
            return False
        return super().check_action(action, parameters)

    def notify(self, message: str, *, title: str = "", severity: "SeverityLevel" = "information",
               timeout: float | None = None, markup: bool = True) -> None:  # fmt: skip
        """Say something in the corner; while two are looking it waits."""
        if self._is_together:
            again = partial(self.notify, title=title, severity=severity, timeout=timeout, markup=markup)
            self._untold.append(partial(again, message))
            return
        super().notify(message, title=title, severity=severity, timeout=timeout, markup=markup)

    @on(LeftTogether)
    def left_together(self, message: LeftTogether) -> None:
        """One is alone again: back to where one came from, and what waited is said."""
        message.stop()
        if self.waits(partial(self.left_together, message)):
            return
        while (
            self._is_together
            and len(self.screen_stack) > 1
            and isinstance(self.screen, Room)
            and self.screen.IS_FOR_BOTH
        ):
            self.pop_screen()
        self._is_together = False
        if self._rooms_wait:
            self._rooms_wait = False
            self._tell_rooms()
        told, self._untold[:] = list(self._untold), []
        for tell in told:
            tell()
