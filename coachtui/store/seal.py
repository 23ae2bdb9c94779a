"""The seal: a small file beside an encrypted notebook, with what may be known without the passphrase.

It holds the salt, a proof that a key is the right one, and the half of a pair of keys with which anything can be put into
the drop box. The other half, which takes it out again, is inside the notebook.
"""

import base64
import json
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from coachtui.disk import put_whole, read_small
from coachtui.places import Places
from coachtui.store.connecting import see_that_it_is_installed
from coachtui.store.errors import CantDecrypt, NotebookLocked, WrongPassphrase
from coachtui.store.explain import explain_file
from coachtui.store.key import MARK, PLAIN, SALT_BYTES, Key, beginning_of, is_encrypted_left_open
from coachtui.wording import _

if TYPE_CHECKING:
    from nacl.public import PublicKey, SealedBox

LOCKED = _("This notebook is locked. Nothing was changed. Its passphrase opens it.")
WRONG = _("That passphrase does not open this notebook. Nothing was changed.")
NO_SEAL = _(
    "The notebook is locked, and the file 'notebook.seal' beside it is gone or does not read as one, so nothing can be kept "
    "until it is unlocked. It is made again as soon as it is."
)
_SHAPE = 1
_LARGEST = 64 * 1024
"""Bytes of a seal; ours has three hundred."""


class Seal(NamedTuple):
    """What is known of an encrypted notebook without its passphrase."""

    salt: bytes
    proof: str
    public: bytes
    """What is put into the drop box is sealed with this."""
    is_remembered: bool = False
    """Whether the person had the key put into the computer's own store of passwords."""


def read_seal(places: Places) -> Seal | None:
    """The seal of this home; None where there is none, or none that can be read."""
    try:
        words = json.loads(read_small(places.seal, _LARGEST))
        salt, public = bytes.fromhex(words["salt"]), bytes.fromhex(words["public"])
        seal = Seal(salt, str(words["proof"]), public, words["remembered"] is True)
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    return seal if len(salt) == SALT_BYTES and len(public) == 32 else None


def write_seal(places: Places, seal: Seal) -> None:
    """Put the seal beside the notebook, whole. Raises a NotebookError."""
    words = {
        "version": _SHAPE, "salt": seal.salt.hex(), "proof": seal.proof, "public": seal.public.hex(),
        "remembered": seal.is_remembered,
    }  # fmt: skip
    try:
        put_whole(places.seal, json.dumps(words).encode("ascii"))
    except OSError as fault:
        raise explain_file(fault) from fault


def is_locked(places: Places) -> bool:
    """Whether the notebook is an encrypted one; nothing of ours may have it open.

    Where its first bytes are damaged, the seal tells.
    """
    beginning = beginning_of(places.notebook)
    if beginning.startswith(MARK):
        return True
    return len(beginning) == SALT_BYTES and not beginning.startswith(PLAIN[:6]) and read_seal(places) is not None


def key_of_passphrase(places: Places, passphrase: str) -> Key:
    """The key that a passphrase makes for this notebook. Raises WrongPassphrase where it is not its own."""
    seal = read_seal(places)
    salt = beginning_of(places.notebook) if seal is None else seal.salt
    key = Key.of(passphrase, salt)
    if seal is not None and seal.proof != key.proof:
        raise WrongPassphrase(WRONG)
    return key


def fitting(places: Places, key: Key | None) -> Key | None:
    """The key that the notebook is to be opened with; None for a plain one. Raises NotebookLocked or CantDecrypt."""
    if not is_locked(places):
        return None
    see_that_it_is_installed()
    if key is None:
        raise NotebookLocked(LOCKED)
    seal = read_seal(places)
    if seal is not None and seal.proof != key.proof:
        raise WrongPassphrase(WRONG)
    return key


def new_pair() -> tuple[bytes, bytes]:
    """A new pair of keys for the drop box: the one that stays inside the notebook, and the one beside it."""
    from nacl.public import PrivateKey

    private = PrivateKey.generate()
    return bytes(private), bytes(private.public_key)


def public_of(private: bytes) -> bytes:
    """The half that may be known."""
    from nacl.public import PrivateKey

    return bytes(PrivateKey(private).public_key)


def public_for_drop_box(places: Places) -> bytes | None:
    """What a window seals by; None beside a plain notebook. Raises NotebookLocked where it should seal and can't."""
    seal = read_seal(places)
    if seal is None and is_encrypted_left_open(places.notebook):
        raise NotebookLocked(NO_SEAL)
    return None if seal is None else seal.public


def sealed(words: bytes, public: bytes) -> bytes:
    """These words as one line of plain letters that only the notebook can read. Raises CantDecrypt or NotebookLocked."""
    try:
        from nacl.exceptions import CryptoError

        try:
            return base64.b64encode(_box(public).encrypt(words))
        except CryptoError as fault:  # a seal that reads as one, but holds no key
            raise NotebookLocked(NO_SEAL) from fault
    except ImportError as fault:
        raise CantDecrypt(_("What keeps the drop box sealed is not installed, so this is not kept.")) from fault


def unsealed(line: bytes, private_keys: "tuple[bytes, ...]") -> bytes:
    """What such a line says, by whichever of these keys opens it. Raises ValueError."""
    from nacl.exceptions import CryptoError
    from nacl.public import PrivateKey, SealedBox

    words = base64.b64decode(line, validate=True)
    for private in private_keys:
        try:
            return SealedBox(PrivateKey(private)).decrypt(words)
        except CryptoError:
            continue
    raise ValueError(_("sealed for another notebook, or torn"))


@cache
def _box(public: bytes) -> "SealedBox[PublicKey]":
    from nacl.public import PublicKey, SealedBox

    return SealedBox(PublicKey(public))
