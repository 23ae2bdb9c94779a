"""The parts of a draft: found at their places, and no word lost from one shape to another."""

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coachtui.library import load_feedback_shapes
from coachtui.model.closing import Closing
from coachtui.model.feedback_parts import begun, in_shape, parts_of, words_of
from coachtui.model.feedback_shape import FeedbackShape
from coachtui.places import Places

SHAPES = load_feedback_shapes(Places(Path("/nowhere")))[0]
NOTE, GUIDE, LETTER, LADDER = (
    SHAPES[name] for name in ("short-note", "conversation-guide", "evidence-letter", "probe-ladder")
)
DRAFT = """Dana, before we talk:

What worked
At 9:14 you asked for the page.

And at 9:31.
What it made possible: three answers

One thing to try
Wait five seconds
By when: Friday
how we will know:
HOW WE PRACTISE IT
twice
"""


def test_parts_are_found_by_heading_with_a_colon_or_alone_in_any_case() -> None:
    found = parts_of(DRAFT, NOTE)
    assert [(part.kind, part.heading, part.words) for part in found] == [
        ("note", "", "Dana, before we talk:"),
        ("strength", "What worked", "At 9:14 you asked for the page.\n\nAnd at 9:31."),
        ("note", "What it made possible", "three answers"),
        ("step", "One thing to try", "Wait five seconds"),
        ("by when", "By when", "Friday"),
        ("how we will know", "How we will know", ""),
        ("practice", "How we practise it", "twice"),
    ]
    assert words_of(found, "note") == "Dana, before we talk:\nthree answers"


@pytest.mark.parametrize(
    "line", ["What worked was the page", "So: what worked", "What worked, again:", "By when is it due"]
)
def test_words_that_only_begin_like_a_heading_are_words(line: str) -> None:
    (only,) = parts_of(f"{line}\nmore", NOTE)
    assert only.heading == "" and only.words == f"{line}\nmore"


def test_a_heading_that_stands_twice_is_two_parts() -> None:
    assert [part.words for part in parts_of("What worked\na\nWhat worked\nb", NOTE)] == ["a", "b"]


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("What worked\n", "\n\nOne thing to try\n"), ("What worked", "\nOne thing to try\n"), ("What worked\n", ""),
        ("What worked: ", "\n\nOne thing to try"), ("What worked:", ""),
        ("What worked", ""), ("By when: ", "\nHow we will know: "),
    ],
)  # fmt: skip
def test_where_a_part_has_no_words_its_place_is_where_they_go(before: str, behind: str) -> None:
    assert parts_of(before + behind, NOTE)[0].start == len(before)


def test_a_draft_begins_with_the_headings_and_the_closing_words() -> None:
    text = begun(NOTE, Closing("Asked for the page", "Wait", "What did you hope?"))
    assert text.startswith(
        "What worked\nAsked for the page\n\nWhat it made possible\n\n\nOne thing to try\nWait\nBy when: \n"
    )
    assert {part.heading: part.words for part in parts_of(text, NOTE) if part.words} == {
        "What worked": "Asked for the page", "One thing to try": "Wait", "A question for you": "What did you hope?",
    }  # fmt: skip
    guide = begun(GUIDE, Closing(question="What did you hope?"))
    assert guide.startswith("You first\nWhat did you hope?\n\n") and guide.count("hope") == 1


@pytest.mark.parametrize("shape", SHAPES.values(), ids=lambda shape: shape.id)
def test_an_empty_draft_has_a_line_to_write_on_in_every_part(shape: FeedbackShape) -> None:
    text = begun(shape)
    for place, part in enumerate(shape.parts):
        start = parts_of(text, shape)[place].start
        again = parts_of(f"{text[:start]}here{text[start:]}", shape)
        assert [each.words for each in again] == [
            "here" if each == place else "" for each in range(len(shape.parts))
        ], part


def test_what_has_no_place_stands_first_and_goes_back() -> None:
    letter = in_shape(DRAFT, NOTE, LETTER)
    assert letter.startswith(
        "Dana, before we talk:\n\nWhat worked\nAt 9:14 you asked for the page.\n\nAnd at 9:31.\n\n"
    )
    back = in_shape(letter, LETTER, NOTE)
    was, now = ([part._replace(start=0) for part in parts_of(text, NOTE) if part.words] for text in (DRAFT, back))
    assert now == was
    assert words_of(parts_of(in_shape("A question for you\nWhy?", NOTE, LADDER), LADDER), "question") == "Why?"


HEADINGS = st.sampled_from([part.heading for shape in SHAPES.values() for part in shape.parts])
WORDS = st.text(st.sampled_from("ab ñ:.\t9İſ"), max_size=8)
LINES = st.one_of(HEADINGS, HEADINGS.map(str.upper), st.builds("{}: {}".format, HEADINGS, WORDS), WORDS, st.just(""))
DRAFTS = st.lists(LINES, max_size=12).map("\n".join)


def own_words(text: str, *shapes: FeedbackShape) -> Counter[str]:
    """The words of a draft that are no heading of these shapes: nor is the colon behind one."""
    names = "|".join(re.escape(part.heading) for shape in shapes for part in shape.parts)
    return Counter(re.sub(rf"^(?:{names})[ \t]*(?::|$)", " ", text, flags=re.MULTILINE | re.IGNORECASE).split())


@settings(max_examples=60, deadline=None)
@given(DRAFTS, st.sampled_from([*SHAPES.values()]), st.sampled_from([*SHAPES.values()]))
def test_no_word_is_lost_and_every_part_is_at_its_place(text: str, shape: FeedbackShape, other: FeedbackShape) -> None:
    ends = [0]
    for part in parts_of(text, shape):
        assert text[part.start : part.start + len(part.words)] == part.words and part.start >= ends[-1]
        ends.append(part.start + len(part.words))
    changed = in_shape(text, shape, other)
    assert not own_words(text, shape, other) - Counter(changed.split())
    assert {part.heading for part in parts_of(changed, other)} >= {part.heading for part in other.parts}
    assert in_shape(changed, other, other) == changed
    assert in_shape(begun(shape), shape, other) == begun(other)
