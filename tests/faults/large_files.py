"""Files that would fill the memory if they were believed: endless, packed, nested, of a million parts; each by its name."""

import io
import json
import struct
import zipfile
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path

from coachtui.sharing.calendar_reading import LARGEST as LARGEST_CALENDAR
from coachtui.sharing.incoming import LARGEST_FILE
from coachtui.sharing.notebook_archive import FORMAT, HEADER, READ_BACK, VERSION
from coachtui.sharing.roster import LARGEST as LARGEST_ROSTER

GIGABYTES = 2 * 1024**3


def sparse(first: bytes) -> Callable[[Path], None]:
    """Two gigabytes behind these bytes, that take no room on the disk."""

    def make(path: Path) -> None:
        with path.open("wb") as file:
            file.write(first)
            file.truncate(GIGABYTES)

    return make


def filled(first: bytes, again: bytes, size: int, last: bytes = b"") -> Callable[[Path], None]:
    """These bytes over and over, up to a size that is still looked at."""

    def make(path: Path) -> None:
        times = (size - len(first) - len(last)) // len(again)
        path.write_bytes(first + again * times + last)

    return make


def _zip_of(entries: Mapping[str, bytes], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", how) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return out.getvalue()


def bomb(path: Path) -> None:
    """A part of 64 MB of one letter."""
    path.write_bytes(_zip_of({"events.jsonl": b"0" * 64 * 1024**2, HEADER: b"{}"}))


def nested(path: Path) -> None:
    """A zip in a zip in a zip, each of ten."""
    inner = _zip_of({f"{number}.txt": b"0" * 4 * 1024**2 for number in range(10)})
    for _ in range(3):
        inner = _zip_of({f"{number}.zip": inner for number in range(10)}, zipfile.ZIP_STORED)
    path.write_bytes(inner)


def overlapping(path: Path) -> None:
    """Ten thousand names for one part of a megabyte: what each is said to unpack to adds up to ten gigabytes."""
    whole = bytearray(_zip_of({"a": b"0" * 1024**2}))
    start = whole.index(b"PK\x01\x02")
    end = whole.index(b"PK\x05\x06")
    listed = bytes(whole[start:end]) * 10_000
    tail = bytearray(whole[end:])
    struct.pack_into("<HHL", tail, 8, 10_000, 10_000, len(listed))
    path.write_bytes(bytes(whole[:start]) + listed + bytes(tail))


def endless_list(path: Path) -> None:
    """A list of contents of a gigabyte, by what the end of the zip says of it."""
    whole = bytearray(_zip_of({"a": b"x"}))
    end = whole.index(b"PK\x05\x06")
    tail = bytearray(whole[end:])
    size = 1024**3
    struct.pack_into("<LL", tail, 12, size, 0)
    with path.open("wb") as file:
        file.write(b"PK\x03\x04")
        file.truncate(size)
        file.seek(size)
        file.write(tail)


def lying(path: Path) -> None:
    """A part that says that it is of ten bytes, and unpacks to 300 MB."""
    whole = bytearray(_zip_of({"events.jsonl": b"0" * 300 * 1024**2, HEADER: b"{}"}))
    where = whole.index(b"PK\x01\x02")
    struct.pack_into("<L", whole, where + 24, 10)
    struct.pack_into("<L", whole, 22, 10)
    path.write_bytes(bytes(whole))


def otherwise_packed(path: Path) -> None:
    """Packed in a way that asks for a dictionary of any size."""
    path.write_bytes(_zip_of({"events.jsonl": b"0" * 1024**2, HEADER: b"{}"}, zipfile.ZIP_LZMA))


def crowded(path: Path) -> None:
    """An archive that is as its header says, unpacked as it is, one row of which holds eight million numbers."""
    parts = dict.fromkeys(READ_BACK, b"") | {"events": b'{"payload":[' + b"7," * CROWD + b"7]}\n"}
    told = {name: {"rows": rows.count(b"\n"), "sha256": sha256(rows).hexdigest()} for name, rows in parts.items()}
    header = {"format": FORMAT, "version": VERSION, "shape": 1, "made_at": "now", "parts": told}
    entries = {f"{name}.jsonl": rows for name, rows in parts.items()}
    path.write_bytes(_zip_of({**entries, HEADER: json.dumps(header).encode()}, zipfile.ZIP_STORED))


CROWD = 8_000_000
_VTT = b"WEBVTT\n\n00:01.000 --> 00:02.000\n"
_ICS = b"BEGIN:VCALENDAR\r\n"
ZIPS: dict[str, Callable[[Path], None]] = {
    "bomb.zip": bomb, "nested.zip": nested, "overlapping.zip": overlapping, "endless-list.zip": endless_list,
    "lying.zip": lying, "lzma.zip": otherwise_packed, "crowded.zip": crowded, "sparse.zip": sparse(b"PK\x03\x04"),
}  # fmt: skip
SPARSE: dict[str, Callable[[Path], None]] = {
    "notes.txt": sparse(b"9:04 a\n"), "roster.csv": sparse(b"name\n"), "days.ics": sparse(_ICS), "meeting.json": sparse(b"{"),
}  # fmt: skip
FULL: dict[str, Callable[[Path], None]] = {
    "one-line.txt": filled(b"9:04 ", b"x", LARGEST_FILE), "hundred-megabytes.txt": filled(b"9:04 ", b"x", 100 * 1024**2),
    "blanks.txt": filled(b"9:04", b" ", LARGEST_FILE), "deep.json": filled(b"", b"[", LARGEST_FILE),
    "deep-fields.json": filled(b"", b'{"a":', LARGEST_FILE), "many-lists.json": filled(b"[", b"[],", LARGEST_FILE, b"[]]"),
    "many-fields.json": filled(b'{"utterances":[', b"{},", LARGEST_FILE, b"{}]}"),
    "many-numbers.json": filled(b"[", b"1,", LARGEST_FILE, b"1]"), "tags.vtt": filled(_VTT, b"<v ", 2**23),
    "wide.csv": filled(b"name,role\n", b"a,", LARGEST_ROSTER), "long.csv": filled(b"name,role\n", b"a b,c\n", LARGEST_ROSTER),
    "quote.csv": filled(b'name,role\n"', b"a", LARGEST_ROSTER), "folded.ics": filled(_ICS, b" a\r\n", LARGEST_CALENDAR),
    "events.ics": filled(_ICS, b"BEGIN:VEVENT\r\nEND:VEVENT\r\n", LARGEST_CALENDAR, b"END:VCALENDAR\r\n"),
}  # fmt: skip
