"""A notebook with a passphrase: asked for on a page of its own, at the start, on a key, or when nobody typed for a while.

Locked, the notebook is closed and its key is gone; the rooms wait under the page as they are. Who wants to write without the
passphrase writes into the drop box, in a room that knows nothing of the notebook.
"""

import asyncio
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any

from textual import on
from textual.app import ScreenStackError

from coachtui.store.errors import NotebookError, NotebookLocked, WrongPassphrase
from coachtui.store.scribe import Scribe
from coachtui.tui.commands import OBSERVE, TODAY
from coachtui.tui.orderly import OrderlyApp
from coachtui.tui.togetherness import KeepsTogether
from coachtui.tui.unlocking import Jotting, Tried
from coachtui.wording import _

if TYPE_CHECKING:
    from textual.worker import Worker

    from coachtui.store.key import Key
    from coachtui.store.notebook import Notebook
    from coachtui.tui.dialogs.locked import LockedPage

WRONG = _(
    "That is not the passphrase of this notebook. Large and small letters count; perhaps Caps Lock is on.\n"
    "Nobody can get round it. If it is forgotten, 'coachtui lock --help' says what is left."
)
JOTTING = _("This notebook is locked. F12 unlocks it.")
NOT_ENCRYPTED = _(
    "This notebook has no passphrase. With coachtui closed, 'coachtui lock', typed in a terminal, puts one before it."
)
_WRITE, _BACK = _("Write without it"), _("Back")


class Locks(KeepsTogether, OrderlyApp):
    """The part of the app that asks for the passphrase and forgets the key."""

    first_room: str
    is_encrypted = False
    """Whether the notebook that is open, or was, has a passphrase."""
    waits_for_page = False
    """Whether the page is to come before the first key, and is not there yet."""
    _page: "LockedPage | None" = None
    _closing_down: "Worker[Any] | None" = None

    def open_notebook(self, passphrase: str | None = None) -> "Notebook":
        """Open the notebook, on the scribe's thread. Raises a NotebookError."""
        raise NotImplementedError

    def key_for(self, passphrase: str | None) -> "Key | None":
        """The key of what was typed, or the one that this computer remembers, if any. Raises WrongPassphrase."""
        places = self.workplace.places
        if not places.seal.exists() and passphrase is None:
            return None
        from coachtui.store.remembering import recall
        from coachtui.store.seal import key_of_passphrase

        return recall(places) if passphrase is None else key_of_passphrase(places, passphrase)

    def open_drop_box(self) -> Any:
        """Open the drop box, on the scribe's thread."""
        raise NotImplementedError

    def new_scribe(self) -> Scribe:
        """A scribe that has opened nothing yet."""
        raise NotImplementedError

    async def go_on_opening(self, goes_to: str | None = None) -> None:
        """The scribe has the notebook, or the drop box: let the rooms know."""
        raise NotImplementedError

    @property
    def locked_page(self) -> "LockedPage | None":
        """The page, where it is up."""
        page = self._page
        return page if page is not None and page in self.screen_stack else None

    @property
    def is_covered(self) -> bool:
        """Whether a page is up behind which everything waits."""
        return super().is_covered or self.locked_page is not None

    def asks_first(self) -> bool:
        """Whether the page is to be there before the first key: on Today. Capture never waits for a passphrase."""
        from coachtui.store.seal import read_seal

        if self.first_room != TODAY or not self.workplace.places.seal.exists():
            return False
        seal = read_seal(self.workplace.places)
        return seal is not None and not seal.is_remembered

    def show_locked_page(self) -> None:
        """Put the page over everything."""
        from coachtui.tui.dialogs.locked import LockedPage

        if self.locked_page is None:
            is_jotting = self.workplace.refusal is not None
            self._page = LockedPage(_BACK if is_jotting else _WRITE)
            self.push_screen(self._page)
        self.waits_for_page = False

    def entry_is_ready(self) -> None:
        """Let the waiting keys come; where the page comes first they are meant for it."""
        if not self.waits_for_page:
            super().entry_is_ready()

    def action_lock(self) -> None:
        """Lock the notebook; or ask for its passphrase, where it is locked."""
        if not self.workplace.is_open or self.locked_page is not None:
            return
        if isinstance(self.workplace.refusal, NotebookLocked):
            self.show_locked_page()
        elif self.is_encrypted and self.workplace.refusal is None:
            self.lock_now()
        else:
            self.notify(NOT_ENCRYPTED, markup=False)

    def lock_now(self) -> None:
        """Hide everything at once; then, once all that was typed is on the disk, close the notebook."""
        if not self.is_encrypted or self.locked_page is not None or self.workplace.refusal is not None:
            return
        self.leave_blank_page()
        self.clear_notifications()
        self.show_locked_page()
        self.workplace.is_resting = True
        self._closing_down = self.run_worker(self.workplace.scribe.rest(), group="lock")

    def look_if_idle(self) -> None:
        """Lock if nobody typed for so many minutes, or in the program while an editor was open; go blank before that."""
        minutes = self.workplace.settings.lock_minutes
        if self.is_idle_for(minutes) or self.was_away_for(minutes):
            self.lock_now()
        super().look_if_idle()

    @on(Tried)
    def tried(self, message: Tried) -> None:
        """See whether the passphrase opens the notebook, behind the page."""
        message.stop()
        self.run_worker(self._saying(self._unlock(message.passphrase)), group="lock")

    @on(Jotting)
    def jotting(self, message: Jotting) -> None:
        """Write without the notebook, or go on doing so."""
        message.stop()
        self.run_worker(self._saying(self._jot()), group="lock")

    async def _saying(self, deed: Any) -> None:
        """Do it; what it can't do is said on the page."""
        try:
            with suppress(ScreenStackError):  # the program was closed meanwhile
                await deed
        except NotebookError as fault:
            page = self.locked_page
            if page is not None:
                page.say(WRONG if isinstance(fault, WrongPassphrase) else str(fault))

    async def _unlock(self, passphrase: str) -> None:
        place = self.workplace
        open_notebook = partial(self.open_notebook, passphrase)
        if self.workplace.is_resting:
            if self._closing_down is not None:
                await self._closing_down.wait()  # a disk that takes nothing just now holds it up, and the key with it
            await place.scribe.wake(open_notebook)
            place.is_resting = False
            await self._come_back()
        elif place.refusal is None:
            await place.scribe.start(open_notebook)
            self._leave_page()
            await self.go_on_opening()
        else:
            await self._unlock_from_drop_box(passphrase)

    async def _come_back(self) -> None:
        """Everything is as it was; but where somebody else had the notebook meanwhile, the rooms would show what is gone."""
        mark = await self.workplace.scribe.do(lambda notebook: notebook.events.mark())
        if self._closing_down is not None and self._closing_down.result == mark:
            self._leave_page()
            return
        self.workplace.writing = None
        await self.rooms_anew(TODAY)
        await self.go_on_opening()

    async def _unlock_from_drop_box(self, passphrase: str) -> None:
        """Let go of the drop box, so that the notebook takes it in. Raises WrongPassphrase; then one writes on there."""
        from coachtui.store.seal import key_of_passphrase

        await asyncio.to_thread(key_of_passphrase, self.workplace.places, passphrase)
        await self._let_go()
        try:
            await self.workplace.scribe.start(partial(self.open_notebook, passphrase))
        except NotebookError as refusal:
            self.workplace.refusal = refusal
            await self.workplace.scribe.start(self.open_drop_box)
        await self.rooms_anew(OBSERVE)
        await self.go_on_opening()

    async def _jot(self) -> None:
        place = self.workplace
        if place.refusal is not None:
            self._leave_page()
            return
        if self.workplace.is_resting:
            await self._let_go()
            await self.rooms_anew(OBSERVE)
        else:
            self._leave_page()
        place.refusal = NotebookLocked(JOTTING)
        await place.scribe.start(self.open_drop_box)
        await self.go_on_opening(OBSERVE)

    async def _let_go(self) -> None:
        """Have the scribe finish, and take another: nothing is open then."""
        place = self.workplace
        await self.caught_up()
        await asyncio.to_thread(place.scribe.close)
        place.is_resting, place.is_open, place.refusal, place.writing = False, False, None, None
        place.scribe = self.new_scribe()

    def _leave_page(self) -> None:
        """Take the page away: everything is as it was, and what waited is done."""
        page = self.locked_page
        while page is not None and page in self.screen_stack:
            self.pop_screen()
        self.uncovered()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing of the program can be done from behind the page."""
        if self.locked_page is not None and action not in ("quit", "blank"):
            return False
        return super().check_action(action, parameters)
