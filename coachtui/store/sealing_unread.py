"""What other windows left and could not be read: sealed as the notebook is locked, plain again as the lock is taken off."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from coachtui.disk import put_whole, read_small
from coachtui.places import Places
from coachtui.store.dropbox import SEALED_UNREAD, UNREAD, largest_of
from coachtui.store.errors import NotebookError
from coachtui.store.explain import explain_file
from coachtui.store.recasting import wipe
from coachtui.store.seal import sealed, unsealed
from coachtui.wording import _

_NO_WINDOW = _(
    "'{name}' in the drop box is larger than {most} MB or no plain file: no window of coachtui wrote that. Nothing was "
    "changed. Look through it and move it out of '{folder}', then try again."
)


def see_that_windows_wrote_it(places: Places) -> None:
    """Raises NotebookError where what other windows left can't be read whole: it would not change with the rest."""
    for path in (*_left(places, UNREAD), *_left(places, SEALED_UNREAD)):
        most = largest_of(path)
        if not path.is_file() or path.stat().st_size > most:
            raise NotebookError(_NO_WINDOW.format(name=path.name, most=most // 1024**2, folder=places.dropbox))


def _left(places: Places, end: str) -> Iterator[Path]:
    """What other windows left, and could not be read in full, by how its name ends."""
    return places.dropbox.glob(f"*{end}") if places.dropbox.is_dir() else iter(())


def _lines_of(path: Path) -> list[bytes]:
    """The lines of such a file; none of one that no window wrote. Raises a NotebookError."""
    if not path.is_file() or path.stat().st_size > largest_of(path):
        return []
    try:
        return [line for line in read_small(path, largest_of(path)).splitlines() if line.strip()]
    except OSError as fault:
        raise explain_file(fault) from fault


def unseal_unread(places: Places, keys: tuple[bytes, ...]) -> None:
    """What was sealed so can be read as text again; a row that was cut off, or is another notebook's, stays as it is.

    Raises a NotebookError.
    """
    for path in _left(places, SEALED_UNREAD):
        rows = _lines_of(path)
        opened = [_opened(row, keys) for row in rows]
        if any(row is not None for row in opened):
            _put(path.with_suffix(UNREAD), [row for row in opened if row is not None])
            _put(path, [row for row, other in zip(rows, opened, strict=True) if other is None])


def _opened(row: bytes, keys: tuple[bytes, ...]) -> bytes | None:
    with suppress(ValueError):
        return unsealed(row, keys)
    return None


def seal_unread(places: Places, public: bytes) -> None:
    """What other windows left, and could not be read in full, is sealed too, line by line. Raises a NotebookError."""
    for path in _left(places, UNREAD):
        lines = _lines_of(path)
        if lines:
            sealed_already = path.with_suffix(SEALED_UNREAD)
            before = _lines_of(sealed_already)
            _put(sealed_already, [*before, *(sealed(line, public) for line in lines)])
            wipe(path)


def _put(path: Path, lines: list[bytes]) -> None:
    """Let these be the lines of a file; without any there is none."""
    try:
        if not lines:
            path.unlink(missing_ok=True)
            return
        put_whole(path, b"".join(line + b"\n" for line in lines))
    except OSError as fault:
        raise explain_file(fault) from fault
