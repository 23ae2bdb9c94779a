"""The shapes of feedback: what ships can be used, a school's own wins, a broken one names its line."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from coachtui.library import CONTENT, load_feedback_shapes, load_starters
from coachtui.model.feedback_shape import PART_KINDS, BadShape, FeedbackShape, PlannedPart, read_shape, starters_of
from coachtui.model.prompts import Starter
from coachtui.places import Places
from tests.support.homes import make_home
from tools.pages import DOCS

OURS, COMPLAINTS = load_feedback_shapes(Places(Path("/nowhere")))
PAGE = (DOCS / "feedback-shapes.md").read_text("utf-8")
PART = {"kind": "note", "heading": "Here"}


def kinds(shape: FeedbackShape) -> set[str]:
    return {part.kind for part in shape.parts}


def test_what_ships_can_be_used() -> None:
    assert COMPLAINTS == []
    assert set(OURS) == {"short-note", "conversation-guide", "evidence-letter", "probe-ladder"}
    for shape in OURS.values():
        assert shape.name and shape.about and shape.longest and all(part.ask for part in shape.parts)
    assert sum(part.minutes for part in OURS["conversation-guide"].parts) == 20


@pytest.mark.parametrize("name", ["short-note", "conversation-guide", "probe-ladder"])
def test_a_shape_with_a_step_has_all_that_a_step_takes(name: str) -> None:
    assert {"strength", "step", "by when", "how we will know", "practice", "question", "mine"} <= kinds(OURS[name])


def test_the_letter_has_neither_step_nor_strength() -> None:
    assert kinds(OURS["evidence-letter"]) == {"evidence", "note"} and not OURS["evidence-letter"].takes_step


@pytest.mark.parametrize("shape", OURS.values(), ids=lambda shape: shape.id)
def test_a_starter_is_a_beginning_and_no_paragraph(shape: FeedbackShape) -> None:
    for part in shape.parts:
        for starter in part.starters:
            assert len(starter.split()) <= 18 and ("___" in starter or starter.endswith("?")), starter


def test_a_step_takes_the_starters_of_steps_and_how_we_will_know_what_fits(tmp_path: Path) -> None:
    step, how, mine = (
        next(each for each in OURS["short-note"].parts if each.kind == kind)
        for kind in ("step", "how we will know", "mine")
    )
    steps, _ = load_starters(make_home(tmp_path))
    assert starters_of(step, steps) == tuple(each.words for each in steps)
    assert starters_of(how, steps, "At 9:14 it was quick. wait five seconds after a question.") == (
        steps[2].looks_like,
    )
    assert starters_of(how, steps, "Something of one's own") == ()
    assert starters_of(mine, steps) == mine.starters != ()
    own = PlannedPart("step", "Try", starters=("Ask ___",))
    assert starters_of(own, (Starter("Wait"),)) == ("Ask ___",)


@pytest.mark.parametrize(
    ("found", "why", "place"),
    [
        ({"name": "A", "colour": 1, "part": [PART]}, "'colour' is none of name", "colour"),
        ({"name": "A"}, "it has no [[part]]", None),
        ({"name": "A", "part": []}, "it has no [[part]]", None),
        ({"name": "A", "part": {}}, "it has no [[part]]", None),
        ({"part": [PART]}, "it has no name", None),
        ({"name": 3, "part": [PART]}, "name takes words", "name"),
        ({"name": "A", "about": [], "part": [PART]}, "about takes words", "about"),
        ({"name": "A", "longest": "9", "part": [PART]}, "longest is no whole number", "longest"),
        ({"name": "A", "longest": True, "part": [PART]}, "longest is no whole number", "longest"),
        ({"name": "A", "shortest": 9, "longest": 8, "part": [PART]}, "shortest is more than longest", "shortest"),
        ({"name": "A", "part": [PART, "x"]}, "a [[part]] takes kind", 2),
        ({"name": "A", "part": [{**PART, "kinds": 1}]}, "a [[part]] takes kind", 1),
        ({"name": "A", "part": [{**PART, "kind": "praise"}]}, "kind is none of strength", 1),
        ({"name": "A", "part": [{**PART, "heading": " : "}]}, "heading is missing", 1),
        ({"name": "A", "part": [PART, {**PART, "heading": "HERE:"}]}, "the heading 'HERE' stands twice", 2),
        ({"name": "A", "part": [{**PART, "starters": "At"}]}, "starters takes a list", 1),
        ({"name": "A", "part": [{**PART, "starters": [1]}]}, "starters takes words", 1),
        ({"name": "A", "part": [{**PART, "inline": "yes"}]}, "inline is true or false", 1),
        ({"name": "A", "part": [{**PART, "minutes": 241}]}, "minutes is no whole number", 1),
    ],
)
def test_what_is_wrong_is_named_with_its_place(found: dict[str, Any], why: str, place: str | int | None) -> None:
    with pytest.raises(BadShape) as refused:
        read_shape("odd", found)
    assert str(refused.value).startswith(why) and refused.value.place == place


def test_a_schools_own_takes_the_place_of_ours_and_a_broken_one_names_its_line(tmp_path: Path) -> None:
    places = make_home(tmp_path)
    places.feedback_shapes.mkdir()
    part = '[[part]]\nkind = "note"\nheading = "Here"\n'
    (places.feedback_shapes / "short-note.toml").write_text(f'name = "Ours"\n{part}')
    (places.feedback_shapes / "odd.toml").write_text(f'name = "Odd"\n{part}\n{part}')
    (places.feedback_shapes / "long.toml").write_text(f'name = "Long"\n\nlongest = "9"\n{part}')
    (places.feedback_shapes / "torn.toml").write_text('name = "Torn\n')
    found, complaints = load_feedback_shapes(places)
    assert set(found) == set(OURS) and found["short-note"].name == "Ours"
    assert found["probe-ladder"] == OURS["probe-ladder"]
    for complaint, name, line in zip(complaints, ("long", "odd", "torn"), (3, 6, 1), strict=True):
        assert complaint.startswith(f"The shape '{name}.toml' can't be used: ") and f"line {line}" in complaint
        assert complaint.endswith("The others are in use.")


def test_what_the_page_shows_is_read_as_it_says() -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
    shape = read_shape("walk-in", tomllib.loads(example))
    assert [(part.kind, part.inline, part.minutes) for part in shape.parts] == [
        ("strength", False, 0), ("step", False, 0), ("by when", True, 0), ("question", False, 2),
    ]  # fmt: skip
    shipped = {path.stem for path in (CONTENT / "feedback").glob("*.toml")}
    assert all(f"`{name}`" in PAGE for name in shipped | set(PART_KINDS))
