"""A roster on the command line: looked at, or taken in."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from coachtui.commandline.call import Call, Refused, open_notebook
from coachtui.commandline.progress import telling_progress
from coachtui.commandline.safety import TAKES_BACK, back_up_before_import
from coachtui.commandline.speech import count
from coachtui.model.listed import Unsound
from coachtui.wording import Noun

if TYPE_CHECKING:
    from coachtui.sharing.roster import Roster
    from coachtui.store.roster_plan import Plan

_MOST_TOLD = 20


def taken_in(call: Call, content: bytes, name: str) -> list[str]:
    """Take a roster in as one happening, or with --dry-run only look; what there is to say. Raises Refused."""
    from coachtui.sharing.roster import read_roster

    try:
        with telling_progress() as progress, open_notebook(call) as notebook:
            progress.begin("Reading the roster")
            roster = read_roster(content, name)
            plan = notebook.rosters.plan(roster.listed)
            if not (plan.is_nothing or call.options.dry_run):
                progress.begin("Making a backup")
                back_up_before_import(call, notebook)
                progress.begin("Taking in", len(plan.leads) + len(plan.teams) + len(plan.members))
                plan = notebook.rosters.take_in(roster.listed, progress.count)
    except Unsound as fault:
        complaints = "".join(f"\n  {words}" for words in _only_first(fault.complaints))
        raise Refused(f"{name} can't be taken in as it is:{complaints}\nNothing was added.") from None
    return list(_told(roster, plan, is_done=not call.options.dry_run))


def _told(roster: "Roster", plan: "Plan", *, is_done: bool) -> Iterator[str]:
    """How the roster was read, who is new, what changes, and how to go back."""
    yield f"Read as {roster.read_as}. Found: {roster.columns.found}."
    if roster.columns.unused:
        yield f"Not used: {', '.join(roster.columns.unused)}."
    if roster.turned_round:
        yield "Names stand last name first, and were turned round."
    yield from _sections(plan)
    if plan.retired:
        yield f"Retired, and left so: {_listed(plan.retired)}."
    if roster.passed_over:
        rows = _listed(str(row) for row in roster.passed_over)
        yield f"Passed over, neither leads nor in a team: {count(len(roster.passed_over), 'row')} ({rows})."
    if plan.is_nothing:
        yield "Nothing was added: everyone in this roster is in the notebook already."
    elif is_done:
        yield f"Taken in: {_counts(plan)}. {TAKES_BACK}"
    else:
        yield f"Would take in: {_counts(plan)}. Nothing was changed: this was only a look."


def _sections(plan: "Plan") -> Iterator[str]:
    new_leads = [f"{now.name}, {now.role} ({now.handle})" for was, now in plan.leads if was is None]
    new_teams = [
        now.name + (f", led by {plan.names[now.lead]}" if now.lead else "") for was, now in plan.teams if was is None
    ]
    members = [f"{now.name} ({now.handle}), {plan.names[now.team]}" for was, now in plan.members if was is None]
    for title, words in (
        ("New leads", new_leads),
        ("New teams", new_teams),
        ("New members", members),
        ("Changes", list(_changes(plan))),
    ):
        if words:
            yield f"{title} ({len(words):,}):"
            yield from (f"  {each}" for each in _only_first(words))
    if plan.known:
        yield f"Known already: {count(plan.known, 'lead, team or member', 'leads, teams and members')}."


def _changes(plan: "Plan") -> Iterator[str]:
    """What would be different of who is known, as it was and as it would be."""
    for was, now in plan.leads:
        if was is not None and was.role != now.role:
            yield f"{now.name}: role {was.role} \u2192 {now.role}"
        if was is not None and was.handle != now.handle:
            yield f"{now.name}: handle {was.handle} \u2192 {now.handle}"
    for team_was, team in plan.teams:
        if team_was is not None:
            before = plan.names[team_was.lead] if team_was.lead else "no lead"
            yield f"{team.name}: led by {before} \u2192 {plan.names[team.lead or '']}"
    for member_was, member in plan.members:
        if member_was is not None:
            yield f"{member.name}, {plan.names[member.team]}: handle {member_was.handle} \u2192 {member.handle}"


def _counts(plan: "Plan") -> str:
    kinds = (
        (Noun("{n} lead", "{n} leads"), plan.leads), (Noun("{n} team", "{n} teams"), plan.teams),
        (Noun("{n} member", "{n} members"), plan.members),
    )  # fmt: skip
    new = [(noun, sum(was is None for was, _ in rows)) for noun, rows in kinds]
    parts = [noun.of(number) for noun, number in new if number]
    changed = sum(was is not None for kind in kinds for was, _ in kind[1])
    return ", ".join([*parts, *([count(changed, "change")] if changed else [])])


def _only_first(words: list[str]) -> list[str]:
    more = len(words) - _MOST_TOLD
    return words if more <= 0 else [*words[:_MOST_TOLD], f"and {more:,} more"]


def _listed(words: Iterable[str]) -> str:
    return ", ".join(_only_first(list(words)))
