"""What the 1:1 room shows: read in one go on the scribe's thread, told as rows."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from coachtui.model.dates import say_date
from coachtui.model.day_words import day_words
from coachtui.model.item import Item
from coachtui.model.one_on_one_plan import PlannedSegment, laid_out, minutes_of
from coachtui.store.errors import NotFound
from coachtui.tui.widgets.sheet import SheetRow, heading
from coachtui.wording import _, counted

if TYPE_CHECKING:
    from coachtui.model.cycle import Cycle
    from coachtui.model.one_on_one import Decision, OneOnOne, Segment, Series
    from coachtui.model.people import Lead
    from coachtui.model.step import Step

PRIVATE = "private"
"""The key of the row that stands for private items while others may look on."""
_MARKS = {"discussed": _("discussed"), "carried": _("to carry"), "parked": _("parked"), "dropped": _("dropped")}
_ENDED_MARKS = _MARKS | {"carried": _("carried on")}
_FIRST_EARLIER = 12


@dataclass(frozen=True, slots=True)
class Sitting:
    """A lead and a 1:1 with everything on it; `one` is None where nothing is planned."""

    lead: "Lead"
    today: date
    one: "OneOnOne | None"
    series: "Series | None"
    items: Sequence[Item]
    parked: Sequence[Item]
    decisions: "Sequence[Decision]"
    segments: "Sequence[Segment]"
    earlier: "Sequence[tuple[OneOnOne, int]]"
    cycle: "Cycle | None"
    steps: "Sequence[Step]"

    @property
    def is_over(self) -> bool:
        """Whether it was held, or skipped: it is only read then."""
        return self.one is not None and self.one.state in ("held", "skipped")

    @property
    def begun(self) -> "OneOnOne | None":
        """The 1:1, if it goes on."""
        return self.one if self.one is not None and self.one.state == "begun" else None

    def item(self, key: str) -> Item | None:
        """The item whose row has this key, on the agenda or in the parking lot."""
        return next((item for item in (*self.items, *self.parked) if f"item:{item.id}" == key), None)


def read_sitting(notebook: Any, ref: str, today: date) -> Sitting:
    """The 1:1 with this reference, or the one that comes next with the lead who has this id. Raises a NotebookError."""
    leads = {lead.id: lead for lead in notebook.people.leads()}
    shelf = notebook.one_on_ones
    one = shelf.next_of(ref, today) if ref in leads else shelf.get(ref, today)
    lead = leads.get(ref if one is None else one.lead)
    if lead is None:
        raise NotFound(_("That lead is no longer in the notebook. Nothing was changed."))
    kept = [each for each in reversed(shelf.of(lead.id)) if _is_earlier(each, today)][:_FIRST_EARLIER]
    return Sitting(
        lead,
        today,
        one,
        shelf.series_of(lead.id),
        shelf.items_waiting(lead.id, lead.role, today) if one is None else shelf.items_on(one, lead.role, today),
        [item for item in notebook.items.parked(lead.id) if one is None or item.one_on_one != one.id],
        [] if one is None else shelf.decisions_of(one.id),
        [] if one is None else shelf.segments_of(one.id),
        [(each, len(shelf.decisions_of(each.id))) for each in kept],
        notebook.cycles.current(lead.id),
        notebook.steps.open_of(lead.id),
    )


def _is_earlier(one: "OneOnOne", today: date) -> bool:
    """Whether a 1:1 is over, or its day is past and nobody said what came of it."""
    return one.state in ("held", "skipped") or (one.state == "planned" and one.day < today)


def goal_text(sitting: Sitting) -> str:
    """The goal of the lead's cycle, and its day."""
    cycle = sitting.cycle
    if cycle is None or not cycle.goal:
        return _("no goal yet")
    number, last = cycle.day_number(sitting.today), cycle.last_day
    days = "" if last is None or cycle.starts_on is None else _(" of {n}").format(n=(last - cycle.starts_on).days + 1)
    return (
        cycle.goal
        if number is None
        else _("day {number}{days} · {goal}").format(number=number, days=days, goal=cycle.goal)
    )


def step_text(sitting: Sitting) -> str:
    """The open step, and its day."""
    if not sitting.steps:
        return _("no open step")
    step = sitting.steps[-1]
    by_when = "" if step.by_when is None else _("by {day} · ").format(day=day_words(step.by_when))
    return f"{by_when}{step.words}"


def rows_of(sitting: Sitting, plan: Sequence[PlannedSegment], now_ms: int, *, shows_private: bool) -> list[SheetRow]:
    """The whole sheet. Of private items only how many there are, unless they are to be shown."""
    parts = (
        _first_rows(sitting),
        _agenda_rows(sitting, plan, now_ms, shows_private),
        _parked_rows(sitting, shows_private),
        _earlier_rows(sitting),
    )
    return [row for part in parts for row in part]


def _first_rows(sitting: Sitting) -> Iterator[SheetRow]:
    if sitting.one is None:
        yield heading(_("No 1:1 is planned"))
        yield SheetRow("series", "", _("Press s to set when you two meet, as in: weekly Tue 9:15 30"), is_faint=True)
        yield SheetRow("besides", "", _("or o to plan a single one. Items can be put down already."), is_faint=True)
    elif sitting.one.state == "skipped":
        yield heading(_("This 1:1 was not held"))
        yield SheetRow("", "", sitting.one.skipped_because or _("no reason noted"), is_faint=True)


def _agenda_rows(sitting: Sitting, plan: Sequence[PlannedSegment], now_ms: int, shows: bool) -> Iterator[SheetRow]:
    one, ended = sitting.one, sitting.is_over
    if one is not None and one.state == "skipped":
        return
    end_ms = now_ms if one is None or one.ended_utc_ms is None else one.ended_utc_ms
    present = sitting.segments[-1].title if sitting.segments and not ended else None
    hidden = [item for item in sitting.items if item.private and not shows]
    for segment, items in laid_out(plan, sitting.items):
        decides = "decisions" in segment.parts
        decisions = sitting.decisions if decides else ()
        took = minutes_of(segment.title, sitting.segments, end_ms)
        if ended and took is None and not items and not decides:
            continue
        yield heading(segment.title, _minutes_text(segment, took, is_present=segment.title == present))
        if segment.title == present and segment.ask:
            yield SheetRow(f"segment:{segment.title}", segment.ask, is_faint=True)
        yield from item_rows(sitting, [item for item in items if item not in hidden])
        if hidden and any(item in hidden for item in items):
            yield _private_row([item for item in items if item in hidden])
        yield from (SheetRow(f"decision:{each.id}", "", each.words, _("decided")) for each in decisions)
        if decides and one is not None and one.no_decision:
            yield SheetRow("", "", _("No decision."), is_faint=True)


def item_rows(sitting: Sitting, items: Iterable[Item]) -> Iterator[SheetRow]:
    """Items: whose each is, its words and where it was carried from, and what became of it."""
    marks = _ENDED_MARKS if sitting.is_over else _MARKS
    first_name = next(iter(sitting.lead.name.split()), sitting.lead.name)
    for item in items:
        who = {"lead": first_name, "me": _("me")}.get(item.author, "")
        words = f"{item.words} · {item.origin}" if item.origin else item.words
        right = [marks.get(item.state, ""), _("private") if item.private else ""]
        yield SheetRow(f"item:{item.id}", who, words, " · ".join(each for each in right if each))


def _private_row(items: Sequence[Item]) -> SheetRow:
    return SheetRow(
        PRIVATE,
        "",
        _("{number} · v shows").format(number=counted(len(items), "{n} private item", "{n} private items")),
        is_faint=True,
    )


def _parked_rows(sitting: Sitting, shows: bool) -> Iterator[SheetRow]:
    if not sitting.parked or sitting.is_over:
        return
    hidden = [item for item in sitting.parked if item.private and not shows]
    yield heading(_("Parking lot"), _("k takes one up again"))
    yield from item_rows(sitting, [item._replace(state="open") for item in sitting.parked if item not in hidden])
    if hidden:
        yield _private_row(hidden)._replace(key="private:parked")


def _earlier_rows(sitting: Sitting) -> Iterator[SheetRow]:
    earlier = [each for each in sitting.earlier if sitting.one is None or each[0].id != sitting.one.id]
    if not earlier:
        return
    yield heading(_("Earlier 1:1s"))
    for one, decisions in earlier:
        if one.state == "planned":
            words = _("was planned; nothing is noted")
        elif one.state == "skipped":
            words = _("not held: {skipped_because}").format(skipped_because=one.skipped_because or _("no reason noted"))
        else:
            words = _("no decision") if one.no_decision else counted(decisions, "{n} decision", "{n} decisions")
        yield SheetRow(f"meeting:{one.ref}", say_date(one.day, sitting.today), words, one.ref)


def _minutes_text(segment: PlannedSegment, took: int | None, *, is_present: bool) -> str:
    """Minutes so far against planned ones, quietly: 4 of 6 min."""
    if took is None:
        return _("{minutes} min").format(minutes=segment.minutes)
    over = took - segment.minutes
    whole = _("{took} of {minutes} min, {over} over") if over > 0 else _("{took} of {minutes} min")
    return whole.format(took=took, minutes=segment.minutes, over=over) + (_(" · now") if is_present else "")
