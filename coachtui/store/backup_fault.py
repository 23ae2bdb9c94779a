"""Why no backup could be made, in a sentence."""

import errno
import sqlite3
from pathlib import Path

from coachtui.wording import _

_NOT_WRITABLE = (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM)


def no_backup(folder: Path, fault: Exception) -> str:
    """Why, what is safe, and what to do."""
    code = getattr(fault, "sqlite_errorcode", 0) & 0xFF
    number = getattr(fault, "errno", None)
    if code == sqlite3.SQLITE_FULL or number in (errno.ENOSPC, errno.EDQUOT):
        why = _("there is no room on the disk. Free some space and try again")
    elif code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB) or isinstance(fault, UnicodeDecodeError | MemoryError):
        why = _("the notebook has damage. Run 'coachtui doctor' to see what is wrong")
    elif number is not None or code in _NOT_WRITABLE:
        why = _("the folder '{folder}' can't be written to. Give yourself the right to write there").format(
            folder=folder
        )
    else:
        why = _("the copy could not be made (fault {code})").format(code=code or type(fault).__name__)
    return _("No backup was made: {why}. The notebook and its earlier backups are as they were.").format(why=why)
