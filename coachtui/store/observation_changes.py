"""What can be said of an observation before, during and after: whose it is, when it began, pauses, a clock that was set."""

import sqlite3
from collections.abc import Iterable
from typing import Any

from coachtui.model.moment import Moment, elapsed_ms
from coachtui.model.observation import PAUSED, Gap, Observation
from coachtui.store.line_rows import to_fields
from coachtui.store.lines import Lines
from coachtui.store.observation_rows import ObservationRows
from coachtui.store.people import People
from coachtui.store.present import TABLES, Change, Fields
from coachtui.store.shelf import Shelf
from coachtui.wording import _m

_UNCHANGED: Any = object()


class ObservationChanges(Shelf):
    """The verbs that change an observation. Every one raises a NotebookError; then nothing was changed."""

    _rows: ObservationRows
    _people: People
    _lines: Lines

    def describe(self, identity: str, *, team: str | None = _UNCHANGED, lead: str | None = _UNCHANGED,
                 framework: str | None = _UNCHANGED) -> Observation:  # fmt: skip
        """Say whose meeting it is, and what is watched for; None says that it is not known.

        A team or lead not known yet is added. Naming a team whose lead is known names the lead, unless one was named.
        """

        def work(_: sqlite3.Connection) -> Observation:
            was = self._rows.fields(identity)
            now = dict(was)
            if team is not _UNCHANGED:
                now["team"] = None if team is None else self._people.team_for(team)
                if lead is _UNCHANGED and was["lead"] is None:
                    now["lead"] = self._people.lead_of(now["team"])
            if lead is not _UNCHANGED:
                now["lead"] = (
                    None
                    if lead is None
                    else self._people.lead_for(lead, was["lead"], self._people.lead_of(now["team"]))
                )
            if framework is not _UNCHANGED:
                now["framework"] = framework
            self._changed(identity, _m("observation described"), was, now)
            return self._rows.get(identity)

        return self._file.write(work)

    def begin_earlier(self, identity: str, by_ms: int) -> Observation:
        """The meeting began so many ms earlier than was thought, or later where negative.

        00:00 moves; every line keeps the time that the clock on the wall showed, and how that is known.
        """

        def work(_: sqlite3.Connection) -> Observation:
            was = self._rows.fields(identity)
            now = {**was, "anchor_utc_ms": was["anchor_utc_ms"] - by_ms}
            if by_ms:
                changes = [Change("observations", was, now), *self._later(identity, by_ms)]
                self._record(identity, _m("beginning moved"), *changes, later_ms=by_ms)
            return self._rows.get(identity)

        return self._file.write(work)

    def _later(self, identity: str, by_ms: int) -> Iterable[Change]:
        """The lines and spans of an observation, so many ms later."""
        for line in self._lines.of(identity):
            if line.at_ms is not None:
                yield Change("lines", to_fields(line), to_fields(line._replace(at_ms=line.at_ms + by_ms)))
        columns = TABLES["spans"]
        rows = self._file.rows(f"SELECT {', '.join(columns)} FROM spans WHERE observation = ?", (identity,))  # noqa: S608
        for row in rows:
            was = dict(zip(columns, row, strict=True))
            moved = {name: was[name] + by_ms for name in ("from_ms", "to_ms") if was[name] is not None}
            yield Change("spans", was, {**was, **moved})

    def pause(self, identity: str, now: Moment) -> Observation:
        """The meeting pauses at this moment; pausing twice is once."""

        def work(_: sqlite3.Connection) -> Observation:
            observation, was = self._rows.get(identity), self._rows.fields(identity)
            if observation.paused_ms is None:
                at_ms = max(0, elapsed_ms(observation.anchor, now))
                self._changed(identity, _m("paused"), was, {**was, "paused_ms": at_ms}, undoable=False)
            return self._rows.get(identity)

        return self._file.write(work)

    def go_on(self, identity: str, now: Moment) -> Gap | None:
        """The pause is over; the stretch is marked. None where there was no pause."""

        def work(_: sqlite3.Connection) -> Gap | None:
            observation, was = self._rows.get(identity), self._rows.fields(identity)
            if observation.paused_ms is None:
                return None
            gap = Gap(observation.paused_ms, max(observation.paused_ms, elapsed_ms(observation.anchor, now)), PAUSED)
            change = Change("observations", was, {**was, "paused_ms": None})
            self._record(identity, _m("went on"), change, self.gap_change(identity, gap), undoable=False)
            return gap

        return self._file.write(work)

    def mark_gap(self, identity: str, gap: Gap) -> Gap:
        """Mark that the computer slept, or that its clock was set."""

        def work(_: sqlite3.Connection) -> Gap:
            self._record(identity, gap.reason, self.gap_change(identity, gap), undoable=False)
            return gap

        return self._file.write(work)

    def gap_change(self, identity: str, gap: Gap) -> Change:
        """A new gap of an observation, as a change."""
        values = (self._new_id(), identity, gap.from_ms, gap.to_ms, gap.reason, gap.moved_ms)
        return Change("gaps", None, dict(zip(TABLES["gaps"], values, strict=True)))

    def _changed(self, identity: str, what: str, was: Fields, now: Fields, *, undoable: bool = True) -> None:
        if was != now:
            self._record(identity, what, Change("observations", was, now), undoable=undoable)
