"""`coachtui lock`: puts a passphrase before the notebook, or takes it away; lets this computer remember the key, or forget it."""

from typing import TYPE_CHECKING

from coachtui.commandline.call import Call, WrongUsage
from coachtui.commandline.passphrase import chosen, key_asked_for, key_of_notebook
from coachtui.commandline.speech import complain, say_folded
from coachtui.places import prepare
from coachtui.store.errors import NotebookError
from coachtui.wording import _, _n

if TYPE_CHECKING:
    from coachtui.store.encrypting import Changed
    from coachtui.store.key import Key

DISK = _(
    "On most disks what was written before can't be wiped for certain: a disk keeps pages where no program reaches them. "
    "The encryption of the whole disk, which your computer has in its settings, covers that."
)


def run(call: Call) -> int:
    """Do what was asked. Raises WrongUsage, Refused, or a NotebookError; then nothing was changed."""
    from coachtui.store.connecting import see_that_it_is_installed
    from coachtui.store.seal import is_locked

    options = call.options
    if options.off + options.change + options.remember + options.forget > 1:
        raise WrongUsage(
            _("Of --off, --change, --remember and --forget, one at a time. 'coachtui lock --help' shows how.")
        )
    prepare(call.places)
    see_that_it_is_installed()
    if options.remember:
        from coachtui.store.remembering import see_that_there_is_a_store

        see_that_there_is_a_store()
    if options.forget:
        return _forget(call)
    if options.off:
        return _take_off(call)
    if options.change:
        return _change(call)
    if is_locked(call.places):
        return _lock_the_rest(call)
    return _lock(call)


def _lock(call: Call) -> int:
    """Ask for a passphrase twice, and lock."""
    from coachtui.model.passphrase import NO_WAY_BACK
    from coachtui.sharing.editing import take_away
    from coachtui.store.encrypting import lock
    from coachtui.store.remembering import remember

    complain(NO_WAY_BACK)
    passphrase = chosen(_("A passphrase for the notebook"), _("The notebook is not locked."))
    key, changed = lock(call.places, call.clock, passphrase)
    take_away(call.places.home)  # what a crash left of a text that was lent to an editor
    say_folded(_("The notebook is locked. Its passphrase is asked for when it is opened; capture never waits for it."))
    _tell(changed, _("locked with it"))
    say_folded(DISK)
    if call.options.remember:
        remember(call.places, key)
        say_folded(_("This computer remembers the key."))
    return 0


def _lock_the_rest(call: Call) -> int:
    """The notebook is locked already: lock what lies beside it and is not, or let the key be remembered."""
    from coachtui.store.encrypting import ALREADY, lock_copies
    from coachtui.store.recasting import all_plain
    from coachtui.store.remembering import remember
    from coachtui.store.staying_plain import stays_plain

    if not call.options.remember and not all_plain(call.places) and not stays_plain(call.places):
        raise NotebookError(ALREADY)
    key = key_asked_for(call.places) if call.options.remember else key_of_notebook(call.places)
    changed = lock_copies(call.places, call.clock, key)
    _tell(changed, _("locked, too"))
    if call.options.remember:
        remember(call.places, key)
        say_folded(_("This computer remembers the key. 'coachtui lock --forget' lets it forget it."))
    return 0


def _change(call: Call) -> int:
    """Give a locked notebook another passphrase, and the copies of it beside it."""
    from coachtui.model.passphrase import NO_WAY_BACK
    from coachtui.store.encrypting import NOT_LOCKED, change_passphrase
    from coachtui.store.remembering import remember
    from coachtui.store.seal import is_locked, read_seal

    if not is_locked(call.places):
        raise NotebookError(NOT_LOCKED)
    old_key = key_asked_for(call.places)
    seal = read_seal(call.places)
    complain(NO_WAY_BACK)
    passphrase = chosen(_("The new passphrase"), _("The passphrase is as it was."))
    key, changed = change_passphrase(call.places, call.clock, old_key, passphrase)
    say_folded(_("The notebook has its new passphrase. The one before opens it no more."))
    _tell(changed, _("changed with it"))
    if seal is not None and seal.is_remembered:
        remember(call.places, key)
        say_folded(_("This computer remembers the key."))
    return 0


def _take_off(call: Call) -> int:
    """Make all of it plain again."""
    from coachtui.store.encrypting import NOT_LOCKED, take_lock_off
    from coachtui.store.remembering import forget
    from coachtui.store.seal import is_locked

    if not is_locked(call.places):
        raise NotebookError(NOT_LOCKED)
    key: Key = key_asked_for(call.places)
    try:
        forget(call.places)
    except NotebookError as fault:
        complain(str(fault))
    changed = take_lock_off(call.places, call.clock, key)
    say_folded(_("The lock is off: who can read your account can read the notebook."))
    _tell(changed, _("unlocked with it"))
    return 0


def _forget(call: Call) -> int:
    from coachtui.store.remembering import forget

    forget(call.places)
    say_folded(_("This computer does not remember the key. The passphrase is asked for each time."))
    return 0


def _tell(changed: "Changed", what: str) -> None:
    """Say what became of the copies."""
    if changed.copies:
        say_folded(
            _n("{n} backup was {what}.", "{n} backups were {what}.", changed.copies).format(n=changed.copies, what=what)
        )
    for path in changed.unreadable:
        say_folded(
            _("{name} was damaged and could not be read, so it is as it was.").format(name=path.name)
            if path.exists()
            else _("{name} was damaged and could not be read, so it is gone.").format(name=path.name)
        )
