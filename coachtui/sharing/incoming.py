"""What kind of file this is, and what is in it; nothing about a file is believed before it is looked at."""

import stat
from pathlib import Path
from typing import Any

from coachtui.model.clean import clean_line
from coachtui.model.timing import midnight_ms
from coachtui.model.whole import Whole
from coachtui.reasons import reason_of
from coachtui.sharing.errors import SharingError
from coachtui.sharing.json_reading import parse_json
from coachtui.wording import _

LARGEST_FILE = 50 * 1024 * 1024  # bytes
_TOO_LARGE = _("{name} is larger than {n} MB, too large for a file of notes. Nothing was added.")


def read_incoming_bytes(content: bytes, name: str, zone: str, today_ms: int, source: str = "") -> list[Whole]:
    """The observations in a file: an archive of ours, the transcript of a meeting, captions, or running notes.

    `name` is what the sentences call it, `source` where it is from. `zone` and `today_ms`, in ms since 1970 UTC, are used for
    a form that names no zone or day. Raises SharingError with a sentence; then nothing was read of it.
    """
    see_that_it_is_not_too_large(len(content), name)
    text = _decode(content, name)
    try:
        return _understand_text(text, clean_line(source) or name, zone, today_ms)
    except _NotPlain:
        value = parse_json(text, name)
    except SharingError as fault:
        raise SharingError(
            _("{name} can't be taken in: {fault}. Nothing was added.").format(name=name, fault=fault)
        ) from None
    try:
        return _understand(value, zone, today_ms)
    except SharingError as fault:
        raise SharingError(
            _("{name} can't be taken in: {fault}. Nothing was added.").format(name=name, fault=fault)
        ) from None
    except RecursionError:
        raise SharingError(
            _("{name} is nested too deeply to be a file of notes. Nothing was added.").format(name=name)
        ) from None


class _NotPlain(Exception):
    """It is none of the forms that are plain text."""


def _understand_text(text: str, source: str, zone: str, today_ms: int) -> list[Whole]:
    """The meeting in a plain text. Raises SharingError, or _NotPlain for one that must be JSON."""
    from coachtui.sharing.captions import is_captions, read_captions
    from coachtui.sharing.running_notes import are_running_notes, read_running_notes

    if is_captions(text):
        return [read_captions(text, source, zone, midnight_ms(today_ms, zone))]
    if are_running_notes(text):
        return [read_running_notes(text, source, zone, today_ms)]
    if text.lstrip()[:1] in ("{", "["):
        raise _NotPlain
    raise SharingError(
        _(
            "it is none of the forms known here: an export or a transcript in JSON, captions (vtt, srt), "
            "or notes whose first line begins with a time such as 9:04"
        )
    )


def read_file(path: Path) -> bytes:
    """Everything in the file, if it is a plain file of a size that makes sense. Raises SharingError."""
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise SharingError(_("'{path}' is a folder. Name one file in it. Nothing was added.").format(path=path))
        if not stat.S_ISREG(found.st_mode):
            raise SharingError(_("'{path}' is not a plain file. Nothing was added.").format(path=path))
        see_that_it_is_not_too_large(found.st_size, f"'{path}'")
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except (OSError, ValueError) as fault:
        raise SharingError(_sentence(path, fault)) from fault
    see_that_it_is_not_too_large(len(content), f"'{path}'")
    return content


def see_that_it_is_not_too_large(size: int, name: str, most: int = LARGEST_FILE, told: str = _TOO_LARGE) -> None:
    """Raise SharingError for a file that has more bytes than any of its kind."""
    if size > most:
        raise SharingError(told.format(name=name, n=most // 1024**2))


def _sentence(path: Path, fault: Exception) -> str:
    if isinstance(fault, FileNotFoundError):
        return _("There is no file '{path}'. Check the name; nothing was added.").format(path=path)
    if isinstance(fault, PermissionError):
        return _("You may not read '{path}'. Nothing was added.").format(path=path)
    reason = reason_of(fault) if getattr(fault, "strerror", None) else _("the name can't be that of a file")
    return _("'{path}' could not be read ({reason}). Nothing was added.").format(path=path, reason=reason)


def _decode(content: bytes, name: str) -> str:
    if not content.strip():
        raise SharingError(_("{name} is empty. Nothing was added.").format(name=name))
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise SharingError(
            _("{name} is saved as UTF-16. Save it as UTF-8, then import it. Nothing was added.").format(name=name)
        )
    if b"\0" in content:
        raise SharingError(
            _("{name} is not a text file, so it can't be one of notes. Nothing was added.").format(name=name)
        )
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise SharingError(
            _(
                "{name} is not saved as UTF-8 (byte {n} can't be read). "
                "Save it as UTF-8, then import it. Nothing was added."
            ).format(name=name, n=fault.start + 1)
        ) from None


def _understand(value: Any, zone: str, today_ms: int) -> list[Whole]:
    """Imported here: what reads archives and meetings brings pydantic with it."""
    from coachtui.sharing.archive_reading import is_archive, read_archive
    from coachtui.sharing.meetings import is_meeting, read_meeting

    if isinstance(value, dict):
        fields: dict[str, Any] = value  # pyright: ignore[reportUnknownVariableType]
        if is_archive(fields):
            return read_archive(fields)
        if is_meeting(fields):
            return [read_meeting(fields, zone, today_ms)]
    raise SharingError(
        _("it is JSON, but neither an export from coachtui nor the transcript of a meeting (with 'utterances')")
    )
