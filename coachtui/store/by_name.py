"""Everything that one can go to by its name, read at once; bounded, however much is in the notebook."""

from datetime import date

from coachtui.model.landmark import Landmark
from coachtui.model.timing import local_time
from coachtui.store.file import NotebookFile, Row
from coachtui.store.of_kinds import of_kinds

MOST = 4000
"""So many of the newest observations, and of everything else, are named."""
_LEADS = "SELECT id, name, role, handle FROM leads ORDER BY retired_on IS NOT NULL, name LIMIT ?"
_TEAMS = "SELECT t.id, t.name, leads.name FROM teams AS t LEFT JOIN leads ON leads.id = t.lead ORDER BY t.name LIMIT ?"
_CYCLES = (
    "SELECT c.id, c.ref, leads.name, c.lead, c.goal, c.starts_on FROM cycles AS c LEFT JOIN leads ON leads.id = c.lead "
    "ORDER BY c.n DESC LIMIT ?"
)
_OBSERVATIONS = (
    "SELECT o.id, o.ref, teams.name, leads.name, o.lead, o.anchor_utc_ms, o.zone FROM observations AS o "
    "LEFT JOIN teams ON teams.id = o.team LEFT JOIN leads ON leads.id = o.lead ORDER BY o.anchor_utc_ms DESC LIMIT ?"
)
_FEEDBACK = (
    "SELECT f.id, f.ref, leads.name, f.lead, f.state, f.begun_utc_ms, o.zone FROM feedback AS f "
    "LEFT JOIN leads ON leads.id = f.lead LEFT JOIN observations AS o ON o.id = f.observation ORDER BY f.n DESC LIMIT ?"
)
_PLANS = (
    "SELECT c.id, leads.name, c.lead, c.with_whom, c.scenario, c.state, coalesce(c.day, c.begun_on) FROM conversations AS c "
    "LEFT JOIN leads ON leads.id = c.lead ORDER BY c.n DESC LIMIT ?"
)
_NOT_NAMED = "not named"


class ByName:
    """Reads what there is to go to. Raises a NotebookError."""

    def __init__(self, file: NotebookFile) -> None:
        self._file = file

    def all(self, most: int = MOST) -> list[Landmark]:
        """Leads and teams by name, then everything else, the newest first; of each kind at most so many."""
        makers = (
            (_LEADS, _lead), (_TEAMS, _team), (_OBSERVATIONS, _observation), (_CYCLES, _cycle), (_FEEDBACK, _feedback),
            (_PLANS, _plan),
        )  # fmt: skip
        return [make(row) for select, make in makers for row in self._file.rows(select, (most,))]


def _lead(row: Row) -> Landmark:
    identity, name, role, handle = of_kinds("tttt", row)
    return Landmark("lead", "leads", identity, identity, name, (role, handle))


def _team(row: Row) -> Landmark:
    identity, name, lead = of_kinds("ttT", row)
    return Landmark("team", "teams", identity, None, name, (lead or "",))


def _cycle(row: Row) -> Landmark:
    identity, ref, lead, lead_id, goal, starts_on = of_kinds("ttTttT", row)
    return Landmark("cycle", "cycles", identity, lead_id, lead or _NOT_NAMED, (goal, ref), _day(starts_on))


def _observation(row: Row) -> Landmark:
    identity, ref, team, lead, lead_id, began, zone = of_kinds("ttTTTmt", row)
    day = local_time(began, zone).date()
    return Landmark(
        "observation", "observations", identity, lead_id, team or lead or _NOT_NAMED, (lead or "", ref), day
    )


def _feedback(row: Row) -> Landmark:
    identity, ref, lead, lead_id, state, begun, zone = of_kinds("ttTttmT", row)
    day = local_time(begun, zone or "UTC").date()
    return Landmark("feedback", "feedback", identity, lead_id, lead or _NOT_NAMED, (state, ref), day, is_private=True)


def _plan(row: Row) -> Landmark:
    identity, lead, lead_id, whom, scenario, state, day = of_kinds("tTttttT", row)
    beside = (whom, scenario, state)
    return Landmark(
        "conversation", "conversations", identity, lead_id, lead or _NOT_NAMED, beside, _day(day), is_private=True
    )


def _day(text: str | None) -> date | None:
    """A day as it is kept; one that can't be read is left out, for it is only told."""
    try:
        return None if text is None else date.fromisoformat(text)
    except ValueError:
        return None
