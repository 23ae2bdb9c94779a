"""The one way to connect to a notebook's file or to a copy of one, plain or encrypted."""

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING, cast

from coachtui.store.errors import CantDecrypt, NotebookLocked
from coachtui.store.key import is_encrypted

if TYPE_CHECKING:
    from coachtui.store.key import Key

IN_MEMORY = "PRAGMA temp_store=MEMORY"
"""What SQLite puts by while it sorts or takes back would otherwise go into a file outside the home, in plain words."""
NEEDS = (
    "What keeps a notebook encrypted is not installed here. Nothing was changed. "
    "Install it with: pip install 'coachtui[encrypt]'"
)
LOCKED_COPY = "'{name}' is locked, and it does not open with the passphrase of this notebook. Nothing was changed."


def see_that_it_is_installed() -> None:
    """Raises CantDecrypt, which says how to install it, where what encrypts is not there."""
    try:
        import nacl
        import sqlcipher3.dbapi2

        del nacl, sqlcipher3
    except ImportError as fault:
        raise CantDecrypt(NEEDS) from fault


def connect(
    path: Path | str, key: "Key | None" = None, *, uri: bool = False, timeout: float = 5.0
) -> sqlite3.Connection:
    """Connect to a file, each statement on its own; with a key to an encrypted one. Raises sqlite3.Error or CantDecrypt.

    Whatever an encrypted file raises later is sqlite3's too.
    """
    if key is None:
        connection = sqlite3.connect(path, isolation_level=None, uri=uri, timeout=timeout)
        connection.execute(IN_MEMORY)
        return connection
    try:
        from coachtui.store.cipher import connect as connect_with_key
    except ImportError as fault:
        raise CantDecrypt(NEEDS) from fault
    return cast("sqlite3.Connection", connect_with_key(path, key, uri=uri, timeout=timeout))


def connect_to_copy(path: Path, key: "Key | None") -> sqlite3.Connection:
    """Connect to a whole copy, for nothing but reading: with the key where it is encrypted.

    Raises sqlite3.Error, or NotebookLocked where the copy is encrypted with another key, or there is none.
    """
    if not is_encrypted(path):
        key = None
    elif key is None or not is_encrypted_with(path, key):
        raise NotebookLocked(LOCKED_COPY.format(name=path.name))
    return connect(f"{path.absolute().as_uri()}?mode=ro", key, uri=True)


def is_encrypted_with(path: Path, key: "Key") -> bool:
    """Whether a file is encrypted with the salt of this key."""
    from coachtui.store.key import beginning_of

    return beginning_of(path) == key.salt


def key_of(connection: sqlite3.Connection) -> "Key | None":
    """The key of the file that is connected to; None where it is a plain one."""
    return getattr(connection, "key", None)
