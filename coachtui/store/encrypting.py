"""Locking a notebook, and taking the lock off again: the notebook first or last, so that no key is ever needed and gone.

While a notebook is encrypted, all that is kept of it is meant to be: what a cut-off left plain is encrypted at the next
opening. The lock's own sign inside the notebook says that this is due.
"""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from coachtui.clock import Clock
from coachtui.disk import sync_folder
from coachtui.places import Places
from coachtui.store.backups import back_up
from coachtui.store.connecting import connect, is_encrypted_with, see_that_it_is_installed
from coachtui.store.errors import NotebookDamaged, NotebookError
from coachtui.store.explain import explain_file
from coachtui.store.file import NotebookFile, log_of
from coachtui.store.keeping_seal import CHANGING, add_pair, private_keys
from coachtui.store.key import Key, is_encrypted, new_salt
from coachtui.store.recasting import all_plain, files_of, finish_going, recast, settle, wipe
from coachtui.store.restoring import left_prepared
from coachtui.store.seal import Seal, public_of, read_seal, write_seal
from coachtui.store.sealing_unread import seal_unread, see_that_windows_wrote_it, unseal_unread
from coachtui.store.staying_plain import see_that_nothing_keeps, see_that_nothing_stays_plain
from coachtui.store.taking_in import is_in_use
from coachtui.wording import _

if TYPE_CHECKING:
    from coachtui.store.notebook import Notebook

ALREADY = _(
    "This notebook is locked already. 'coachtui lock --change' gives it another passphrase, 'coachtui lock --off' takes the "
    "lock off."
)
NOT_LOCKED = _("This notebook is not locked. Nothing was changed.")
IN_USE = _("Another window of coachtui is open. Nothing was changed. Close it, then try again.")
_BEGUN = "begun"


class Changed(NamedTuple):
    """What became of the copies: how many were changed too, and those that could not be read."""

    copies: int = 0
    unreadable: tuple[Path, ...] = ()


def lock(places: Places, clock: Clock, passphrase: str) -> tuple[Key, Changed]:
    """Encrypt the notebook and every copy of it that lies beside it. Raises a NotebookError; then it is as it was."""
    from coachtui.store.notebook import Notebook

    see_that_it_is_installed()
    key = Key.of(passphrase, new_salt())
    with Notebook.open(places, clock) as notebook:
        if notebook.file.key is not None:
            raise NotebookError(ALREADY)
        _see_that_nobody_writes(places)
        see_that_windows_wrote_it(places)
        see_that_nothing_stays_plain(places)
        for path in left_prepared(places):
            wipe(path)
        back_up(notebook.file.connection, places.backups, clock.now(), "before-lock")
        public = add_pair(notebook.file)
        _begin(notebook.file)
        write_seal(places, Seal(key.salt, key.proof, public))
        try:
            settle(notebook.file.connection, places.notebook)
            recast(places.notebook, key)
        except BaseException:
            if not is_encrypted(places.notebook):
                places.seal.unlink(missing_ok=True)
            raise
    with Notebook.open(places, clock, key=key) as notebook:
        return key, notebook.lock_changed or Changed()


def take_lock_off(places: Places, clock: Clock, key: Key) -> Changed:
    """Make the notebook a plain file again, and its copies before it. Raises a NotebookError; then it stays locked."""
    from coachtui.store.notebook import Notebook

    with Notebook.open(places, clock, key=key) as notebook:
        if notebook.file.key is None:
            raise NotebookError(NOT_LOCKED)
        _see_that_nobody_writes(places)
        see_that_windows_wrote_it(places)
        back_up(notebook.file.connection, places.backups, clock.now(), "before-unlock")
        _begin(notebook.file)
        changed = _recast_copies([path for path in files_of(places) if is_encrypted(path)], None, key)
        unseal_unread(places, private_keys(notebook.file))
        settle(notebook.file.connection, places.notebook)
        recast(places.notebook, None, key)
    Notebook.open(places, clock).close()
    return changed


def change_passphrase(places: Places, clock: Clock, old_key: Key, passphrase: str) -> tuple[Key, Changed]:
    """Encrypt a locked notebook, then its copies, with another key. Raises a NotebookError; then it is as it was.

    Nothing plain is written on the way. From before the file changes until it is opened again there is no seal: the file's own
    first bytes tell the salt of whichever passphrase is its own, so that a cut-off leaves one that opens it.
    """
    from coachtui.store.notebook import Notebook

    key = Key.of(passphrase, new_salt())
    with Notebook.open(places, clock, key=old_key) as notebook:
        if notebook.file.key is None:
            raise NotebookError(NOT_LOCKED)
        _see_that_nobody_writes(places)
        see_that_nothing_keeps(places, old_key)
        back_up(notebook.file.connection, places.backups, clock.now(), "before-lock")
        _begin(notebook.file, old_key)
        settle(notebook.file.connection, places.notebook)
        seal = read_seal(places)
        _take_seal_away(places)
        try:
            recast(places.notebook, key, old_key)
        except BaseException:
            if seal is not None and is_encrypted_with(places.notebook, old_key):
                write_seal(places, seal)
            raise
    with Notebook.open(places, clock, key=key) as notebook:
        return key, notebook.lock_changed or Changed()


def _take_seal_away(places: Places) -> None:
    try:
        places.seal.unlink(missing_ok=True)
        sync_folder(places.home)
    except OSError as fault:
        raise explain_file(fault) from fault


def lock_copies(places: Places, clock: Clock, key: Key) -> Changed:
    """Encrypt what lies beside a locked notebook and is not encrypted. Raises a NotebookError."""
    from coachtui.store.notebook import Notebook

    with Notebook.open(places, clock, key=key) as notebook:
        see_that_windows_wrote_it(places)
        see_that_nothing_stays_plain(places)
        _begin(notebook.file)
        return finish(notebook, places)


def finish(notebook: "Notebook", places: Places) -> Changed:
    """Let all copies be as the notebook is, if that is due. Raises a NotebookError; then it stays due."""
    file, changed = notebook.file, Changed()
    finish_going(places.backups)
    if file.key is not None:
        changed = _recast_copies(all_plain(places), file.key, None)
        for path in changed.unreadable:
            wipe(path)
        changed = _with_those_of_before(file, places, changed)
        seal_unread(places, public_of(private_keys(file)[0]))
    sync_folder(places.backups)  # what was wiped there must not be found again once nobody looks for it
    file.write(lambda connection: connection.execute("DELETE FROM about WHERE name = ?", (CHANGING,)))
    return changed


def _with_those_of_before(file: NotebookFile, places: Places, changed: Changed) -> Changed:
    """Recast the copies that another passphrase opens, where the notebook has got a new one and its note tells the old key."""
    (words,) = file.row("SELECT value FROM about WHERE name = ?", (CHANGING,)) or (_BEGUN,)
    if words == _BEGUN:
        return changed
    old_key = Key.from_words(str(words))
    if file.key is None or file.key.salt == old_key.salt:
        return changed
    more = _recast_copies([each for each in files_of(places) if is_encrypted_with(each, old_key)], file.key, old_key)
    return Changed(changed.copies + more.copies, (*changed.unreadable, *more.unreadable))


def _begin(file: NotebookFile, old_key: Key | None = None) -> None:
    """Note in the notebook that its lock is being changed; the note goes along into the new file.

    With another passphrase it is the old key: cut off, the copies can be opened by nothing else.
    """
    note = _BEGUN if old_key is None else old_key.to_words()
    file.write(lambda connection: connection.execute("INSERT OR REPLACE INTO about VALUES (?, ?)", (CHANGING, note)))


def _see_that_nobody_writes(places: Places) -> None:
    try:
        if is_in_use(places):
            raise NotebookError(IN_USE)
    except OSError as fault:
        raise explain_file(fault) from fault


def _recast_copies(paths: list[Path], key: Key | None, old_key: Key | None) -> Changed:
    """Recast copies one by one; one that is damaged stays for the caller to see to."""
    unreadable: list[Path] = []
    for path in paths:
        try:
            if log_of(path).exists():
                settle(connect(path, old_key), path)
            recast(path, key, old_key)
        except NotebookDamaged:
            unreadable.append(path)
    return Changed(len(paths) - len(unreadable), tuple(unreadable))
