"""What the doctor looks at about the lock: whether the notebook is encrypted, and all that is kept of it."""

from pathlib import Path

from coachtui.places import Places
from coachtui.store.checks import Check
from coachtui.store.key import is_encrypted
from coachtui.store.notebook import Notebook
from coachtui.store.recasting import all_plain
from coachtui.store.set_aside import set_aside
from coachtui.wording import _, _m

LOCK_ALL = _("Run 'coachtui lock' to lock them too.")
REMOVE = _("Run 'coachtui purge --set-aside': it names them, and asks before it removes them.")


def told_left_plain(places: Places) -> str:
    """What is said of what was set aside and stays plain, since it was damaged, or moved from; "" where there is none."""
    plain = [path.name for path in set_aside(places.home) if not _is_encrypted(path)]
    if not plain:
        return ""
    names = ", ".join(plain[:3]) + (_(" and others") if len(plain) > 3 else "")
    return _("What was set aside here before is not locked, and may hold plain words: {names}.").format(names=names)


def _is_encrypted(path: Path) -> bool:
    return all(is_encrypted(each) for each in (path.rglob("*.db") if path.is_dir() else [path]))


def lock_of(notebook: Notebook, places: Places) -> Check:
    """Whether the notebook is locked, and its copies with it."""
    if notebook.file.key is None:
        return Check(_m("lock"), True, _("The notebook is not locked: who can read your account can read it."))
    from coachtui.store.cipher import library

    plain = [path.name for path in all_plain(places)]
    if plain:
        names = ", ".join(plain[:3]) + (_(" and others") if len(plain) > 3 else "")
        return Check(
            _m("lock"),
            False,
            _("The notebook is locked, but copies of it are not: {names}.").format(names=names),
            LOCK_ALL,
        )
    if left := told_left_plain(places):
        return Check(_m("lock"), False, left, REMOVE)
    return Check(
        _m("lock"),
        True,
        _("The notebook is locked with a passphrase, and every backup with it ({library}).").format(library=library()),
    )
