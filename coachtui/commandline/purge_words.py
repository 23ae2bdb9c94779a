"""What a purge would do, and what it did, in words for the person at the terminal."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from coachtui.commandline.speech import count
from coachtui.model.dates import say_date
from coachtui.model.timing import local_time

if TYPE_CHECKING:
    from coachtui.commandline.call import Call
    from coachtui.model.purge import Purge
    from coachtui.store.purge_plan import Plan
    from coachtui.store.purged_backups import Older

_NOUNS: dict[str, tuple[str, str]] = {
    "observations": ("observation", ""),
    "lines": ("line", ""),
    "accounts": ("account of the lead's", "accounts of the lead's"),
    "closings": ("closing words of an observation", "closing words of observations"),
    "feedback": ("feedback", "feedback"),
    "cycles": ("learning cycle", ""),
    "activities": ("activity", "activities"),
    "steps": ("step", ""),
    "conversations": ("conversation", ""),
    "rehearsals": ("rehearsal", ""),
    "plan_rows": ("row of a plan", "rows of plans"),
    "one_on_ones": ("one-on-one", ""),
    "items": ("item of a one-on-one", "items of one-on-ones"),
    "decisions": ("decision", ""),
    "blocks": ("release time", "release times"),
    "supports": ("support", ""),
    "entries": ("entry of the record, here", "entries of the record, here"),
    "lead_words": ("of the lead's own words in the record, here", "of the lead's own words in the record, here"),
    "shares": ("share, its words", "shares, their words"),
    "members": ("place in a team", "places in teams"),
    "own_words": ("word the speller knew", "words the speller knew"),
}
"""What is counted before a purge; what belongs to these is not told apart."""
_ELSEWHERE: dict[str, tuple[str, str]] = {
    "lines": ("line of other people's meetings", "lines of other people's meetings"),
    "agenda": ("part of an agenda", "parts of agendas"),
    "teams": ("name of a team", "names of teams"),
    "segments": ("segment of a one-on-one", "segments of one-on-ones"),
    "not_here": ("advice that was put aside", "pieces of advice that were put aside"),
    "days_off": ("name of days off", "names of days off"),
    "deadlines": ("deadline", ""),
    "bell_schedules": ("name of a bell schedule", "names of bell schedules"),
    "bells": ("name of a period", "names of periods"),
    "holds": ("reason of a hold", "reasons of holds"),
    "leads": ("name of another lead", "names of other leads"),
    "members": ("name of another member", "names of other members"),
}
"""What holds a name of somebody else's, where it is called otherwise than above, or is counted nowhere else."""
_SAID = ("line that they said", "lines that they said")
_MOST_REFS = 6


def plan_rows(plan: "Plan") -> Iterator[str]:
    """What would go, a row a kind, with what a person types to name some of it."""
    for table, (one, several) in _NOUNS.items():
        number = plan.counts.get(table, 0)
        if number:
            refs = plan.refs.get(table, [])
            more = f" and {len(refs) - _MOST_REFS:,} more" if len(refs) > _MOST_REFS else ""
            named = f"  ({', '.join(refs[:_MOST_REFS])}{more})" if refs else ""
            said = _SAID if table == "lines" and plan.is_of_member else (one, several)
            yield f"  {count(number, *said)}{named}"
    if plan.past:
        yield f"  {count(plan.past, 'thing')} that had been taken out or undone before"


def elsewhere_sentences(plan: "Plan", also_named: str | None) -> Iterator[str]:
    """Where else the name stands, and what becomes of it there."""
    if plan.elsewhere:
        places = ", ".join(_in_a_table(table, number) for table, number in plan.elsewhere.items())
        if also_named:
            yield f"In what stays, the name becomes its initials: in {places}."
        else:
            yield (
                f"The name also stands in what is about others and stays: in {places}. --also-named initials makes it initials "
                "there; --also-named out takes lines out that name it, and makes it initials elsewhere."
            )
    if plan.shared:
        words = count(
            plan.shared, "thing that was shared with others keeps", "things that were shared with others keep"
        )
        yield f"{words} the name: they are as they left."


def _in_a_table(table: str, number: int) -> str:
    return count(number, *(_ELSEWHERE | {name: _NOUNS[name] for name in _NOUNS if name not in _ELSEWHERE})[table])


def copies_sentence(call: "Call", copies: "list[Older]", *, is_held: bool) -> str:
    """How many copies from before still hold what was purged, and until when."""
    first = day_of(call, copies[0].until_utc_ms)
    last = day_of(call, copies[-1].until_utc_ms)
    holds = (
        "1 backup from before still holds it"
        if len(copies) == 1
        else f"{len(copies)} backups from before still hold it"
    )
    if is_held:
        return f"{holds}. There is a hold on everyone: none is removed until it is lifted."
    when = f"on {first}" if first == last else f"from {first} to {last}"
    goes = "it is" if len(copies) == 1 else "they are"
    return f"{holds}: {goes} removed {when}. 'coachtui purge --backups-now' does it at once."


def purge_row(call: "Call", purge: "Purge") -> str:
    """One purge of the past: when, what, and how much, in numbers."""
    return f"{day_of(call, purge.at_utc_ms)}: {purge.what}: {numbers_text(purge.numbers)}."


def numbers_text(numbers: Mapping[str, int]) -> str:
    """How much went, in one sentence's part."""
    parts: Iterable[str] = (count(numbers[table], *nouns) for table, nouns in _NOUNS.items() if numbers.get(table))
    named = [f"the name in {count(numbers['unnamed'], 'place')}"] if numbers.get("unnamed") else []
    return ", ".join([*parts, *named]) or "nothing that is counted"


def day_of(call: "Call", utc_ms: int) -> str:
    """The day of a moment, as people here say it."""
    zone = call.clock.zone()
    return say_date(local_time(utc_ms, zone).date(), call.clock.today())
