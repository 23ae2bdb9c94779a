"""What is worth a thought about the plan of a difficult conversation. Advice, never a lock.

The rule of each begins with the part it is about, then a dot: "facts.day". What was put aside here is not said again.
"""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from coachtui.model.advice import Advice, has_number
from coachtui.model.conversation import Conversation, PlanRow
from coachtui.model.dates import say_date
from coachtui.model.hints import Lexicon
from coachtui.model.listed_words import listed_or
from coachtui.model.plan_part import USUAL_PARTS
from coachtui.model.plan_words import (
    argument_in,
    asks,
    leading_in,
    says_day,
    sentences_in,
    was_never_said,
    what_is_asked,
)
from coachtui.model.scenario import Scenario
from coachtui.model.step_wording import unseen_in
from coachtui.model.support import RUNGS
from coachtui.wording import _

MOST_SENTENCES = 3
_LABELS = {part.id: part.label for part in USUAL_PARTS}


class PlanFacts(NamedTuple):
    """What else is known when a plan is looked at.

    `lead` and `handle` are what its lead is called; `left` is the name of someone in it who has left; `rung` that of the
    support that was agreed for it. `put_aside` holds what is not to be said here: a rule, and what it spoke of.
    """

    today: date
    lead: str = ""
    handle: str = ""
    left: str = ""
    lexicon: Lexicon | None = None
    scenario: Scenario | None = None
    rehearsals: int = 0
    rung: int | None = None
    put_aside: Collection[tuple[str, str]] = ()


def check_conversation(plan: Conversation, rows: Sequence[PlanRow], facts: PlanFacts) -> list[Advice]:
    """What is worth a thought about a plan that is still to be held; of one that was held, what is still to come."""
    if plan.state in ("followed up", "set aside"):
        return []
    if facts.scenario is not None and facts.scenario.stop:
        return [Advice(_("This is not to be planned here."), facts.scenario.page[0], "scenario.stop")]
    parts: dict[str, list[PlanRow]] = {}
    for row in rows:
        if row.words.strip():
            parts.setdefault(row.part, []).append(row)
    found = [*_of_day(plan, parts, facts.today), *_of_people(plan, facts)]
    if plan.state != "held":
        found += [*_of_facts(parts, facts), *_of_clearness(parts), *_of_my_part(parts), *_of_opening(parts)]
        found += [*_of_questions(parts), *_of_request(parts), *_of_scenario(plan, parts, facts)]
    return [each for each in found if (each.rule, each.about) not in facts.put_aside]


def _of_day(plan: Conversation, parts: dict[str, list[PlanRow]], today: date) -> Iterator[Advice]:
    if plan.day is not None and plan.day < today and plan.state in ("planning", "rehearsed"):
        when = say_date(plan.day, today)
        yield Advice(_("Its day is past ({when}). Was it held? If not, a new day.").format(when=when),
                     _("What has no day to come is put off once more."), "day.past", when)  # fmt: skip
    follow_up, held = plan.follow_up_on, plan.held_on or plan.day
    if follow_up is None and not any(row.day for row in parts.get("check_back", ())):
        yield Advice(_("No day is set on which you look at it again."),
                     _("Without one nobody knows whether it changed anything."), "check_back.day")  # fmt: skip
    elif follow_up is not None and held is not None and follow_up < held:
        yield Advice(_("You look at it again before it is held."), _("One of the two days is not meant so."),
                     "check_back.before", say_date(follow_up, today))  # fmt: skip


def _of_people(plan: Conversation, facts: PlanFacts) -> Iterator[Advice]:
    whom = plan.with_whom.strip().casefold().removesuffix(":")
    first = next(iter(facts.lead.split()), "") if not facts.handle else ""
    if plan.held_by == "lead" and whom and whom in {each.casefold() for each in (facts.lead, facts.handle, first)}:
        yield Advice(_("{with_whom} is also the lead who is to hold it.").format(with_whom=plan.with_whom.strip()),
                     _("Nobody holds it with themselves: change whose conversation it is, or with whom."), "with.lead",
                     plan.with_whom.strip())  # fmt: skip
    if facts.left:
        yield Advice(_("{left} has left. The plan stays as it is.").format(left=facts.left),
                     _("Set it aside, or say with whom it is now."), "with.left", facts.left)  # fmt: skip


def _of_facts(parts: dict[str, list[PlanRow]], facts: PlanFacts) -> Iterator[Advice]:
    rows = parts.get("facts", [])
    if len(rows) < 2:
        count = _("Only one fact is") if rows else _("No facts are")
        yield Advice(_("{count} written down; two carry a conversation.").format(count=count),
                     _("A single one may be an accident; a pattern can be talked about."), "facts.few")  # fmt: skip
    for row in rows:
        if row.day is None and not says_day(row.words):
            yield Advice(
                _("On which day was it? “{words}”").format(words=_short(row.words)),
                _("A day makes a fact of an impression."),
                "facts.day",
                row.words,
            )
    for row in rows:
        hint = None if facts.lexicon is None else facts.lexicon.hint_in(row.words)
        if hint is not None:
            ends = "" if hint.advice.endswith((".", "?")) else "."
            yield Advice(f"“{hint.word}” {hint.advice}{ends}",
                         _("A fact that judges is argued about; one that was seen is not."), "facts.judge",
                         hint.word)  # fmt: skip


def _of_clearness(parts: dict[str, list[PlanRow]]) -> Iterator[Advice]:
    if any(was_never_said(row.words) for row in parts.get("unclear", ())):
        yield Advice(_("If it was never said, this is a talk to make it clear, not a difficult one."),
                     _("Say what is expected first, and have it said back; nobody can keep what nobody said."),
                     "unclear.never")  # fmt: skip


def _of_my_part(parts: dict[str, list[PlanRow]]) -> Iterator[Advice]:
    if "my_part" not in parts:
        yield Advice(_("Your own part is not in it yet."),
                     _("Who names their own part first is listened to."), "my_part.missing")  # fmt: skip


def _of_opening(parts: dict[str, list[PlanRow]]) -> Iterator[Advice]:
    rows = parts.get("opening", [])
    count = sum(sentences_in(row.words) for row in rows)
    if count > MOST_SENTENCES:
        yield Advice(
            _("The opening has {count} sentences; {most_sentences} can be said by heart.").format(
                count=count, most_sentences=MOST_SENTENCES
            ),
            _("After the third one nobody listens who is waiting to answer."),
            "opening.long",
        )
    for row in rows:
        found = argument_in(row.words)
        if found is not None:
            yield Advice(_("“{found}” argues before they have said a word.").format(found=found),
                         _("Open so that they could agree with every sentence."), "opening.argues", found)  # fmt: skip


def _of_questions(parts: dict[str, list[PlanRow]]) -> Iterator[Advice]:
    rows = parts.get("questions", [])
    for row in rows:
        leading = leading_in(row.words)
        if not asks(row.words):
            yield Advice(
                _("“{words}” is no question.").format(words=_short(row.words)),
                _("What you want to know begins with what or how."),
                "questions.none",
                row.words,
            )
        elif leading is not None:
            yield Advice(_("“{leading}” has its answer in it.").format(leading=leading), _("Ask what you don't know yet."),
                         "questions.leading", leading)  # fmt: skip
        elif argument_in(row.words) is not None:
            yield Advice(_("“{argument_in}” asks for a defence.").format(argument_in=argument_in(row.words)),
                         _("“What led to …” asks for the story."), "questions.argues", row.words)  # fmt: skip
    if sum(asks(row.words) for row in rows) < 2:
        yield Advice(_("Fewer than two questions."), _("Two questions keep it a conversation."), "questions.few")


def _of_request(parts: dict[str, list[PlanRow]]) -> Iterator[Advice]:
    for row in parts.get("request", ()):
        found = unseen_in(what_is_asked(row.words), _("the person"))
        if found is not None:
            yield Advice(found.words, found.why, "request.behaviour", found.about or row.words)


def _of_scenario(plan: Conversation, parts: dict[str, list[PlanRow]], facts: PlanFacts) -> Iterator[Advice]:
    scenario = facts.scenario
    if scenario is None:
        return
    why = scenario.keep[0] if scenario.keep else scenario.use or scenario.title
    for part in scenario.needs:
        if part not in parts and part != "my_part":
            yield Advice(
                _("“{label}” is empty, and it matters here.").format(label=_LABELS[part]), why, f"{part}.needed"
            )
    for part in scenario.counts:
        if part in parts and not any(has_number(row.words) for row in parts[part]):
            yield Advice(_("Nothing is counted yet in “{label}”.").format(label=_LABELS[part]), why, f"{part}.count")
    if facts.rehearsals < scenario.rehearsals:
        times = _("Rehearsed {facts_rehearsals} of {scenario_rehearsals} times.").format(
            facts_rehearsals=facts.rehearsals, scenario_rehearsals=scenario.rehearsals
        )
        yield Advice(times, why, "rehearsal.few", str(facts.rehearsals))
    if scenario.held_by and plan.held_by != scenario.held_by:
        whose = _("This one is the lead's to hold.") if scenario.held_by == "lead" else _("This one is yours to hold.")
        yield Advice(whose, why, "held_by.other")
    if facts.rung is not None and scenario.rungs and facts.rung not in scenario.rungs:
        fit = listed_or([f"“{RUNGS[rung]}”" for rung in scenario.rungs])
        yield Advice(_("The support that fits here is {fit}.").format(fit=fit), why, "support.rung", str(facts.rung))


def _short(words: str) -> str:
    return words if len(words) <= 48 else words[:47].rstrip() + "…"
