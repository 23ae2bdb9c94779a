"""Taking in what other windows left in the drop box, by doing on the notebook what each record says.

Twice is once: every record carries the ids it was made with. A record that can't be read, or that the notebook can't make
sense of, never keeps the others out, nor the notebook shut. Only such records keep lying there: what was taken in may be
discarded or purged, and must not be found beside the notebook then.
"""

import contextlib
import json
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coachtui.disk import PART, put_whole
from coachtui.model.clean import clean, clean_line
from coachtui.model.draft import Draft
from coachtui.model.grammar import read_line
from coachtui.model.line import Kind
from coachtui.model.moment import Moment
from coachtui.places import Places
from coachtui.store.dropbox import ABOUT, PLAIN_END, SEALED_END, SEALED_UNREAD, UNREAD, largest_of
from coachtui.store.dropbox_rows import marks_of, strike_out
from coachtui.store.errors import NotebookBusy, NotebookDamaged, NotebookError, NotebookFull, NotebookReadOnly
from coachtui.store.keeping_seal import private_keys
from coachtui.store.lock import take_handle
from coachtui.store.seal import unsealed

if TYPE_CHECKING:
    from coachtui.store.notebook import Notebook

Record = dict[str, Any]

_NOT_NOW = (NotebookFull, NotebookReadOnly, NotebookBusy, NotebookDamaged)
_ODD = (ValueError, KeyError, TypeError, RecursionError)
_LARGEST = 2**53


def take_in(notebook: "Notebook", places: Places) -> int:
    """Take in what other windows left in the drop box; how many lines.

    A file whose window still lives, or that the disk can't take in now, waits for the next time. Of one with records that
    can't be read these keep lying there, under another name.
    """
    taken = 0
    for path in sorted(places.dropbox.iterdir()) if places.dropbox.is_dir() else ():
        with contextlib.suppress(OSError):
            if path.suffix == PART:
                path.unlink()  # left behind by one that was cut off; what it was made of is there still
            elif path.suffix in (PLAIN_END, SEALED_END):
                taken += _take_in_if_left(notebook, path)
    return taken


def _take_in_if_left(notebook: "Notebook", path: Path) -> int:
    handle = os.open(path, os.O_RDWR)
    try:
        return _take_in_file(notebook, path, handle) if take_handle(handle) else 0
    finally:
        os.close(handle)


def _take_in_file(notebook: "Notebook", path: Path, handle: int) -> int:
    """Do one window's records on the notebook, then do away with the file. Raises OSError.

    What no window wrote, larger than they write or no plain file, keeps lying there, and the doctor tells of it. Of a file
    that the disk does not take in to its end, what was taken in is struck out: it may be discarded before the next time.
    """
    told = os.fstat(handle)
    if told.st_size > largest_of(path) or not stat.S_ISREG(told.st_mode):
        path.rename(path.with_suffix(_unread_of(path)))
        return 0
    with open(handle, "rb", closefd=False) as file:
        rows = [row for row in file.read().splitlines() if row]
    keys = private_keys(notebook.file) if path.suffix == SEALED_END else None
    records = _read(rows, keys)
    known = [record for record in records if record is not None]
    done: dict[int, int | None] = {}
    try:
        for record in _without_superseded(known):
            done[id(record)] = _replayed(notebook, record)
        _touch(notebook, known)
        odd = {each for each, filed in done.items() if filed is None}
        _see_off(path, list(zip(rows, records, strict=True)), odd, _not_in(notebook, known), keys)
    except (NotebookError, OSError):
        strike_out(handle, {row for row, each in zip(rows, records, strict=True) if done.get(id(each))})
    return sum(filed or 0 for filed in done.values())


def _see_off(path: Path, rows: "list[tuple[bytes, Record | None]]", odd: set[int], nowhere: set[str],
             keys: tuple[bytes, ...] | None) -> None:  # fmt: skip
    """Do away with a file that was taken in; what could not be, or is about what the notebook has not got, is kept."""
    lost = [row for row, each in rows if each is None or id(each) in odd or scope_of_record(each) in nowhere]
    if lost:
        others = {scope_of_record(each) for _, each in rows if each is not None} - nowhere
        kept = b"".join(row + b"\n" for row in (*lost, *marks_of(others, keys)))
        put_whole(path.with_suffix(_unread_of(path)), kept)
    path.unlink()


def _not_in(notebook: "Notebook", records: list[Record]) -> set[str]:
    """The observations that records are about and the notebook has not got: their words are nowhere else."""
    return {each for each in map(scope_of_record, records) if notebook.observations.find(each) is None}


def _unread_of(path: Path) -> str:
    return SEALED_UNREAD if path.suffix == SEALED_END else UNREAD


def is_in_use(places: Places) -> bool:
    """Whether a window that lives writes into the drop box just now. Raises OSError."""
    if not places.dropbox.is_dir():
        return False
    for path in places.dropbox.iterdir():
        if path.suffix in (PLAIN_END, SEALED_END):
            handle = os.open(path, os.O_RDWR)
            try:
                if not take_handle(handle):
                    return True
            finally:
                os.close(handle)
    return False


def _read(rows: list[bytes], keys: tuple[bytes, ...] | None) -> list[Record | None]:
    """The record of each row; None for one that can't be read. With keys they are sealed."""
    records: list[Record | None] = []
    for row in rows:
        try:
            record = json.loads((row if keys is None else unsealed(row, keys)).decode("utf-8"))
            scope_of_record(record)
        except _ODD:
            records.append(None)
        else:
            records.append(record)
    return records


def scope_of_record(record: Record) -> str:
    """The observation that a record is about. Raises one of _ODD for what is no record."""
    for what, key in (("begin", "id"), ("draft", "scope")):
        if what in record:
            return _text(record[what][key])
    return _text(record["of"] if "lines" in record else record[ABOUT] if ABOUT in record else record["end"])


def _without_superseded(records: list[Record]) -> list[Record]:
    """The records without the half-typed text that a newer one took the place of: a whole line is a hundred of them."""
    kept: list[Record] = []
    followed: set[str] = set()
    for record in reversed(records):
        scope = scope_of_record(record)
        is_draft = "draft" in record
        if is_draft and scope in followed:
            continue
        (followed.add if is_draft else followed.discard)(scope)
        kept.append(record)
    return kept[::-1]


def _replayed(notebook: "Notebook", record: Record) -> int | None:
    """How many lines a record filed; None where the notebook can't make sense of it. Raises one of _NOT_NOW."""
    try:
        return _replay(notebook, record)
    except _NOT_NOW:
        raise
    except (*_ODD, NotebookError):
        return None


def _replay(notebook: "Notebook", record: Record) -> int:
    """Do on the notebook what one record says; how many lines it filed. Raises a NotebookError, or one of _ODD."""
    if "begin" in record:
        words = record["begin"]
        anchor, zone = _moment(words["anchor"]), _text(words["zone"])
        notebook.observations.begin(scope_of_record(record), anchor, zone, _name(words["team"]), _name(words["lead"]))
    elif "lines" in record:
        return _file(notebook, record)
    elif ABOUT not in record and not _is_ended(notebook, scope_of_record(record)):
        # Once it is ended its half-typed text was filed, and must not be filed again.
        if "draft" in record:
            notebook.drafts.keep(_draft(record["draft"]))
        else:
            notebook.observations.end(scope_of_record(record), _number(record["at"]))
    return 0


def _file(notebook: "Notebook", record: Record) -> int:
    readings = [read_line(_text(line)) for line in record["lines"]]
    if record.get("confided") is True:
        readings = [reading._replace(kind=Kind.IN_CONFIDENCE) for reading in readings]
    observation, typed_at, first_id = scope_of_record(record), _moment(record["typed_at"]), _text(record["id"])
    if len(readings) == 1:
        notebook.lines.file(observation, readings[0], typed_at, first_id)
        return 1
    return len(notebook.lines.paste(observation, readings, typed_at, first_id))


def _touch(notebook: "Notebook", records: list[Record]) -> None:
    """Let the last sign of life be when the window wrote last, not now. Raises a NotebookError."""
    last: dict[str, Moment] = {}
    for record in records:
        with contextlib.suppress(*_ODD):
            last[scope_of_record(record)] = _moment(record["written"])
    for scope, written in last.items():
        if notebook.observations.find(scope) is not None:
            notebook.drafts.touch(scope, written)


def _is_ended(notebook: "Notebook", identity: str) -> bool:
    found = notebook.observations.find(identity)
    return found is not None and found.ended_utc_ms is not None


def _draft(words: Record) -> Draft:
    began = None if words["began"] is None else _moment(words["began"])
    return Draft(_text(words["scope"]), clean(_words(words["text"])), _number(words["cursor"]), began)


def _moment(words: Any) -> Moment:
    utc_ms, boot_ms, boot_id = words
    return Moment(_number(utc_ms), _number(boot_ms), _text(boot_id))


def _number(value: Any) -> int:
    if not isinstance(value, int) or abs(value) > _LARGEST:
        raise TypeError
    return value


def _text(value: Any) -> str:
    return clean_line(_words(value))


def _words(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _name(value: Any) -> str | None:
    return None if value is None else _text(value)
