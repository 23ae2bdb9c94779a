"""The two halves of the drop box's pair of keys: one inside the notebook, one in the seal beside it."""

import contextlib
import json

from coachtui.places import Places
from coachtui.store.file import NotebookFile
from coachtui.store.seal import Seal, new_pair, public_of, read_seal, write_seal

CHANGING = "lock changing"
"""Stands in the notebook while its lock is being changed, and until all its copies are."""
_KEYS = "drop box keys"
KEYS_OF = ("SELECT value FROM about WHERE name = ?", (_KEYS,))
KEEP_KEYS = f"INSERT OR REPLACE INTO about (name, value) VALUES ('{_KEYS}', ?)"  # noqa: S608


def private_keys(file: NotebookFile) -> tuple[bytes, ...]:
    """The keys that take things out of the drop box, the newest first. Raises a NotebookError."""
    row = file.row(*KEYS_OF)
    return as_keys(row[0]) if row else ()


def as_keys(words: object) -> tuple[bytes, ...]:
    """The keys as they stand in a notebook; none where it holds something else."""
    with contextlib.suppress(ValueError, TypeError):
        return tuple(bytes.fromhex(key) for key in json.loads(words))  # type: ignore[arg-type]
    return ()


def as_words(keys: tuple[bytes, ...]) -> tuple[str]:
    """What stands in a notebook for these keys."""
    return (json.dumps([key.hex() for key in keys]),)


def add_pair(file: NotebookFile) -> bytes:
    """Put a new pair's inner half into the notebook and return the other. Raises a NotebookError.

    Those of before stay: a window that lives may still write by them.
    """
    private, public = new_pair()
    words = as_words((private, *private_keys(file)))
    file.write(lambda connection: connection.execute(KEEP_KEYS, words))
    return public


def see_to_seal(file: NotebookFile, places: Places) -> None:
    """See that the seal is that of this notebook, or that there is none beside a plain one. Raises a NotebookError."""
    if file.key is None:
        with contextlib.suppress(OSError):
            places.seal.unlink()
        return
    seal, keys = read_seal(places), private_keys(file)
    if seal is not None and keys and seal[:3] == (file.key.salt, file.key.proof, public_of(keys[0])):
        return
    public = public_of(keys[0]) if keys else add_pair(file)
    is_remembered = seal is not None and seal.is_remembered
    write_seal(places, Seal(file.key.salt, file.key.proof, public, is_remembered))
