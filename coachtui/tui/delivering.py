"""Delivering the record behind what the person does: after a share, at the start, and every hour."""

import asyncio
import threading
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, TypeVar

from textual import on

from coachtui.store.errors import NotebookError
from coachtui.tui.keeping_house import HOURLY, HOUSEKEEPING_AFTER, KeepsHouse
from coachtui.tui.rooms.room import Shared
from coachtui.wording import _, counted

if TYPE_CHECKING:
    from coachtui.model.delivery import Delivered, Key
    from coachtui.model.entry import FoundWords, LeadWords, RecordFile
    from coachtui.sharing.courier import Report
    from coachtui.store.scribe import Scribe
    from coachtui.tui.long_work import LongWork

T = TypeVar("T")
_DELIVERING = _("Delivering the record")
DELIVER_AFTER = HOUSEKEEPING_AFTER + 1.0
"""Seconds after the opening: behind the housekeeping."""


class ScribeDesk:
    """The notebook as the courier asks it from its own thread: each verb is done by the scribe, in its turn."""

    def __init__(self, scribe: "Scribe", loop: asyncio.AbstractEventLoop) -> None:
        self._scribe = scribe
        self._loop = loop

    def _ask(self, verb: Callable[[Any], T]) -> T:
        return asyncio.run_coroutine_threadsafe(self._scribe.do(verb), self._loop).result()

    def waiting(self, folder: str) -> "set[Key]":
        """The files that hold something new."""
        return self._ask(lambda notebook: notebook.outbox.waiting(folder))

    def delivered(self, folder: str) -> "list[Delivered]":
        """What stood in each file."""
        return self._ask(lambda notebook: notebook.outbox.delivered(folder))

    def keys_of(self, entry_ids: Iterable[str]) -> "dict[str, Key]":
        """In which file each of these entries is."""
        return self._ask(lambda notebook: notebook.outbox.keys_of(entry_ids))

    def files(self, keys: "Iterable[Key]") -> "list[RecordFile]":
        """These files as they are to be."""
        return self._ask(lambda notebook: notebook.outbox.files(keys))

    def words_shared(self, entry_ids: Iterable[str]) -> dict[str, list[str]]:
        """All words that each of these entries was ever shared in."""
        return self._ask(lambda notebook: notebook.outbox.words_shared(entry_ids))

    def take_in(self, found: "Iterable[FoundWords]") -> "list[LeadWords]":
        """Keep what leads wrote."""
        return self._ask(lambda notebook: notebook.outbox.take_in(found))

    def deliver(self, folder: str, delivered: "list[Delivered]", rows: int) -> None:
        """Note what was delivered."""
        self._ask(lambda notebook: notebook.outbox.deliver(folder, delivered, rows))

    def last_row(self) -> int:
        """The number of the newest row of the outbox."""
        row: int = self._ask(lambda notebook: notebook.outbox.last_row())
        return row


class Delivers(KeepsHouse):
    """The part of the app that lets the courier go. It says nothing when all is well."""

    _is_out = False
    _is_wanted_again = False
    _told: tuple[str, ...] = ()

    def keep_house(self) -> None:
        """From here on, keep house; and let the courier go once the first keys are through, and every hour."""
        super().keep_house()
        self.set_timer(DELIVER_AFTER, self.let_courier_go)
        self.set_interval(HOURLY, self.let_courier_go)

    @on(Shared)
    def shared(self, message: Shared) -> None:
        """Something new is in the outbox."""
        message.stop()
        self.let_courier_go()

    def let_courier_go(self) -> None:
        """Let the courier go, on a thread of its own that nobody waits for; one that is out goes once more."""
        if not self.workplace.has_notebook:
            return
        if self._is_out:
            self._is_wanted_again = True
            return
        self._is_out, loop, scribe = True, asyncio.get_running_loop(), self.workplace.scribe
        work = self.workplace.at_work.begin(_DELIVERING, is_waited_for=False)
        threading.Thread(target=self._deliver, args=(loop, scribe, work), name="courier", daemon=True).start()

    def _deliver(self, loop: asyncio.AbstractEventLoop, scribe: "Scribe", work: "LongWork") -> None:
        """On the courier's thread: every step can be cut off, also by the end of the program."""
        from coachtui.sharing.courier import Courier
        from coachtui.sharing.record_place import record_folder

        place = self.workplace
        report: Report | None = None
        try:
            folder = record_folder(place.places, place.settings)
            report = Courier(folder, ScribeDesk(scribe, loop), lambda: place.clock.now().utc_ms, work.go_on).run()
        except (NotebookError, RuntimeError):
            report = None  # the disk's trouble is told by the scribe; a loop that is gone has nobody to tell
        try:
            loop.call_soon_threadsafe(self._is_back, report, work)
        except RuntimeError:
            return

    def _is_back(self, report: "Report | None", work: "LongWork") -> None:
        """Say what waits, and what could not be understood; the same is not said twice."""
        self._is_out = False
        self.workplace.at_work.end(work, "" if report is None else _what_it_did(report))
        sentences = () if report is None else (*report.waits, *report.odd)
        if sentences and sentences != self._told:
            self.notify("\n".join(sentences), severity="warning", timeout=20, markup=False)
        self._told = sentences
        if self._is_wanted_again:
            self._is_wanted_again = False
            self.let_courier_go()


def _what_it_did(report: "Report") -> str:
    """How much was delivered and read back, and what waits where it was stopped."""
    files = counted(len(report.delivered), "{n} file", "{n} files")
    if report.is_stopped:
        return _("Stopped after {files}. The rest waits for the next hour.").format(files=files)
    words = counted(len(report.read), "{n} passage", "{n} passages")
    return _("Delivered: {files}. Read back: {words}.").format(files=files, words=words)
