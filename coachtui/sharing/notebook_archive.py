"""The archive of a whole notebook: one zip of JSON lines that coachtui reads back, and anybody else can read too.

`coachtui.json` says what it is; `events.jsonl` is all that happened, in order, from which everything is made again;
`drafts.jsonl`, `outbox.jsonl` and `delivered.jsonl` are what is no event. `present/` holds every table as it is now, for other
programs; it is not read back. docs/archive.md describes each.
"""

import io
import json
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from coachtui.sharing.errors import SharingError

FORMAT, VERSION = "coachtui notebook", 1
HEADER = "coachtui.json"
READ_BACK = ("events", "drafts", "outbox", "delivered")
PRESENT = "present/"
_MOST_BYTES = 2 * 1024**3
_MOST_ROW = 64 * 1024**2
_MOST_TIMES = 200
_WHEN = (1980, 1, 1, 0, 0, 0)
_NEWER = "This archive was written by a newer coachtui. Update coachtui, then take it in. Nothing was changed."
_CHANGED = "It was changed or damaged since coachtui wrote it. Nothing was added."

Row = dict[str, Any]


class Contents(NamedTuple):
    """What an archive holds: the shape of the notebook it is of, and the rows of each part that is read back."""

    shape: int
    rows: dict[str, list[Row]]


def as_notebook_archive(parts: Iterable[tuple[str, Iterable[Mapping[str, Any]]]], shape: int, made_at: str) -> bytes:
    """The archive of these parts, by name; `made_at` is a moment as ISO 8601. The same parts are the same bytes."""
    content = io.BytesIO()
    told: dict[str, Row] = {}
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, rows in parts:
            count, digest = 0, sha256()
            with archive.open(_entry(f"{name}.jsonl"), "w", force_zip64=True) as file:
                for row in rows:
                    line = (json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
                    file.write(line)
                    digest.update(line)
                    count += 1
            told[name] = {"rows": count, "sha256": digest.hexdigest()}
        header = {"format": FORMAT, "version": VERSION, "shape": shape, "made_at": made_at, "parts": told}
        archive.writestr(_entry(HEADER), json.dumps(header, indent=2))
    return content.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _WHEN)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o600 << 16
    return entry


def is_notebook_archive(path: Path) -> bool:
    """Whether a file may be one; its name does not matter. What is no plain file, as a pipe, is not opened at all."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return file.read(4) == b"PK\x03\x04"
    except OSError:
        return False


def read_notebook_archive(path: Path, content: bytes | None = None) -> Contents:
    """What an archive holds, every part compared with what its header says of it. Raises SharingError.

    `content` is what an encrypted file of that name holds.

    No more is unpacked than a notebook can hold, and nothing is written: a zip that would fill the memory is left alone.
    """
    try:
        with zipfile.ZipFile(path if content is None else io.BytesIO(content)) as archive:
            _see_that_it_unpacks(archive)
            header = _header(archive)
            rows = {name: list(_rows(archive, name, header["parts"][name])) for name in READ_BACK}
        return Contents(header["shape"], rows)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, KeyError, TypeError, ValueError) as fault:
        raise SharingError(f"'{path}' is no archive of a notebook, or a damaged one. {_CHANGED}") from fault
    except OSError as fault:
        raise SharingError(f"'{path}' can't be read ({fault.strerror}). Nothing was added.") from fault


def _see_that_it_unpacks(archive: zipfile.ZipFile) -> None:
    packed = sum(entry.compress_size for entry in archive.infolist())
    unpacked = sum(entry.file_size for entry in archive.infolist())
    if unpacked > _MOST_BYTES or unpacked > max(packed, 1024) * _MOST_TIMES:
        raise SharingError(
            "This zip unpacks to far more than a notebook holds, so it was left alone. Nothing was added."
        )


def _header(archive: zipfile.ZipFile) -> Row:
    header: Row = json.loads(_limited(archive, HEADER, _MOST_ROW))
    if header["format"] != FORMAT or type(header["shape"]) is not int:
        raise ValueError("another format")
    if header["version"] > VERSION:
        raise SharingError(_NEWER)
    return header


def _rows(archive: zipfile.ZipFile, name: str, told: Row) -> Iterator[Row]:
    digest, count = sha256(), 0
    with archive.open(f"{name}.jsonl") as file:
        while line := file.readline(_MOST_ROW):
            digest.update(line)
            row = json.loads(line)
            if not isinstance(row, dict):
                raise ValueError("no row")
            count += 1
            yield row
    if (count, digest.hexdigest()) != (told["rows"], told["sha256"]):
        raise ValueError("changed")


def _limited(archive: zipfile.ZipFile, name: str, most: int) -> bytes:
    with archive.open(name) as file:
        return file.read(most)
