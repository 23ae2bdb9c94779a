"""Events read past SQLite, out of the bytes of a damaged file: each that still has the hash it was written with.

What leads to a row may be damaged while the row is whole. So rows are not looked up but recognised: an event ends its list
of columns with a text of 64 characters, and its time is one of 24 (reference: sqlite.org/fileformat2.html, 1.6 and 2.1).
What is found is believed only where its hash fits.
"""

import mmap
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from coachtui.store.errors import NotebookError
from coachtui.store.events import Event
from coachtui.store.file import log_of
from coachtui.store.key import RESERVED
from coachtui.wording import _

if TYPE_CHECKING:
    from coachtui.store.key import Key

LARGEST = 16 * 1024**3
"""Bytes of a file, or of its log, that are looked through; ten times what a notebook of a million lines takes."""
_LONGEST = 256 * 1024**2
"""Bytes of one event; no notebook writes a longer one."""
_TOO_LARGE = _(
    "'{name}' is larger than {most} GB, far more than a notebook ever is, so it was not looked through. Nothing was changed. "
    "Run 'coachtui restore' to go back to a backup."
)
_PAGE = 4096
_SIZES = {512 << power: 512 << power for power in range(8)}
_HASH_COLUMN = b"\x81\x0d"
"""How a text of 64 characters is told of at the head of a row."""
_TIME_COLUMN = 13 + 2 * 24
_COLUMNS = 8
_FARTHEST = 24
"""Bytes between the beginning of an event's list of columns and its end, at most."""
_WHOLE_NUMBERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
_LOG_HEAD, _FRAME_HEAD = 32, 24
Columns = tuple[int, ...]


class Pages:
    """The pages of a file, as its write-ahead log leaves them. Only for a file that nobody has open as a database."""

    def __init__(self, path: Path, key: "Key | None" = None) -> None:
        """`key` is that of an encrypted file. Raises OSError, or NotebookError where it is too large."""
        self._key = key
        self._words = _mapped(path)
        try:
            self._log = _mapped(log_of(path))
        except OSError:
            self._log = b""
        self.size = self._page_size()
        self.usable = self.size if key is None else self.size - RESERVED
        """Bytes of a page that rows can stand in."""
        self._newer = _pages_of_log(self._log, self.size)
        self._in_file = -(-len(self._words) // self.size)
        self.count = max(self._in_file, *(number + 1 for number in self._newer), 0)

    def _page_size(self) -> int:
        if self._key is not None:
            return _PAGE
        told = int.from_bytes(self._words[16:18], "big")
        size = _SIZES.get(told, _PAGE)
        return size if len(self._words) % size == 0 else _PAGE

    def numbers(self) -> Iterator[int]:
        """The pages there are, in order; between those of the file and those of its log there may be none."""
        yield from range(self._in_file)
        yield from sorted(number for number in self._newer if number >= self._in_file)

    def page(self, number: int) -> bytes:
        """A page by its number from 0; empty where there is none."""
        words, start = self._words, number * self.size
        if number in self._newer:
            words, start = self._log, self._newer[number]
        page = words[start : start + self.size]
        if self._key is None:
            return page
        from coachtui.store.cipher_pages import opened_page

        return opened_page(self._key, number, page)

    def close(self) -> None:
        """Let go of the files."""
        for words in (self._words, self._log):
            if isinstance(words, mmap.mmap):
                words.close()


def _mapped(path: Path) -> bytes | mmap.mmap:
    """A file's bytes, of which memory holds no more than is looked at. Raises OSError, or NotebookError for too many."""
    size = path.stat().st_size
    if size > LARGEST:
        raise NotebookError(_TOO_LARGE.format(name=path.name, most=LARGEST // 1024**3))
    if size == 0:
        return b""
    with path.open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


def _pages_of_log(words: bytes | mmap.mmap, size: int) -> dict[int, int]:
    """Where in the log each page begins as it is now, up to the last thing that was finished."""
    salt, done, begun = words[16:24], dict[int, int](), dict[int, int]()
    for start in range(_LOG_HEAD, len(words) - _FRAME_HEAD - size + 1, _FRAME_HEAD + size):
        head = words[start : start + _FRAME_HEAD]
        if head[8:16] != salt:
            continue
        number = int.from_bytes(head[:4], "big") - 1
        begun[number] = start + _FRAME_HEAD
        if any(head[4:8]):
            done.update(begun)
            begun.clear()
    return {number: place for number, place in done.items() if 0 <= number < LARGEST // size}


def events_in(path: Path, key: "Key | None" = None) -> list[Event]:
    """Every event that a file still holds whole, in order; `key` is that of an encrypted one.

    Raises OSError, or NotebookError where the file is larger than any notebook.
    Of one that was found twice the copy counts that more was struck out of: a line that was discarded stays so.
    """
    pages = Pages(path, key)
    found: dict[tuple[str, int], Event] = {}
    try:
        for number in pages.numbers():
            for event in _events_on(pages, number):
                name = (event.device, event.seq)
                if name not in found or _struck_out(event) > _struck_out(found[name]):
                    found[name] = event
    finally:
        pages.close()
    return sorted(found.values(), key=lambda event: event.n)


def _struck_out(event: Event) -> int:
    rest = event.payload.rpartition('"struck_out":')[2]
    digits = rest[: len(rest) - len(rest.lstrip("0123456789"))]
    return int(digits or 0) if '"struck_out":' in event.payload else 0


def _events_on(pages: Pages, number: int) -> Iterator[Event]:
    """The sound events that begin on a page."""
    page = pages.page(number)
    end = page.find(_HASH_COLUMN)
    while end >= 0:
        after = end + len(_HASH_COLUMN)
        for start in range(max(0, after - _FARTHEST), after - _COLUMNS):
            columns = _columns(page, start, after)
            if columns is None:
                continue
            with suppress(ValueError, UnicodeDecodeError):
                event = _event(pages, page, start, after, columns)
                if event is not None and event.is_sound():
                    yield event
        end = page.find(_HASH_COLUMN, end + 1)


def _columns(page: bytes, start: int, after: int) -> Columns | None:
    """The kinds of an event's columns, where its list of them stands from `start` to `after`."""
    if page[start] != after - start or page[start + 1] != 0:
        return None
    kinds: list[int] = []
    place = start + 1
    while place < after:
        kind, place = _number(page, place)
        kinds.append(kind)
    if len(kinds) != _COLUMNS or place != after or kinds[3] != _TIME_COLUMN:
        return None
    texts = (kinds[1], *kinds[3:])
    return tuple(kinds) if all(kind >= 13 and kind % 2 for kind in texts) else None


def _event(pages: Pages, page: bytes, start: int, after: int, columns: Columns) -> Event | None:
    """The event whose list of columns stands there, read on over further pages where it is long. Raises ValueError."""
    sizes = [_size(kind) for kind in columns]
    length = after - start + sum(sizes)
    n = _row_number(page, start, length)
    if n is None:
        return None
    body = _whole(pages, page, start, length)[after - start :]
    values: list[str | int] = []
    place = 0
    for kind, size in zip(columns[1:], sizes[1:], strict=True):
        words = body[place : place + size]
        place += size
        values.append(words.decode("utf-8") if kind >= 13 else _value(kind, words))
    device, seq, at, subject, what, payload, sha256 = values
    return Event(n, str(device), int(seq), str(at), str(subject), str(what), str(payload), str(sha256))


def _size(kind: int) -> int:
    if kind >= 12:
        return (kind - 12) // 2
    return _WHOLE_NUMBERS.get(kind, 0)


def _value(kind: int, words: bytes) -> int:
    if kind not in (8, 9, *_WHOLE_NUMBERS):
        raise ValueError(kind)
    return kind - 8 if kind >= 8 else int.from_bytes(words, "big", signed=True)


def _row_number(page: bytes, start: int, length: int) -> int | None:
    """The number of the row, which stands with its length before the list of columns."""
    for back in range(2, 19):
        if start - back < 0:
            return None
        told, place = _number(page, start - back)
        if told == length and place < start:
            n, place = _number(page, place)
            if place == start and n > 0:
                return n
    return None


def _whole(pages: Pages, page: bytes, start: int, length: int) -> bytes:
    """A row from its list of columns on; what does not fit on its page goes on elsewhere. Raises ValueError."""
    if length > min(_LONGEST, pages.count * pages.size):  # pages that lead to each other in a ring would never end
        raise ValueError(length)
    most = pages.usable - 35
    if length <= most:
        return page[start : start + length]
    least = (pages.usable - 12) * 32 // 255 - 23
    here = least + (length - least) % (pages.usable - 4)
    here = here if here <= most else least
    words = bytearray(page[start : start + here])
    following = int.from_bytes(page[start + here : start + here + 4], "big")
    while len(words) < length:
        if not 0 < following <= pages.count:
            raise ValueError(following)
        page = pages.page(following - 1)
        following = int.from_bytes(page[:4], "big")
        words += page[4:]
    return bytes(words[:length])


def _number(page: bytes, place: int) -> tuple[int, int]:
    """A number of one to nine bytes, and the place after it."""
    value = 0
    for count in range(9):
        byte = page[place + count] if place + count < len(page) else 0
        if count == 8:
            return value << 8 | byte, place + 9
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, place + count + 1
    raise AssertionError("unreachable")
