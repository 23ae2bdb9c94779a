"""The facts of a day, each read by one query; what another shelf will tell better is asked of it here and nowhere else."""

from datetime import date

from coachtui.model.day_facts import BothChanged, Day, Due, Facts, LostTime, Person, Planned, Rhythm, Seen, Watched
from coachtui.model.release_block import LOOKED_BACK, ReleaseBlock, kept_of
from coachtui.model.support import Support
from coachtui.model.timing import local_time
from coachtui.store.blocks import Blocks
from coachtui.store.conversations import Conversations
from coachtui.store.cycles import Cycles
from coachtui.store.errors import NotebookDamaged
from coachtui.store.explain import DAMAGED
from coachtui.store.file import NotebookFile, Row
from coachtui.store.observation_rows import ObservationRows
from coachtui.store.of_kinds import of_kinds
from coachtui.store.one_on_ones import OneOnOnes
from coachtui.store.record import Record
from coachtui.store.steps import Steps
from coachtui.store.supports import Supports

_WATCHED_DAYS = 40
"""How far back meetings may lie whose feedback is waited for: two school weeks, a break between them."""
_WATCHED = """
SELECT o.id, o.ref, teams.name, leads.id, leads.name, o.ended_utc_ms, o.zone,
       (SELECT count(*) FROM lines WHERE lines.observation = o.id AND kind = 'evidence' AND (starred OR codes <> '[]')),
       begun.id, begun.ref
FROM observations AS o JOIN leads ON leads.id = o.lead LEFT JOIN teams ON teams.id = o.team
LEFT JOIN feedback AS begun ON begun.n = (SELECT max(n) FROM feedback WHERE feedback.observation = o.id)
WHERE o.anchor_utc_ms >= ? AND o.ended_utc_ms IS NOT NULL AND leads.retired_on IS NULL AND NOT EXISTS (
    SELECT 1 FROM entries WHERE entries.about = o.id) AND NOT EXISTS (
    SELECT 1 FROM feedback WHERE feedback.observation = o.id AND shared_utc_ms IS NOT NULL)
ORDER BY o.anchor_utc_ms, o.n
"""
_SEEN = """
SELECT id, name, (SELECT max(anchor_utc_ms) FROM observations WHERE observations.lead = leads.id),
       (SELECT substr(events.at, 1, 10) FROM undoable JOIN events ON events.n = undoable.n
        WHERE undoable.subject = leads.id ORDER BY undoable.n LIMIT 1)
FROM leads WHERE retired_on IS NULL ORDER BY n
"""
_RHYTHMS = """
SELECT leads.id, leads.name, every_weeks, starts_on,
       (SELECT max(day) FROM one_on_ones WHERE one_on_ones.lead = leads.id AND state = 'held')
FROM series JOIN leads ON leads.id = series.lead WHERE ended_on IS NULL AND leads.retired_on IS NULL ORDER BY series.n
"""
_DEADLINES = "SELECT id, label, day, role, remind_days FROM deadlines WHERE done_on IS NULL ORDER BY day, n"


class DayFacts:
    """Reads the facts. Every method raises a NotebookError if the file can't be read."""

    def __init__(self, file: NotebookFile, rows: ObservationRows, cycles: Cycles, steps: Steps,
                 one_on_ones: OneOnOnes, record: Record, blocks: Blocks, conversations: Conversations,
                 supports: Supports) -> None:  # fmt: skip
        self._file = file
        self._rows = rows
        self._cycles = cycles
        self._steps = steps
        self._one_on_ones = one_on_ones
        self._record = record
        self._blocks = blocks
        self._conversations = conversations
        self._supports = supports

    def on(self, day: Day) -> Facts:
        """All that is known on this day."""
        leads = self._leads()
        return Facts(
            cut_off=self._rows.cut_off(),
            planned=self._planned(day, leads),
            steps=[(step, leads[step.lead]) for step in self._steps.all_open() if step.lead in leads],
            watched=self._watched(day),
            seen=self._seen(day),
            both_changed=self._both_changed(leads),
            cycles=[(cycle, leads[cycle.lead]) for cycle in self._cycles.all_open() if cycle.lead in leads],
            deadlines=self._deadlines(),
            rhythms=self._rhythms(day),
            lost_time=self._lost_time(day, leads),
            supports=self._of_each(leads),
            conversations=[(plan, leads[plan.lead]) for plan in self._conversations.all_open() if plan.lead in leads],
        )

    def _leads(self) -> dict[str, Person]:
        """Every lead who is not retired, by id."""
        rows = self._file.rows("SELECT id, name FROM leads WHERE retired_on IS NULL")
        return {row[0]: Person(*of_kinds("tt", row)) for row in rows}

    def _watched(self, day: Day) -> list[Watched]:
        """Meetings that are over and of which nothing was shared, neither the notes on it nor feedback."""
        since = day.now_ms - _WATCHED_DAYS * 24 * 60 * 60 * 1000
        return self._file.read(_as_watched, _WATCHED, (since,))

    def _seen(self, day: Day) -> list[Seen]:
        """When each lead was last watched; without that, since when they are here."""
        found: list[Seen] = []
        for row in self._file.rows(_SEEN):
            identity, name, last_ms, added = of_kinds("ttMT", row)
            if last_ms is not None:
                found.append(Seen(Person(identity, name), local_time(last_ms, day.zone).date(), was_watched=True))
            elif added is not None:
                found.append(Seen(Person(identity, name), _day(added), was_watched=False))
        return found

    def _planned(self, day: Day, leads: dict[str, Person]) -> list[Planned]:
        """The 1:1s that are still to come today, those of a series among them."""
        return [
            Planned(each.id, each.ref, leads[each.lead], each.minute)
            for each in self._one_on_ones.all_next(day.today)
            if each.day == day.today and each.state == "planned" and each.minute is not None and each.lead in leads
        ]

    def _rhythms(self, day: Day) -> list[Rhythm]:
        """How often one meets, and when that was last."""
        return [each for each in self._file.read(_as_rhythm, _RHYTHMS) if each.last_day <= day.today]

    def _both_changed(self, leads: dict[str, Person]) -> list[BothChanged]:
        """The entries of records that both changed."""
        found = [each for each in self._record.conflicts() if each.lead in leads]
        return [BothChanged(leads[each.lead], each.entry.title, each.words.id) for each in found]

    def _lost_time(self, day: Day, leads: dict[str, Person]) -> list[LostTime]:
        """What was kept of the release time of each lead who lost some of it."""
        of_lead: dict[str, list[ReleaseBlock]] = {}
        for block in self._blocks.all_between(day.today - LOOKED_BACK, day.today):
            of_lead.setdefault(block.lead, []).append(block)
        newest = {
            lead: [block.id for block in some if block.lost_minutes and not block.agreed][-1:]
            for lead, some in of_lead.items()
        }
        return [
            LostTime(leads[lead], kept_of(some), newest[lead][0])
            for lead, some in of_lead.items()
            if lead in leads and newest[lead]
        ]

    def _of_each(self, leads: dict[str, Person]) -> list[tuple[Person, list[Support]]]:
        """What each lead asked for, in that order."""
        found: dict[str, list[Support]] = {}
        for each in self._supports.all():
            found.setdefault(each.lead, []).append(each)
        return [(leads[lead], some) for lead, some in found.items() if lead in leads]

    def _deadlines(self) -> list[Due]:
        """The deadlines that are not done."""
        return self._file.read(_as_due, _DEADLINES)


def _as_watched(row: Row) -> Watched:
    identity, ref, team, lead, name, ended_ms, zone, marked, draft, draft_ref = of_kinds("ttTttmtnTT", row)
    return Watched(identity, ref, team, Person(lead, name), ended_ms, zone, marked, draft, draft_ref)


def _as_rhythm(row: Row) -> Rhythm:
    lead, name, weeks, starts_on, held_on = of_kinds("ttntT", row)
    return Rhythm(Person(lead, name), weeks, _day(held_on or starts_on), was_held=held_on is not None)


def _as_due(row: Row) -> Due:
    identity, label, day, role, remind_days = of_kinds("tttTn", row)
    return Due(identity, label, _day(day), role, remind_days)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as fault:
        raise NotebookDamaged(DAMAGED) from fault
