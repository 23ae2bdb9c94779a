"""The key of an encrypted notebook: made once of the passphrase, and how one tells an encrypted file from a plain one."""

import hashlib
import os
import unicodedata
from functools import cache
from pathlib import Path

from coachtui.wording import _

ROUNDS = 256_000
"""How often the passphrase is worked over: what SQLCipher itself does, so that its passphrase opens the file anywhere."""
SALT_BYTES = 16
PLAIN = b"SQLite format 3\0"
"""How a plain file begins."""
RESERVED = 80
"""Bytes at the end of each page of an encrypted file that hold nothing of the notebook."""
MARK = b"\xf7ctk"
"""How the salt of ours begins, and so an encrypted file: no text begins so, nor a plain notebook."""


class Key:
    """What opens a notebook. It is never shown, nor part of any text that could be."""

    __slots__ = ("_key", "salt")

    def __init__(self, key: bytes, salt: bytes) -> None:
        self._key, self.salt = key, salt

    @classmethod
    def of(cls, passphrase: str, salt: bytes) -> "Key":
        """The key that a passphrase makes with this salt; it takes a fifth of a second."""
        words = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
        return cls(hashlib.pbkdf2_hmac("sha512", words, salt, ROUNDS, 32), salt)

    @classmethod
    def from_words(cls, words: str) -> "Key":
        """The key that `to_words` wrote. Raises ValueError."""
        both = bytes.fromhex(words)
        if len(both) != 32 + SALT_BYTES:
            raise ValueError(_("no key"))
        return cls(both[:32], both[32:])

    def to_words(self) -> str:
        """The key as the computer's own store of passwords keeps it."""
        return self._key.hex() + self.salt.hex()

    @property
    def secret(self) -> bytes:
        """The key itself, for who opens the pages of a damaged file."""
        return self._key

    @property
    def raw(self) -> str:
        """The key as SQLCipher takes it, with nothing more to work out."""
        return f"x'{self.to_words()}'"

    @property
    def proof(self) -> str:
        """Shows that a key is the right one without the notebook being opened; the key can't be told from it."""
        return hashlib.blake2b(b"coachtui", key=self._key, salt=self.salt, digest_size=16).hexdigest()

    def __repr__(self) -> str:
        return "Key(…)"


def new_salt() -> bytes:
    """A salt that no notebook had before."""
    return MARK + os.urandom(SALT_BYTES - len(MARK))


def is_encrypted(path: Path) -> bool:
    """Whether a file is an encrypted one, by how it begins; one that can't be read, or that is not there, is not.

    Nothing of ours may have the file open as a database: closing it here would drop SQLite's locks.
    """
    return beginning_of(path).startswith(MARK)


def beginning_of(path: Path) -> bytes:
    """The first bytes of a file; none where it can't be read."""
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    except OSError:
        return b""
    try:
        return os.read(handle, SALT_BYTES)
    except OSError:
        return b""
    finally:
        os.close(handle)


def is_encrypted_left_open(path: Path) -> bool:
    """The same where the file may be open as a database in this process: the handle stays open until the process ends.

    A handle that is closed would drop the locks that SQLite holds on it. One is enough for a file, however often it is asked.
    """
    try:
        told = path.stat()
        handle = _left_open(path, told.st_dev, told.st_ino)
        os.lseek(handle, 0, os.SEEK_SET)
        return os.read(handle, SALT_BYTES).startswith(MARK)
    except OSError:
        return False


@cache
def _left_open(path: Path, _device: int, _number: int) -> int:
    """A handle on this file, which is another one once another has its name."""
    return os.open(path, os.O_RDONLY | getattr(os, "O_CLOEXEC", 0))
