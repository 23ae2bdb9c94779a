"""The courier: delivers the record into its folder, and reads back what the leads wrote there.

Every step can be cut off and done again: what is delivered twice is there once, and what was read is known.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Protocol

from coachtui.model.delivery import Delivered, Key
from coachtui.model.entry import FoundWords, LeadWords, RecordFile
from coachtui.sharing.errors import SharingError
from coachtui.sharing.record_file import what_lead_sees
from coachtui.sharing.record_folder import RecordFolder, Writing, sha256_of
from coachtui.sharing.record_reading import merged, read_record
from coachtui.sharing.record_round import Round
from coachtui.wording import _

_ROUNDS = 3
_STEERS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
Step = Callable[[int, int], bool]
"""Told before each file how many are done, of how many; whether to go on."""


class Desk(Protocol):
    """What the courier asks of the notebook: `notebook.outbox`, or somebody who asks it on the scribe's thread."""

    def waiting(self, folder: str) -> set[Key]:
        """The files that hold something new."""
        ...

    def delivered(self, folder: str) -> list[Delivered]:
        """What stood in each file."""
        ...

    def keys_of(self, entry_ids: Iterable[str]) -> dict[str, Key]:
        """In which file each of these entries is."""
        ...

    def files(self, keys: Iterable[Key]) -> list[RecordFile]:
        """These files as they are to be."""
        ...

    def words_shared(self, entry_ids: Iterable[str]) -> dict[str, list[str]]:
        """All words that each of these entries was ever shared in."""
        ...

    def take_in(self, found: Iterable[FoundWords]) -> list[LeadWords]:
        """Keep what leads wrote."""
        ...

    def deliver(self, folder: str, delivered: list[Delivered], rows: int) -> None:
        """Note what was delivered."""
        ...

    def last_row(self) -> int:
        """The number of the newest row of the outbox."""
        ...


@dataclass(slots=True)
class Report:
    """What a courier did. `waits` and `odd` are sentences: why something waits, what could not be understood."""

    delivered: list[str] = field(default_factory=list[str])
    read: list[LeadWords] = field(default_factory=list[LeadWords])
    merged: list[str] = field(default_factory=list[str])
    waits: list[str] = field(default_factory=list[str])
    odd: list[str] = field(default_factory=list[str])
    is_stopped: bool = False
    """Whether it was told not to go on: what was not delivered waits."""


class _Stopped(Exception):
    """Told not to go on before anything was written."""


class Courier:
    """Goes between the notebook and one folder."""

    def __init__(self, folder: RecordFolder, desk: Desk, now_ms: Callable[[], int],
                 step: Step = lambda _done, _of: True) -> None:  # fmt: skip
        """`now_ms` tells the wall clock in ms since 1970 UTC; `step` may stop it between two files, on the courier's thread."""
        self._folder = folder
        self._desk = desk
        self._now_ms = now_ms
        self._step = step
        self._place = str(folder.path)

    def run(self, *, anew: bool = False) -> Report:
        """Deliver what waits and read back what was written; what can't be done now waits, and is said in the report.

        With `anew` a folder that lost all that was delivered into it is filled again. Raises what the desk raises.
        """
        report = Report()
        for __ in range(_ROUNDS):
            try:
                if not self._go(report, anew=anew) or report.is_stopped:
                    return report
            except _Stopped:
                report.is_stopped = True
                return report
            except SharingError as fault:
                report.waits.append(str(fault))
                return report
        report.waits.append(
            _("A file of the record is being written by somebody else just now. The next sync tries again.")
        )
        return report

    def _go(self, report: Report, *, anew: bool) -> bool:
        """One round; whether another is needed because a file changed meanwhile."""
        rows, waiting = self._desk.last_row(), self._desk.waiting(self._place)
        known = self._desk.delivered(self._place)
        if not waiting and not known:
            return False
        self._folder.prepare()
        this = Round(self._folder, known)
        this.look_around()
        if known and this.is_all_gone and not self._folder.is_ours and not anew:
            raise SharingError(
                _(
                    "The record's folder, '{place}', holds none of the files that were delivered there. Nothing was "
                    "written. If it is the right folder, 'coachtui sync --anew' fills it again."
                ).format(place=self._place)
            )
        owners = self._desk.keys_of(this.entries_seen())
        records = this.arrange(self._desk.files(waiting | this.keys(owners)), owners)
        report.odd += this.odd
        new = self._read_back(this, records, report)
        if new:
            report.read += new
            fresh = {Key(each.lead, each.cycle or ""): each for each in self._desk.files(this.keys_in_hand)}
            records = [fresh[Key(each.lead, each.cycle or "")]._replace(name=each.name) for each in records]
        return self._write(this, records, rows, report)

    def _read_back(self, this: Round, records: list[RecordFile], report: Report) -> list[LeadWords]:
        """Take in what the leads wrote in these files and their copies."""
        found: list[FoundWords] = []
        to_read = [record for record in records if this.standings_of(record)]
        shared = self._desk.words_shared(entry.id for record in to_read for entry in record.entries)
        for place, record in enumerate(to_read):
            self._may_go_on(place, len(to_read))
            readings = [read_record(each.text or "", record, shared, each.name) for each in this.standings_of(record)]
            found.append(merged(record, readings[0].found, [each.found for each in readings[1:]]))
            report.odd += [sentence for each in readings for sentence in each.odd if sentence not in report.odd]
        return self._desk.take_in(found) if found else []

    def _may_go_on(self, done: int, of: int) -> None:
        """Raises _Stopped: a file that was not read must not be written over."""
        if not self._step(done, of):
            raise _Stopped

    def _write(self, this: Round, records: list[RecordFile], rows: int, report: Report) -> bool:
        """Write what differs, then note it; whether a file changed while it was being written."""
        hashes: dict[str, str] = {}
        to_write: list[Writing] = []
        for record in records:
            content, main = what_lead_sees(record).encode(), this.main_of(record)
            if main is not None and _says_the_same(main.content, content):
                hashes[record.name] = main.sha256
            else:
                to_write.append(Writing(record.name, content, None if main is None else main.sha256))
        for written in self._folder.put(to_write, self._step):
            report.delivered.append(written.name)
            hashes[written.name] = sha256_of(written.content)
        is_short = any(each.name not in hashes for each in to_write)
        report.is_stopped = is_short and not self._step(len(to_write), len(to_write))
        self._folder.sync()  # a copy goes only once the file that has its words is surely there
        there = [record for record in records if record.name in hashes]
        for record in there:
            report.merged += this.put_copies_away(record)
        done = [
            Delivered(Key(record.lead, record.cycle or ""), record.name, hashes[record.name], self._now_ms())
            for record in there
        ]
        if done:
            self._desk.deliver(self._place, done, rows)
        return len(there) < len(records)


def _says_the_same(standing: bytes, content: bytes) -> bool:
    """Whether two files differ in nothing but line ends, a byte order mark, and blanks at the ends of lines."""
    try:
        text = standing.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    if _STEERS.search(text):  # no editor needs it, and whoever prints the file would feel it
        return False
    rows = text.rstrip().splitlines()
    return [row.rstrip() for row in rows] == [row.rstrip() for row in content.decode().rstrip().splitlines()]
