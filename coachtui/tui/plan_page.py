"""The page of a plan: what is read for it, and its rows."""

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from coachtui.model.advice import Advice
from coachtui.model.conversation import Conversation, PlanRow
from coachtui.model.conversation_checks import PlanFacts, check_conversation
from coachtui.model.dates import say_date
from coachtui.model.day_words import minute_words
from coachtui.model.hints import Lexicon
from coachtui.model.people import Lead
from coachtui.model.plan_part import PlannedPart
from coachtui.model.rehearsal import Rehearsal, told_role
from coachtui.model.scenario import Scenario, Structure, parts_of_plan
from coachtui.model.support import RUNGS, Support
from coachtui.tui.widgets.sheet import SheetRow, heading
from coachtui.wording import _, _c, _t, counted

NOBODY = _("not said yet")
_AS_ABOVE = " "
"""The label of a row that belongs to the one above: its words stand below those."""
MOST_ADVICE = 3
"""How much advice stands on the page at once."""


class Library(NamedTuple):
    """The scenarios and structures there are, by their ids."""

    scenarios: dict[str, Scenario]
    structures: dict[str, Structure]


class PlanPage(NamedTuple):
    """A plan with all that is written in it; `lead_name` is the lead's, `support` what was asked for, if it came of that."""

    plan: Conversation
    lead_name: str
    rows: tuple[PlanRow, ...]
    rehearsals: tuple[Rehearsal, ...]
    support: Support | None
    parts: tuple[PlannedPart, ...]
    scenario: Scenario | None = None
    structure: Structure | None = None
    put_aside: frozenset[tuple[str, str]] = frozenset()
    handle: str = ""
    left: str = ""

    def advice(self, today: date, lexicon: Lexicon | None) -> list[Advice]:
        """What is worth a thought."""
        rung = None if self.support is None else self.support.agreed
        facts = PlanFacts(today, self.lead_name, self.handle, self.left, lexicon, self.scenario, len(self.rehearsals), rung,
                          put_aside=self.put_aside)  # fmt: skip
        return check_conversation(self.plan, self.rows, facts)

    @property
    def first_name(self) -> str:
        """What the lead is called on the page."""
        return next(iter(self.lead_name.split()), _("the lead"))

    @property
    def was_held(self) -> bool:
        """Whether it is over, so that what came of it is written."""
        return self.plan.state in ("held", "followed up")

    def row(self, identity: str) -> PlanRow | None:
        """The row with this id."""
        return next((row for row in self.rows if row.id == identity), None)

    def of_part(self, part: str) -> list[PlanRow]:
        """The rows of a part."""
        return [row for row in self.rows if row.part == part]


def read_plan_page(notebook: Any, ref: str, library: Library) -> PlanPage:
    """Read a plan; runs on the scribe's thread. What was half-typed together is taken up first."""
    plan: Conversation = notebook.conversations.get(ref)
    notebook.together.take_up(plan.id)
    leads = {lead.id: lead for lead in (*notebook.leads.all(), *notebook.leads.retired())}
    lead: Lead | None = leads.get(plan.lead)
    supports = [each for each in notebook.supports.of(plan.lead) if each.conversation == plan.id]
    scenario, structure = library.scenarios.get(plan.scenario), library.structures.get(plan.structure)
    return PlanPage(
        plan,
        lead.name if lead else _("a lead who left"),
        tuple(notebook.conversations.rows_of(plan.id)),
        tuple(notebook.conversations.rehearsals_of(plan.id)),
        supports[-1] if supports else None,
        parts_of_plan(scenario, structure),
        scenario,
        structure,
        frozenset((each.rule, each.words) for each in notebook.conversations.not_here_of(plan.id)),
        lead.handle if lead else "",
        lead.name if lead is not None and lead.is_retired else "",
    )


def plan_rows(page: PlanPage, advice: list[Advice], today: date) -> Iterator[SheetRow]:
    """The rows of the page: where it stands, what is worth a thought, what it is, then part by part."""
    yield SheetRow("state", _("State"), _state(page, today))
    for place, each in enumerate(advice[:MOST_ADVICE]):
        more = len(advice) - MOST_ADVICE
        right = _("{more} more").format(more=more) if place == MOST_ADVICE - 1 and more > 0 else ""
        yield SheetRow(f"advice:{place}", _AS_ABOVE if place else _("Advice"), f"· {each.words}", right)
    yield from _about(page, today)
    if page.was_held:
        yield heading(_("What came of it"))
        yield from _of_parts(page, today, is_after=True)
    yield heading(_("The plan"), _("only mine, unless it says whose"))
    yield from _of_parts(page, today, is_after=False)
    if page.rehearsals:
        yield heading(_("Rehearsed"), counted(len(page.rehearsals), "{n} time", "{n} times"))
        yield from map(_rehearsed, page.rehearsals)


def _state(page: PlanPage, today: date) -> str:
    plan = page.plan
    if plan.state == "set aside":
        return _("Set aside. {set_aside_because}").format(set_aside_because=plan.set_aside_because).strip()
    if plan.state == "held" and plan.held_on is not None:
        return _("Held {day}.").format(day=say_date(plan.held_on, today))
    if plan.state == "followed up" and plan.followed_on is not None:
        return _("Followed up {day}.").format(day=say_date(plan.followed_on, today))
    return f"{_t(plan.state).capitalize()}."


def _about(page: PlanPage, today: date) -> Iterator[SheetRow]:
    plan = page.plan
    holder = _("{first_name} holds it").format(first_name=page.first_name) if plan.held_by == "lead" else _("I hold it")
    yield SheetRow("held_by", _("Whose"), holder)
    with_whom = plan.with_whom or NOBODY
    yield SheetRow("with_whom", _("With"), with_whom, is_faint=not plan.with_whom)
    scenario = page.scenario.title if page.scenario else plan.scenario or _("no scenario; the usual parts")
    guards = [*page.scenario.first, *page.scenario.keep] if page.scenario and not page.was_held else []
    yield SheetRow(
        "scenario", _("Scenario"), "\n".join([scenario, *(f"· {each}" for each in guards)]), is_faint=not plan.scenario
    )
    structure = page.structure.title if page.structure else plan.structure or _("none chosen")
    yield SheetRow("structure", _("Structure"), structure, is_faint=not plan.structure)
    time = "" if plan.minute is None else f" {minute_words(plan.minute)}"
    yield SheetRow(
        "day", _("When"), f"{say_date(plan.day, today)}{time}" if plan.day else _("no day yet"), is_faint=not plan.day
    )
    follow_up = say_date(plan.follow_up_on, today) if plan.follow_up_on else _("no day yet")
    yield SheetRow("follow_up_on", _("Follow-up"), follow_up, is_faint=not plan.follow_up_on)
    if page.support is not None:
        agreed = page.support.agreed
        yield SheetRow("", _("Support"), RUNGS[agreed] if agreed is not None else _("asked for, nothing agreed yet"))


def _rehearsed(run: Rehearsal) -> SheetRow:
    minutes, seconds = divmod(run.seconds, 60)
    role = f" · {told_role(run.role)}" if run.role else ""
    return SheetRow("", f"{minutes}:{seconds:02d}", f"{run.note or _('nothing noted')}{role}")


def _of_parts(page: PlanPage, today: date, *, is_after: bool) -> Iterator[SheetRow]:
    for part in page.parts:
        if part.is_after == is_after:
            yield from _of_part(page, part, today)


def _of_part(page: PlanPage, part: PlannedPart, today: date) -> Iterator[SheetRow]:
    rows = page.of_part(part.id)
    if not rows:
        yield SheetRow(f"part:{part.id}", part.label, part.ask, is_faint=True)
    for place, row in enumerate(rows):
        day = f"{say_date(row.day, today)}: " if row.day else ""
        yield SheetRow(f"row:{row.id}", _AS_ABOVE if place else part.label, f"{day}{row.words}", _whose(page, row))


def _whose(page: PlanPage, row: PlanRow) -> str:
    if row.is_private:
        return _("only mine")
    return page.first_name if row.whose == "lead" else _c("whose words", "both")
