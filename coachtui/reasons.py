"""Why the computer refused something, in the language of the person: it says so in English."""

from typing import Final

from coachtui.wording import _m, _t

KNOWN: Final = (
    _m("Operation not permitted"), _m("No such file or directory"), _m("Input/output error"), _m("Permission denied"),
    _m("Device or resource busy"), _m("File exists"), _m("Not a directory"), _m("Is a directory"), _m("Invalid argument"),
    _m("Too many open files"), _m("File too large"), _m("No space left on device"), _m("Read-only file system"),
    _m("Broken pipe"), _m("File name too long"), _m("Too many levels of symbolic links"), _m("Disk quota exceeded"),
    _m("Operation not supported"), _m("Cannot allocate memory"), _m("Stale file handle"), _m("Host is down"),
    _m("Directory not empty"), _m("Invalid cross-device link"), _m("Exec format error"),
)  # fmt: skip
"""What is told in another language; the rest stays as the computer says it."""


def reason_of(fault: BaseException) -> str:
    """Why, as the end of a sentence or in brackets."""
    return _t(str(getattr(fault, "strerror", None) or type(fault).__name__))
