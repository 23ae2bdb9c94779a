"""The balance of a draft: one to three strengths on lines of evidence, one real question, words enough and not too many."""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from coachtui.model.citation import marks_in
from coachtui.model.draft_advice import DraftAdvice, FeedbackFacts
from coachtui.model.feedback_parts import Part
from coachtui.model.feedback_shape import PartKind
from coachtui.model.sentences import lines_in, sentences_in, without_quotes
from coachtui.wording import _

BEGUN = 10
"""So many words make a draft that is spoken of as a whole; one that has fewer was only just begun."""
MOST_STRENGTHS = 3
_WELL_ON = 60
"""So many words in a shape of any length make a draft in which nothing should be missing."""
_ITEM = re.compile(r"[-*•–]\s+|\(?\d{1,2}[.)]\s+")
_CLOSED = re.compile(
    r"(?:do|does|did|is|are|was|were|will|would|can|could|should|have|has|had|am|may|might|shall)(?:n['’]t)?\s",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"\b(?:what|how|why|which|where|when|who|whom|whose|anything|"
    r"(?:walk|talk|tell|show|help) me|say more|describe)\b",
    re.IGNORECASE,
)
_NO_QUESTION = re.compile(
    r"(?:don|doesn|didn|isn|aren|wasn|weren|won|wouldn|couldn|shouldn|can|haven|hasn)['’]?t\b|"
    r"why (?:not|didn|don|wouldn|couldn|can|aren)|"
    r"who (?:doesn|wouldn|isn)|what were you thinking|how could you\b|(?:how|what) about\b|what if you (?:just|simply)\b|"
    r"(?:have|did) you (?:ever )?(?:thought|think|considered?|tried|try)\b|what is wrong\b",
    re.IGNORECASE,
)
_TAG = re.compile(
    r",\s*(?:right|ok(?:ay)?|no|yes|(?:is|was|does|did|do|are|were|would|will|can|could)n['’]t "
    r"(?:it|you|they|he|she|we)|agreed)\?$",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^\W*(?:(?:and|so|now|well|then|but)\s+|"
    r"(?:I (?:wonder|am curious|was wondering)|(?:at|in|on|when|after|before)\b[^,?]*)[,:]\s*)*",
    re.IGNORECASE,
)


class Strength(NamedTuple):
    """One of the strengths of a part, and where it begins in it."""

    words: str
    start: int


def strengths_in(words: str, marks: Collection[str]) -> list[Strength]:
    """The strengths of a part: rows of a list, or paragraphs; a line on evidence of its own begins another.

    A line that ends with a colon leads to what is below it.
    """
    found: list[Strength] = []
    below = 0
    for start, line in lines_in(words):
        blank = words[below:start].count("\n") > 1
        last = found[-1] if found else None
        cited = bool(marks_in(line, marks))
        begins = last is None or blank or bool(_ITEM.match(line)) or (cited and bool(marks_in(last.words, marks)))
        if last is not None and (not begins or last.words.endswith(":")):
            found[-1] = Strength(words[last.start : start + len(line)], last.start)
        else:
            found.append(Strength(line, start))
        below = start + len(line)
    return found


def strength_advice(part: Part, facts: FeedbackFacts) -> Iterator[DraftAdvice]:
    """What is worth a thought about strengths; places are counted from the beginning of the part's words."""
    strengths = strengths_in(part.words, facts.citations)
    for each in strengths:
        if not marks_in(each.words, facts.citations):
            why = _("A strength with its minute can be repeated; praise without one is only pleasant.")
            said = _("No line of evidence stands behind this strength.")
            yield DraftAdvice(
                "strength without evidence", said, why, each.start, each.start + len(each.words), each.words[:60]
            )
    for each in strengths[MOST_STRENGTHS : MOST_STRENGTHS + 1]:
        said = _("{n} strengths: choose the {most_strengths} that matter most.").format(
            n=len(strengths), most_strengths=MOST_STRENGTHS
        )
        yield DraftAdvice(
            "many strengths", said, _("Of more than three, none is remembered."), each.start, len(part.words)
        )


def question_fault(question: str) -> str | None:
    """Why a sentence with a question mark is no real question; None where it is one."""
    asked = _LEAD.sub("", question)
    if _NO_QUESTION.match(asked) or _NO_QUESTION.match(question) or _TAG.search(question):
        return _("This asks for a yes, or tells what to do.")
    if _CLOSED.match(asked) and not _OPENS.search(asked):
        return _("This can be answered with yes or no.")
    return None


def question_advice(parts: Sequence[Part], *, far: bool) -> Iterator[DraftAdvice]:
    """Whether the draft asks something that only the lead knows; without a question, it says so once the draft is `far` on."""
    why = _("A question that you do not know the answer of makes the lead think; others are heard as advice.")
    asked: list[DraftAdvice] = []
    for part in parts:
        if "?" not in part.words:
            continue
        plain = without_quotes(part.words)
        words = plain if part.kind != "question" or "?" in plain else part.words
        for each in sentences_in(words):
            if each.words.rstrip("\"'”’»)").endswith("?"):
                fault = question_fault(each.words.strip("\"'“”‘’«»()"))
                if fault is None:
                    return
                asked.append(DraftAdvice("closed question", fault, why, part.start + each.start, part.start + each.end))
    if asked:
        yield asked[0]._replace(about="")
        return
    own = [part for part in parts if part.kind == "question"]
    filled = next((part for part in own if part.words), None)
    if own and (filled is not None or far):
        place = own[0].start if filled is None else filled.start
        end = place if filled is None else place + len(filled.words)
        yield DraftAdvice("no question", _("No question is asked."), why, place, end)


def missing_advice(parts: Sequence[Part], facts: FeedbackFacts) -> Iterator[DraftAdvice]:
    """What has no words yet although the person went past it, or wrote enough for all."""
    far = is_far(parts, facts)
    needed: dict[PartKind, tuple[str, str, str]] = {
        "strength": (
            "no strength",
            _("No strength is named yet."),
            _("People build on what works, once they know which it was."),
        ),
        "step": ("no step", _("No step is named yet."), _("Without one thing to try, feedback is an opinion.")),
    }
    for kind, (rule, words, why) in needed.items():
        of_kind = [part for part in parts if part.kind == kind]
        wanted = any(each.kind == kind for each in facts.shape.parts)
        if wanted and not any(part.words for part in of_kind) and (far or passed(parts, kind)):
            place = of_kind[0].start if of_kind else 0
            yield DraftAdvice(rule, words, why, place, place)


def is_far(parts: Sequence[Part], facts: FeedbackFacts) -> bool:
    """Whether a draft has so many words that nothing should be missing in it."""
    return count_words(parts) >= (facts.shape.shortest // 2 or _WELL_ON)


def passed(parts: Sequence[Part], kind: PartKind) -> bool:
    """Whether something was written in a part behind those of this kind."""
    last = max((place for place, part in enumerate(parts) if part.kind == kind), default=None)
    return last is not None and any(part.words for part in parts[last + 1 :])


def length_advice(parts: Sequence[Part], facts: FeedbackFacts) -> Iterator[DraftAdvice]:
    """Whether the draft is longer than its shape wants; or shorter, once every part that is needed has words."""
    count, shape = count_words(parts), facts.shape
    if shape.longest and count > shape.longest:
        why = _("What is short is read twice; what is long is skimmed once.")
        yield DraftAdvice(
            "too long",
            _("{count} words; this shape has room for {longest}.").format(count=count, longest=shape.longest),
            why,
        )
    needed = {part.kind for part in shape.parts} & {"strength", "step", "question", "mine"}
    if count < shape.shortest and needed <= {part.kind for part in parts if part.words}:
        why = _("A few words more let the lead see the moment again.")
        yield DraftAdvice(
            "too short",
            _("{count} words; this shape has {shortest} to {longest}.").format(
                count=count, shortest=shape.shortest, longest=shape.longest
            ),
            why,
        )


def count_words(parts: Sequence[Part]) -> int:
    """How many words a draft has, without its headings."""
    return sum(_count(part.words) for part in parts)


@lru_cache(64)
def _count(words: str) -> int:
    return len(words.split())
