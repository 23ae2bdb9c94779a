"""What is seen to before SQLite opens the notebook's file: that it is private, and that nothing of a cut-off is left."""

import os
from pathlib import Path

from coachtui.places import Places
from coachtui.store.errors import NotebookError
from coachtui.store.explain import explain_file
from coachtui.store.file import log_of
from coachtui.wording import _

_IS_A_FOLDER = _("Where the notebook should be there is a folder. Nothing was changed. See 'coachtui where'.")


def keep_private(path: Path) -> None:
    """See that the file is there, may be written to, and only its owner may read it and its log, before SQLite opens it.

    Only touched while no connection of ours is open: a close() of the file would drop SQLite's locks.
    """
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
        os.close(handle)
        for file in (path, log_of(path)):
            if file.exists() and file.stat().st_mode & 0o077:
                file.chmod(0o600)
    except IsADirectoryError as fault:
        raise NotebookError(_IS_A_FOLDER) from fault
    except OSError as fault:
        raise explain_file(fault) from fault


def clear_away(places: Places) -> None:
    """Do away with what a change of the lock, or going back to a backup, left when it was cut off."""
    if any(name.startswith((".locking-", ".going-")) for name in os.listdir(places.home)):  # noqa: PTH208
        from coachtui.store.recasting import finish_going

        finish_going(places.home)
    if places.notebook.stat().st_nlink > 1:
        from coachtui.store.restoring import take_second_names_away

        take_second_names_away(places.notebook)
