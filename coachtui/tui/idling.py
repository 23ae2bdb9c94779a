"""The blank page: on a key, when nobody typed for a while, and after the computer slept or the program was stopped.

While it is up, or another page that covers everything, nothing comes onto the screen: what is to be said, and where one would
be led, waits behind it. Saving does not.
"""

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from textual import events
from textual.await_complete import AwaitComplete

from coachtui.model.moment import Moment
from coachtui.tui.guard import GuardedApp
from coachtui.tui.telling import day_text
from coachtui.tui.widgets.entry import type_into
from coachtui.tui.workplace import Workplace

if TYPE_CHECKING:
    from textual.notifications import SeverityLevel
    from textual.timer import Timer

    from coachtui.tui.dialogs.blank import BlankPage

ASLEEP_MS = 10_000
"""How long between two looks, less than a second apart, tells that the computer slept or the program stood still."""


class GoesBlank(GuardedApp):
    """An app that can be blanked."""

    workplace: Workplace
    look_every = 0.9
    """Seconds between two looks whether anybody types."""
    _watch: "Timer | None" = None
    _last_key: Moment | None = None
    _looked: Moment | None = None
    _blank_page: "BlankPage | None" = None
    _is_away = False
    _away_ms = 0

    @cached_property
    def _behind(self) -> list[Callable[[], object]]:
        """What waits until the page that covers everything is gone."""
        return []

    def watch_idleness(self) -> None:
        """From here on, look now and then whether anybody types; not while an editor has the terminal."""
        if self._watch is None:
            self._watch = self.set_interval(self.look_every, self.look_if_idle)
            self.app_suspend_signal.subscribe(self, lambda _: self._goes_away())
            self.app_resume_signal.subscribe(self, lambda _: self._comes_back())
        self._somebody_is_there()

    def _goes_away(self) -> None:
        self._is_away = True

    def _comes_back(self) -> None:
        """The editor is closed: by whom can't be told, and the longer it was open the less."""
        if self._is_away and self._last_key is not None:
            self._away_ms = _passed(self._last_key, self.workplace.clock.now())
        self._somebody_is_there()

    def _somebody_is_there(self) -> None:
        self._is_away = False
        self._last_key = self._looked = self.workplace.clock.now()

    async def on_event(self, event: events.Event) -> None:
        """Note that somebody is there."""
        if isinstance(event, events.Key | events.Paste | events.MouseDown):
            self._last_key = self.workplace.clock.now()
        await super().on_event(event)

    def look_if_idle(self) -> None:
        """Go blank if nobody typed for so many minutes, or if the computer slept since the last look."""
        before, self._looked = self._looked, self.workplace.clock.now()
        minutes = self.workplace.settings.blank_minutes
        slept = before is not None and _passed(before, self._looked) >= ASLEEP_MS
        if minutes and not self._is_away and (slept or self.is_idle_for(minutes)):
            self.action_blank()

    def is_idle_for(self, minutes: int) -> bool:
        """Whether nobody typed for so many minutes; never for 0 of them."""
        last = None if self._is_away else self._last_key
        return bool(minutes) and last is not None and _passed(last, self.workplace.clock.now()) >= minutes * 60_000

    def was_away_for(self, minutes: int) -> bool:
        """Whether an editor that was closed just now had the terminal for so many minutes; told once, never for 0 of them."""
        away_ms, self._away_ms = self._away_ms, 0
        return bool(minutes) and away_ms >= minutes * 60_000

    def hide(self) -> None:
        """Go blank, where there is something to cover."""
        if self.screen_stack:
            self.action_blank()

    @property
    def is_covered(self) -> bool:
        """Whether a page is up behind which everything waits."""
        return self._blank_page is not None and self._blank_page in self.screen_stack

    def action_blank(self) -> None:
        """Show an empty page until the next key."""
        if self.is_covered:
            return
        from coachtui.tui.dialogs.blank import BlankPage

        clock = self.workplace.clock
        self._blank_page = BlankPage(day_text(clock.now().utc_ms, clock.zone()))
        self.push_screen(self._blank_page, self._back)

    def leave_blank_page(self) -> None:
        """Take the blank page away, if it is up: another page comes over everything."""
        if self._blank_page is not None and self.screen is self._blank_page:
            self._blank_page.dismiss("")

    def _back(self, typed: str | None) -> None:
        """The page is gone: a letter goes to where one was typing."""
        if typed:
            type_into(self.focused, typed)
        self.uncovered()

    def uncovered(self) -> None:
        """Do what waited, unless another page is up behind which it has to."""
        while self._behind and not self.is_covered:
            self._behind.pop(0)()

    def forget_what_waits(self) -> None:
        """What waited is not done any more: the rooms that it was for are gone."""
        self._behind.clear()

    def waits(self, deed: Callable[[], object]) -> bool:
        """Whether this has to wait, since a page is up; then it is done once that is gone."""
        is_covered = self.is_covered
        if is_covered:
            self._behind.append(deed)
        return is_covered

    def push_screen(self, screen: Any, *given: Any, **named: Any) -> Any:
        """Show another page: behind one that covers everything, if one is up."""
        if not getattr(screen, "COVERS", False) and self.waits(partial(self.push_screen, screen, *given, **named)):
            return AwaitComplete()
        return super().push_screen(screen, *given, **named)

    def notify(self, message: str, *, title: str = "", severity: "SeverityLevel" = "information",
               timeout: float | None = None, markup: bool = True) -> None:  # fmt: skip
        """Say something in the corner; while a page covers everything it waits."""
        again = partial(self.notify, title=title, severity=severity, timeout=timeout, markup=markup)
        if not self.waits(partial(again, message)):
            super().notify(message, title=title, severity=severity, timeout=timeout, markup=markup)


def _passed(before: Moment, now: Moment) -> int:
    """The ms between two moments by the clock that tells of more: some stand still in sleep, and some are set."""
    return max(now.boot_ms - before.boot_ms, now.utc_ms - before.utc_ms)
