"""The doctor: is everything sound? What is not is a finding with a remedy, never a crash."""

import sqlite3
from collections.abc import Iterator
from typing import TYPE_CHECKING

from coachtui.clock import Clock
from coachtui.places import Places
from coachtui.store.backups import newest
from coachtui.store.checks import GIVE_BACK, GO_BACK, RESTORE, Check, look
from coachtui.store.checks_backups import checks_of_backups
from coachtui.store.checks_clock import checks_of_clock
from coachtui.store.checks_lock import LOCK_ALL, lock_of
from coachtui.store.checks_notebook import checks_of_notebook
from coachtui.store.checks_place import checks_of_place
from coachtui.store.checks_purges import checks_of_purges
from coachtui.store.checks_record import checks_of_record
from coachtui.store.errors import (
    NotebookBusy,
    NotebookDamaged,
    NotebookError,
    NotebookLocked,
    NotebookNewer,
    NotebookReadOnly,
)
from coachtui.store.explain import DAMAGED, IS_DAMAGED
from coachtui.store.file import FAULTS
from coachtui.store.notebook import Notebook
from coachtui.wording import _, _m

if TYPE_CHECKING:
    from coachtui.store.key import Key

FIXED_SQLITE = ((3, 51, 3), (3, 50, 7), (3, 44, 6))
"""The releases of SQLite since which two connections can't spoil the log, the newest series first."""


def examine(places: Places, clock: Clock, key: "Key | None" = None) -> Iterator[Check]:
    """Every check, one after the other; `key` is that of an encrypted notebook.

    Raises NotebookBusy when another window has it, or NotebookLocked where the key is not its own, else nothing.
    """
    yield from checks_of_place(places)
    yield _sqlite()
    if not places.notebook.exists():
        yield _missing(places)
        return
    yield from _notebook(places, clock, key)


def _missing(places: Places) -> Check:
    """Where there is no notebook there is none yet, or it is gone."""
    last = newest(places.backups)
    if last is None:
        return Check(_m("notebook"), True, _("There is no notebook yet; it is made when you first write something."))
    return Check(
        _m("notebook"),
        False,
        _("The notebook is gone, but there is a backup of it, {name}.").format(name=last.path.name),
        GO_BACK,
    )


def _notebook(places: Places, clock: Clock, key: "Key | None") -> Iterator[Check]:
    """Open the notebook and look at all of it."""
    try:
        notebook = Notebook.open(places, clock, key=key)
    except (NotebookBusy, NotebookLocked):
        raise
    except NotebookError as fault:
        detail = IS_DAMAGED if str(fault) == DAMAGED else str(fault)
        yield Check(_m("notebook"), False, detail, _remedy_for(fault))
        yield from checks_of_backups(places, clock, None)
        return
    try:
        yield Check(_m("notebook"), True, _("The notebook opens."))
        yield look(_m("lock"), LOCK_ALL, lambda: lock_of(notebook, places))
        yield from checks_of_notebook(notebook)
        yield from checks_of_clock(notebook, clock)
        yield from checks_of_record(notebook, places)
        yield from checks_of_backups(places, clock, notebook)
        yield from checks_of_purges(places, clock, notebook)
    finally:
        close_quietly(notebook)


def _remedy_for(fault: NotebookError) -> str:
    """What to do about a notebook that does not open; going back to a backup mends nothing but damage."""
    if isinstance(fault, NotebookNewer):
        return _("Update coachtui on this computer.")
    if isinstance(fault, NotebookReadOnly):
        return GIVE_BACK
    return RESTORE if isinstance(fault, NotebookDamaged) else _("Do what the sentence above says, then try again.")


def rebuild(notebook: Notebook) -> int:
    """Make the search indexes and the tables anew from the events; how many there were. Raises a NotebookError.

    The indexes come first: taking rows out of the tables takes their words out of them, so they must be sound.
    """
    notebook.file.tell_indexes("rebuild")
    return notebook.rebuild()


def _sqlite() -> Check:
    """The version of SQLite; older ones can spoil a write-ahead log that two connections share."""
    version = sqlite3.sqlite_version_info
    fixed = version >= FIXED_SQLITE[0] or any(version[:2] == one[:2] and version >= one for one in FIXED_SQLITE)
    if fixed:
        return Check(_m("sqlite"), True, _("SQLite {sqlite_version}.").format(sqlite_version=sqlite3.sqlite_version))
    return Check(
        _m("sqlite"),
        True,
        _(
            "SQLite {sqlite_version} has a known fault when two connections write one notebook. "
            "coachtui only ever uses one, so you are not affected."
        ).format(sqlite_version=sqlite3.sqlite_version),
    )


def close_quietly(notebook: Notebook) -> None:
    """Close a notebook that may be damaged; what it can't write back now stays in its log."""
    try:
        notebook.close()
    except (*FAULTS, NotebookError):
        return
