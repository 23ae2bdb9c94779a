"""The program on the screen: its rooms, its look, its keys, and the scribe behind them."""

import asyncio
from typing import TYPE_CHECKING, Any

from coachtui.settings import Settings
from coachtui.store.errors import NotebookError, NotebookLocked
from coachtui.store.scribe import Scribe
from coachtui.tui.bindings import bindings_for
from coachtui.tui.commands import EVERYWHERE, OBSERVE, TODAY
from coachtui.tui.delivering import Delivers
from coachtui.tui.dressing import Dresses
from coachtui.tui.finding import FindsTheWay
from coachtui.tui.leaving import asked_again
from coachtui.tui.locking import JOTTING, Locks
from coachtui.tui.opening import BROUGHT_UP, OPENING, was_in_a_meeting
from coachtui.tui.rooms.room import GoTo, Room
from coachtui.tui.telling_work import TellsWork
from coachtui.tui.words import printable
from coachtui.tui.workplace import Workplace
from coachtui.wording import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.notifications import SeverityLevel

    from coachtui.clock import Clock
    from coachtui.places import Places
    from coachtui.store.notebook import Notebook
    from coachtui.tui.first_paint import Stage


def _plan_of_two(notebook: Any) -> str | None:
    """The id of the plan that two were looking at, if it is still there; only then is its shelf imported."""
    found: str | None = notebook.together.on() if notebook.left_together else None
    return found


class CoachApp(TellsWork, Delivers, Dresses, FindsTheWay, Locks):
    """The app: opens a room, then the notebook, and keeps the two apart by the scribe."""

    TITLE = "coachtui"
    CSS_PATH = "styles/room.tcss"
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
        self.complaints = []

    def get_default_screen(self) -> Room:
        """The room that was asked for is the first screen; no empty one comes before it."""
        return self.room_called(self.first_room)

    def on_mount(self) -> None:
        """Once the first picture is on the screen, the notebook."""
        self.watch_looks()
        self.tell_work()
        if self._asks_first:
            self.show_locked_page()
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        self.start_is_over()
        self.keep_look()
        if self.complaints:
            self.notify("\n".join(self.complaints), severity="warning", timeout=20, markup=False)
        if not self._asks_first:
            self.run_worker(self._open_notebook(), exit_on_error=True)

    async def _open_notebook(self) -> None:
        """Open the notebook on the scribe's thread; if it can't be, its place is taken by the drop box."""
        place = self.workplace
        try:
            with place.at_work.at(OPENING, may_stop=False) as work:
                opened = await place.scribe.start(self.open_notebook)
                work.outcome = BROUGHT_UP if opened.is_brought_up else ""
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
        try:
            goes_on, together = await self._how_it_was_left()
        except NotebookError:
            if self._all_saved is None:
                raise
            return  # it was closed while it was being opened
        place.is_open = True
        self.notebook_is_open(together)
        if goes_on or goes_to:
            self.go_to(GoTo(goes_to or OBSERVE))
        self.watch_idleness()
        self.furnish_soon()
        if place.refusal is None and not self.keeps_house:
            self.keep_house()

    async def _how_it_was_left(self) -> tuple[bool, str | None]:
        """Whether a meeting goes on where Today was asked for; and the plan that two were looking at, if one is."""
        place = self.workplace
        if place.refusal is not None:
            return False, None
        goes_on = isinstance(self.screen, Room) and self.screen.NAME == TODAY
        goes_on = goes_on and await place.scribe.do(lambda notebook: was_in_a_meeting(notebook, place.clock.now()))
        return goes_on, await place.scribe.do(_plan_of_two)

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

    def action_help_quit(self) -> None:
        """Ctrl+C, which ends programs elsewhere, with nothing to copy: say what does."""
        self.notify(_("To leave, press Ctrl+Q."))

    async def action_quit(self) -> None:
        """Close: everything is saved already; what is not is told first."""
        await self.caught_up()
        trouble = await self.workplace.scribe.tried() if self.workplace.is_open else None
        if trouble is not None and not self._quit_asked:
            self._quit_asked = True
            sentence = asked_again(str(trouble), is_in_notebook=self.workplace.refusal is None)
            self.notify(sentence, severity="error", timeout=20, markup=False)
            return
        self.leave_rooms()
        saved = await asyncio.to_thread(self.flush)
        self.exit(return_code=0 if saved else 1)

    def leave_rooms(self) -> None:
        """The program closes: let each room ask its last."""
        stacked = (each for each in self.screen_stack if isinstance(each, Room))
        for room in dict.fromkeys((*self.rooms_kept.values(), *stacked)):
            room.leaving()

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
