"""Going from room to room, and from any room to those that belong to no one room."""

from functools import partial

from textual import on

from coachtui.tui.commands import (
    BELLS,
    CALENDAR,
    CONVERSATIONS,
    DEADLINES,
    LEADS,
    ONE_ON_ONES,
    SEARCH,
    TEAMS,
    TODAY,
)
from coachtui.tui.doors import KEPT, OF_NOTHING, make_room
from coachtui.tui.idling import GoesBlank
from coachtui.tui.rooms.room import GoBack, GoTo, Room


class GoesAbout(GoesBlank):
    """The part of the app that takes a person to where they go."""

    rooms_kept: dict[str, Room]
    """The rooms that stay as they are while one is elsewhere."""
    meeting_asked_for: tuple[str | None, str | None]
    """The team and the lead whose meeting the program was started for."""

    def room_called(self, name: str) -> Room:
        """Today or Observe: made when first entered, then kept as it is."""
        if name not in self.rooms_kept:
            room = make_room(name, self.workplace, GoTo(name), *self.meeting_asked_for)
            self.rooms_kept[name] = room
            self.install_screen(room, name)
        return self.rooms_kept[name]

    async def rooms_anew(self, name: str) -> None:
        """Leave every room for good, and go to this one, as if the program had been started there."""
        self.forget_what_waits()
        left = dict(self.rooms_kept)
        self.rooms_kept.clear()
        room = make_room(name, self.workplace, GoTo(name), *self.meeting_asked_for)
        await self.leave_all_for(room)
        for each in left.values():
            self.uninstall_screen(each)
            await each.remove()
        self.rooms_kept[name] = room
        self.install_screen(room, name)

    def lets_through(self, room: str | None) -> bool:
        """Whether one may go to this room now, or back where it is None."""
        return True

    @on(GoTo)
    def go_to(self, message: GoTo) -> None:
        """Take the person to another room."""
        message.stop()
        if self.waits(partial(self.go_to, message)) or not self.lets_through(message.room):
            return
        while not isinstance(self.screen, Room):
            self.pop_screen()
        if message.room in KEPT:
            if message.team or message.lead:
                self.room_called(message.room).come_for(message.team, message.lead)
            self._enter(message.room)
            self.rooms_kept[message.room].asked_for(message.ref)
            return
        if message.from_today:
            self._enter(TODAY)
        open_already = [room for room in self.screen_stack if isinstance(room, Room) and message.room == room.NAME]
        if message.room in OF_NOTHING and open_already:
            while self.screen is not open_already[0]:
                self.pop_screen()
            return
        self.push_screen(make_room(message.room, self.workplace, message))

    def _enter(self, name: str) -> None:
        """Go to a room that is kept, back to it where it was left open."""
        room = self.room_called(name)
        if room not in self.screen_stack:
            self.push_screen(name)
        while self.screen is not room:
            self.pop_screen()

    @on(GoBack)
    def go_back(self, message: GoBack) -> None:
        """Take the person back to where they came from; from the first room to Today."""
        message.stop()
        if self.waits(partial(self.go_back, message)) or not self.lets_through(None):
            return
        if len(self.screen_stack) > 1:
            self.pop_screen()
        else:
            self.go_to(GoTo(TODAY))

    def action_search(self) -> None:
        """Find words, from wherever the person is; what is half-typed there waits."""
        self.post_message(GoTo(SEARCH))

    def action_today(self) -> None:
        """Go to Today."""
        self.post_message(GoTo(TODAY))

    def action_leads(self) -> None:
        """Go to the leads."""
        self.post_message(GoTo(LEADS))

    def action_teams(self) -> None:
        """Go to the teams."""
        self.post_message(GoTo(TEAMS))

    def action_bells(self) -> None:
        """Go to the bell times."""
        self.post_message(GoTo(BELLS))

    def action_days_off(self) -> None:
        """Go to the days off."""
        self.post_message(GoTo(CALENDAR))

    def action_one_on_ones(self) -> None:
        """Go to the 1:1s."""
        self.post_message(GoTo(ONE_ON_ONES))

    def action_conversations(self) -> None:
        """Go to the conversations."""
        self.post_message(GoTo(CONVERSATIONS))

    def action_deadlines(self) -> None:
        """Go to the deadlines."""
        self.post_message(GoTo(DEADLINES))
