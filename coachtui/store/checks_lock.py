"""What the doctor looks at about the lock: whether the notebook is encrypted, and all that is kept of it."""

from coachtui.places import Places
from coachtui.store.checks import Check
from coachtui.store.notebook import Notebook
from coachtui.store.recasting import all_plain
from coachtui.store.staying_plain import stays_plain
from coachtui.wording import _, _m

LOCK_ALL = _("Run 'coachtui lock' to lock them too.")


def lock_of(notebook: Notebook, places: Places) -> Check:
    """Whether the notebook is locked, and its copies with it."""
    if notebook.file.key is None:
        return Check(_m("lock"), True, _("The notebook is not locked: who can read your account can read it."))
    from coachtui.store.cipher import library

    plain = [path.name for path in (*all_plain(places), *stays_plain(places))]
    if plain:
        names = ", ".join(plain[:3]) + (_(" and others") if len(plain) > 3 else "")
        return Check(
            _m("lock"),
            False,
            _("The notebook is locked, but copies of it are not: {names}.").format(names=names),
            LOCK_ALL,
        )
    return Check(
        _m("lock"),
        True,
        _("The notebook is locked with a passphrase, and every backup with it ({library}).").format(library=library()),
    )
