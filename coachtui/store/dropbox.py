"""The drop box: where a window writes that can't have the notebook; taking_in.py brings it back.

One append-only file a window, a record a line, in the words of the same verbs as the notebook's. A window holds a lock on
its file while it lives. Beside an encrypted notebook each record is sealed: only the notebook can read it.
"""

import json
import os
from pathlib import Path
from typing import Any

from coachtui.clock import Clock
from coachtui.disk import sync_folder
from coachtui.model.draft import Draft
from coachtui.model.filing import as_line
from coachtui.model.grammar import Reading, write_line, write_text
from coachtui.model.line import Kind, Line
from coachtui.model.moment import Moment, elapsed_ms
from coachtui.model.observation import Gap, Observation, ref_for
from coachtui.places import Places
from coachtui.store.explain import explain_file
from coachtui.store.lock import take_handle
from coachtui.store.seal import public_for_drop_box, sealed

Record = dict[str, Any]
PLAIN_END, SEALED_END = ".jsonl", ".sealed"
UNREAD, SEALED_UNREAD = ".unread", ".sealed-unread"
"""What could not be read, once the rest was taken in."""
ABOUT = "about"
"""The one word of a row that says only which observation those beside it are about."""
_LARGEST = 64 * 1024**2
_SEALED_IS_LONGER = 4


def largest_of(path: Path) -> int:
    """Bytes that a file of these names has at most: no window writes more in a day. What is sealed takes more room."""
    return _LARGEST * (_SEALED_IS_LONGER if path.suffix in (SEALED_END, SEALED_UNREAD) else 1)


class DropBox:
    """One window's file in the drop box; it answers to the verbs that capture needs of a notebook."""

    def __init__(self, places: Places, clock: Clock, name: str) -> None:
        """`name` names the file; nothing is written before the first key. Raises a NotebookError."""
        self._home, self._name = places, name
        self._public: bytes | None = None
        self._clock = clock
        self._handle: int | None = None
        self._torn = False
        self._observations: dict[str, Observation] = {}
        self._places: dict[str, int] = {}
        self._half_typed: set[str] = set()
        self.observations = self
        self.lines = self
        self.drafts = self

    def begin(self, identity: str, anchor: Moment, zone: str, team: str | None = None, lead: str | None = None,
              half_typed: Draft | None = None) -> Observation:  # fmt: skip
        """Begin an observation at its first key, with what is half-typed. Raises a NotebookError."""
        if identity not in self._observations:
            words = {"id": identity, "anchor": _moment(anchor), "zone": zone, "team": team, "lead": lead}
            self._append({"begin": words})
            self._observations[identity] = Observation(
                id=identity, ref=ref_for(identity), team=team, lead=lead, anchor=anchor, zone=zone,
                ended_utc_ms=None, source=None, lines=0,
            )  # fmt: skip
        if half_typed is not None:
            self.keep(half_typed)
        return self._observations[identity]

    def resume(self, identity: str, now: Moment, half_typed: Draft | None = None) -> Gap:
        """Go on with an observation of the notebook's; the stretch before is not known here. Raises a NotebookError."""
        start = elapsed_ms(self._observations[identity].anchor, now)
        if half_typed is not None:
            self.keep(half_typed)
        return Gap(start, start)

    def file(self, observation_id: str, reading: Reading, typed_at: Moment, line_id: str,
             written_out: Reading | None = None) -> Line:  # fmt: skip
        """File one line, with the abbreviations written out. Raises a NotebookError; then it is not filed."""
        if reading.kind is Kind.IN_CONFIDENCE:
            words = [write_text(reading.text)]
            (line,) = self._file(observation_id, [reading], words, typed_at, line_id, confided=True)
        else:
            (line,) = self.paste(observation_id, [written_out or reading], typed_at, line_id)
        self._half_typed.discard(observation_id)
        return line

    def paste(self, observation_id: str, readings: list[Reading], typed_at: Moment, first_id: str) -> list[Line]:
        """File several lines. Raises a NotebookError; then none of them is filed."""
        return self._file(observation_id, readings, [write_line(reading) for reading in readings], typed_at, first_id)

    def _file(self, observation_id: str, readings: list[Reading], words: list[str], typed_at: Moment, first_id: str,
              *, confided: bool = False) -> list[Line]:  # fmt: skip
        record: Record = {"lines": words, "of": observation_id, "typed_at": _moment(typed_at), "id": first_id}
        self._append(record | {"confided": True} if confided else record)
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
        if draft.text.strip():
            self._half_typed.add(draft.scope)
        else:
            self._half_typed.discard(draft.scope)

    def end(self, identity: str, utc_ms: int) -> Observation:
        """End an observation; half-typed text becomes its last line. Raises a NotebookError."""
        self._append({"end": identity, "at": utc_ms})
        lines = self._places.get(identity, 0) + (identity in self._half_typed)
        ended = self._observations[identity]._replace(ended_utc_ms=utc_ms, lines=lines)
        self._observations[identity] = ended
        return ended

    def withdraw_if_empty(self, identity: str) -> bool:
        """Nothing is taken out of the drop box; the notebook sees to it when it takes it in."""
        return False

    def close(self) -> None:
        """Let go of the file: the notebook may take it in."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    def _append(self, record: Record, *, durable: bool = True) -> None:
        """Write one record at the end of the file; all of it or, after a failure, none of it."""
        record["written"] = _moment(self._clock.now())
        words = json.dumps(record, ensure_ascii=False).encode("utf-8", "replace")
        try:
            handle = self._open()
            words = (words if self._public is None else sealed(words, self._public)) + b"\n"
            start = os.lseek(handle, 0, os.SEEK_END)
            try:
                # What is left of a record that failed must not run into this one.
                _write_all(handle, b"\n" + words if self._torn else words)
                if durable:
                    os.fsync(handle)
            except OSError:
                was_torn, self._torn = self._torn, True
                os.ftruncate(handle, start)
                self._torn = was_torn
                raise
        except OSError as fault:
            raise explain_file(fault) from fault
        self._torn = False

    def _open(self) -> int:
        if self._handle is None:
            folder = self._home.dropbox
            self._public = public_for_drop_box(self._home)
            path = folder / f"{self._name}{PLAIN_END if self._public is None else SEALED_END}"
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
            take_handle(handle)
            self._handle = handle
            sync_folder(folder)
            sync_folder(folder.parent)
        return self._handle


def _write_all(handle: int, words: bytes) -> None:
    while words:
        words = words[os.write(handle, words) :]


def _moment(moment: Moment) -> list[Any]:
    return [moment.utc_ms, moment.boot_ms, moment.boot_id]
