"""The program on the screen: its rooms, its look, its keys, and the scribe behind them."""

import asyncio
from typing import TYPE_CHECKING, Any

from coachtui.settings import DARK_THEME, LIGHT_THEME, Settings, write_theme
from coachtui.store.errors import NotebookError, NotebookLocked
from coachtui.store.scribe import Scribe
from coachtui.tui.bindings import bindings_for
from coachtui.tui.commands import EVERYWHERE, OBSERVE, TODAY
from coachtui.tui.delivering import Delivers
from coachtui.tui.first_look import keep_first_look
from coachtui.tui.leaving import asked_again
from coachtui.tui.locking import JOTTING, Locks
from coachtui.tui.opening import was_in_a_meeting
from coachtui.tui.rooms.room import GoTo, Room
from coachtui.tui.themes import first_look_of, load_themes
from coachtui.tui.words import printable
from coachtui.tui.workplace import Workplace

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.command import Provider
    from textual.notifications import SeverityLevel
    from textual.theme import Theme

    from coachtui.clock import Clock
    from coachtui.places import Places
    from coachtui.store.notebook import Notebook
    from coachtui.tui.first_paint import Stage


def _commands_provider() -> "type[Provider]":
    """The palette's provider, imported when the palette is first opened."""
    from coachtui.tui.palette import CommandsProvider

    return CommandsProvider


def _plan_of_two(notebook: Any) -> str | None:
    """The id of the plan that two were looking at, if it is still there; only then is its shelf imported."""
    found: str | None = notebook.together.on() if notebook.left_together else None
    return found


class CoachApp(Delivers, Locks):
    """The app: opens a room, then the notebook, and keeps the two apart by the scribe."""

    TITLE = "coachtui"
    CSS_PATH = "styles/room.tcss"
    COMMANDS = {_commands_provider}
    BINDINGS = bindings_for(EVERYWHERE)
    COMMAND_PALETTE_BINDING = "ctrl+p"

    def __init__(self, places: "Places", clock: "Clock", new_id: "Callable[[], str]", *, room: str,
                 team: str | None = None, lead: str | None = None, stage: "Stage | None" = None,
                 settings: Settings | None = None) -> None:  # fmt: skip
        super().__init__(stage, places.crashes, self.flush, lambda: str(clock.now().utc_ms))
        self.workplace = Workplace(self.new_scribe(), clock, places, new_id)
        self.workplace.settings = settings or Settings()
        self.first_room, self.meeting_asked_for, self.rooms_kept = room, (team, lead), {}
        self._quit_asked = False
        self._asks_first = self.waits_for_page = self.asks_first()
        self._all_saved: bool | None = None
        self._complaints: list[str] = []

    def get_default_screen(self) -> Room:
        """The room that was asked for is the first screen; no empty one comes before it."""
        return self.room_called(self.first_room)

    def dress_in(self, theme: str, complaints: list[str]) -> None:
        """Take our themes and the person's own, and put this one on; what was wrong with any is said once."""
        themes, faults = load_themes(self.workplace.places)
        for each in themes:
            self.register_theme(each)
        self._complaints = [*complaints, *faults]
        if theme not in self.available_themes:
            self._complaints.append(f"There is no theme '{theme}'. The dark one is shown.")
            theme = DARK_THEME
        self.theme = theme

    def on_mount(self) -> None:
        """Once the first picture is on the screen, the notebook."""
        self.theme_changed_signal.subscribe(self, self._remember_theme)
        if self._asks_first:
            self.show_locked_page()
        self.call_after_refresh(self._begin)

    def _remember_theme(self, theme: "Theme") -> None:
        places = self.workplace.places
        write_theme(places.settings, theme.name)
        look = first_look_of(self.theme_variables)
        if look is not None:
            keep_first_look(str(places.home), look)

    def action_light_or_dark(self) -> None:
        """Change between the light and the dark look."""
        self.theme = LIGHT_THEME if self.current_theme.dark else DARK_THEME

    def _begin(self) -> None:
        self.start_is_over()
        if self._complaints:
            self.notify("\n".join(self._complaints), severity="warning", timeout=20, markup=False)
        if not self._asks_first:
            self.run_worker(self._open_notebook(), exit_on_error=True)

    async def _open_notebook(self) -> None:
        """Open the notebook on the scribe's thread; if it can't be, its place is taken by the drop box."""
        place = self.workplace
        try:
            await place.scribe.start(self.open_notebook)
        except NotebookLocked:
            if self.first_room == TODAY:
                self.show_locked_page()
                return
            place.refusal = NotebookLocked(JOTTING)
            await place.scribe.start(self.open_drop_box)
        except NotebookError as refusal:
            place.refusal = refusal
            await place.scribe.start(self.open_drop_box)
        await self.go_on_opening()

    async def go_on_opening(self, goes_to: str | None = None) -> None:
        """The scribe has the notebook, or the drop box: let the rooms know, and begin what goes on behind them."""
        place = self.workplace
        goes_on = place.refusal is None and isinstance(self.screen, Room) and self.screen.NAME == TODAY
        goes_on = goes_on and await place.scribe.do(lambda notebook: was_in_a_meeting(notebook, place.clock.now()))
        together = None if place.refusal else await place.scribe.do(_plan_of_two)
        place.is_open = True
        self.notebook_is_open(together)
        if goes_on or goes_to:
            self.go_to(GoTo(goes_to or OBSERVE))
        self.watch_idleness()
        self.furnish_soon()
        if place.refusal is None and not self.keeps_house:
            self.keep_house()

    def open_notebook(self, passphrase: str | None = None) -> "Notebook":
        """Open the notebook, on the scribe's thread. Raises a NotebookError."""
        from coachtui.sharing.editing import take_away
        from coachtui.store.notebook import Notebook

        place = self.workplace
        key = self.key_for(passphrase)
        notebook = Notebook.open(place.places, place.clock, place.new_id, key)
        self.is_encrypted = notebook.file.key is not None
        take_away(place.places.home)  # what a crash left of a text that was lent to an editor
        notebook.begin_session()
        return notebook

    def open_drop_box(self) -> Any:
        """Open the drop box, on the scribe's thread."""
        from coachtui.store.dropbox import DropBox

        return DropBox(self.workplace.places, self.workplace.clock, self.workplace.new_id())

    def new_scribe(self) -> Scribe:
        """A scribe that has opened nothing yet."""
        return Scribe(self._scribe_trouble, self._opened_stand_in)

    def _opened_stand_in(self) -> Any:
        """Said on the scribe's thread, at the end: the meeting goes on in the drop box, since the notebook takes nothing."""
        box = self.open_drop_box()
        for room in self.rooms_kept.values():
            room.go_on_in(box)
        return box

    def _scribe_trouble(self, trouble: NotebookError | None) -> None:
        """Said on the scribe's thread: it can't write, or it can again."""
        self.call_later(self._show_trouble, trouble)

    def _show_trouble(self, trouble: NotebookError | None) -> None:
        self._quit_asked = self._quit_asked and trouble is not None
        for screen in self.screen_stack:
            if isinstance(screen, Room):
                screen.trouble(None if trouble is None else str(trouble))

    def notify(self, message: str, *, title: str = "", severity: "SeverityLevel" = "information",
               timeout: float | None = None, markup: bool = False) -> None:  # fmt: skip
        """Say something in the corner; words that people typed are in it as words."""
        super().notify(printable(message), title=title, severity=severity, timeout=timeout, markup=markup)

    def action_help(self) -> None:
        """Show what the room is for, and its keys."""
        from coachtui.tui.dialogs.help import HelpPage

        if isinstance(self.screen, Room):
            self.push_screen(HelpPage(self.screen.NAME, is_asking=self.screen.is_asking))

    def action_command_palette(self) -> None:
        """Show every command of the room, unless that is shown already."""
        from coachtui.tui.palette import Palette

        if not isinstance(self.screen, Palette):
            self.push_screen(Palette())

    def search_themes(self) -> None:
        """Show the themes to choose from."""
        from textual.theme import ThemeProvider

        from coachtui.tui.palette import Palette

        self.push_screen(Palette(providers=[ThemeProvider], placeholder="Search for themes…"))

    async def action_quit(self) -> None:
        """Close: everything is saved already; what is not is told first."""
        await self.caught_up()
        trouble = await self.workplace.scribe.tried() if self.workplace.is_open else None
        if trouble is not None and not self._quit_asked:
            self._quit_asked = True
            sentence = asked_again(str(trouble), is_in_notebook=self.workplace.refusal is None)
            self.notify(sentence, severity="error", timeout=20, markup=False)
            return
        stacked = (each for each in self.screen_stack if isinstance(each, Room))
        for room in dict.fromkeys((*self.rooms_kept.values(), *stacked)):
            room.leaving()
        saved = await asyncio.to_thread(self.flush)
        self.exit(return_code=0 if saved else 1)

    def holds_words(self) -> bool:
        """Whether something that was typed waits for the notebook."""
        return any(room.holds_words for room in self.rooms_kept.values())

    def flush(self) -> bool:
        """Finish what was typed and close the notebook, for every way out, once; whether all was saved."""
        if self._all_saved is None:
            self._all_saved = self._rescue_all() & self.workplace.scribe.close()
        return self._all_saved

    def _rescue_all(self) -> bool:
        try:
            for room in self.rooms_kept.values():
                room.rescue()
        except NotebookError:
            return False
        return True
