"""How the program looks: its theme, taken anew as its file is saved; in ASCII where it must be; at rest where one wishes."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.app import App
from textual.filter import LineFilter

from coachtui.settings import DARK_THEME, LIGHT_THEME, Settings, write_theme
from coachtui.tui.first_look import keep_first_look
from coachtui.tui.guard import GuardedApp
from coachtui.tui.themes import first_look_of, load_themes, state_of
from coachtui.tui.workplace import Workplace
from coachtui.wording import _

if TYPE_CHECKING:
    from textual.theme import Theme

LOOK_EVERY = 1.0
"""Seconds between two looks whether a theme was saved."""


class Dresses(GuardedApp):
    """The part of the app that knows how it looks."""

    workplace: Workplace
    is_trying = False
    """Whether a theme is only looked at, and none was chosen yet."""
    _in_ascii: LineFilter | None = None
    _saved_themes: dict[str, tuple[int, int]]
    complaints: list[str]
    """What was wrong with settings and themes at the start."""

    def dress_in(self, theme: str, complaints: list[str]) -> None:
        """Take our themes and the person's own, and put this one on; what was wrong with any is said once."""
        self._saved_themes = state_of(self.workplace.places.themes)
        themes, faults = load_themes(self.workplace.places)
        for each in themes:
            self.register_theme(each)
        self.complaints = [*complaints, *faults]
        if theme not in self.available_themes:
            self.complaints.append(_("There is no theme '{theme}'. The dark one is shown.").format(theme=theme))
            theme = DARK_THEME
        self.theme = theme

    def see_to(self, settings: Settings, *, is_ascii: bool = False) -> None:
        """Take from the settings, and from what the terminal can show, how things are painted."""
        if settings.reduced_motion:
            self.animation_level = "none"
        if settings.ascii or is_ascii:
            from coachtui.tui.ascii_filter import AsciiFilter  # late: hardly any terminal needs it

            self._in_ascii = AsciiFilter()

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What every line goes through before it is painted."""
        filters = super().get_line_filters()
        return filters if self._in_ascii is None else [*filters, self._in_ascii]

    def watch_looks(self) -> None:
        """From here on a theme that is chosen is remembered, and one that is saved is shown."""
        self.theme_changed_signal.subscribe(self, self.remember_theme)
        self.set_interval(LOOK_EVERY, self.take_saved_themes)

    def remember_theme(self, theme: "Theme") -> None:
        """Keep the choice; one that is only looked at is none."""
        if not self.is_trying:
            write_theme(self.workplace.places.settings, theme.name)
            self.keep_look()

    def keep_look(self) -> None:
        """Keep what the first picture of the next start needs to know."""
        look = first_look_of(self.theme_variables)
        if look is not None:
            keep_first_look(str(self.workplace.places.home), look, is_ascii=self.workplace.settings.ascii)

    def take_saved_themes(self) -> None:
        """Take the person's themes anew if a file was saved; one with a fault in it is told, and the look stays as it was."""
        saved = state_of(self.workplace.places.themes)
        if saved == self._saved_themes:
            return
        self._saved_themes = saved
        worn = self.current_theme
        themes, faults = load_themes(self.workplace.places)
        for each in themes:
            self.register_theme(each)
        if self.current_theme != worn:
            self.mutate_reactive(App.theme)
        if faults:
            self.notify("\n".join(faults), severity="warning", timeout=20, markup=False)

    def action_light_or_dark(self) -> None:
        """Change between the light and the dark look."""
        self.theme = LIGHT_THEME if self.current_theme.dark else DARK_THEME

    def search_themes(self) -> None:
        """Show the themes to choose from."""
        from coachtui.tui.dialogs.theme_picker import ThemePicker

        self.push_screen(ThemePicker())
