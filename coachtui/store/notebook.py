"""The notebook: opens the one file, brings it up to date, and hands out its shelves."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from coachtui.clock import Clock
from coachtui.ids import new_id
from coachtui.model.observation import Observation
from coachtui.model.whole import Whole
from coachtui.places import Places
from coachtui.store.ballast import Ballast
from coachtui.store.before_opening import clear_away, keep_private
from coachtui.store.errors import NotebookDamaged, NotebookError, NotebookNewer, WrongPassphrase
from coachtui.store.events import EventLog, Undone
from coachtui.store.explain import DAMAGED
from coachtui.store.file import NotebookFile, version_in_log
from coachtui.store.lock import NotebookLock
from coachtui.store.seal import WRONG, fitting, read_seal
from coachtui.store.shelf import Desk
from coachtui.store.shelves import Shelves
from coachtui.wording import _

if TYPE_CHECKING:
    from coachtui.store.encrypting import Changed
    from coachtui.store.key import Key

SHAPE = 6
"""The version of the file's shape, raised with every migration."""
FURTHEST = SHAPE + 50
"""The version that a newer coachtui may have come to. Beyond it the number was spoilt: no update would ever open that file."""

_NEWER = _(
    "This notebook was written by a newer coachtui. It was left untouched. "
    "Update coachtui on this computer, then open it again."
)

SESSION = "session"
TOGETHER = "together"
_SESSION_BEGINS = "INSERT OR REPLACE INTO about (name, value) VALUES (?, 'running')"
_SESSION_ENDS = "DELETE FROM about WHERE name = ?"


class Notebook(Shelves):
    """One open notebook: plain synchronous code, used on one thread."""

    def __init__(self, file: NotebookFile, lock: NotebookLock, ballast: Ballast, clock: Clock,
                 new_id: Callable[[], str], path: Path) -> None:  # fmt: skip
        """Use `Notebook.open`; this only puts the opened parts together."""
        self.file, self.path, self.ballast = file, path, ballast
        self._in_session = False
        self.crashed = file.row("SELECT 1 FROM about WHERE name = ?", (SESSION,)) is not None
        """Whether the program that had this notebook last was cut off."""
        self.taken_in = 0
        """How many lines were taken in from the drop box at opening."""
        self.is_brought_up = file.is_brought_up
        """Whether it was of an older shape until now."""
        self.lock_changed: Changed | None = None
        """What became of the copies, where the lock was being changed when the notebook was open last."""
        self._lock = lock
        device = file.row("SELECT value FROM about WHERE name = 'device'")
        self.device: str = device[0] if device else "unknown"
        together = file.row("SELECT value FROM about WHERE name = ?", (TOGETHER,))
        self.left_together: str | None = together[0] if together else None
        """The id of the plan that two were looking at when the program ended."""
        self.events = EventLog(file.connection, clock, self.device)
        desk = Desk(file, self.events, clock, new_id)
        super().__init__(desk)

    @classmethod
    def open(cls, places: Places, clock: Clock, new_id: Callable[[], str] = new_id, key: "Key | None" = None) -> Self:
        """Open the notebook of a home, making it if there is none; an encrypted one with its key.

        Raises NotebookBusy when another window has it, NotebookLocked or WrongPassphrase when it takes another key,
        NotebookNewer when a newer coachtui wrote it, NotebookDamaged, NotebookReadOnly or NotebookFull when the file or
        the disk won't do; nothing is changed then.
        """
        lock = NotebookLock(places.lock)
        lock.take(clock.now())
        try:
            ballast = Ballast(places.ballast)
            file = _open_file(places, ballast, clock, new_id, key)
            try:
                notebook = cls(file, lock, ballast, clock, new_id, places.notebook)
                _see_to_lock(notebook, places)
                notebook.taken_in = _take_in_drop_box(notebook, places)
                return notebook
            except BaseException:
                file.close()
                raise
        except BaseException:
            lock.release()
            raise

    def whole(self, observation: Observation) -> Whole:
        """An observation with everything that belongs to it. Raises a NotebookError."""
        identity = observation.id
        closing = self.closings.of(identity)
        return Whole(
            observation,
            self.lines.of(identity),
            self.observations.gaps(identity),
            self.drafts.get(identity),
            self.spans.of(identity),
            self.agendas.of(identity),
            self.accounts.of(identity),
            closing if any(closing) else None,
        )

    def undo(self, subject: str) -> Undone | None:
        """Take back the newest thing done to an observation; None where there is nothing. Raises a NotebookError."""
        return self.file.write(lambda __: self.events.undo(subject))

    def redo(self, subject: str) -> Undone | None:
        """Do again what was taken back last; None where there is nothing. Raises a NotebookError."""
        return self.file.write(lambda __: self.events.redo(subject))

    def standing(self, subject: str) -> int:
        """How many things done to it can be taken back. Raises a NotebookError."""
        row = self.file.row("SELECT count(*) FROM undoable WHERE subject = ? AND standing = 'done'", (subject,))
        return 0 if row is None else int(row[0])

    def rebuild(self) -> int:
        """Make the tables of the present anew from the events; how many there were. Raises a NotebookError."""
        return self.file.write(lambda __: self.events.rebuild())

    def begin_session(self) -> None:
        """Note that the program runs on this notebook now, so that the next opening knows if it did not end well.

        Raises a NotebookError.
        """
        self.file.write(lambda connection: connection.execute(_SESSION_BEGINS, (SESSION,)))
        self._in_session = True

    def _end_session(self) -> None:
        try:
            self.file.write(lambda connection: connection.execute(_SESSION_ENDS, (SESSION,)))
        except NotebookError:
            return  # A disk that is full now: the next opening takes it for a crash, which only costs a sentence.

    def close(self) -> None:
        """Close the file and let the next window in."""
        if self._in_session:
            self._end_session()
        try:
            self.file.close()
        finally:
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None,
                 trace: TracebackType | None) -> None:  # fmt: skip
        self.close()


def _open_file(places: Places, ballast: Ballast, clock: Clock, new_id: Callable[[], str],
               given: "Key | None") -> NotebookFile:  # fmt: skip
    """Open the file and bring it to the present shape; a newer one is refused untouched."""
    keep_private(places.notebook)
    clear_away(places)
    key = fitting(places, given)
    _see_that_it_is_not_newer(version_in_log(places.notebook, key))
    file = _connected(places, ballast, key)
    try:
        _see_that_it_is_not_newer(file.version)
        file.prepare()
        if file.version < SHAPE:
            _bring_up_to_date(file, places, clock, new_id)
    except BaseException:
        file.close()
        raise
    return file


def _see_that_it_is_not_newer(version: int) -> None:
    """Raises NotebookNewer, or NotebookDamaged for a version that there will never be."""
    if version > FURTHEST:
        raise NotebookDamaged(DAMAGED)
    if version > SHAPE:
        raise NotebookNewer(_NEWER)


def _connected(places: Places, ballast: Ballast, key: "Key | None") -> NotebookFile:
    """Connect; where no seal tells whether the key is right, a wrong one can't be told from damage and is likelier."""
    try:
        return NotebookFile(places.notebook, ballast, key)
    except NotebookDamaged as fault:
        if key is None or read_seal(places) is not None:
            raise
        raise WrongPassphrase(WRONG) from fault


def _see_to_lock(notebook: Notebook, places: Places) -> None:
    """An encrypted notebook has its seal beside it, a plain one has none; and its copies are as it is."""
    if notebook.file.key is not None or places.seal.exists():
        from coachtui.store.keeping_seal import see_to_seal

        see_to_seal(notebook.file, places)
    if notebook.file.row("SELECT 1 FROM about WHERE name = 'lock changing'") is not None:
        from coachtui.store.encrypting import finish

        notebook.lock_changed = finish(notebook, places)


def _bring_up_to_date(file: NotebookFile, places: Places, clock: Clock, new_id: Callable[[], str]) -> None:
    """Migrate, after a verified backup when there is anything to lose."""
    from coachtui.store.migrations import migrate

    if file.version > 0:
        from coachtui.store.backups import back_up

        back_up(file.connection, places.backups, clock.now(), "before-migration")

    def work(connection: sqlite3.Connection) -> None:
        migrate(connection, SHAPE, new_id())

    file.write(work)
    file.version, file.is_brought_up = SHAPE, file.version > 0


def _take_in_drop_box(notebook: Notebook, places: Places) -> int:
    if not places.dropbox.is_dir():
        return 0
    from coachtui.store.taking_in import take_in

    return take_in(notebook, places)
