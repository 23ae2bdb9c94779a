"""The archive of a whole notebook: one zip of JSON lines that coachtui reads back, and anybody else can read too.

`coachtui.json` says what it is; `events.jsonl` is all that happened, in order, from which everything is made again;
`drafts.jsonl`, `outbox.jsonl` and `delivered.jsonl` are what is no event. `present/` holds every table as it is now, for other
programs; it is not read back. docs/archive.md describes each.
"""

import io
import json
import struct
import zipfile
import zlib
from collections.abc import Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from coachtui.reasons import reason_of
from coachtui.sharing.errors import SharingError
from coachtui.wording import _

FORMAT, VERSION = "coachtui notebook", 1
HEADER = "coachtui.json"
READ_BACK = ("events", "drafts", "outbox", "delivered")
PRESENT = "present/"
_MOST_BYTES = 2 * 1024**3
_MOST_ROW = 128 * 1024**2
_MOST_IN_A_ROW = 8_000_000
"""Values and levels in one row: so many marks as begin or part them."""
_MOST_HEADER = 1024**2
_MOST_AT_ONCE = 4 * 1024**2
"""Bytes of a zip's list of contents, and of anything else that is read of it at once."""
_MOST_TIMES = 200
_ODD = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    NotImplementedError,
    RuntimeError,
    EOFError,
    LookupError,
    TypeError,
    ValueError,
    ArithmeticError,
    AssertionError,
)
"""What reading a zip or its JSON raises where somebody else's hand was in it."""
_WHEN = (1980, 1, 1, 0, 0, 0)
_NEWER = _("This archive was written by a newer coachtui. Update coachtui, then take it in. Nothing was changed.")
_CHANGED = _("It was changed or damaged since coachtui wrote it. Nothing was added.")
_TOO_MUCH = _("This zip unpacks to far more than a notebook holds, so it was left alone. Nothing was added.")

Row = dict[str, Any]


class Part:
    """The rows of one part of an archive, read anew each time they are asked for: a notebook need not fit into memory."""

    def __init__(self, path: Path, content: bytes | None, name: str, told: Row) -> None:
        self._path, self._content = path, content
        self._name = f"{name}.jsonl"
        self._told = told

    def __len__(self) -> int:
        """How many rows there are."""
        return int(self._told["rows"])

    def __iter__(self) -> Iterator[Row]:
        """Each row in turn. Raises SharingError where one is none, or where the file was changed meanwhile."""
        with _opened(self._path, self._content) as archive, archive.open(self._name) as file:
            digest = sha256()
            while line := file.readline(_MOST_ROW + 1):
                digest.update(line)
                yield _row(line)
            if digest.hexdigest() != self._told["sha256"]:
                raise ValueError("changed")

    def see_that_it_is_as_told(self, archive: zipfile.ZipFile) -> None:
        """Raise ValueError where the bytes are not those that the header tells of."""
        count, digest = 0, sha256()
        with archive.open(self._name) as file:
            while some := file.read(_MOST_HEADER):
                digest.update(some)
                count += some.count(b"\n")
        if (count, digest.hexdigest()) != (self._told["rows"], self._told["sha256"]):
            raise ValueError("changed")


class Contents(NamedTuple):
    """What an archive holds: the shape of the notebook it is of, and the rows of each part that is read back."""

    shape: int
    rows: dict[str, Part]


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

    `content` is what an encrypted file of that name holds. No more is unpacked than a notebook can hold, a row at a time, and
    nothing is written: a zip that would fill the memory is left alone.
    """
    with _opened(path, content) as archive:
        _see_that_it_unpacks(archive, path.stat().st_size if content is None else len(content))
        header = _header(archive)
        parts = {name: Part(path, content, name, header["parts"][name]) for name in READ_BACK}
        for part in parts.values():
            part.see_that_it_is_as_told(archive)
        return Contents(header["shape"], parts)


@contextmanager
def _opened(path: Path, content: bytes | None) -> Generator[zipfile.ZipFile, None, None]:
    """The zip, read no more of at once than it needs. Raises SharingError for whatever is wrong with it meanwhile."""
    try:
        with _sparing(path, content) as file, zipfile.ZipFile(file) as archive:
            yield archive
    except _ODD as fault:
        raise SharingError(
            _("'{path}' is no archive of a notebook, or a damaged one. {changed}").format(path=path, changed=_CHANGED)
        ) from fault
    except OSError as fault:
        raise SharingError(
            _("'{path}' can't be read ({strerror}). Nothing was added.").format(path=path, strerror=reason_of(fault))
        ) from fault


def _sparing(path: Path, content: bytes | None) -> io.RawIOBase | io.BytesIO:
    return _SparingFile(path) if content is None else _SparingBytes(content)


class _Sparing(io.IOBase):
    """Gives no more at once than an archive of ours needs: a zip may say that its list of contents is endless."""

    def read(self, size: int | None = -1, /) -> bytes:
        """So many bytes, or all that are left. Raises SharingError where that is too much."""
        wanted = _MOST_AT_ONCE + 1 if size is None or not 0 <= size <= _MOST_AT_ONCE else size
        content: bytes = super().read(wanted) or b""  # of the file or the bytes behind it
        if len(content) > _MOST_AT_ONCE:
            raise SharingError(_TOO_MUCH)
        return content


class _SparingFile(_Sparing, io.FileIO):
    """A file read so."""


class _SparingBytes(_Sparing, io.BytesIO):
    """What an encrypted file holds, read so."""


def _see_that_it_unpacks(archive: zipfile.ZipFile, size: int) -> None:
    """Raise SharingError for one that would not; parts that lie over each other are counted each."""
    entries = archive.infolist()
    if any(entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for entry in entries):
        raise ValueError(_("packed in another way"))
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > _MOST_BYTES or unpacked > max(size, 1024) * _MOST_TIMES:
        raise SharingError(_TOO_MUCH)


def _header(archive: zipfile.ZipFile) -> Row:
    with archive.open(HEADER) as file:
        header: Row = json.loads(file.read(_MOST_HEADER))
    if header["format"] != FORMAT or type(header["shape"]) is not int or type(header["version"]) is not int:
        raise ValueError("another format")
    if header["version"] > VERSION:
        raise SharingError(_NEWER)
    for name in READ_BACK:
        if type(header["parts"][name]["rows"]) is not int:
            raise ValueError(_("no number of rows"))
    return header


def _row(line: bytes) -> Row:
    """One row, which is no larger and has no more in it than any that a notebook writes. Raises SharingError or ValueError."""
    if len(line) > _MOST_ROW or sum(map(line.count, (b",", b"[", b"{", b"\\u"))) > _MOST_IN_A_ROW:
        raise SharingError(_TOO_MUCH)
    row = json.loads(line)
    if not isinstance(row, dict):
        raise ValueError("no row")
    return row
