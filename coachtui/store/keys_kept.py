"""The drop box's keys outlast a notebook that is gone back from, or salvaged: what was sealed for it was told as kept."""

import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from coachtui.places import Places
from coachtui.store.backups import all_backups
from coachtui.store.connecting import connect
from coachtui.store.file import FAULTS
from coachtui.store.keeping_seal import KEEP_KEYS, KEYS_OF, as_keys, as_words

if TYPE_CHECKING:
    from coachtui.store.key import Key

Keys = tuple[bytes, ...]


def known_keys(places: Places, key: "Key | None") -> Keys:
    """The keys of a notebook that nobody has open, the newest first; where it can't be read, those of its newest backup.

    Of a plain notebook there may be some too: a window that lives may still write by them.
    """
    for path in (places.notebook, *(backup.path for backup in all_backups(places.backups))):
        with suppress(*FAULTS, OSError), closing(_opened(path, key)) as connection:
            if found := _keys_in(connection):
                return found
    return ()


def keep_keys(copy: sqlite3.Connection, keys: Keys) -> None:
    """Put these before the keys that a whole copy of the notebook has. Raises sqlite3.Error."""
    if keys:
        own = _keys_in(copy)
        copy.execute(KEEP_KEYS, as_words((*keys, *(each for each in own if each not in keys))))


def _opened(path: Path, key: "Key | None") -> sqlite3.Connection:
    """A file opened for nothing but reading, also one whose tables are damaged. Raises sqlite3.Error."""
    connection = connect(f"{path.absolute().as_uri()}?mode=ro", key, uri=True)
    connection.execute("PRAGMA writable_schema=ON")
    return connection


def _keys_in(connection: sqlite3.Connection) -> Keys:
    row = connection.execute(*KEYS_OF).fetchone()
    return as_keys(row[0]) if row else ()
