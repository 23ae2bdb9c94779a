"""What is worth a thought about a feedback as it is drafted. Advice, never a lock; each can be put aside."""

import re
from collections.abc import Iterator, Sequence

from coachtui.model.draft_advice import DraftAdvice, FeedbackFacts
from coachtui.model.draft_balance import (
    BEGUN,
    count_words,
    is_far,
    length_advice,
    missing_advice,
    question_advice,
    strength_advice,
)
from coachtui.model.feedback_parts import Part
from coachtui.model.feedback_shape import PartKind
from coachtui.model.named import Naming
from coachtui.model.overlap import LENGTH, placed_words, words_of
from coachtui.model.sentences import lines_in, without_quotes
from coachtui.model.step_in_draft import step_advice, whole_step_advice
from coachtui.model.third_party import matters_of, naming_advice
from coachtui.model.tone import goes_on, tone_of
from coachtui.wording import _

__all__ = ["DraftAdvice", "FeedbackChecks", "FeedbackFacts", "check_feedback"]

_GAP = re.compile("_{3,}")
_MOST_KEPT = 1000


def check_feedback(parts: Sequence[Part], facts: FeedbackFacts) -> list[DraftAdvice]:
    """What is worth a thought about a draft, in the order in which it stands there; first what is about the whole."""
    return FeedbackChecks(facts).of(parts)


class FeedbackChecks:
    """The checks of one draft. What was found is kept: a line that did not change is not read again, nor is such a part."""

    def __init__(self, facts: FeedbackFacts) -> None:
        self._facts = facts
        self._naming = Naming(facts.people, facts.recipient, facts.known_words)
        self._aside = {(each.rule, each.words.casefold()) for each in facts.not_here}
        self._lines: dict[tuple[PartKind, str, str], list[DraftAdvice]] = {}
        self._parts: dict[tuple[PartKind, str], list[DraftAdvice]] = {}

    def of(self, parts: Sequence[Part]) -> list[DraftAdvice]:
        """What is worth a thought about the draft that has these parts."""
        was = self._parts
        kept = ((part, was.get((part.kind, part.words))) for part in parts)
        by_part = [(part, self._of_part(part) if known is None else known) for part, known in kept]
        self._parts = {(part.kind, part.words): advice for part, advice in by_part}
        found = [each.moved(part.start) for part, advice in by_part for each in advice]
        if count_words(parts) >= BEGUN:
            found += self._of_the_whole(parts)
        fresh = [each for each in found if (each.rule, each.about.casefold()) not in self._aside]
        return sorted(_each_name_once(fresh), key=lambda each: (each.start, each.end))

    def _of_part(self, part: Part) -> list[DraftAdvice]:
        """What is worth a thought about one part by itself; places are counted from the beginning of its words."""
        found: list[DraftAdvice] = []
        before = ""
        for start, line in lines_in(part.words):
            found += (each.moved(start) for each in self._kept_of_line(part.kind, before, line))
            before = line
        found += self._private_in(part.words)
        if part.kind == "strength":
            found += strength_advice(part, self._facts)
        if part.kind == "step" and part.words:
            found += step_advice(part, self._facts)
        return found

    def _kept_of_line(self, kind: PartKind, before: str, line: str) -> list[DraftAdvice]:
        key = (kind, before if goes_on(line) else "", line)
        if key not in self._lines:
            if len(self._lines) > _MOST_KEPT:
                self._lines.clear()
            self._lines[key] = list(self._of_line(*key))
        return self._lines[key]

    def _of_line(self, kind: PartKind, before: str, line: str) -> Iterator[DraftAdvice]:
        named = self._naming.named_in(line)
        tone = list(tone_of(line, kind, named, before))
        yield from tone
        yield from naming_advice(named)
        yield from matters_of(line, named)
        if kind == "evidence" or (kind == "note" and not self._facts.shape.takes_step):
            yield from self._judging_in(line, {each.start for each in tone})
        for gap in _GAP.finditer(line):
            why = _("Where a starter has a gap, the words are yours.")
            yield DraftAdvice("gap", _("A gap is still to be filled."), why, *gap.span())

    def _of_the_whole(self, parts: Sequence[Part]) -> Iterator[DraftAdvice]:
        yield from missing_advice(parts, self._facts)
        yield from length_advice(parts, self._facts)
        if self._facts.shape.takes_step:
            yield from whole_step_advice(parts, self._facts)
            yield from question_advice(parts, far=is_far(parts, self._facts))

    def _judging_in(self, words: str, told: set[int]) -> Iterator[DraftAdvice]:
        """Words of the lexicon where only what was seen and heard should stand; not what the tone spoke of already."""
        lexicon = self._facts.lexicon
        for hint, start in lexicon.hints_in(without_quotes(words)) if lexicon else ():
            if start not in told:
                why = _("These words are for what a camera would show; the reader comes to the judgment.")
                end = start + len(hint.word)
                yield DraftAdvice("judging word", f"'{hint.word}' {hint.advice}", why, start, end, hint.word)

    def _private_in(self, words: str) -> Iterator[DraftAdvice]:
        """Six and more words in a row that are those of a private line."""
        if not self._facts.private:
            return
        row = words_of(words)
        runs: list[tuple[int, int]] = []
        for place in range(len(row) - LENGTH + 1):
            if tuple(row[place : place + LENGTH]) in self._facts.private:
                begins = runs.pop()[0] if runs and place <= runs[-1][1] else place
                runs.append((begins, place + LENGTH - 1))
        placed = list(placed_words(words)) if runs else []
        for begins, last in runs:
            start, end = placed[begins][1], placed[last][2]
            why = _("Only on this computer: what is private does not leave. The gate holds it back as well.")
            yield DraftAdvice(
                "private words", _("These are the words of a private line."), why, start, end, words[start:end]
            )


def _each_name_once(found: Sequence[DraftAdvice]) -> Iterator[DraftAdvice]:
    """Without the names that were spoken of in a part before."""
    told: set[str] = set()
    for each in found:
        if each.rule != "name" or each.about not in told:
            yield each
        if each.rule == "name":
            told.add(each.about)
