"""How times, kinds and lines are told to a person, in the same words everywhere."""

from typing import TYPE_CHECKING

from coachtui.model.line import Kind
from coachtui.model.timing import clock_text
from coachtui.model.told import (
    COVERED,
    NO_TIME,
    count_text,
    day_text,
    gap_words,
    reading_parts,
    segment_text,
    short_name,
)
from coachtui.tui.widgets.timeline_row import ACCOUNT, GAP, Row
from coachtui.wording import _

if TYPE_CHECKING:
    from coachtui.model.account import Account
    from coachtui.model.grammar import Reading
    from coachtui.model.line import Line
    from coachtui.model.moment import Moment
    from coachtui.model.observation import Gap, Observation
    from coachtui.model.whole import Whole
    from coachtui.store.history import Was

__all__ = [
    "COVERED",
    "NO_TIME",
    "account_row",
    "count_text",
    "day_text",
    "gap_row",
    "history_text",
    "reading_text",
    "row_of",
    "rows_of",
    "segment_text",
    "short_name",
]


def row_of(line: "Line", observation_start_ms: int, zone: str, *, is_open: bool = True) -> Row:
    """A line as the timeline shows it; `observation_start_ms` is its anchor's wall clock in ms since 1970 UTC.

    Where others may look on, `is_open` is False: of a judgment only that there is one is shown then.
    """
    about = "~" if line.about else ""
    time = NO_TIME if line.at_ms is None else about + clock_text(observation_start_ms + line.at_ms, zone)
    covered = line.kind is Kind.JUDGMENT and not is_open
    text = COVERED if covered else line.text
    return Row(line.id, time, line.kind.value, short_name(line.speaker), text, line.codes, line.starred, line.minutes)


def gap_row(gap: "Gap", observation_start_ms: int, zone: str) -> Row:
    """A stretch in which nothing was written, or a clock that was set, as the timeline shows it."""
    start = clock_text(observation_start_ms + gap.from_ms, zone)
    words = gap_words(gap, observation_start_ms, zone)
    return Row(f"gap-{gap.reason}-{gap.from_ms}-{gap.to_ms}", start, GAP, None, words)


def account_row(account: "Account") -> Row:
    """What the lead says of a line, beside it."""
    return Row(f"account-{account.id}", "", ACCOUNT, None, _("The lead: {words}").format(words=account.words))


def rows_of(whole: "Whole", *, is_open: bool = True) -> list[Row]:
    """All of an observation: the lines in the order of entry, accounts beside theirs, each gap where it happened."""
    start, zone = whole.observation.anchor.utc_ms, whole.observation.zone
    waiting = sorted(whole.gaps, key=lambda gap: gap.from_ms)
    beside: dict[str, list[Row]] = {}
    for account in whole.accounts:
        beside.setdefault(account.line, []).append(account_row(account))
    rows: list[Row] = []
    for line in whole.lines:
        while waiting and line.provenance == "live" and line.at_ms is not None and line.at_ms >= waiting[0].to_ms:
            rows.append(gap_row(waiting.pop(0), start, zone))
        rows.append(row_of(line, start, zone, is_open=is_open))
        rows.extend(beside.get(line.id, ()))
    rows.extend(gap_row(gap, start, zone) for gap in waiting)
    return rows


def history_text(history: "list[Was]", observation: "Observation") -> str:
    """What a line was, a row for each change, the newest last; only the newest of very many."""
    rows: list[str] = []
    for was in history[-6:]:
        time = clock_text(was.at_utc_ms, observation.zone)
        words = "" if was.line is None else f": {_in_brief(was.line)}"
        rows.append(f"{time}  {was.what}{words}")
    return "\n".join(rows) or _("Nothing was changed.")


def _in_brief(line: "Line") -> str:
    if line.kind is Kind.IN_CONFIDENCE:
        return "in confidence"
    return f"{line.speaker}: {line.text}" if line.speaker else line.text


def reading_text(reading: "Reading", first_key: "Moment", zone: str) -> str:
    """How a typed line will be filed, in one faint line: "10:39 · Maria · evidence · TM3"."""
    return " · ".join(reading_parts(reading, first_key, zone))
