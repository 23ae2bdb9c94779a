"""What a lead's page and the list of leads show, each read at once and by indexes alone."""

import json
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from coachtui.model.closing import Closing
from coachtui.model.cycle import Cycle
from coachtui.model.feedback_hours import OnMeeting, hours_taken
from coachtui.model.observation import Observation
from coachtui.model.people import Lead, Team
from coachtui.model.school_days import DayOff
from coachtui.model.step import Step
from coachtui.model.support import Support
from coachtui.model.timing import local_time
from coachtui.store.calendar import Calendar
from coachtui.store.cycles import Cycles
from coachtui.store.feedback import FeedbackShelf
from coachtui.store.file import NotebookFile
from coachtui.store.leads import Leads
from coachtui.store.observation_rows import ObservationRows
from coachtui.store.of_kinds import of_kinds
from coachtui.store.one_on_ones import OneOnOnes
from coachtui.store.rows import to_day
from coachtui.store.steps import Steps
from coachtui.store.supports import Supports
from coachtui.store.team_rows import TeamRows

LOOKED_AT = 20
"""Of so many of the newest observations the coded lines are gathered."""
SHOWN = 5
"""So many of them are named."""
_MOST_NOTES = 40

_SEEN = """
SELECT leads.id, o.anchor_utc_ms, o.zone FROM leads JOIN observations AS o
ON o.n = (SELECT n FROM observations WHERE lead = leads.id ORDER BY anchor_utc_ms DESC LIMIT 1)
"""
_LATEST = (
    "SELECT id, anchor_utc_ms, zone, framework FROM observations WHERE lead = ? ORDER BY anchor_utc_ms DESC LIMIT ?"
)
_COUNT = "SELECT count(*) FROM observations WHERE lead = ?"
_CODED = """
SELECT codes, speaker, text FROM lines
WHERE observation = ? AND kind = 'evidence' AND visibility <> 'mine' AND codes <> '[]' ORDER BY place
"""
_ITEMS = "SELECT count(*) FROM items WHERE lead = ? AND state = 'open' AND private = 0"
_ENTRIES = "SELECT count(*) FROM entries WHERE lead = ?"
_NEWEST_ENTRY = "SELECT day, title FROM entries WHERE lead = ? ORDER BY day DESC, n DESC LIMIT 1"
_SHARES = "SELECT count(*) FROM shares WHERE lead = ?"
_CLOSING = "SELECT strength, step_idea, question FROM closings WHERE observation = ? ORDER BY n LIMIT 1"
_THOUGHTS = """
SELECT kind, text FROM lines WHERE observation = ? AND kind IN ('wondering', 'judgment') ORDER BY place
"""


class Noted(NamedTuple):
    """One line of evidence: the day, who spoke, and what; and the id of the observation it stands in."""

    observation: str
    day: date
    speaker: str | None
    text: str


class Gathered(NamedTuple):
    """What was noted with one code: how many lines, in how many observations, the oldest line and the newest."""

    code: str
    lines: int
    observations: int
    oldest: Noted
    newest: Noted


class Thoughts(NamedTuple):
    """What is mine alone of one observation: the closing words, and the wonderings and judgments with their kinds."""

    observation: str
    day: date
    closing: Closing
    notes: list[tuple[str, str]]


class LeadPage(NamedTuple):
    """Everything that a lead's page shows."""

    lead: Lead
    teams: list[Team]
    cycle: Cycle | None
    cycles: int
    days_off: list[DayOff]
    steps: list[Step]
    feedback: list[OnMeeting]
    observations: list[Observation]
    observation_count: int
    observed: list[date]
    looked_at: int
    frameworks: list[str]
    gathered: list[Gathered]
    last_held: date | None
    next_planned: date | None
    items: int
    entries: int
    newest_entry: tuple[date, str] | None
    shares: int
    support: Support | None


class InBrief(NamedTuple):
    """A lead in the list of all; `steps` are the open ones, the one whose day comes first in front."""

    lead: Lead
    teams: list[str]
    cycle: Cycle | None
    steps: list[Step]
    last_seen: date | None


class LeadPages:
    """Reads what is shown of leads. Every method raises a NotebookError if the file can't be read."""

    def __init__(self, file: NotebookFile, leads: Leads, teams: TeamRows, cycles: Cycles, steps: Steps,
                 calendar: Calendar, one_on_ones: OneOnOnes, rows: ObservationRows, feedback: FeedbackShelf,
                 supports: Supports) -> None:  # fmt: skip
        self._file = file
        self._leads = leads
        self._teams = teams
        self._cycles = cycles
        self._steps = steps
        self._calendar = calendar
        self._one_on_ones = one_on_ones
        self._rows = rows
        self._supports = supports
        self._feedback = feedback

    def of(self, lead_id: str, today: date) -> LeadPage:
        """All that the page of a lead shows; nothing that is the coach's alone. Raises NotFound."""
        lead = self._leads.get(lead_id)
        latest = [of_kinds("tntT", row) for row in self._file.rows(_LATEST, (lead_id, LOOKED_AT))]
        newest = self._file.row(_NEWEST_ENTRY, (lead_id,))
        held, coming = self._one_on_ones.last_held(lead_id), self._one_on_ones.next_of(lead_id, today)
        cycle, days_off = self._cycles.current(lead_id), self._calendar.days_off()
        return LeadPage(
            lead,
            self._teams.led_by(lead_id),
            cycle,
            len(self._cycles.of(lead_id)),
            days_off,
            self._steps.open_of(lead_id),
            self._given(lead_id, None if cycle is None else cycle.starts_on, days_off),
            [self._rows.get(identity) for identity, *_ in latest[:SHOWN]],
            self._number(_COUNT, lead_id),
            [_day(utc_ms, zone) for _, utc_ms, zone, _ in latest],
            len(latest),
            list(dict.fromkeys(framework for *_, framework in latest if framework)),
            self._gathered([(identity, _day(utc_ms, zone)) for identity, utc_ms, zone, _ in latest]),
            None if held is None else held.day,
            None if coming is None else coming.day,
            self._number(_ITEMS, lead_id),
            self._number(_ENTRIES, lead_id),
            None if newest is None else (to_day(of_kinds("tt", newest)[0]), newest[1]),
            self._number(_SHARES, lead_id),
            self._supports.current(lead_id),
        )

    def thoughts(self, lead_id: str) -> list[Thoughts]:
        """What is mine alone of the newest observations of a lead, the newest first; nothing in confidence."""
        found: list[Thoughts] = []
        for row in self._file.rows(_LATEST, (lead_id, LOOKED_AT)):
            identity, utc_ms, zone, _ = of_kinds("tntT", row)
            words = self._file.row(_CLOSING, (identity,))
            closing = Closing() if words is None else Closing(*of_kinds("ttt", words))
            notes = [of_kinds("tt", note) for note in self._file.rows(_THOUGHTS, (identity,))]
            if any(closing) or notes:
                found.append(Thoughts(identity, _day(utc_ms, zone), closing, [(kind, text) for kind, text in notes]))
        return found[:_MOST_NOTES]

    def all(self) -> list[InBrief]:
        """Every lead who has not retired, by name, in brief."""
        cycles = {cycle.lead: cycle for cycle in self._cycles.all_open()}
        steps: dict[str, list[Step]] = {}
        for step in self._steps.all_open():
            steps.setdefault(step.lead, []).append(step)
        teams: dict[str, list[str]] = {}
        for team in self._teams.all():
            teams.setdefault(team.lead_id or "", []).append(team.name)
        seen = {row[0]: _day(*of_kinds("tnt", row)[1:]) for row in self._file.rows(_SEEN)}
        return [
            InBrief(
                lead,
                teams.get(lead.id, []),
                cycles.get(lead.id),
                sorted(steps.get(lead.id, []), key=_day_of),
                seen.get(lead.id),
            )
            for lead in self._leads.all()
        ]

    def _given(self, lead_id: str, since: date | None, days_off: list[DayOff]) -> list[OnMeeting]:
        """The feedback on the meetings of the cycle that goes on, the newest first; without one the newest of all."""
        found: list[OnMeeting] = []
        for each in reversed(self._feedback.of(lead_id)):
            meeting = self._rows.get(each.observation)
            if since is None or _day(meeting.anchor.utc_ms, meeting.zone) >= since:
                shared = each.shared_utc_ms
                found.append(
                    OnMeeting(each, meeting, None if shared is None else hours_taken(each, meeting, shared, days_off))
                )
        return found[:SHOWN]

    def _gathered(self, latest: list[tuple[str, date]]) -> list[Gathered]:
        """The coded lines of evidence of these observations, the newest of which stands first, code by code."""
        found: dict[str, Gathered] = {}
        for identity, day in reversed(latest):
            counted: set[str] = set()
            for row in self._file.rows(_CODED, (identity,)):
                codes, speaker, text = of_kinds("tTt", row)
                noted = Noted(identity, day, speaker, text)
                for code in _codes(codes):
                    was = found.get(code, Gathered(code, 0, 0, noted, noted))
                    more = was.observations + (code not in counted)
                    found[code] = Gathered(code, was.lines + 1, more, was.oldest, noted)
                    counted.add(code)
        return sorted(found.values(), key=lambda each: each.code.casefold())

    def _number(self, select: str, lead_id: str) -> int:
        row = self._file.row(select, (lead_id,))
        return 0 if row is None else int(of_kinds("n", row)[0])


def _day_of(step: Step) -> date:
    """When a step is to be tried; one without a day comes last."""
    return step.by_when or date.max


def _day(utc_ms: int, zone: str) -> date:
    return local_time(utc_ms, zone).date()


@lru_cache
def _codes(words: str) -> tuple[str, ...]:
    """The codes of a line; none where they can't be read."""
    try:
        codes: Any = json.loads(words)
    except ValueError:
        return ()
    return tuple(code for code in codes if isinstance(code, str)) if isinstance(codes, list) else ()
