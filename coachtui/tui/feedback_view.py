"""What the Feedback room shows: the feedback with all that belongs to it, and the lines it is drafted from."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from coachtui.model.evidence import EvidenceLine
from coachtui.model.timing import clock_text
from coachtui.tui.telling import NO_TIME, short_name
from coachtui.tui.widgets.evidence_row import CitedRow, EvidenceRow
from coachtui.tui.widgets.timeline_row import ACCOUNT
from coachtui.wording import _

if TYPE_CHECKING:
    from coachtui.model.account import Account
    from coachtui.model.line import Line
    from coachtui.model.observation import Observation
    from coachtui.model.whole import Whole

_SCREENFUL = 80


def first_of(notebook: Any, observation: "Observation") -> "Whole":
    """The lines of a meeting that are looked at first, a screenful; runs on the scribe's thread."""
    from coachtui.model.whole import Whole

    lines = notebook.lines.first_of(observation.id, _SCREENFUL)
    return Whole(observation, lines, [], None, accounts=notebook.accounts.of(observation.id))


def line_time(line: "Line", observation: "Observation") -> str:
    """The time of a line on the wall; nothing where nobody knows it."""
    return "" if line.at_ms is None else clock_text(observation.anchor.utc_ms + line.at_ms, observation.zone)


def row_of(line: "Line", observation: "Observation", cited: frozenset[str]) -> EvidenceRow:
    """A line as the evidence shows it; `cited` are the ids of the lines that the draft stands on."""
    about = "~" if line.about else ""
    time = about + line_time(line, observation) if line.at_ms is not None else NO_TIME
    make = CitedRow if line.id in cited else EvidenceRow
    return make(line.id, time, line.kind.value, short_name(line.speaker), line.text, line.codes, line.starred)


def rows_of(evidence: Sequence[EvidenceLine], whole: "Whole", cited: frozenset[str]) -> list[EvidenceRow]:
    """These lines as rows, what the lead says of a line below it."""
    beside: dict[str, list[Account]] = {}
    for account in whole.accounts:
        beside.setdefault(account.line, []).append(account)
    rows: list[EvidenceRow] = []
    for each in evidence:
        rows.append(row_of(each.line, whole.observation, cited))
        for account in beside.get(each.line.id, ()):
            words = _("The lead: {words}").format(words=account.words)
            rows.append(EvidenceRow(f"account-{account.id}", "", ACCOUNT, None, words))
    return rows
