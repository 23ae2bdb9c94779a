"""An archive behind a passphrase: a file in the format of age (age-encryption.org), which other programs open with it too.

It is opened in memory alone. Imported only where an archive is encrypted, or may be.
"""

from pathlib import Path

from coachtui.reasons import reason_of
from coachtui.sharing.errors import SharingError
from coachtui.wording import _

END = ".age"
"""What the name of such a file ends in."""
LARGEST = 512 * 1024**2
"""Bytes; no archive of a notebook is so large."""
_BEGINNING = b"age-encryption.org/v1\n"
_NOT_INSTALLED = _(
    "What keeps an archive encrypted is not installed here. {so} Install it with: pip install 'coachtui[encrypt]'"
)
_TOO_LARGE = _("'{path}' is far larger than the archive of a notebook, so it was left alone. Nothing was added.")
_TOO_MUCH = _(
    "This archive is too large to be encrypted in one piece. Nothing was written. 'coachtui backup' makes a copy."
)


class NotOpened(SharingError):
    """The passphrase does not open the archive, or it is damaged: by design one can't be told from the other."""


def is_encrypted_archive(path: Path) -> bool:
    """Whether a file may be one; what is no plain file, as a pipe, is not opened at all."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return file.read(len(_BEGINNING)) == _BEGINNING
    except OSError:
        return False


def see_that_it_is_installed(so: str) -> None:
    """Raises SharingError, which says how to install it, where what encrypts is not there; `so` is what follows from that."""
    try:
        import pyrage

        del pyrage
    except ImportError as fault:
        raise SharingError(_NOT_INSTALLED.format(so=so)) from fault


def encrypted(content: bytes, passphrase: str) -> bytes:
    """The archive behind a passphrase. Raises SharingError."""
    see_that_it_is_installed(_("Nothing was written."))
    from pyrage import passphrase as by_passphrase

    if len(content) > LARGEST:
        raise SharingError(_TOO_MUCH)
    return bytes(by_passphrase.encrypt(content, passphrase))


def read_encrypted(path: Path) -> bytes:
    """The bytes of such a file, as they are. Raises SharingError, also where they would fill the memory."""
    see_that_it_is_installed(_("Nothing was added."))
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as fault:
        raise SharingError(
            _("'{path}' can't be read ({strerror}). Nothing was added.").format(path=path, strerror=reason_of(fault))
        ) from fault
    if len(content) > LARGEST:
        raise SharingError(_TOO_LARGE.format(path=path))
    return content


def decrypted(content: bytes, passphrase: str) -> bytes:
    """The archive that stands behind the passphrase. Raises NotOpened."""
    from pyrage import DecryptError
    from pyrage import passphrase as by_passphrase

    try:
        return bytes(by_passphrase.decrypt(content, passphrase))
    except DecryptError as fault:
        raise NotOpened(
            _("That passphrase does not open this archive, or it was damaged. Nothing was added.")
        ) from fault
