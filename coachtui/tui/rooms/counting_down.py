"""The countdown to the next bell: looked at each quarter of a minute, each second in the last one; laid out never."""

from textual.timer import Timer

from coachtui.model.bell import Bells, Ring
from coachtui.tui.rooms.room import Room
from coachtui.wording import _

WARNED_MS = 20_000
"""So long before the bell the person is told."""
_LAST_MS = 60_000
_SELDOM = 15.0
_OFTEN = 1.0


class CountsDown(Room):
    """A room that shows how long it is until the next bell."""

    bells = Bells()
    _ring: Ring | None = None
    _warned: Ring | None = None
    _look: Timer | None = None

    def show_bell(self, words: str) -> None:
        """Show when the next bell is; nothing where none rings any more."""
        raise NotImplementedError

    def ring_by(self, bells: Bells) -> None:
        """From here on, count down by these bells."""
        self.bells, self._ring = bells, None
        self.look_at_bell()

    def look_at_bell(self) -> None:
        """Show how long it is now, and look again when that will have changed."""
        clock = self.workplace.clock
        now = clock.now()
        if self._ring is None or self._ring.utc_ms <= now.utc_ms:
            if self._warned is not None and self._warned == self._ring:
                self.hush()
            self._ring = self.bells.next_ring(now.utc_ms, clock.zone())
        self.show_bell("" if self._ring is None else self._ring.ahead(now.utc_ms, clock.zone()))
        if self._look is not None:
            self._look.stop()
        left = None if self._ring is None else self._ring.utc_ms - now.utc_ms
        self._look = self.set_timer(_until_next_look(left), self.look_at_bell)
        if self._ring is not None and left is not None and left <= WARNED_MS:
            self._warn(self._ring, left)

    def _warn(self, ring: Ring, left: int) -> None:
        """Say it once a bell, where the person is; while a meeting is written nothing is said."""
        if self._warned == ring:
            return
        self._warned = ring
        sentence = _("The bell rings in {n} s.").format(n=-(-left // 1000))
        sentence += _(" Everything is saved.") if self.is_all_saved else ""
        if self.is_current:
            self.say(sentence)
        elif not any(isinstance(screen, Room) and screen.IS_WRITTEN_IN for screen in self.app.screen_stack[-2:]):
            self.app.notify(sentence, markup=False)

    def say_bell_again(self) -> None:
        """What was said of the bell still stands after something else was shown."""
        ring, now = self._warned, self.workplace.clock.now()
        if ring is not None and ring.utc_ms > now.utc_ms:
            self._warned = None
            self._warn(ring, ring.utc_ms - now.utc_ms)


def _until_next_look(left_ms: int | None) -> float:
    """Seconds after which to look again, so many ms before the bell."""
    if left_ms is None:
        return _SELDOM
    return _OFTEN if left_ms <= _LAST_MS else min(_SELDOM, (left_ms - _LAST_MS) / 1000 + 0.01)
