"""What kind of file this is, and what is in it; nothing about a file is believed before it is looked at."""

import json
import stat
from pathlib import Path
from typing import Any, NoReturn

from coachtui.sharing.errors import SharingError
from coachtui.sharing.whole import Whole

LARGEST_FILE = 50 * 1024 * 1024  # bytes
_DEEPEST = 32


def read_incoming(path: Path, zone: str, today_ms: int) -> list[Whole]:
    """The observations in a file: an archive of ours, or the transcript of a meeting.

    `zone` and `today_ms`, in ms since 1970 UTC, are used for a transcript that names no zone or day.
    Raises SharingError with a sentence; then nothing was read of it.
    """
    return read_incoming_bytes(_read(path), f"'{path}'", zone, today_ms)


def read_incoming_bytes(content: bytes, name: str, zone: str, today_ms: int) -> list[Whole]:
    """The same from the bytes of a file; `name` is what the sentences call it. Raises SharingError."""
    value = _parse(_decode(content, name), name)
    try:
        return _understand(value, zone, today_ms)
    except SharingError as fault:
        raise SharingError(f"{name} can't be taken in: {fault}. Nothing was added.") from None
    except RecursionError:
        raise SharingError(f"{name} is nested too deeply to be a file of notes. Nothing was added.") from None


def _read(path: Path) -> bytes:
    """Everything in the file, if it is a plain file of a size that makes sense. Raises SharingError."""
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise SharingError(f"'{path}' is a folder. Name one file in it. Nothing was added.")
        if not stat.S_ISREG(found.st_mode):
            raise SharingError(f"'{path}' is not a plain file. Nothing was added.")
        _see_that_it_is_not_too_large(found.st_size, f"'{path}'")
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except (OSError, ValueError) as fault:
        raise SharingError(_sentence(path, fault)) from fault
    _see_that_it_is_not_too_large(len(content), f"'{path}'")
    return content


def _see_that_it_is_not_too_large(size: int, name: str) -> None:
    if size > LARGEST_FILE:
        most = LARGEST_FILE // (1024 * 1024)
        raise SharingError(f"{name} is larger than {most} MB, too large for a file of notes. Nothing was added.")


def _sentence(path: Path, fault: Exception) -> str:
    if isinstance(fault, FileNotFoundError):
        return f"There is no file '{path}'. Check the name; nothing was added."
    if isinstance(fault, PermissionError):
        return f"You may not read '{path}'. Nothing was added."
    reason = getattr(fault, "strerror", None) or "the name can't be that of a file"
    return f"'{path}' could not be read ({reason}). Nothing was added."


def _decode(content: bytes, name: str) -> str:
    if not content.strip():
        raise SharingError(f"{name} is empty. Nothing was added.")
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise SharingError(f"{name} is saved as UTF-16. Save it as UTF-8, then import it. Nothing was added.")
    if b"\0" in content:
        raise SharingError(f"{name} is not a text file, so it can't be one of notes. Nothing was added.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise SharingError(
            f"{name} is not saved as UTF-8 (byte {fault.start + 1} can't be read). "
            "Save it as UTF-8, then import it. Nothing was added."
        ) from None


def _parse(text: str, name: str) -> Any:
    try:
        value = json.loads(
            text, parse_constant=_refuse_constant, object_pairs_hook=_fields_named_once, parse_float=_finite
        )
        _see_that_it_is_not_too_deep(value)
    except json.JSONDecodeError as fault:
        raise SharingError(
            f"{name} is not JSON: line {fault.lineno}, column {fault.colno} can't be read. Nothing was added."
        ) from None
    except RecursionError:
        raise SharingError(f"{name} is nested too deeply to be a file of notes. Nothing was added.") from None
    except (ValueError, SharingError) as fault:
        reason = str(fault) if isinstance(fault, SharingError) else "it holds a number that is too long"
        raise SharingError(f"{name} can't be taken in: {reason}. Nothing was added.") from None
    return value


def _refuse_constant(name: str) -> NoReturn:
    raise SharingError(f"it holds '{name}' where a number should be")


def _finite(words: str) -> float:
    number = float(words)
    if number in (float("inf"), float("-inf")):
        raise SharingError("it holds a number that is too large")
    return number


def _fields_named_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """One field is one field: of two with the same name a reader could not know which was meant."""
    fields = dict(pairs)
    if len(fields) < len(pairs):
        raise SharingError("one of its fields is given twice")
    return fields


def _see_that_it_is_not_too_deep(value: Any) -> None:
    """Refuse what is nested deeper than any file of notes, before anything walks into it."""
    level: list[Any] = [value]
    for _ in range(_DEEPEST):
        deeper: list[Any] = []
        for item in level:
            if isinstance(item, dict):
                deeper.extend(item.values())  # pyright: ignore[reportUnknownMemberType, reportUnknownArgumentType]
            elif isinstance(item, list):
                deeper.extend(item)  # pyright: ignore[reportUnknownArgumentType]
        if not deeper:
            return
        level = deeper
    raise RecursionError


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
        "it is JSON, but neither an export from coachtui nor the transcript of a meeting (with 'utterances')"
    )
