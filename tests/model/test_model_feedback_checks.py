"""Advice on a feedback: for every check, sentences that must trigger it and sentences that must not."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coachtui.library import load_feedback_shapes, load_lexicon
from coachtui.model.feedback_checks import DraftAdvice, FeedbackChecks, FeedbackFacts, check_feedback
from coachtui.model.feedback_parts import begun, parts_of
from coachtui.model.feedback_shape import FeedbackShape, PartKind
from coachtui.model.names import Person
from coachtui.model.not_here import NotHere
from coachtui.model.overlap import placed_words, windows_of, words_of
from coachtui.model.school_days import DayOff
from coachtui.places import Places

NOWHERE = Places(Path("/nowhere"))
SHAPES = load_feedback_shapes(NOWHERE)[0]
TODAY = date(2026, 11, 9)  # a Monday
PEOPLE = [
    Person(name, handle, "a member")
    for name, handle in (
        ("Maria Muñoz", "maria"), ("Tom Okafor", "tom"), ("Will Park", "will"), ("Grace Lee", "T4"), ("José Luis Peña", "jose"),
        ("Mark Hope", "mark"), ("Dana Reyes", "dana"), ("Ana O'Neil", "ana"),
    )
]  # fmt: skip
PRIVATE = "I am not sure that she wants to lead this team at all"
FACTS = FeedbackFacts(
    SHAPES["short-note"], TODAY, {"9:14": "l1", "9:14b": "l2", "9:31": "l3", "line 7": "l4"}, PEOPLE, "Dana Reyes",
    frozenset(("Eureka", "Cedar")), date(2026, 11, 20), [DayOff("d", date(2026, 11, 18), date(2026, 11, 19), "Conferences")],
    private=frozenset(windows_of(PRIVATE)), lexicon=load_lexicon(NOWHERE)[0],
)  # fmt: skip
HEADINGS: dict[PartKind, str] = {part.kind: part.heading for part in reversed(FACTS.shape.parts)}
STEP = "Wait five seconds after a question, as the lines 9:14 and 9:31 show."
ENOUGH = "After that three people turned to the page and spoke of what was on it, one after the other."


def draft(words: dict[PartKind, str], facts: FeedbackFacts = FACTS) -> str:
    """A draft of the note with these words in its parts."""
    return "\n\n".join(f"{HEADINGS[kind]}\n{said}" for kind, said in words.items())


def spoken(text: str, rule: str, facts: FeedbackFacts = FACTS) -> list[DraftAdvice]:
    """The advice of this rule on a draft."""
    return [each for each in check_feedback(parts_of(text, facts.shape), facts) if each.rule == rule]


def pointed(rule: str, kind: PartKind, words: str, facts: FeedbackFacts = FACTS) -> list[str]:
    """What the advice of a rule points at in a draft with these words in one part, and enough in another."""
    rest: dict[PartKind, str] = {} if kind == "note" else {"note": ENOUGH}
    rest |= {"step": STEP} if kind == "by when" else {}
    facts = facts._replace(shape=SHAPES["evidence-letter"]) if kind == "evidence" else facts
    text = f"{facts.shape.parts[0].heading}\n{words}" if kind == "evidence" else draft({**rest, kind: words})
    return [text[each.start : each.end] for each in spoken(text, rule, facts)]


def table() -> Iterator[tuple[str, PartKind, str, bool]]:
    """The rows of the table: a rule, a kind of part, the words in it, and whether the rule must speak."""
    rule, kind = "", ""
    for row in (Path(__file__).parent / "feedback_checks.txt").read_text("utf-8").splitlines():
        if row.startswith("== "):
            rule, kind = row[3:].split(" | ")
        elif row.startswith(("+ ", "- ", "-")) and rule:
            yield rule, cast("PartKind", kind), row[2:].replace(" / ", "\n"), row[0] == "+"


ROWS = [*table(), *(("long step", "step", f"Ask {'very ' * count}much", count > 23) for count in range(16, 32))]


@pytest.mark.parametrize(("rule", "kind", "words", "expected"), ROWS)
def test_what_a_sentence_triggers(rule: str, kind: PartKind, words: str, expected: bool) -> None:
    assert bool(pointed(rule, kind, words)) == expected, pointed(rule, kind, words)


def test_every_check_has_eight_sentences_that_trigger_it_and_eight_that_do_not() -> None:
    counts = Counter((rule, expected) for rule, _, _, expected in ROWS)
    assert min(counts.values()) >= 8 and len(counts) == 2 * len({rule for rule, _ in counts})


WHOLE: dict[PartKind, str] = {
    "strength": "At 9:14 you asked where we see that, and three people answered with a page.",
    "note": ENOUGH,
    "step": STEP,
    "by when": "Friday",
    "how we will know": "someone other than you ends the silence",
    "practice": "twice, on Thursday before the first bell",
    "question": "What were you watching for at 9:31?",
    "mine": "I will count the seconds from the back of the room, and bring you the list at lunch.",
}
MUCH = "word " * 20


def without(*kinds: PartKind, **words: str) -> dict[PartKind, str]:
    """The whole draft without the words of some parts, or with others in them."""
    changed = {cast("PartKind", kind.replace("_", " ")): said for kind, said in words.items()}
    return {kind: "" if kind in kinds else changed.get(kind, said) for kind, said in WHOLE.items()}


ONLY: dict[PartKind, str] = dict.fromkeys(WHOLE, "")
DRAFTS: dict[str, tuple[list[dict[PartKind, str]], list[dict[PartKind, str]]]] = {
    "no strength": (
        [without("strength"), without("strength", "step"), without("strength", "question"), without("strength", "by when"),
         ONLY | {"note": MUCH}, ONLY | {"step": f"{STEP} {MUCH}"}, ONLY | {"mine": MUCH}, {"note": MUCH * 4}],
        [WHOLE, without("step"), without("question"), ONLY | {"strength": MUCH}, ONLY | {"note": "It was"}, ONLY,
         without(strength="9:14"), {"note": MUCH}],
    ),
    "no step": (
        [without("step"), without("step", "by when"), without("step", "question"), without("step", "strength"),
         ONLY | {"question": MUCH}, ONLY | {"mine": MUCH}, ONLY | {"by when": MUCH}, {"note": MUCH * 4}],
        [WHOLE, without("strength"), ONLY | {"strength": MUCH}, ONLY | {"strength": MUCH, "note": MUCH}, ONLY,
         ONLY | {"mine": "I will"}, without(step="Wait"), {"note": MUCH}],
    ),
    "no day": (
        [without("by when"), without("by when", "practice"), without("by when", "question"), without(by_when="soon"),
         without("by when", step="Wait."), without("by when", "strength"),
         without("by when", step="On Friday at 9:14 two spoke. Wait."),
         without("by when", "how we will know", "practice", "question")],
        [WHOLE, without("step"), without("practice"), without("by when", step="By Friday, ask twice."),
         without(by_when="11/13"),
         without("by when", step="Ask twice on Friday."), ONLY | {"step": STEP}, without("by when", step="Next week, wait.")],
    ),
    "no practice": (
        [without("practice"), without("practice", "by when"), without("practice", "question"), without("practice", step="Wait."),
         without("practice", "strength"), without("practice", "how we will know"), without("practice", "mine"),
         without("practice", "question", "note")],
        [WHOLE, without("step"), without("by when"), without("practice", step="Wait; rehearse it on me."),
         without("practice", step="Ask twice. We practise it at noon."), without("practice", step="Role-play the opening."),
         ONLY | {"step": STEP}, without(practice="aloud")],
    ),
    "no look": (
        [without("how we will know"), without("how we will know", "by when"), without("how we will know", "practice"),
         without("how we will know", step="Wait."), without("how we will know", "strength"), without("how we will know", "mine"),
         without("how we will know", "question"), without("how we will know", "note")],
        [WHOLE, without("step"), without("practice"), without("how we will know", step="Wait. We will see three hands."),
         without("how we will know", step="Wait; you'll know by the silence."), ONLY | {"step": STEP},
         without("how we will know", step="Wait. Look for two voices."), without(how_we_will_know="silence")],
    ),
    "step evidence": (
        [without(step="Wait five seconds."), without(step="Wait, as at 9:14."), without(step="At 9:14 and 9:14, wait."),
         without(step="Wait (9:15, 9:32)."), without(step="Wait: line 7."), without(step="Wait: line 8, line 9."),
         without("strength", step="Wait."), without(step="9:14b: wait")],
        [WHOLE, without("step"), without(step="Wait (9:14, 9:31)."), without(step="Wait: line 7, 9:14b."),
         without(step="At 9:14, wait.", how_we_will_know="as at 9:31"), without(step="9:14/9:31 wait"),
         without(step="Wait.", practice="read 9:14 and 9:31 aloud"), ONLY | {"step": "Wait."}],
    ),
    "no question": (
        [without("question"), without("question", "mine"), without("question", "strength"), without("question", "step"),
         without(question="Tell me."), without(question="I wonder."), without(question="your view"), without("question", "note")],
        [WHOLE, without("mine"), without("question", mine="What do you need from me?"), without(question="Why?"), ONLY,
         ONLY | {"strength": MUCH}, without("question", note="How did it sound to you?"), without(question="Was it long?")],
    ),
    "too long": (
        [without(note="word " * count) for count in range(130, 138)],
        [without(note="word " * count) for count in range(60, 67)] + [WHOLE],
    ),
    "too short": (
        [without(note="word " * count) for count in range(8)],
        [without(note="word " * count) for count in range(70, 76)]
        + [without("question", "note"), without("mine", "note"), without("strength", "note"), ONLY],
    ),
}  # fmt: skip
CASES = [
    pytest.param(rule, words, expected, id=f"{rule}, {'+-'[not expected]}{place}")
    for rule, two in DRAFTS.items()
    for expected, drafts in zip((True, False), two, strict=True)
    for place, words in enumerate(drafts)
]


@pytest.mark.parametrize(("rule", "words", "expected"), CASES)
def test_what_a_whole_draft_triggers(rule: str, words: dict[PartKind, str], expected: bool) -> None:
    found = spoken(draft(words), rule)
    assert bool(found) == expected, found
    assert len(found) <= 1


def test_every_check_of_a_whole_draft_has_eight_of_either() -> None:
    assert all(min(len(triggers), len(others)) >= 8 for triggers, others in DRAFTS.values())


def test_a_whole_draft_has_nothing_said_of_it_and_each_advice_has_a_why() -> None:
    good = without(note=f"{ENOUGH} {ENOUGH} {ENOUGH}", mine=f"{WHOLE['mine']} That is what I can do before Friday.")
    assert check_feedback(parts_of(draft(good), FACTS.shape), FACTS) == []
    odd = draft(without(strength="You always shine, but Maria is better.\nShe is on leave.", step="Be clear; improve."))
    found = check_feedback(parts_of(odd, FACTS.shape), FACTS)
    assert len({each.rule for each in found}) > 6 and [each.start for each in found] == sorted(
        each.start for each in found
    )
    assert all(
        each.words.endswith((".", "?")) and each.why.endswith(".") and "!" not in each.words + each.why
        for each in found
    )


@pytest.mark.parametrize("shape", SHAPES.values(), ids=lambda shape: shape.id)
def test_nothing_is_said_while_somebody_has_only_begun(shape: FeedbackShape) -> None:
    facts = FACTS._replace(shape=shape)
    text = begun(shape)
    for typed in ("", "At 9:14 you", "At 9:14 you asked where we see that"):
        place = parts_of(text, shape)[0].start
        assert check_feedback(parts_of(f"{text[:place]}{typed}{text[place:]}", shape), facts) == []


def test_where_words_are_missing_the_place_is_theirs() -> None:
    text = draft(without("practice"))
    (advice,) = spoken(text, "no practice")
    assert advice.start == advice.end == text.index("How we practise it\n") + len("How we practise it\n")
    (long,) = spoken(draft(without(note=MUCH * 9)), "too long")
    assert (long.start, long.end) == (0, 0)


def test_what_is_pointed_at() -> None:
    assert pointed("always", "strength", "At 9:14 you ask. You never wait.") == ["never"]
    assert pointed("praise but", "note", "A good start, but late. Fine.") == ["but"]
    assert pointed("comparison", "note", "- Do it like José Luis.") == ["José Luis"]
    assert pointed("unseen step", "step", "At 9:14 two spoke (9:31). Be clearer.") == ["Be"]
    assert pointed("two in one", "step", "At 9:14 two. Ask for it and write it.") == ["and write it"]
    assert pointed("private words", "note", f"So: {PRIVATE.upper()}, I said") == [PRIVATE.upper()]
    assert pointed("name", "note", "Ana and Ana and Tom, and “Ana”") == ["Ana", "Tom"]
    assert pointed("past day", "by when", "in a meeting on Nov 2") == ["Nov 2"]
    assert pointed("closed question", "question", "I see. Did it go well?") == ["Did it go well?"]
    assert pointed("strength without evidence", "strength", "- 9:14 a\n- the close\n- 9:31 b") == ["- the close"]


def test_what_was_put_aside_is_not_said_here_again() -> None:
    text = draft(without("practice", note=f"You never wait. They NEVER wait, always. {ENOUGH}"))
    aside = FACTS._replace(not_here=[NotHere("1", "f", "always", "never"), NotHere("2", "f", "no practice")])
    assert [each.about for each in spoken(text, "always")] == ["never", "NEVER", "always"]
    assert [each.about for each in spoken(text, "always", aside)] == ["always"]
    assert spoken(text, "no practice") and not spoken(text, "no practice", aside)


def test_a_rehearsal_stands_for_practice_and_a_letter_asks_for_no_step() -> None:
    assert not spoken(draft(without("practice")), "no practice", FACTS._replace(rehearsals=1))
    letter = FACTS._replace(shape=SHAPES["evidence-letter"])
    text = f"What was said and done\n{MUCH * 4}"
    assert {each.rule for each in check_feedback(parts_of(text, letter.shape), letter)} == set()


def test_starters_of_ours_hold_to_our_own_advice() -> None:
    for shape in SHAPES.values():
        for part in shape.parts:
            for starter in part.starters:
                text = f"{part.heading}\n{starter.replace('___', '9:14')}"
                found = check_feedback(parts_of(text, shape), FACTS._replace(shape=shape))
                assert {each.rule for each in found} <= {"strength without evidence"}, (starter, found)


PIECES = st.sampled_from(
    ["You ", "never ", "but ", "great ", "Maria ", "like ", "9:14 ", "\n", "\n\n", "- ", ". ", "? ", "“", "”", '"', "'", "and ",
     "ask ", "be ", "ſ", "İ", "ﬁ", "e\u0301", "José ", "By when: ", "What worked\n", "One thing to try\n", "A question for you\n",
     "Friday ", "___", "; ", "her evaluation ", "on leave ", "1. ", "Don't you ", "perfect ", *f"{PRIVATE} ".split(" ")]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=60)


@settings(max_examples=100, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=3), st.sampled_from(list(SHAPES.values())))
def test_advice_points_into_the_text_and_what_is_kept_changes_nothing(texts: list[str], shape: FeedbackShape) -> None:
    facts = FACTS._replace(shape=shape)
    kept = FeedbackChecks(facts)
    for text in [*texts, texts[0]]:
        parts = parts_of(text, shape)
        found = kept.of(parts)
        assert found == check_feedback(parts, facts)
        for each in found:
            assert 0 <= each.start <= each.end <= len(text)
            assert each.words and each.why and each.rule


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_words_of_an_overlap_are_found_at_their_places(text: str) -> None:
    placed = list(placed_words(text))
    assert [word for word, _, _ in placed] == words_of(text)
    assert all(words_of(text[start:end]) == [word] for word, start, end in placed if text[start:end].isascii())


@pytest.mark.parametrize(
    "words", ["You but ", "and ask ", "be and ", "Ask it, ", "Xa. ", "“", "9:14 ", "Maria's ", "her evaluation "]
)
def test_a_text_of_one_word_is_read_in_a_time_that_grows_with_its_length_alone(words: str) -> None:
    """If it grew with the square, this would take minutes."""
    for heading in ("What worked", "One thing to try", "A question for you"):
        assert isinstance(check_feedback(parts_of(f"{heading}\n{words * 3000}", FACTS.shape), FACTS), list)
