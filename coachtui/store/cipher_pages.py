"""The pages of an encrypted file, opened one by one past the library: for a file of which some are damaged.

How a page is laid out: SQLCipher 4, with its own defaults. Each page is encrypted by itself (AES-256 in CBC), and ends with
16 bytes that it was begun with and 64 that show whether it is whole. These are not asked: what is read of a damaged page is
believed only where it has a hash of its own. Imported only where an encrypted file is salvaged.
"""

from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from coachtui.store.key import PLAIN, RESERVED, SALT_BYTES

if TYPE_CHECKING:
    from coachtui.store.key import Key

PAGE = 4096
"""Bytes of every page of an encrypted file."""
_BEGUN_WITH = 16


def opened_page(key: "Key", number: int, page: bytes) -> bytes:
    """A page as it would stand in a plain file, by its number from 0; empty where it was cut off."""
    if len(page) != PAGE:
        return b""
    start = SALT_BYTES if number == 0 else 0
    end = PAGE - RESERVED
    begun = page[end : end + _BEGUN_WITH]
    decryptor = Cipher(algorithms.AES(key.secret), modes.CBC(begun)).decryptor()
    words = decryptor.update(page[start:end]) + decryptor.finalize()
    return (PLAIN if start else b"") + words
