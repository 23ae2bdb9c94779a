"""The sentence for each fault that SQLite, or reading from it, can raise."""

import errno
import sqlite3

from coachtui.store.errors import (
    NotebookBusy,
    NotebookDamaged,
    NotebookError,
    NotebookFull,
    NotebookReadOnly,
)
from coachtui.wording import _

FULL = _(
    "The disk is full. Everything filed before is safe; what you wrote since waits here, not saved yet. Free some space, and "
    "leave this open: it is tried again."
)
FAILING = _(
    "The disk did not take the last change. Everything filed before is safe, this is not saved yet. "
    "It is tried again; if this stays, check the disk."
)
READ_ONLY = _(
    "The notebook can't be written to: the file or its folder is read-only. What is in it is safe. "
    "'coachtui doctor --repair' gives you the right to write back where it is yours; if the disk is read-only, choose another "
    "folder with --home."
)
DAMAGED = _(
    "The notebook file is damaged or is not a notebook. Nothing in it was changed. With coachtui closed, "
    "'coachtui doctor --repair', typed in a terminal, takes all that is whole into a new one and sets this one aside; "
    "'coachtui restore' goes back to a backup."
)
IS_DAMAGED = _("The notebook file is damaged or is not a notebook. Nothing in it was changed.")
NO_MEMORY = _(
    "There was no memory left for this; where the notebook file is damaged that happens too. Nothing was changed. "
    "Run 'coachtui doctor' to see what is wrong, and 'coachtui restore' to go back to a backup."
)
NEEDED = _("Something else in the notebook needs this, so it stays. Nothing was changed.")
BUSY = _("The notebook is in use by another program. Nothing was changed. Close that program and try again.")


def explain(fault: Exception) -> NotebookError:
    """The sentence for a fault that SQLite, or reading from it, raised."""
    if isinstance(fault, NotebookError):
        return fault
    code = getattr(fault, "sqlite_errorcode", None)
    if code is None:
        if isinstance(fault, MemoryError):
            return NotebookDamaged(NO_MEMORY)
        if isinstance(fault, UnicodeDecodeError | OverflowError | sqlite3.DatabaseError):
            return NotebookDamaged(DAMAGED)
        return NotebookError(
            _("The notebook could not do that ({name}). Nothing was changed.").format(name=type(fault).__name__)
        )
    return _by_code(int(code))


def explain_file(fault: OSError) -> NotebookError:
    """The sentence for a fault of a file that is opened or written to past SQLite."""
    if fault.errno in (errno.ENOSPC, errno.EDQUOT):
        return NotebookFull(FULL)
    if fault.errno in (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOENT):
        return NotebookReadOnly(READ_ONLY)
    return NotebookFull(FAILING)


def _by_code(code: int) -> NotebookError:
    """The sentence for a result code of SQLite's."""
    if code == sqlite3.SQLITE_IOERR_CORRUPTFS:
        return NotebookDamaged(DAMAGED)
    if code == sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY:
        return NotebookError(NEEDED)
    primary = code & 0xFF
    known: dict[int, NotebookError] = {
        sqlite3.SQLITE_FULL: NotebookFull(FULL),
        sqlite3.SQLITE_IOERR: NotebookFull(FAILING),
        sqlite3.SQLITE_READONLY: NotebookReadOnly(READ_ONLY),
        sqlite3.SQLITE_CANTOPEN: NotebookReadOnly(READ_ONLY),
        sqlite3.SQLITE_PERM: NotebookReadOnly(READ_ONLY),
        sqlite3.SQLITE_CORRUPT: NotebookDamaged(DAMAGED),
        sqlite3.SQLITE_NOTADB: NotebookDamaged(DAMAGED),
        sqlite3.SQLITE_ERROR: NotebookDamaged(DAMAGED),  # a table or a column that should be there is not
        sqlite3.SQLITE_BUSY: NotebookBusy(BUSY),
        sqlite3.SQLITE_LOCKED: NotebookBusy(BUSY),
    }
    return known.get(
        primary,
        NotebookError(_("The notebook could not do that (fault {code}). Nothing was changed.").format(code=code)),
    )
