"""The key in the computer's own store of passwords, for one who chose that; never in one that keeps it in plain words.

What is kept is the key, not the passphrase: who gets hold of it opens this notebook and nothing else. `keyring` takes long to
import, and is only where a person asked for it.
"""

from typing import TYPE_CHECKING, Any

from coachtui.places import Places
from coachtui.store.connecting import NEEDS
from coachtui.store.errors import CantDecrypt, NotebookError
from coachtui.store.key import Key
from coachtui.store.seal import read_seal, write_seal
from coachtui.wording import _

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE = "coachtui"
_REFUSED = ("keyrings.alt", "keyring.backends.fail", "keyring.backends.null")
"""Stores that keep a password in a file in plain words, or not at all."""
_NO_STORE = _(
    "This computer has no store of passwords that coachtui trusts ({name}), so the key is not remembered. "
    "The passphrase is asked for each time."
)


def see_that_there_is_a_store() -> None:
    """Raises a NotebookError where this computer has no store of passwords that keeps a secret."""
    _store()


def remember(places: Places, key: Key) -> None:
    """Put the key of a locked notebook into the computer's store. Raises a NotebookError; then it is not remembered."""
    store, seal = _store(), read_seal(places)
    if seal is None:
        raise NotebookError(_("The notebook is not locked, so there is no key to remember. Nothing was changed."))
    _asked(lambda: store.set_password(SERVICE, str(places.home), key.to_words()))
    write_seal(places, seal._replace(is_remembered=True))


def recall(places: Places) -> Key | None:
    """The key that was remembered; None where none was, or where the store does not give it now."""
    seal = read_seal(places)
    if seal is None or not seal.is_remembered:
        return None
    try:
        words = _asked(lambda: _store().get_password(SERVICE, str(places.home)))
        key = Key.from_words(words or "")
    except (NotebookError, ValueError):
        return None
    return key if key.proof == seal.proof else None


def forget(places: Places) -> None:
    """Take the key out of the store again. Raises a NotebookError where the store does not do it."""
    seal = read_seal(places)
    if seal is not None and seal.is_remembered:
        write_seal(places, seal._replace(is_remembered=False))
        _asked(lambda: _store().delete_password(SERVICE, str(places.home)))


def _store() -> "KeyringBackend":
    """The store that is used, where it is one of those that keep a secret. Raises a NotebookError."""
    try:
        import keyring
    except ImportError as fault:
        raise CantDecrypt(NEEDS) from fault
    found = keyring.get_keyring()
    for store in getattr(found, "backends", None) or [found]:
        if is_trusted(store):
            trusted: KeyringBackend = store
            return trusted
    raise NotebookError(_NO_STORE.format(name=getattr(found, "name", type(found).__name__)))


def is_trusted(store: Any) -> bool:
    """Whether a store of passwords keeps them from others: by its name, and by what it thinks of itself."""
    if type(store).__module__.startswith(_REFUSED):
        return False
    try:
        return float(store.priority) >= 1
    except Exception:  # noqa: BLE001  (a store that can't be used here says so by an exception of any kind)
        return False


def _asked(work: Any) -> Any:
    """What the store answered. Raises a NotebookError, whatever it stumbled over."""
    try:
        return work()
    except NotebookError:
        raise
    except Exception as fault:
        raise NotebookError(
            _(
                "This computer's store of passwords did not answer ({name}). The passphrase still opens the notebook."
            ).format(name=type(fault).__name__)
        ) from fault
