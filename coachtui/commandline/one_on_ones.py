"""1:1s and deadlines on the command line: lists, facts, and one 1:1 in plain text."""

from datetime import date
from typing import TYPE_CHECKING, Any

from coachtui.commandline.refs import meant_of
from coachtui.model.dates import say_date
from coachtui.model.day_words import minute_words
from coachtui.model.deadline import Deadline, left_words
from coachtui.model.item import Item
from coachtui.model.one_on_one import Decision, OneOnOne
from coachtui.model.one_on_one_summary import summary
from coachtui.wording import _, _t, counted

if TYPE_CHECKING:
    from coachtui.store.notebook import Notebook

Listed = tuple[list[dict[str, Any]], list[list[str]]]
_STATES = {"begun": _("goes on"), "skipped": _("not held")}


def one_on_ones_list(notebook: "Notebook", today: date) -> Listed:
    """Every 1:1 that is kept or comes next, the latest day first: facts and rows."""
    kept = notebook.one_on_ones.all()
    known = {one.id for one in kept}
    coming = [one for one in notebook.one_on_ones.all_next(today) if one.id not in known]
    found = sorted([*kept, *coming], key=lambda one: (one.day, one.minute or 0), reverse=True)
    names = {lead.id: lead.name for lead in notebook.people.leads()}
    decided = {one.id: len(notebook.one_on_ones.decisions_of(one.id)) for one in kept}
    facts = [{**heading_facts(one, names), "decisions": decided.get(one.id, 0)} for one in found]
    rows = [
        [
            one.ref,
            _when(one, today),
            _STATES.get(one.state, _t(one.state)),
            counted(decided.get(one.id, 0), "{n} decision", "{n} decisions"),
            names.get(one.lead, ""),
        ]
        for one in found
    ]
    return facts, rows


def deadlines_list(notebook: "Notebook", today: date) -> Listed:
    """Every deadline, the first day first: facts and rows."""
    found = notebook.deadlines.all()
    return [deadline_facts(each) for each in found], [_deadline_row(each, today) for each in found]


def heading_facts(one: OneOnOne, names: dict[str, str]) -> dict[str, Any]:
    """What every telling of a 1:1 begins with."""
    return {
        "ref": one.ref,
        "lead": names.get(one.lead),
        "day": one.day.isoformat(),
        "time": None if one.minute is None else minute_words(one.minute),
        "minutes": one.minutes,
        "state": one.state,
    }


def deadline_facts(each: Deadline) -> dict[str, Any]:
    """One deadline; `role` null is everyone's, `done` null is not done."""
    return {
        "label": each.label,
        "day": each.day.isoformat(),
        "role": each.role,
        "remind_days": each.remind_days,
        "done": None if each.done_on is None else each.done_on.isoformat(),
    }


def one_on_one_told(
    notebook: "Notebook", ref: str, today: date, *, with_private: bool
) -> tuple[dict[str, Any], str] | None:
    """One 1:1 as facts and in plain text, or None where that is no 1:1. Of private items only how many were left out.

    Raises Refused where more than one may be meant.
    """
    one = _called(notebook, ref, today)
    if one is None:
        return None
    leads = {lead.id: lead for lead in notebook.people.leads()}
    lead = leads.get(one.lead)
    items = notebook.one_on_ones.items_on(one, lead.role if lead else None, today)
    decisions = notebook.one_on_ones.decisions_of(one.id)
    name = lead.name if lead else _("someone")
    words = summary(name, one, items, decisions, today, with_private=with_private)
    hidden = sum(item.private for item in items)
    if hidden and not with_private:
        words += _("\n\n{number} left out; --private shows them.").format(
            number=counted(hidden, "{n} private item", "{n} private items")
        )
    facts = {
        **heading_facts(one, {each.id: each.name for each in leads.values()}),
        "skipped_because": one.skipped_because or None,
        "items": [_item_facts(item) for item in items if with_private or not item.private],
        "private_items": hidden,
        "decisions": [_decision_facts(each) for each in decisions],
        "no_decision": one.no_decision,
    }
    return facts, words


def _called(notebook: "Notebook", ref: str, today: date) -> OneOnOne | None:
    """The 1:1 with this reference, or the only one that begins so."""
    if ref.strip()[:1].lower() != "m":
        return None
    known = [one.ref for one in (*notebook.one_on_ones.all(), *notebook.one_on_ones.all_next(today))]
    meant = meant_of(ref, dict.fromkeys(known))
    return None if meant is None else notebook.one_on_ones.find(meant, today)


def _item_facts(item: Item) -> dict[str, Any]:
    return {
        "author": "agenda" if item.author == "built" else item.author,
        "words": item.words,
        "state": item.state,
        "carried_from": None if item.carried_from is None else item.carried_from.isoformat(),
        "private": item.private,
    }


def _decision_facts(decision: Decision) -> dict[str, Any]:
    return {
        "who": decision.who or None,
        "what": decision.what,
        "by_when": None if decision.by_when is None else decision.by_when.isoformat(),
    }


def _when(one: OneOnOne, today: date) -> str:
    time = "" if one.minute is None else f"  {minute_words(one.minute)}"
    return f"{say_date(one.day, today)}{time}"


def _deadline_row(each: Deadline, today: date) -> list[str]:
    left = (
        left_words(each.days_left(today))
        if each.done_on is None
        else _("done {day}").format(day=say_date(each.done_on, today))
    )
    return [say_date(each.day, today), left, _t(each.role or "") or _("all"), each.label]
