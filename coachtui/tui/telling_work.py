"""Work that takes long is told in one row above the keys, wherever one is, and Esc stops it where that leaves all in order."""

from time import monotonic
from typing import TYPE_CHECKING

from textual import events, on

from coachtui.tui.guard import GuardedApp
from coachtui.tui.rooms.room import Room
from coachtui.tui.widgets.work_row import WorkRow
from coachtui.tui.workplace import Workplace

if TYPE_CHECKING:
    from textual.timer import Timer

    from coachtui.tui.long_work import LongWork

SOON, LATER = 0.6, 2.0
"""Seconds after which work is told that is mostly done before: what one waits for, and what goes on behind one."""
_LOOK_EVERY = 0.2
_TOLD_FOR = 6.0
"""Seconds for which it stands what came of it."""


class TellsWork(GuardedApp):
    """The part of the app that shows one row while something takes long; at other times it costs nothing."""

    workplace: Workplace
    _row: WorkRow | None = None
    _shown_work: "LongWork | None" = None
    _over_since = 0.0
    _look: "Timer | None" = None

    def tell_work(self) -> None:
        """From here on, tell what takes long."""
        self.workplace.at_work.on_change = self._work_changed

    def _work_changed(self, work: "LongWork") -> None:
        if work is self._shown_work:
            self._over_since = monotonic()
            self.call_next(self._look_at_work)
        elif not work.is_over:
            self.set_timer(_wait_of(work), self._begin_to_look)

    def _begin_to_look(self) -> None:
        if self._look is None:
            self._look = self.set_interval(_LOOK_EVERY, self._look_at_work)
        self._look_at_work()

    def _look_at_work(self) -> None:
        """Show what goes on, and what came of it; where nothing does, look no more."""
        now = monotonic()
        going = [
            work for work in self.workplace.at_work.all if not work.is_stopped and now - work.began >= _wait_of(work)
        ]
        self._shown_work = going[-1] if going else self._shown_work
        if (
            self._shown_work is not None
            and self._shown_work.is_over
            and not (self._shown_work.outcome and now - self._over_since < _TOLD_FOR)
        ):
            self._shown_work = None
        self._put_row(now)
        if self._shown_work is None and not self.workplace.at_work.all and self._look is not None:
            self._look.stop()
            self._look = None

    def _put_row(self, now: float) -> None:
        """The row, in the room where one is; away where there is nothing to tell, or where nothing is told in passing."""
        told, room = self._shown_work, self._room_on_top
        if told is None or room is None or not _may_stand_in(room, told):
            self._take_row_away()
            return
        row = self._row
        if row is None or not _stands_in(room, row):
            self._take_row_away()
            self._row = row = WorkRow(id="work")
            room.mount(row, before=room.footer_row)
        row.tell(told, int(now - told.began))

    @property
    def _room_on_top(self) -> Room | None:
        """The room where one is; None on a page over it, or once the program closes."""
        top = self.screen_stack[-1] if self.screen_stack else None
        if not isinstance(top, Room) or not top.is_running or not top.footer_row.is_attached:
            return None
        return top

    def _take_row_away(self) -> None:
        row, self._row = self._row, None
        if row is not None and row.is_attached:
            row.remove()

    @property
    def _stoppable(self) -> "LongWork | None":
        """What Esc would stop now: what the row says so of, where no question waits for the Esc."""
        told, room = self._shown_work, self._room_on_top
        row = self._row
        is_seen = row is not None and room is not None and _stands_in(room, row) and not room.is_asking
        return told if told is not None and is_seen and told.can_be_stopped else None

    async def on_event(self, event: events.Event) -> None:
        """An Esc stops what the row tells of, at once; every other event goes its way."""
        if isinstance(event, events.Key) and event.key == "escape" and not event.is_forwarded and self._stoppable:
            self._stop_it()
        else:
            await super().on_event(event)

    @on(WorkRow.Stopped)
    def row_clicked(self, message: WorkRow.Stopped) -> None:
        """A click on the row does what Esc does."""
        message.stop()
        self._stop_it()

    def _stop_it(self) -> None:
        work = self._stoppable
        if work is not None:
            work.stop()
            self.call_next(self._look_at_work)


def _wait_of(work: "LongWork") -> float:
    return SOON if work.is_waited_for else LATER


def _stands_in(room: Room, row: WorkRow) -> bool:
    """Whether the row stands in this room; one that went with the room that it was in stands in none."""
    return row.is_attached and row.screen is room


def _may_stand_in(room: Room, work: "LongWork") -> bool:
    """In a meeting, and where two look on, nothing is said in passing; but what one waits for is."""
    return work.is_waited_for or not (room.IS_WRITTEN_IN or room.IS_FOR_BOTH)
