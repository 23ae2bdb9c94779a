"""Observations: begun by the first key, ended, taken up again after a crash, taken in from elsewhere."""

import sqlite3
from collections.abc import Iterator, Sequence

from coachtui.model.draft import Draft
from coachtui.model.moment import Moment, anchored_again, carried_over, elapsed_ms
from coachtui.model.observation import PAUSED, Gap, Observation, gap_until, ref_for
from coachtui.model.whole import Whole
from coachtui.store.drafts import Drafts, write_draft, write_touch
from coachtui.store.imports import IMPORT_BEGUN, IMPORT_DONE, OBSERVATION_IMPORTED
from coachtui.store.line_rows import to_fields
from coachtui.store.lines import Lines
from coachtui.store.observation_changes import ObservationChanges
from coachtui.store.observation_rows import ObservationRows
from coachtui.store.of_kinds import of_kinds
from coachtui.store.people import People
from coachtui.store.present import TABLES, Change, Fields, Watch
from coachtui.store.shelf import Desk
from coachtui.store.spans import Spans
from coachtui.wording import _m

_GAPS = "SELECT from_ms, to_ms, reason, moved_ms FROM gaps WHERE observation = ? ORDER BY from_ms, n"
_MORE = ("spans", "agenda", "accounts", "closings", "feedback")


class Observations(ObservationChanges):
    """The observations shelf; what can be said of one is in observation_changes.py."""

    def __init__(self, desk: Desk, rows: ObservationRows, drafts: Drafts, people: People, lines: Lines,
                 spans: Spans) -> None:  # fmt: skip
        super().__init__(desk)
        self._drafts = drafts
        self._people = people
        self._lines = lines
        self._rows = rows
        self._spans = spans
        self.all = rows.all
        self.latest = rows.latest
        self.of_team = rows.of_team
        self.of_lead = rows.of_lead
        self.unfinished = rows.unfinished
        self.find = rows.find
        self.get = rows.get

    def begin(self, identity: str, anchor: Moment, zone: str, team: str | None = None, lead: str | None = None,
              half_typed: Draft | None = None) -> Observation:  # fmt: skip
        """Begin an observation at its first key, with what is half-typed; beginning the same one twice is once.

        Raises a NotebookError.
        """

        def work(connection: sqlite3.Connection) -> Observation:
            if self.find(identity) is None:
                fields = self._new_fields(identity, anchor, zone, team, lead)
                self._record(identity, _m("observation begun"), Change("observations", None, fields), undoable=False)
            if half_typed is not None:
                write_draft(connection, half_typed, self._clock.now())
            return self.get(identity)

        return self._file.write(work)

    def _new_fields(self, identity: str, anchor: Moment, zone: str, team: str | None, lead: str | None) -> Fields:
        """The row of a new observation; a team or lead not known yet is added."""
        team_id = None if team is None else self._people.team_for(team)
        leads_it = self._people.lead_of(team_id)
        lead_id = leads_it if lead is None else self._people.lead_for(lead, leads_it)
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
            "framework": None,
            "paused_ms": None,
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
            end_ms = utc_ms - was["anchor_utc_ms"]
            changes = [Change("observations", was, {**was, "ended_utc_ms": utc_ms, "paused_ms": None})]
            if was["paused_ms"] is not None:
                pause = Gap(was["paused_ms"], max(was["paused_ms"], end_ms), PAUSED)
                changes.append(self.gap_change(identity, pause))
            self._record(identity, _m("observation ended"), *changes, *self._spans.within_stop_all(identity, end_ms))
            return self.get(identity)

        return self._file.write(work)

    def end_at_last_line(self, identity: str) -> Observation:
        """End an observation that was cut off, at the last sign of life; half-typed text is its last line.

        Raises a NotebookError.
        """
        observation = self.get(identity)
        touched = self._drafts.last_touched(identity) or observation.anchor
        return self.end(identity, observation.anchor.utc_ms + elapsed_ms(observation.anchor, touched))

    def resume(self, identity: str, now: Moment, half_typed: Draft | None = None) -> Gap:
        """Take an observation up again, with what is half-typed; the stretch in which nothing could be typed is marked.

        Raises a NotebookError.
        """

        def work(connection: sqlite3.Connection) -> Gap:
            observation = self.get(identity)
            touched = self._drafts.last_touched(identity) or observation.anchor
            gap = gap_until(now, observation.anchor, touched)
            changes = [self.gap_change(identity, gap), *self._anchored_again(observation, now, gap.to_ms)]
            self._record(identity, _m("observation resumed"), *changes, undoable=False)
            write_touch(connection, identity, now)
            draft = half_typed or self._drafts.get(identity)
            if draft is not None and draft.began is not None:
                began = carried_over(draft.began, observation.anchor, self.get(identity).anchor)
                write_draft(connection, draft._replace(began=began), now)
            elif half_typed is not None:
                write_draft(connection, half_typed, now)
            return gap

        return self._file.write(work)

    def _anchored_again(self, observation: Observation, now: Moment, at_ms: int) -> list[Change]:
        """After a restart of the computer 00:00 is told by its present clock from here on, as a change."""
        anchor = anchored_again(observation.anchor, now, at_ms)
        if anchor.boot_id == observation.anchor.boot_id:
            return []
        was = self._rows.fields(observation.id)
        return [
            Change("observations", was, {**was, "anchor_boot_ms": anchor.boot_ms, "anchor_boot_id": anchor.boot_id})
        ]

    def gaps(self, identity: str) -> list[Gap]:
        """The stretches in which the program was not running, in order. Raises a NotebookError."""
        rows = self._file.rows(_GAPS, (identity,))
        return [Gap(*of_kinds("nntn", row)) for row in rows]

    def withdraw_if_empty(self, identity: str) -> bool:
        """Take back an observation in which nothing was written; whether there was one. Raises a NotebookError."""

        def work(connection: sqlite3.Connection) -> bool:
            found = self.find(identity)
            if found is None or found.lines or self._drafts.get(identity) is not None or self._has_more(identity):
                return False
            columns = TABLES["gaps"]
            rows = self._file.rows(f"SELECT {', '.join(columns)} FROM gaps WHERE observation = ?", (identity,))  # noqa: S608
            changes = [Change("gaps", dict(zip(columns, row, strict=True)), None) for row in rows]
            changes.append(Change("observations", self._rows.fields(identity), None))
            self._record(identity, _m("empty observation withdrawn"), *changes, undoable=False, final=True)
            connection.execute("DELETE FROM drafts WHERE scope = ?", (identity,))
            return True

        return self._file.write(work)

    def _has_more(self, identity: str) -> bool:
        """Whether something but lines was put into an observation."""
        looks = (f"SELECT 1 FROM {table} WHERE observation = ?" for table in _MORE)  # noqa: S608
        return any(self._file.row(look, (identity,)) is not None for look in looks)

    def take_in(self, whole: Whole) -> bool:
        """Put a whole observation from elsewhere on the shelf, as one happening; whether it was new.

        An observation whose id is known already is left as it is. Raises a NotebookError.
        """
        return bool(self.take_in_all([whole]))

    def take_in_all(self, wholes: Sequence[Whole], watch: Watch = iter) -> list[Observation]:
        """Put whole observations from elsewhere on the shelf with their half-typed lines: all of them or none.

        Those whose id is known already are left as they are; the others, as they are now. What the changes go through
        on their way is `watch`, which may stop it all by raising. What is between the two marks is one import: `Imports`
        takes it back as one. Raises a NotebookError.
        """

        def work(connection: sqlite3.Connection) -> list[Observation]:
            new = {each.observation.id: each for each in wholes if self.find(each.observation.id) is None}
            identity = self._new_id()
            if new:
                self._record(identity, IMPORT_BEGUN, undoable=False)
            for known, whole in new.items():
                self._record(known, OBSERVATION_IMPORTED, *self._incoming(whole), watch=watch)
                if whole.draft is not None:
                    write_draft(connection, whole.draft, self._clock.now())
            if new:
                self._record(identity, IMPORT_DONE, undoable=False)
            return [self.get(known) for known in new]

        return self._file.write(work)

    def _incoming(self, whole: Whole) -> Iterator[Change]:
        """A whole observation as changes; what has no id of its own elsewhere is given one."""
        found = whole.observation
        fields = self._new_fields(found.id, found.anchor, found.zone, found.team, found.lead)
        fields |= {name: getattr(found, name) for name in ("ended_utc_ms", "source", "framework", "paused_ms")}
        if found.lead is None:  # not even the lead of that team here: nobody said so
            fields["lead"] = None
        yield Change("observations", None, fields)
        for line in whole.lines:
            yield Change("lines", None, to_fields(line))
        for gap in whole.gaps:
            yield self.gap_change(found.id, gap)
        for span in whole.spans:
            yield Change("spans", None, span._replace(id=self._new_id(), observation=found.id)._asdict())
        for place, item in enumerate(whole.agenda, 1):
            values = (self._new_id(), found.id, place, item.title, item.minutes)
            yield Change("agenda", None, dict(zip(TABLES["agenda"], values, strict=True)))
        for account in whole.accounts:
            yield Change("accounts", None, {**account._asdict(), "id": self._new_id(), "observation": found.id})
        if whole.closing is not None:
            yield Change("closings", None, {"id": self._new_id(), "observation": found.id, **whole.closing._asdict()})
