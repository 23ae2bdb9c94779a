"""A lead's page as rows. What was noted is shown, the oldest beside the newest; nothing is made of it."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from coachtui.model.dates import say_date
from coachtui.model.feedback_hours import hours_words
from coachtui.model.framework import Framework, LookFor
from coachtui.model.hold import Hold
from coachtui.model.lead_words import ago, cycle_in_brief, step_in_brief
from coachtui.model.people import Lead
from coachtui.model.support import support_in_brief
from coachtui.model.timing import clock_text, local_time
from coachtui.model.typed_name import as_typed
from coachtui.store.lead_page import Gathered, LeadPage, Noted, Thoughts
from coachtui.tui.weeks import weeks_drawn, weeks_told
from coachtui.tui.widgets.sheet import SheetRow, heading
from coachtui.wording import _, _c, _t, counted

ONLY_HERE = _(
    "Only on this computer. Not shared by coachtui. A records request may still reach it. p hides this again."
)

PURGE = _(
    "To do away with all that is written about {name}, close the program and type: coachtui purge {typed}. It says first what "
    "would go, and asks. coachtui hold {typed} keeps it all."
)


class PrivateNotes(NamedTuple):
    """What is shown behind p: my thoughts, and the holds on what is written about this lead."""

    thoughts: list[Thoughts]
    holds: list[Hold]


NO_NOTES = PrivateNotes([], [])


def page_rows(page: LeadPage, watched: Sequence[Framework], today: date) -> Iterator[SheetRow]:
    """The sections of the page, in the order in which they help; `watched` are the frameworks that were watched with."""
    first = next(iter(page.lead.name.split()), page.lead.name)
    yield from _cycle(page, first, today)
    yield from _steps(page, today)
    yield from _feedback(page, today)
    yield from _support(page, today)
    yield from _seen(page, today)
    yield from _one_on_ones(page, today)
    yield from _gathered(page, watched, today)
    yield from _record(page, first, today)
    if page.teams:
        yield heading(_("Teams"))
        for team in page.teams:
            yield SheetRow(f"team:{team.id}", team.name, counted(len(team.members), "{n} member", "{n} members"))


def _cycle(page: LeadPage, first: str, today: date) -> Iterator[SheetRow]:
    cycle = page.cycle
    is_told_above = cycle is None or (cycle.starts_on is not None and cycle.last_day is not None)
    yield heading(_("Cycle"), "" if is_told_above else cycle_in_brief(cycle, today))
    if cycle is None:
        before = (
            _(" {number} closed.").format(number=counted(page.cycles, "{n} cycle is", "{n} cycles are"))
            if page.cycles
            else ""
        )
        yield SheetRow(
            "cycle",
            "",
            _("No cycle goes on.{before} Enter begins one together with {first}.").format(before=before, first=first),
            is_faint=True,
        )
        return
    yield SheetRow("cycle", _("Goal"), cycle.goal or _("not set yet"), _t(cycle.state), is_faint=not cycle.goal)
    if cycle.measure:
        target = " \u2192 ".join(part for part in (cycle.baseline, cycle.target) if part)
        yield SheetRow("cycle:measure", _("Measure"), f"{cycle.measure}{': ' if target else ''}{target}")


def _steps(page: LeadPage, today: date) -> Iterator[SheetRow]:
    yield heading(_("Open steps"))
    for step in page.steps:
        words = step.words or _("not worded yet")
        yield SheetRow(f"step:{step.id}", step_in_brief(step, today), words, _t(step.state), is_faint=not step.words)
    if not page.steps:
        yield SheetRow("step", "", _("No step is open. n agrees on one."), is_faint=True)


def _feedback(page: LeadPage, today: date) -> Iterator[SheetRow]:
    """The feedback of this cycle: how far it is, on which meeting, how long it took; none of its words."""
    yield heading(_("Feedback"), _("in this cycle") if page.cycle is not None and page.feedback else "")
    for each in page.feedback:
        day = local_time(each.meeting.anchor.utc_ms, each.meeting.zone).date()
        words = f"{each.meeting.team or _('team not named')}, {say_date(day, today)}"
        yield SheetRow(
            f"feedback:{each.feedback.id}", _t(each.feedback.state), words, hours_words(each.feedback, each.hours)
        )
    if not page.feedback:
        yield SheetRow("", "", _("None yet. In an observation, f drafts it from the lines."), is_faint=True)


def _support(page: LeadPage, today: date) -> Iterator[SheetRow]:
    """The help that was asked for or agreed; what it is about is not told here."""
    if page.support is not None:
        yield heading(_("Support"))
        yield SheetRow("support", "", support_in_brief(page.support, today))


def _seen(page: LeadPage, today: date) -> Iterator[SheetRow]:
    count = counted(page.observation_count, "{n} observation", "{n} observations")
    yield heading(_("Last seen"), count if page.observations else "")
    for each in page.observations:
        day = local_time(each.anchor.utc_ms, each.zone).date()
        when = f"{say_date(day, today)} {clock_text(each.anchor.utc_ms, each.zone)}"
        words = f"{each.team or _('team not named')}, {ago(day, today)}" + (
            "" if each.ended_utc_ms else _(", not ended")
        )
        yield SheetRow(f"seen:{each.id}", when, words, counted(each.lines, "{n} line", "{n} lines"))
    if page.observed:
        drawn, told = weeks_drawn(page.observed, today), weeks_told(page.observed, today)
        yield SheetRow("", _("Week by week"), f"{drawn}  {told}", is_faint=True)
    if not page.observations:
        yield SheetRow("", "", _("Not seen in a meeting yet. o begins an observation."), is_faint=True)


def _one_on_ones(page: LeadPage, today: date) -> Iterator[SheetRow]:
    yield heading("1:1")
    if page.next_planned is not None:
        yield SheetRow("one-on-one:next", _("Next"), say_date(page.next_planned, today), _items(page))
    if page.last_held is not None:
        yield SheetRow(
            "one-on-one:last", _c("1:1", "Last"), f"{say_date(page.last_held, today)}, {ago(page.last_held, today)}"
        )
    if page.next_planned is None and page.last_held is None:
        yield SheetRow("one-on-one", "", _("No 1:1 is planned. m plans them."), _items(page), is_faint=True)


def _items(page: LeadPage) -> str:
    return counted(page.items, "{n} item waits", "{n} items wait") if page.items else ""


def _gathered(page: LeadPage, watched: Sequence[Framework], today: date) -> Iterator[SheetRow]:
    """What was noted with each code; what was watched for and not noted is only named."""
    names = {each.code.casefold(): each for framework in watched for each in framework.look_fors}
    looked_at = counted(page.looked_at, "{n} observation", "{n} observations")
    yield heading(
        _("Strengths and growth"),
        _("evidence noted in the last {looked_at}").format(looked_at=looked_at) if page.gathered else "",
    )
    if not page.gathered:
        words = _("Codes behind lines of evidence are gathered here: #TM3 at the end of a line, or Alt and a letter.")
        yield SheetRow("", "", words, is_faint=True)
        return
    for each in page.gathered:
        yield SheetRow(
            f"code:{each.newest.observation}:{each.code}",
            each.code,
            _noted_words(each, names.get(each.code.casefold()), today),
            _counts(each),
        )
    noted = {each.code.casefold() for each in page.gathered}
    rest = [f"{each.code} {each.name}" for code, each in names.items() if code not in noted]
    if rest:
        yield SheetRow("watched", _("Nothing noted"), "; ".join(rest), is_faint=True)


def _counts(each: Gathered) -> str:
    lines = counted(each.lines, "{n} line", "{n} lines")
    return (
        lines
        if each.observations == each.lines == 1
        else _("{lines} in {observations}").format(lines=lines, observations=each.observations)
    )


def _noted_words(each: Gathered, look_for: LookFor | None, today: date) -> str:
    rows = [] if look_for is None else [look_for.name]
    both = [each.oldest] if each.lines == 1 else [each.oldest, each.newest]
    return "\n".join([*rows, *(_noted(noted, today) for noted in both)])


def _noted(noted: Noted, today: date) -> str:
    speaker = f"{noted.speaker}: " if noted.speaker else ""
    return f"{say_date(noted.day, today)}: {speaker}{noted.text}"


def _record(page: LeadPage, first: str, today: date) -> Iterator[SheetRow]:
    yield heading(_("Record"), _("what {first} can see").format(first=first))
    entries, shares = counted(page.entries, "{n} entry", "{n} entries"), counted(page.shares, "{n} share", "{n} shares")
    if page.newest_entry is None:
        nothing = _("Nothing was shared yet. r shows what would be seen.")
        elsewhere = _("Nothing is in the record; {shares} left another way. r shows which.").format(shares=shares)
        yield SheetRow("record", "", elsewhere if page.shares else nothing, is_faint=True)
        return
    day, title = page.newest_entry
    yield SheetRow(
        "record", f"{entries}", _("newest {day}: {title}").format(day=say_date(day, today), title=title), shares
    )


def private_rows(lead: Lead, notes: PrivateNotes, today: date) -> Iterator[SheetRow]:
    """What is mine alone, under a heading that says so; what is held, and how it would be purged: nothing here does it."""
    yield heading(_("My private notes on {name}").format(name=lead.name))
    yield SheetRow("", "", ONLY_HERE, is_faint=True)
    for each in notes.thoughts:
        yield heading(say_date(each.day, today))
        for place, (label, words) in enumerate(_thoughts(each)):
            yield SheetRow(f"note:{each.observation}:{place}", label, words)
    if not notes.thoughts:
        yield SheetRow("", "", _("There are none: no closing words, no wonderings, no judgments."), is_faint=True)
    yield heading(_("Keep or purge"))
    for hold in notes.holds:
        since = say_date(local_time(hold.since_utc_ms, hold.zone).date(), today)
        yield SheetRow(
            "",
            _c("by a hold", "Held"),
            _("Since {since}: {because}. Nothing here is purged or discarded until it is lifted.").format(
                since=since, because=hold.because
            ),
        )
    yield SheetRow("", "", PURGE.format(name=lead.name, typed=as_typed(lead.name)), is_faint=True)


def _thoughts(each: Thoughts) -> Iterator[tuple[str, str]]:
    named = zip((_("Strength"), _("Idea for a step"), _("Question")), each.closing, strict=True)
    yield from ((name, words) for name, words in named if words)
    yield from ((_t(kind), words) for kind, words in each.notes)
