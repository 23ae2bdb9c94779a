"""Plans of difficult conversations on the command line: a list, facts, and one plan in plain text."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from coachtui.commandline.call import Refused
from coachtui.commandline.facts import iso
from coachtui.commandline.lead_text import support_facts
from coachtui.model.conversation import Conversation, PlanRow
from coachtui.model.dates import say_date
from coachtui.model.day_words import minute_words
from coachtui.model.plan_part import USUAL_PARTS
from coachtui.model.rehearsal import Rehearsal, told_role
from coachtui.model.support import Support
from coachtui.wording import _, _t, counted

if TYPE_CHECKING:
    from coachtui.store.notebook import Notebook

Listed = tuple[list[dict[str, Any]], list[list[str]]]
_GONE = _("a lead who left")


class _Told(NamedTuple):
    """A plan with what is told of it: `rows` are those that may be shown, `hidden` counts the others."""

    plan: Conversation
    lead: str | None
    rows: Sequence[PlanRow]
    hidden: int
    rehearsals: Sequence[Rehearsal]
    support: Support | None
    steps: dict[str, str]


def conversations_list(notebook: "Notebook", today: date) -> Listed:
    """Every plan: its facts, and its row; nothing of what is written in it."""
    names, found = _names(notebook), notebook.conversations.all()
    rows = [
        [
            each.ref,
            names.get(each.lead, _GONE),
            _t(each.state),
            _when(each, today),
            _("the lead holds it") if each.held_by == "lead" else _("you hold it"),
            _("with {with_whom}").format(with_whom=each.with_whom) if each.with_whom else "",
        ]
        for each in found
    ]
    return [conversation_facts(each, names) for each in found], rows


def conversation_told(
    notebook: "Notebook", ref: str, today: date, *, with_private: bool
) -> tuple[dict[str, Any], str] | None:
    """One plan as facts and in plain text, or None where that is none. Of private rows only how many were left out.

    Raises Refused where more than one may be meant.
    """
    words = ref.strip().lower()
    fits = [each for each in notebook.conversations.all() if words and each.ref.startswith(words)]
    found = [each for each in fits if each.ref == words] or fits
    if len(found) > 1:
        raise Refused(
            _("'{ref}' may mean {refs}. Type a little more of it.").format(
                ref=ref, refs=", ".join(each.ref for each in found[:5])
            )
        )
    if not found or not words.startswith("p"):
        return None
    told = _read(notebook, found[0], with_private=with_private)
    facts = {**conversation_facts(told.plan, _names(notebook)), **_more_facts(told, with_private=with_private)}
    return facts, "\n".join(_lines(told, today, with_private=with_private))


def conversation_facts(plan: Conversation, names: dict[str, str]) -> dict[str, Any]:
    """One row of `list conversations`."""
    return {
        "ref": plan.ref,
        "lead": names.get(plan.lead),
        "held_by": plan.held_by,
        "with_whom": plan.with_whom or None,
        "scenario": plan.scenario or None,
        "state": plan.state,
        "day": _day(plan.day),
        "time": None if plan.minute is None else minute_words(plan.minute),
        "held": _day(plan.held_on),
        "follow_up": _day(plan.follow_up_on),
        "followed_up": _day(plan.followed_on),
    }


def _read(notebook: "Notebook", plan: Conversation, *, with_private: bool) -> _Told:
    rows = notebook.conversations.rows_of(plan.id)
    shown = [row for row in rows if with_private or not row.is_private]
    steps = {step.id: step.ref for step in notebook.steps.of(plan.lead)}
    support = notebook.supports.for_conversation(plan.id)
    return _Told(plan, _names(notebook).get(plan.lead), shown, sum(row.is_private for row in rows),
                 notebook.conversations.rehearsals_of(plan.id), support, steps)  # fmt: skip


def _more_facts(told: _Told, *, with_private: bool) -> dict[str, Any]:
    """What `show` tells of a plan beside that."""
    return {
        "structure": told.plan.structure or None,
        "set_aside_because": told.plan.set_aside_because or None,
        "rows": [
            {"part": row.part, "place": row.place, "whose": row.whose, "private": row.is_private, "words": row.words,
             "day": _day(row.day), "step": told.steps.get(row.source or "")}
            for row in told.rows
        ],
        "private_rows": told.hidden,
        "rehearsals": [
            {"at": iso(each.at_utc_ms, "UTC"), "seconds": each.seconds, "role": each.role or None,
             "note": each.note if with_private else None}
            for each in told.rehearsals
        ],
        "support": None if told.support is None else support_facts(told.support),
    }  # fmt: skip


def _lines(told: _Told, today: date, *, with_private: bool) -> Iterator[str]:
    plan = told.plan
    yield _("Conversation {ref}, planned with {lead}: {state}, {when}").format(
        ref=plan.ref, lead=told.lead or _GONE, state=_t(plan.state), when=_when(plan, today)
    )
    holder = _("The lead holds it") if plan.held_by == "lead" else _("You hold it")
    yield holder + (_(", with {with_whom}").format(with_whom=plan.with_whom) if plan.with_whom else "")
    if plan.set_aside_because:
        yield _("Set aside because: {set_aside_because}").format(set_aside_because=plan.set_aside_because)
    if plan.follow_up_on is not None:
        yield _("Looked at again: {day}").format(day=say_date(plan.follow_up_on, today))
    for part in USUAL_PARTS:
        for row in told.rows:
            if row.part == part.id:
                yield f"{part.label}{'' if part.label.endswith('?') else ':'} {_row_words(row, told.steps, today)}"
    for each in told.rehearsals:
        note = f": {each.note}" if with_private and each.note else ""
        yield _("Rehearsed, {how}").format(how=_rehearsal_text(each)) + note
    if told.hidden and not with_private:
        yield _("\n{number} left out; --private shows them.").format(
            number=counted(told.hidden, "{n} private row", "{n} private rows")
        )


def _rehearsal_text(run: Rehearsal) -> str:
    """How long it took, and who played whom."""
    took = f"{run.seconds // 60}:{run.seconds % 60:02d}"
    return f"{took}, {told_role(run.role)}" if run.role else took


def _row_words(row: PlanRow, steps: dict[str, str], today: date) -> str:
    marks = [_("private")] if row.is_private else []
    marks += [_("step {step}").format(step=steps[row.source])] if row.source in steps else []
    if row.part == "commitments" and row.day is not None:
        marks = [_("by {day}").format(day=say_date(row.day, today)), *marks]
    day = "" if row.day is None or row.part == "commitments" else f"{say_date(row.day, today)}: "
    return f"{day}{row.words}" + (f" ({', '.join(marks)})" if marks else "")


def _when(plan: Conversation, today: date) -> str:
    if plan.held_on is not None:
        return say_date(plan.held_on, today)
    if plan.day is None:
        return _("no day yet")
    time = "" if plan.minute is None else f" {minute_words(plan.minute)}"
    return f"{say_date(plan.day, today)}{time}"


def _names(notebook: "Notebook") -> dict[str, str]:
    return {lead.id: lead.name for lead in notebook.people.leads()}


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
