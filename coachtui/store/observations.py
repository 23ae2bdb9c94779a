"""Observations: begun by the first key, ended, taken up again after a crash, taken in from elsewhere."""

import sqlite3

from coachtui.model.line import Line
from coachtui.model.moment import Moment, elapsed_ms
from coachtui.model.observation import Gap, Observation, ref_for
from coachtui.store.drafts import Drafts, write_touch
from coachtui.store.line_rows import to_fields
from coachtui.store.lines import Lines
from coachtui.store.observation_rows import ObservationRows
from coachtui.store.of_kinds import of_kinds
from coachtui.store.people import People
from coachtui.store.present import Change, Fields
from coachtui.store.shelf import Desk, Shelf

_GAP = ("id", "observation", "from_ms", "to_ms")


class Observations(Shelf):
    """The observations shelf."""

    def __init__(self, desk: Desk, rows: ObservationRows, drafts: Drafts, people: People, lines: Lines) -> None:
        super().__init__(desk)
        self._drafts = drafts
        self._people = people
        self._lines = lines
        self._rows = rows
        self.all = rows.all
        self.latest = rows.latest
        self.unfinished = rows.unfinished
        self.find = rows.find
        self.get = rows.get

    def begin(self, identity: str, anchor: Moment, zone: str, team: str | None = None,
              lead: str | None = None) -> Observation:  # fmt: skip
        """Begin an observation at its first key; beginning the same one twice is once. Raises a NotebookError."""

        def work(_: sqlite3.Connection) -> Observation:
            if self.find(identity) is None:
                fields = self._new_fields(identity, anchor, zone, team, lead)
                self._record(identity, "observation begun", Change("observations", None, fields), undoable=False)
            return self.get(identity)

        return self._file.write(work)

    def _new_fields(self, identity: str, anchor: Moment, zone: str, team: str | None, lead: str | None) -> Fields:
        """The row of a new observation; a team or lead not known yet is added."""
        team_id = None if team is None else self._people.team_for(team)
        lead_id = self._people.lead_of(team_id) if lead is None else self._people.lead_for(lead)
        return {
            "id": identity,
            "ref": self._free_ref(identity),
            "team": team_id,
            "lead": lead_id,
            "anchor_utc_ms": anchor.utc_ms,
            "anchor_boot_ms": anchor.boot_ms,
            "anchor_boot_id": anchor.boot_id,
            "zone": zone,
            "ended_utc_ms": None,
            "source": None,
        }

    def _free_ref(self, identity: str) -> str:
        """The reference of a new observation; a longer one where another has it already."""
        ref = ref_for(identity)
        return ref if self.find(ref) is None else ref + ref_for(ref + identity)[1:]

    def end(self, identity: str, utc_ms: int) -> Observation:
        """End an observation at this wall-clock time, in ms since 1970 UTC; half-typed text is filed first.

        Raises a NotebookError.
        """

        def work(connection: sqlite3.Connection) -> Observation:
            self._lines.within_file_half_typed(connection, identity)
            was = self._rows.fields(identity)
            self._record(identity, "observation ended", Change("observations", was, {**was, "ended_utc_ms": utc_ms}))
            return self.get(identity)

        return self._file.write(work)

    def end_at_last_line(self, identity: str) -> Observation:
        """End an observation that was cut off, at the last sign of life; half-typed text is its last line.

        Raises a NotebookError.
        """
        observation = self.get(identity)
        touched = self._drafts.last_touched(identity) or observation.anchor
        return self.end(identity, observation.anchor.utc_ms + elapsed_ms(observation.anchor, touched))

    def resume(self, identity: str, now: Moment) -> Gap:
        """Take an observation up again; the stretch in which nothing could be typed is marked.

        Raises a NotebookError.
        """

        def work(connection: sqlite3.Connection) -> Gap:
            observation = self.get(identity)
            touched = self._drafts.last_touched(identity) or observation.anchor
            start = elapsed_ms(observation.anchor, touched)
            gap = Gap(start, max(start, elapsed_ms(observation.anchor, now)))
            fields = dict(zip(_GAP, (self._new_id(), identity, gap.from_ms, gap.to_ms), strict=True))
            self._record(identity, "observation resumed", Change("gaps", None, fields), undoable=False)
            write_touch(connection, identity, now)
            return gap

        return self._file.write(work)

    def gaps(self, identity: str) -> list[Gap]:
        """The stretches in which the program was not running, in order. Raises a NotebookError."""
        rows = self._file.rows("SELECT from_ms, to_ms FROM gaps WHERE observation = ? ORDER BY from_ms", (identity,))
        return [Gap(*of_kinds("nn", row)) for row in rows]

    def withdraw_if_empty(self, identity: str) -> bool:
        """Take back an observation in which nothing was written; whether there was one. Raises a NotebookError."""

        def work(connection: sqlite3.Connection) -> bool:
            found = self.find(identity)
            if found is None or found.lines or self._drafts.get(identity) is not None:
                return False
            rows = self._file.rows(
                "SELECT id, observation, from_ms, to_ms FROM gaps WHERE observation = ?", (identity,)
            )
            changes = [Change("gaps", dict(zip(_GAP, row, strict=True)), None) for row in rows]
            changes.append(Change("observations", self._rows.fields(identity), None))
            self._record(identity, "empty observation withdrawn", *changes, undoable=False, final=True)
            connection.execute("DELETE FROM drafts WHERE scope = ?", (identity,))
            return True

        return self._file.write(work)

    def take_in(self, observation: Observation, lines: list[Line], gaps: list[Gap]) -> bool:
        """Put a whole observation from elsewhere on the shelf, as one happening; whether it was new.

        An observation whose id is known already is left as it is. Raises a NotebookError.
        """

        def work(_: sqlite3.Connection) -> bool:
            if self.find(observation.id) is not None:
                return False
            fields = self._new_fields(
                observation.id, observation.anchor, observation.zone, observation.team, observation.lead
            )
            # Who leads the team here is not who led that meeting.
            lead = None if observation.lead is None else fields["lead"]
            fields |= {"lead": lead, "ended_utc_ms": observation.ended_utc_ms, "source": observation.source}
            changes = [Change("observations", None, fields)]
            changes += [Change("lines", None, to_fields(line)) for line in lines]
            for gap in gaps:
                values = (self._new_id(), observation.id, gap.from_ms, gap.to_ms)
                changes.append(Change("gaps", None, dict(zip(_GAP, values, strict=True))))
            self._record(observation.id, "observation imported", *changes)
            return True

        return self._file.write(work)
