"""The blank page: on a key, or when nobody typed for a while. Everything comes back as it was."""

from textual import events

from coachtui.model.moment import Moment
from coachtui.tui.guard import GuardedApp
from coachtui.tui.telling import day_text
from coachtui.tui.widgets.entry import Entry
from coachtui.tui.workplace import Workplace

LOOK_EVERY = 5.0
"""Seconds between two looks whether anybody types."""


class GoesBlank(GuardedApp):
    """An app that can be blanked."""

    workplace: Workplace
    _last_key: Moment | None = None
    _is_blank = False

    def watch_idleness(self) -> None:
        """From here on, look now and then whether anybody types."""
        if self._last_key is None:
            self.set_interval(LOOK_EVERY, self.look_if_idle)
        self._last_key = self.workplace.clock.now()

    async def on_event(self, event: events.Event) -> None:
        """Note that somebody is there."""
        if isinstance(event, events.Key | events.Paste | events.MouseDown):
            self._last_key = self.workplace.clock.now()
        await super().on_event(event)

    def look_if_idle(self) -> None:
        """Go blank if nobody typed for so many minutes."""
        if self.is_idle_for(self.workplace.settings.blank_minutes):
            self.action_blank()

    def is_idle_for(self, minutes: int) -> bool:
        """Whether nobody typed for so many minutes; never for 0 of them."""
        now = self.workplace.clock.now()
        return bool(minutes and self._last_key and now.boot_ms - self._last_key.boot_ms >= minutes * 60_000)

    def action_blank(self) -> None:
        """Show an empty page until the next key."""
        if self._is_blank:
            return
        from coachtui.tui.dialogs.blank import BlankPage

        self._is_blank = True
        clock = self.workplace.clock
        self.push_screen(BlankPage(day_text(clock.now().utc_ms, clock.zone())), self._back)

    def leave_blank_page(self) -> None:
        """Take the blank page away, if it is up: another page comes over everything."""
        from coachtui.tui.dialogs.blank import BlankPage

        if isinstance(self.screen, BlankPage):
            self.screen.dismiss("")

    def _back(self, typed: str | None) -> None:
        self._is_blank = False
        if typed and isinstance(self.focused, Entry):
            self.focused.insert(typed)
