"""A lead's page in plain text, and as facts for scripts."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from coachtui.commandline.facts import lead_facts
from coachtui.model.dates import say_date
from coachtui.model.lead_words import ago, cycle_in_brief, step_in_brief
from coachtui.model.support import Support, support_in_brief
from coachtui.model.timing import clock_text, local_time
from coachtui.store.lead_page import Gathered, LeadPage, Noted
from coachtui.wording import _, _t, counted


def lead_text(page: LeadPage, today: date) -> str:
    """The page as text; of what is mine alone it holds nothing."""
    return "\n".join(_rows(page, today))


def _rows(page: LeadPage, today: date) -> Iterator[str]:
    lead = page.lead
    yield f"{lead.name}, {_t(lead.role)}" + (
        _(" (typed as {handle}:)").format(handle=lead.handle) if lead.handle else ""
    )
    if lead.retired_on is not None:
        yield _("Retired: {day}").format(day=say_date(lead.retired_on, today))
    yield _("Teams: {names}").format(names=", ".join(team.name for team in page.teams) or _("none"))
    yield from _growing(page, today)
    yield from _seen(page, today)
    held = _("none yet") if page.last_held is None else say_date(page.last_held, today)
    planned = "" if page.next_planned is None else _(", next {day}").format(day=say_date(page.next_planned, today))
    yield _("1:1: last {held}{planned}").format(held=held, planned=planned)
    yield from _gathered(page, today)
    newest = (
        ""
        if page.newest_entry is None
        else _(", newest {day}: {newest_entry}").format(
            day=say_date(page.newest_entry[0], today), newest_entry=page.newest_entry[1]
        )
    )
    yield _("Record: {entries_number}, {shares_number}{newest}").format(
        entries_number=counted(page.entries, "{n} entry", "{n} entries"),
        shares_number=counted(page.shares, "{n} share", "{n} shares"),
        newest=newest,
    )


def _growing(page: LeadPage, today: date) -> Iterator[str]:
    cycle = page.cycle
    told = "" if cycle is None else f", {cycle.ref}, {_t(cycle.state)}"
    yield _("Cycle: {cycle_in_brief}{told}").format(cycle_in_brief=cycle_in_brief(cycle, today), told=told)
    if cycle is not None and cycle.goal:
        yield _("Goal: {goal}").format(goal=cycle.goal)
    yield _("Open steps:") if page.steps else _("Open steps: none")
    for step in page.steps:
        yield f"  {step.ref}  {step_in_brief(step, today)}: {step.words or _('not worded yet')} ({_t(step.state)})"
    if page.support is not None:
        yield _("Support: {support_in_brief}").format(support_in_brief=support_in_brief(page.support, today))


def _seen(page: LeadPage, today: date) -> Iterator[str]:
    if not page.observations:
        yield _("Seen: not yet")
        return
    last = page.observations[0]
    day = local_time(last.anchor.utc_ms, last.zone).date()
    yield _("Seen: {ago}, {number}").format(
        ago=ago(day, today), number=counted(page.observation_count, "{n} observation", "{n} observations")
    )
    for each in page.observations:
        day = local_time(each.anchor.utc_ms, each.zone).date()
        when = f"{say_date(day, today)} {clock_text(each.anchor.utc_ms, each.zone)}"
        yield f"  {each.ref}  {when}  {each.team or _('team not known')}, {counted(each.lines, '{n} line', '{n} lines')}"


def _gathered(page: LeadPage, today: date) -> Iterator[str]:
    if page.gathered:
        yield _("Evidence noted in the last {number}:").format(
            number=counted(page.looked_at, "{n} observation", "{n} observations")
        )
    for each in page.gathered:
        yield _("  {code}: {lines_number} in {observations_number}").format(
            code=each.code,
            lines_number=counted(each.lines, "{n} line", "{n} lines"),
            observations_number=counted(each.observations, "{n} observation", "{n} observations"),
        )
        for noted in _both(each):
            yield f"    {say_date(noted.day, today)}: {_words(noted)}"


def _both(each: Gathered) -> list[Noted]:
    """The oldest and the newest line, one of both where there is only one."""
    return [each.oldest] if each.lines == 1 else [each.oldest, each.newest]


def _words(noted: Noted) -> str:
    return f"{noted.speaker}: {noted.text}" if noted.speaker else noted.text


def page_facts(page: LeadPage, today: date) -> dict[str, Any]:
    """What `show` tells of a lead to a script."""
    cycle = page.cycle
    return {
        **lead_facts(page.lead, page.teams),
        "cycle": None if cycle is None else {
            "ref": cycle.ref, "state": cycle.state, "goal": cycle.goal, "day": cycle.day_number(today),
            "starts": _iso(cycle.starts_on), "ends": _iso(cycle.last_day),
        },
        "steps": [
            {"ref": step.ref, "state": step.state, "words": step.words, "by_when": _iso(step.by_when)}
            for step in page.steps
        ],
        "observations": [each.ref for each in page.observations],
        "observation_count": page.observation_count,
        "one_on_ones": {"last": _iso(page.last_held), "next": _iso(page.next_planned)},
        "codes": [
            {"code": each.code, "lines": each.lines, "observations": each.observations,
             "oldest": _noted_facts(each.oldest), "newest": _noted_facts(each.newest)}
            for each in page.gathered
        ],
        "support": None if page.support is None else support_facts(page.support),
        "record": {"entries": page.entries, "shares": page.shares},
    }  # fmt: skip


def support_facts(support: Support) -> dict[str, Any]:
    """The rungs of one support and its days; not what it is about."""
    return {
        "asked": support.asked, "asked_on": support.asked_on.isoformat(), "agreed": support.agreed,
        "decided_by": support.decided_by or None, "reason": support.reason or None,
        "steps_down": _iso(support.steps_down_on), "ended": _iso(support.ended_on),
    }  # fmt: skip


def _noted_facts(noted: Noted) -> dict[str, Any]:
    return {"day": noted.day.isoformat(), "speaker": noted.speaker, "text": noted.text}


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
