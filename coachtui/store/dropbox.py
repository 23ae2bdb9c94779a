"""The drop box: where a window writes that can't have the notebook, and how the notebook takes it in.

One append-only file a window, a record a line, in the words of the same verbs as the notebook's. Taking in is idempotent:
every record carries the ids it was made with. A window holds a lock on its file while it lives.
"""

import contextlib
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coachtui.clock import Clock
from coachtui.model.draft import Draft
from coachtui.model.filing import as_line
from coachtui.model.grammar import Reading, read_line, write_line
from coachtui.model.line import Line
from coachtui.model.moment import Moment
from coachtui.model.observation import Observation, ref_for
from coachtui.places import Places
from coachtui.store.errors import FAILING, NotebookError, NotebookFull
from coachtui.store.lock import take_handle

if TYPE_CHECKING:
    from coachtui.store.notebook import Notebook

Record = dict[str, Any]


class DropBox:
    """One window's file in the drop box; it answers to the verbs that capture needs of a notebook."""

    def __init__(self, places: Places, clock: Clock, name: str) -> None:
        """`name` names the file; nothing is written before the first key. Raises a NotebookError."""
        self._path = places.dropbox / f"{name}.jsonl"
        self._clock = clock
        self._handle: int | None = None
        self._observations: dict[str, Observation] = {}
        self._places: dict[str, int] = {}
        self.observations = self
        self.lines = self
        self.drafts = self

    def begin(self, identity: str, anchor: Moment, zone: str, team: str | None = None,
              lead: str | None = None) -> Observation:  # fmt: skip
        """Begin an observation at its first key. Raises a NotebookError."""
        if identity not in self._observations:
            words = {"id": identity, "anchor": _moment(anchor), "zone": zone, "team": team, "lead": lead}
            self._append({"begin": words})
            self._observations[identity] = Observation(
                id=identity, ref=ref_for(identity), team=team, lead=lead, anchor=anchor, zone=zone,
                ended_utc_ms=None, source=None, lines=0,
            )  # fmt: skip
        return self._observations[identity]

    def file(self, observation_id: str, reading: Reading, typed_at: Moment, line_id: str) -> Line:
        """File one line. Raises a NotebookError; then it is not filed."""
        return self.paste(observation_id, [reading], typed_at, line_id)[0]

    def paste(self, observation_id: str, readings: list[Reading], typed_at: Moment, first_id: str) -> list[Line]:
        """File several lines. Raises a NotebookError; then none of them is filed."""
        words = [write_line(reading) for reading in readings]
        self._append({"lines": words, "of": observation_id, "typed_at": _moment(typed_at), "id": first_id})
        first = self._places.get(observation_id, 0) + 1
        self._places[observation_id] = first + len(readings) - 1
        observation = self._observations[observation_id]
        return [
            as_line(reading, observation, typed_at, first_id if place == first else f"{first_id}-{place}", place)
            for place, reading in enumerate(readings, first)
        ]

    def keep(self, draft: Draft) -> None:
        """Hold on to half-typed text; not forced to the disk at every key. Raises a NotebookError."""
        began = None if draft.began is None else _moment(draft.began)
        words = {"scope": draft.scope, "text": draft.text, "cursor": draft.cursor, "began": began}
        self._append({"draft": words}, durable=False)

    def end(self, identity: str, utc_ms: int) -> Observation:
        """End an observation. Raises a NotebookError."""
        self._append({"end": identity, "at": utc_ms})
        return self._observations[identity]

    def close(self) -> None:
        """Let go of the file: the notebook may take it in."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    def _append(self, record: Record, *, durable: bool = True) -> None:
        """Write one record at the end of the file; all of it or, after a failure, none of it."""
        words = json.dumps(record, ensure_ascii=False).encode("utf-8", "replace") + b"\n"
        try:
            handle = self._open()
            start = os.lseek(handle, 0, os.SEEK_END)
            try:
                _write_all(handle, words)
                if durable:
                    os.fsync(handle)
            except OSError:
                os.ftruncate(handle, start)
                raise
        except OSError as fault:
            raise NotebookFull(FAILING) from fault

    def _open(self) -> int:
        if self._handle is None:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
            take_handle(handle)
            self._handle = handle
        return self._handle


def _write_all(handle: int, words: bytes) -> None:
    while words:
        words = words[os.write(handle, words) :]


def _moment(moment: Moment) -> list[Any]:
    return [moment.utc_ms, moment.boot_ms, moment.boot_id]


def take_in(notebook: "Notebook", places: Places) -> int:
    """Take in what other windows left in the drop box; how many lines. Raises a NotebookError.

    A file whose window still lives waits for the next time. One with a record that can't be read keeps lying there under
    another name, after all that could be read of it was taken in.
    """
    taken = 0
    if not places.dropbox.is_dir():
        return 0
    for path in sorted(places.dropbox.glob("*.jsonl")):
        handle = os.open(path, os.O_RDWR)
        try:
            if take_handle(handle):
                taken += _take_in_file(notebook, path, handle)
        finally:
            os.close(handle)
    return taken


def _take_in_file(notebook: "Notebook", path: Path, handle: int) -> int:
    """Replay one window's records on the notebook, then do away with the file."""
    taken, unread = 0, False
    with open(handle, "rb", closefd=False) as file:
        for words in file.read().splitlines():
            try:
                taken += _replay(notebook, json.loads(words.decode("utf-8")))
            except (ValueError, KeyError, TypeError):
                unread = True
    with contextlib.suppress(OSError):
        if unread:
            path.rename(path.with_suffix(".unread"))
        else:
            path.unlink()
    return taken


def _replay(notebook: "Notebook", record: Record) -> int:
    """Do on the notebook what one record says; how many lines it filed."""
    if "begin" in record:
        words = record["begin"]
        notebook.observations.begin(
            words["id"], Moment(*words["anchor"]), words["zone"], words["team"], words["lead"]
        )
    elif "lines" in record:
        readings = [read_line(line) for line in record["lines"]]
        typed_at = Moment(*record["typed_at"])
        if len(readings) == 1:
            notebook.lines.file(record["of"], readings[0], typed_at, record["id"])
            return 1
        return len(notebook.lines.paste(record["of"], readings, typed_at, record["id"]))
    elif "draft" in record:
        words = record["draft"]
        began = None if words["began"] is None else Moment(*words["began"])
        notebook.drafts.keep(Draft(words["scope"], words["text"], words["cursor"], began))
    elif "end" in record:
        with contextlib.suppress(NotebookError):
            notebook.observations.end(record["end"], record["at"])
    return 0
