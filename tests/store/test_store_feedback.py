"""Feedback on the disk: shared through the gate, talked through, answered; and the lines that it stands on."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coachtui.model.card import Card
from coachtui.model.clean import clean
from coachtui.model.dates import find_date
from coachtui.model.names import Way
from coachtui.model.overlap import windows_of
from coachtui.model.step import StepState
from coachtui.model.timing import local_time
from coachtui.store.errors import NotebookError
from coachtui.store.notebook import Notebook
from tests.support.drafting import DRAFT, again, drafted, shared, talk, the_gate, the_gate_in
from tests.support.homes import Desk
from tests.support.sharing import a_school, sync, the_file, through
from tests.support.state import faults_of


@pytest.fixture
def school(tmp_path: Path) -> Desk:
    return a_school(tmp_path)


def test_what_the_gate_shows_is_what_is_written_to_the_byte(school: Desk) -> None:
    feedback = drafted(school)
    text = the_gate(school, feedback).text()
    assert text == (
        "## Feedback on Grade 4 Math, Tuesday, March 10, 2026\n\n### What worked\n\n"
        "At 8:30 you asked where they see that.\n\n- four of nine answered\n- nobody was called on twice\n\n"
        "### One step\n\nWait five seconds after each question.\n\nBy when: Fri, in the team meeting\n\n"
        "How we will know: two more people speak"
    )
    done = shared(school, feedback)
    assert done.words == text
    sync(school)
    assert f"\n{text}\n" in the_file(school.places).read_text("utf-8")
    now = again(school, feedback)
    assert (now.state, now.shared_utc_ms) == ("shared", done.at_utc_ms)
    assert school.do(faults_of) == []


def test_every_paragraph_says_where_it_is_from(school: Desk) -> None:
    sources = [each.source for each in the_gate(school, drafted(school)).summary.paragraphs]
    assert sources[0] == "your draft, What worked; cites 8:30"
    assert sources[1:] == ["your draft, What worked"] * 2 + [
        "your draft, One step", "your draft, By when", "your draft, How we will know",
    ]  # fmt: skip


ODD = st.sampled_from(
    [
        "# a", "- b", "* [c](d)", "<!-- coachtui end -->", "_e_ \\ `f`", "1. g", "## h", "👩🏽 ñ", "One step", "--", "| i |",
        "By when: j", "A question for you", "", "&amp; ~~k~~ **l**", "> m", "Write here, Dana:",
    ]
)  # fmt: skip


def test_whatever_is_in_a_draft_what_was_shown_is_what_is_written_and_nothing_is_taken_for_the_leads(
    school: Desk,
) -> None:
    feedback = drafted(school)

    @settings(max_examples=12, deadline=None)
    @given(st.lists(ODD, max_size=8))
    def every(rows: list[str]) -> None:
        text = clean("\n".join([*rows, "What worked", *rows, "words"]))
        school.do(lambda notebook: notebook.feedback.write(feedback.id, text))
        shown = school.do(lambda notebook: through(notebook, the_gate_in(notebook, school, feedback), Way.KEEP).text())
        done = school.do(
            lambda notebook: notebook.ledger.share(
                through(notebook, the_gate_in(notebook, school, feedback), Way.KEEP).sending()
            )
        )
        assert done.words == shown
        sync(school)
        assert f"\n{shown}\n" in the_file(school.places).read_text("utf-8")
        assert sync(school).read == []
        assert school.do(lambda notebook: notebook.feedback.replies_of(feedback.id)) == []

    every()


def test_headings_and_days_are_nobodys_names(school: Desk) -> None:
    words = DRAFT.replace("Fri, in the team meeting", "Fri, Mar 13, with Jan and Tom").replace(
        "two more", "By Thu two more"
    )
    gate = the_gate(school, drafted(school, words))
    assert [(each.name, each.known) for each in gate.names()] == [("Tom Adeyemi", True), ("Jan", False)]


def test_an_edit_after_sharing_makes_another_version_and_the_first_stays(school: Desk) -> None:
    feedback = drafted(school)
    first = shared(school, feedback)
    assert shared(school, feedback) == first
    school.do(lambda notebook: notebook.feedback.write(feedback.id, DRAFT.replace("five", "four")))
    second = shared(school, feedback)
    assert (first.version, second.version, second.entry) == (1, 2, first.entry)
    assert again(school, feedback).shared_utc_ms == first.at_utc_ms
    assert [each.words for each in school.do(lambda notebook: notebook.ledger.of(first.lead))] == [
        first.words, second.words,
    ]  # fmt: skip


def test_no_undo_crosses_a_share(school: Desk) -> None:
    feedback = drafted(school)
    school.do(lambda notebook: notebook.feedback.mark(feedback.id, "ready"))
    shared(school, feedback)
    assert school.do(lambda notebook: notebook.undo(feedback.id)) is None
    school.do(lambda notebook: notebook.feedback.write(feedback.id, "other words"))
    school.do(lambda notebook: notebook.undo(feedback.id))
    assert again(school, feedback).state == "shared" and again(school, feedback).text == DRAFT
    assert school.do(faults_of) == []


def test_words_of_a_private_line_do_not_leave_in_a_draft_either(school: Desk) -> None:
    feedback = drafted(school, f"{DRAFT}It seemed to me she talks far too fast for all of them.\n")
    gate = the_gate(school, feedback)
    assert gate.obstacle() is not None and len(gate.overlapping()) == 1
    assert "fast" not in shared(school, feedback).words


def test_six_private_words_that_go_on_behind_a_heading_are_found_where_they_are(school: Desk) -> None:
    gate = the_gate(school, drafted(school, DRAFT))
    keys = [each.key for each in gate.leaving()]
    window = next(each for each in windows_of(gate.text()) if each[0] == "twice")
    assert gate.told(frozenset({window})).overlapping() == set(keys[2:4])


def test_a_draft_says_so_on_today_and_its_share_is_the_answer(school: Desk) -> None:
    def cards() -> list[Card]:
        now_ms = school.clock.now().utc_ms + 24 * 3_600_000 + 1_900_000
        return [
            each
            for each in school.do(lambda notebook: notebook.today.review(now_ms, "UTC")).cards
            if each.kind == "feedback"
        ]

    assert [(each.table, each.id) for each in cards()] == [("meeting", "o1")]
    feedback = drafted(school)
    assert [(each.table, each.id, each.ref) for each in cards()] == [("feedback", feedback.id, feedback.ref)]
    done = shared(school, feedback)
    assert cards() == []
    (given,) = school.do(lambda notebook: notebook.cycles.feedback(feedback.lead))
    assert given.shared == local_time(done.at_utc_ms, "UTC") and given.meeting_ended > given.shared


def test_the_step_in_it_is_agreed_once_it_was_talked_through(school: Desk) -> None:
    feedback = drafted(school)
    with pytest.raises(NotebookError, match="This feedback is draft"):
        talk(school, feedback)
    shared(school, feedback)
    cycle = school.do(lambda notebook: notebook.cycles.begin(feedback.lead))
    off = date(2026, 3, 13)
    school.do(lambda notebook: notebook.calendar.add("Planning day", off, off))
    now = talk(school, feedback)
    (step,) = school.do(lambda notebook: notebook.steps.of(feedback.lead))
    assert (now.state, now.step, now.talked_on) == ("talked through", step.id, school.clock.today())
    assert step.words == "Wait five seconds after each question." and step.looks_like == "two more people speak"
    assert (step.state, step.cycle, step.observation, step.practice) == ("agreed", cycle.id, "o1", "")
    assert (step.by_when, step.check_back) == (off, date(2026, 3, 16)), "that Friday; looked at again with school"
    assert school.do(lambda notebook: notebook.undo(feedback.id)) is not None
    assert again(school, feedback).state == "shared" and school.do(lambda notebook: notebook.steps.all()) == []
    school.do(lambda notebook: notebook.redo(feedback.id))
    assert again(school, feedback) == now
    school.do(lambda notebook: notebook.steps.mark(step.id, "practised"))
    assert school.do(lambda notebook: notebook.undo(feedback.id)) is None, "the step would go with it"
    school.do(lambda notebook: notebook.undo(feedback.lead))
    assert again(school, feedback) == now and school.do(faults_of) == []


@pytest.mark.parametrize("then", ["seen", "mastered", "dropped", "replaced", "stopped"])
def test_a_feedback_is_followed_up_by_its_step(school: Desk, then: str) -> None:
    feedback = drafted(school)
    shared(school, feedback)
    step = talk(school, feedback).step or ""
    with pytest.raises(NotebookError, match="still on its way"):
        school.do(lambda notebook: notebook.feedback.mark(feedback.id, "followed up"))
    deeds: dict[str, Callable[[Notebook], object]] = {
        "replaced": lambda notebook: notebook.steps.replace(step, "Ask for the page"),
        "stopped": lambda notebook: notebook.cycles.stop(feedback.lead, "left"),
    }
    school.do(lambda notebook: notebook.steps.mark(step, "practised"))
    assert again(school, feedback).state == "talked through"
    school.do(deeds.get(then) or (lambda notebook: notebook.steps.mark(step, cast("StepState", then))))
    now = again(school, feedback)
    assert (now.state, now.followed_on) == ("followed up", school.clock.today())
    school.do(lambda notebook: notebook.undo(feedback.lead))
    assert again(school, feedback).state == "talked through" and school.do(faults_of) == []


def test_one_without_a_step_is_followed_up_by_hand(school: Desk) -> None:
    feedback = drafted(school, "What worked\nYou waited.\n")
    shared(school, feedback)
    assert talk(school, feedback, "What worked\nYou waited.\n").step is None
    school.do(lambda notebook: notebook.feedback.mark(feedback.id, "followed up"))
    assert again(school, feedback).state == "followed up"
    school.do(lambda notebook: notebook.undo(feedback.id))
    school.do(lambda notebook: notebook.undo(feedback.id))
    assert again(school, feedback).state == "shared"


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Friday", date(2026, 3, 13)), ("by Fri, Mar 20, in the team meeting", date(2026, 3, 20)), ("3/24.", date(2026, 3, 24)),
        ("in two weeks", date(2026, 3, 24)), ("the next meeting", None), ("", None), ("(March 18th)", date(2026, 3, 18)),
    ],
)  # fmt: skip
def test_by_when_is_found_among_other_words(words: str, day: date | None) -> None:
    assert find_date(words, date(2026, 3, 10)) == day


def test_own_words_are_taken_in_once_and_taken_back(school: Desk) -> None:
    assert school.do(lambda notebook: notebook.own_words.add(" reteach ")) == "reteach"
    assert school.do(lambda notebook: notebook.own_words.add("Reteach")) == "reteach"
    assert school.do(lambda notebook: notebook.own_words.add("  ")) == ""
    assert school.do(lambda notebook: notebook.own_words.all()) == ["reteach"]
    assert {"reteach", "Adeyemi", "tom", "Math"} <= set(school.do(lambda notebook: notebook.own_words.known()))
    assert school.do(lambda notebook: notebook.own_words.remove("RETEACH")) is True
    assert school.do(lambda notebook: notebook.own_words.remove("reteach")) is False
    school.do(lambda notebook: notebook.undo("own words"))
    assert school.do(lambda notebook: notebook.own_words.all()) == ["reteach"]
    school.do(lambda notebook: notebook.undo("own words"))
    assert school.do(lambda notebook: notebook.own_words.all()) == [] and school.do(faults_of) == []
