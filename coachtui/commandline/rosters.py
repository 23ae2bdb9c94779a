"""A roster on the command line: looked at, or taken in."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from coachtui.commandline.call import Call, Refused, open_notebook
from coachtui.commandline.progress import telling_progress
from coachtui.commandline.safety import TAKES_BACK, back_up_before_import
from coachtui.model.listed import Unsound
from coachtui.wording import Noun, _, _t, counted

if TYPE_CHECKING:
    from coachtui.sharing.roster import Roster
    from coachtui.store.roster_plan import Plan

_MOST_TOLD = 20


def taken_in(call: Call, content: bytes, name: str) -> list[str]:
    """Take a roster in as one happening, or with --dry-run only look; what there is to say. Raises Refused."""
    from coachtui.sharing.roster import read_roster

    try:
        with telling_progress() as progress, open_notebook(call) as notebook:
            progress.begin(_("Reading the roster"))
            roster = read_roster(content, name)
            plan = notebook.rosters.plan(roster.listed)
            if not (plan.is_nothing or call.options.dry_run):
                progress.begin(_("Making a backup"))
                back_up_before_import(call, notebook)
                progress.begin(_("Taking in"), len(plan.leads) + len(plan.teams) + len(plan.members))
                plan = notebook.rosters.take_in(roster.listed, progress.count)
    except Unsound as fault:
        complaints = "".join(f"\n  {words}" for words in _only_first(fault.complaints))
        raise Refused(
            _("{name} can't be taken in as it is:{complaints}\nNothing was added.").format(
                name=name, complaints=complaints
            )
        ) from None
    return list(_told(roster, plan, is_done=not call.options.dry_run))


def _told(roster: "Roster", plan: "Plan", *, is_done: bool) -> Iterator[str]:
    """How the roster was read, who is new, what changes, and how to go back."""
    yield _("Read as {read_as}. Found: {found}.").format(read_as=roster.read_as, found=roster.columns.found)
    if roster.columns.unused:
        yield _("Not used: {unused}.").format(unused=", ".join(roster.columns.unused))
    if roster.turned_round:
        yield _("Names stand last name first, and were turned round.")
    yield from _sections(plan)
    if plan.retired:
        yield _("Retired, and left so: {names}.").format(names=_listed(plan.retired))
    if roster.passed_over:
        rows = _listed(str(row) for row in roster.passed_over)
        yield _("Passed over, neither leads nor in a team: {number} ({rows}).").format(
            number=counted(len(roster.passed_over), "{n} row", "{n} rows"), rows=rows
        )
    if plan.is_nothing:
        yield _("Nothing was added: everyone in this roster is in the notebook already.")
    elif is_done:
        yield _("Taken in: {counts}. {takes_back}").format(counts=_counts(plan), takes_back=TAKES_BACK)
    else:
        yield _("Would take in: {counts}. Nothing was changed: this was only a look.").format(counts=_counts(plan))


def _sections(plan: "Plan") -> Iterator[str]:
    new_leads = [f"{now.name}, {_t(now.role)} ({now.handle})" for was, now in plan.leads if was is None]
    new_teams = [
        now.name + (_(", led by {name}").format(name=plan.names[now.lead]) if now.lead else "")
        for was, now in plan.teams
        if was is None
    ]
    members = [f"{now.name} ({now.handle}), {plan.names[now.team]}" for was, now in plan.members if was is None]
    for title, words in (
        (_("New leads"), new_leads),
        (_("New teams"), new_teams),
        (_("New members"), members),
        (_("Changes"), list(_changes(plan))),
    ):
        if words:
            yield f"{title} ({len(words):,}):"
            yield from (f"  {each}" for each in _only_first(words))
    if plan.known:
        yield _("Known already: {number}.").format(
            number=counted(plan.known, "{n} lead, team or member", "{n} leads, teams and members")
        )


def _changes(plan: "Plan") -> Iterator[str]:
    """What would be different of who is known, as it was and as it would be."""
    for was, now in plan.leads:
        if was is not None and was.role != now.role:
            yield _("{name}: role {was_role} \u2192 {now_role}").format(
                name=now.name, was_role=_t(was.role), now_role=_t(now.role)
            )
        if was is not None and was.handle != now.handle:
            yield _("{name}: handle {was_handle} \u2192 {now_handle}").format(
                name=now.name, was_handle=was.handle, now_handle=now.handle
            )
    for team_was, team in plan.teams:
        if team_was is not None:
            before = plan.names[team_was.lead] if team_was.lead else _("no lead")
            yield _("{team_name}: led by {before} \u2192 {names_teamleador}").format(
                team_name=team.name, before=before, names_teamleador=plan.names[team.lead or ""]
            )
    for member_was, member in plan.members:
        if member_was is not None:
            yield _("{member_name}, {names_memberteam}: handle {member_was_handle} \u2192 {member_handle}").format(
                member_name=member.name,
                names_memberteam=plan.names[member.team],
                member_was_handle=member_was.handle,
                member_handle=member.handle,
            )


def _counts(plan: "Plan") -> str:
    kinds = (
        (Noun("{n} lead", "{n} leads"), plan.leads), (Noun("{n} team", "{n} teams"), plan.teams),
        (Noun("{n} member", "{n} members"), plan.members),
    )  # fmt: skip
    new = [(noun, sum(was is None for was, __ in rows)) for noun, rows in kinds]
    parts = [noun.of(number) for noun, number in new if number]
    changed = sum(was is not None for kind in kinds for was, __ in kind[1])
    return ", ".join([*parts, *([counted(changed, "{n} change", "{n} changes")] if changed else [])])


def _only_first(words: list[str]) -> list[str]:
    more = len(words) - _MOST_TOLD
    return words if more <= 0 else [*words[:_MOST_TOLD], _("and {more} more").format(more=f"{more:,}")]


def _listed(words: Iterable[str]) -> str:
    return ", ".join(_only_first(list(words)))
