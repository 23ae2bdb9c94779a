"""The step in a draft: one, that can be seen, with its day, its practice, how we will know, and the lines it stands on."""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import islice

from coachtui.model.citation import marks_in
from coachtui.model.dates import say_date
from coachtui.model.draft_advice import DraftAdvice, FeedbackFacts
from coachtui.model.draft_balance import is_far, passed
from coachtui.model.feedback_parts import Part
from coachtui.model.feedback_shape import PartKind
from coachtui.model.found_day import FoundDay, day_in
from coachtui.model.school_days import is_school_day
from coachtui.model.sentences import Sentence, sentences_in, without_quotes
from coachtui.model.step_checks import PRACTICE, SAME, SOON, SOON_DAYS, WITHIN
from coachtui.model.step_wording import begins_with_doing, wording_of
from coachtui.wording import _

_ENOUGH_LINES = 2
_ANOTHER = re.compile(
    r"\W*(?:also|another (?:thing|step)|second(?:ly)?|in addition|besides|one more thing)\b", re.IGNORECASE
)
_KNOWN_BY = re.compile(
    r"\b(?:we(?:['’]| wi)ll (?:know|see|hear)|you(?:['’]| wi)ll know|look for|success (?:is|looks))\b", re.IGNORECASE
)
_PRACTISED = re.compile(
    r"\b(?:practi[sc]e|rehears(?:e|al)|role-?play|try it (?:out )?(?:aloud|on me|with me)|run it (?:through|by))",
    re.IGNORECASE,
)
_OF_A_STEP: tuple[PartKind, ...] = ("step", "by when", "how we will know", "practice")


def actions_in(words: str, marks: Collection[str]) -> list[Sentence]:
    """The sentences of a part that are the step itself: those that tell somebody to do something, else all without a citation."""
    sentences = list(sentences_in(without_quotes(words)))
    bare = [each for each in sentences if not marks_in(each.words, marks)] or sentences[-1:]
    return [each for each in bare if begins_with_doing(each.words) or _ANOTHER.match(each.words)] or bare[:1]


def step_advice(part: Part, facts: FeedbackFacts) -> Iterator[DraftAdvice]:
    """What is worth a thought about the words of a step; places are counted from the beginning of its words."""
    actions = actions_in(part.words, facts.citations)
    for each in actions[:1]:
        words = part.words[each.start : each.end]
        yield from (advice.moved(each.start) for advice in wording_of(words))
    for each in islice(actions, 1, 2):
        yield _one_too_many(each.start, each.end)


def _one_too_many(start: int, end: int) -> DraftAdvice:
    why = _("One step that is done is worth more than three that are meant. Keep the other for next time.")
    return DraftAdvice("many steps", _("This is a second step."), why, start, end)


def whole_step_advice(parts: Sequence[Part], facts: FeedbackFacts) -> Iterator[DraftAdvice]:
    """What is worth a thought about the step as a whole: its lines, its day, its practice, how we will know.

    Of what has no words it speaks once the person went past it, or wrote enough for all.
    """
    steps = [part for part in parts if part.kind == "step" and part.words]
    if not steps:
        return
    for part in steps[1:]:
        yield _one_too_many(part.start, part.start + len(part.words))
    start, end = steps[0].start, steps[0].start + len(steps[0].words)
    cited = {mark for part in parts if part.kind in _OF_A_STEP for mark in marks_in(part.words, facts.citations)}
    if len(cited) < _ENOUGH_LINES:
        said = _("The step stands on one line.") if cited else _("The step stands on no line.")
        why = _("One moment may be chance. Two lines show what is worth a change.")
        yield DraftAdvice("step evidence", _("{said} Two or more show a pattern.").format(said=said), why, start, end)
    yield from _day_advice(parts, steps[0], facts)
    text = " ".join(part.words for part in steps)
    far = is_far(parts, facts)
    if not facts.rehearsals and not _PRACTISED.search(text):
        yield from _missing(
            parts, far, "practice", "no practice", _("Nothing says how it is practised."), PRACTICE, end
        )
    if not _KNOWN_BY.search(text):
        yield from _missing(parts, far, "how we will know", "no look", _("Nothing says how we will know."), SAME, end)


def _missing(
    parts: Sequence[Part], far: bool, kind: PartKind, rule: str, words: str, why: str, behind: int
) -> Iterator[DraftAdvice]:
    """Advice where no part of this kind has words, at its place; without such a part, behind the step."""
    found = [part for part in parts if part.kind == kind]
    if not any(part.words for part in found) and (far or passed(parts, kind if found else "step")):
        place = found[0].start if found else behind
        yield DraftAdvice(rule, words, why, place, place)


def _day_advice(parts: Sequence[Part], step: Part, facts: FeedbackFacts) -> Iterator[DraftAdvice]:
    told = next((part for part in parts if part.kind == "by when" and part.words), None)
    found = day_in(told.words, facts.today) if told else None
    if told is not None and found is None:
        said = _("No day can be read here: Friday, Nov 20 and next week can.")
        yield DraftAdvice("no day", said, SOON, told.start, told.start + len(told.words), told.words)
        return
    here = told.start if told else step.start
    if found is None:
        actions = actions_in(step.words, facts.citations)
        inside = ((each, day_in(each.words, facts.today)) for each in actions)
        here, found = next(((step.start + each.start, day) for each, day in inside if day), (here, None))
    if found is None:
        far = is_far(parts, facts)
        yield from _missing(
            parts, far, "by when", "no day", _("By when has no day."), SOON, step.start + len(step.words)
        )
        return
    for rule, words, why in _of_day(found, facts):
        yield DraftAdvice(rule, words, why, here + found.start, here + found.end, say_date(found.day, facts.today))


def _of_day(found: FoundDay, facts: FeedbackFacts) -> Iterator[tuple[str, str, str]]:
    day = say_date(found.day, facts.today)
    ahead = (found.day - facts.today).days
    if ahead < 0:
        yield "past day", _("{day} is past.").format(day=day), _("A step looks ahead.")
    elif ahead > SOON_DAYS:
        yield "late day", _("{day} is more than {soon_days} days off.").format(day=day, soon_days=SOON_DAYS), SOON
    if facts.cycle_ends is not None and found.day > facts.cycle_ends:
        yield "after cycle", _("{day} is after the cycle's last day.").format(day=day), WITHIN
    if ahead >= 0 and not is_school_day(found.day, facts.days_off):
        yield "day off", _("{day} has no school.").format(day=day), _("A step is tried where the team meets.")
