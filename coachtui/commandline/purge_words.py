"""What a purge would do, and what it did, in words for the person at the terminal."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

from coachtui.disk import read_small
from coachtui.model.dates import say_date
from coachtui.model.purge import told_purge
from coachtui.model.timing import local_time
from coachtui.wording import Noun, _, _n, counted

if TYPE_CHECKING:
    from coachtui.commandline.call import Call
    from coachtui.model.purge import Purge
    from coachtui.store.purge_plan import Plan
    from coachtui.store.purged_backups import Older

_NOUNS: dict[str, Noun] = {
    "observations": Noun("{n} observation", "{n} observations"),
    "lines": Noun("{n} line", "{n} lines"),
    "accounts": Noun("{n} account of the lead's", "{n} accounts of the lead's"),
    "closings": Noun("closing words of {n} observation", "closing words of {n} observations"),
    "feedback": Noun("{n} feedback", "{n} feedback"),
    "cycles": Noun("{n} learning cycle", "{n} learning cycles"),
    "activities": Noun("{n} activity", "{n} activities"),
    "steps": Noun("{n} step", "{n} steps"),
    "conversations": Noun("{n} conversation", "{n} conversations"),
    "rehearsals": Noun("{n} rehearsal", "{n} rehearsals"),
    "plan_rows": Noun("{n} row of a plan", "{n} rows of plans"),
    "one_on_ones": Noun("{n} one-on-one", "{n} one-on-ones"),
    "items": Noun("{n} item of a one-on-one", "{n} items of one-on-ones"),
    "decisions": Noun("{n} decision", "{n} decisions"),
    "blocks": Noun("{n} release time", "{n} release times"),
    "supports": Noun("{n} support", "{n} supports"),
    "entries": Noun("{n} entry of the record, here", "{n} entries of the record, here"),
    "lead_words": Noun(
        "{n} of the lead's own words in the record, here", "{n} of the lead's own words in the record, here"
    ),
    "shares": Noun("{n} share, its words", "{n} shares, their words"),
    "members": Noun("{n} place in a team", "{n} places in teams"),
    "own_words": Noun("{n} word the speller knew", "{n} words the speller knew"),
}
"""What is counted before a purge; what belongs to these is not told apart."""
_ELSEWHERE: dict[str, Noun] = {
    "lines": Noun("{n} line of other people's meetings", "{n} lines of other people's meetings"),
    "agenda": Noun("{n} part of an agenda", "{n} parts of agendas"),
    "teams": Noun("{n} name of a team", "{n} names of teams"),
    "segments": Noun("{n} segment of a one-on-one", "{n} segments of one-on-ones"),
    "not_here": Noun("{n} advice that was put aside", "{n} pieces of advice that were put aside"),
    "days_off": Noun("{n} name of days off", "{n} names of days off"),
    "deadlines": Noun("{n} deadline", "{n} deadlines"),
    "bell_schedules": Noun("{n} name of a bell schedule", "{n} names of bell schedules"),
    "bells": Noun("{n} name of a period", "{n} names of periods"),
    "holds": Noun("{n} reason of a hold", "{n} reasons of holds"),
    "leads": Noun("{n} name of another lead", "{n} names of other leads"),
    "members": Noun("{n} name of another member", "{n} names of other members"),
}
"""What holds a name of somebody else's, where it is called otherwise than above, or is counted nowhere else."""
_SAID = Noun("{n} line that they said", "{n} lines that they said")
_MOST_REFS = 6


def plan_rows(plan: "Plan") -> Iterator[str]:
    """What would go, a row a kind, with what a person types to name some of it."""
    for table, noun in _NOUNS.items():
        number = plan.counts.get(table, 0)
        if number:
            refs = plan.refs.get(table, [])
            more = _(" and {n} more").format(n=f"{len(refs) - _MOST_REFS:,}") if len(refs) > _MOST_REFS else ""
            named = f"  ({', '.join(refs[:_MOST_REFS])}{more})" if refs else ""
            said = _SAID if table == "lines" and plan.is_of_member else noun
            yield f"  {said.of(number)}{named}"
    if plan.past:
        yield counted(
            plan.past,
            "  {n} thing that had been taken out or undone before",
            "  {n} things that had been taken out or undone before",
        )


def elsewhere_sentences(plan: "Plan", also_named: str | None) -> Iterator[str]:
    """Where else the name stands, and what becomes of it there."""
    if plan.elsewhere:
        places = ", ".join(_in_a_table(table, number) for table, number in plan.elsewhere.items())
        if also_named:
            yield _("In what stays, the name becomes its initials: in {places}.").format(places=places)
        else:
            yield _(
                "The name also stands in what is about others and stays: in {places}. --also-named initials makes it initials "
                "there; --also-named out takes lines out that name it, and makes it initials elsewhere."
            ).format(places=places)
    if plan.shared:
        yield counted(
            plan.shared,
            "{n} thing that was shared with others keeps the name: it is as it left.",
            "{n} things that were shared with others keep the name: they are as they left.",
        )


def _in_a_table(table: str, number: int) -> str:
    return (_NOUNS | _ELSEWHERE)[table].of(number)


def copies_sentence(call: "Call", copies: "list[Older]", *, is_held: bool) -> str:
    """How many copies from before still hold what was purged, and until when."""
    first = day_of(call, copies[0].until_utc_ms)
    last = day_of(call, copies[-1].until_utc_ms)
    holds = counted(len(copies), "{n} backup from before still holds it", "{n} backups from before still hold it")
    if is_held:
        return _("{holds}. There is a hold on everyone: none is removed until it is lifted.").format(holds=holds)
    when = (
        _("on {first}").format(first=first)
        if first == last
        else _("from {first} to {last}").format(first=first, last=last)
    )
    return _n(
        "{holds}: it is removed {when}. 'coachtui purge --backups-now' does it at once.",
        "{holds}: they are removed {when}. 'coachtui purge --backups-now' does it at once.",
        len(copies),
    ).format(holds=holds, when=when)


def purge_row(call: "Call", purge: "Purge") -> str:
    """One purge of the past: when, what, and how much, in numbers."""
    return f"{day_of(call, purge.at_utc_ms)}: {told_purge(purge.what)}: {numbers_text(purge.numbers)}."


def numbers_text(numbers: Mapping[str, int]) -> str:
    """How much went, in one sentence's part."""
    parts: Iterable[str] = (noun.of(numbers[table]) for table, noun in _NOUNS.items() if numbers.get(table))
    named = (
        [_("the name in {number}").format(number=counted(numbers["unnamed"], "{n} place", "{n} places"))]
        if numbers.get("unnamed")
        else []
    )
    return ", ".join([*parts, *named]) or _("nothing that is counted")


def day_of(call: "Call", utc_ms: int) -> str:
    """The day of a moment, as people here say it."""
    zone = call.clock.zone()
    return say_date(local_time(utc_ms, zone).date(), call.clock.today())


def stays_sentences(call: "Call", plan: "Plan") -> Iterator[str]:
    """What stays, and where the name stands in what stays."""
    yield from plan.kept
    yield from elsewhere_sentences(plan, call.options.also_named)
    yield from _own_files_sentences(call, plan)


def _own_files_sentences(call: "Call", plan: "Plan") -> Iterator[str]:
    """The files of the person's own in the home that name who is purged, such as settings: they are not coachtui's to change."""
    places, unnaming = call.places, plan.unnaming
    found = sorted(path for path in places.home.rglob("*.toml") if not path.is_relative_to(places.record))
    for path in found if unnaming is not None else ():
        with suppress(OSError):
            if unnaming is not None and unnaming.stands_in(read_small(path).decode("utf-8", "replace")):
                yield _("'{path}' names {name} too. That file is yours: what is in it stays.").format(
                    path=path, name=plan.name
                )
