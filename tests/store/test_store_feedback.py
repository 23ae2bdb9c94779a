"""Feedback on the disk: shared through the gate, talked through, answered; and the lines that it stands on."""

from pathlib import Path

import pytest

from coachtui.model.card import Card
from coachtui.model.feedback import Feedback
from coachtui.model.feedback_shape import FeedbackShape, read_shape
from coachtui.model.overlap import windows_of
from coachtui.model.share import Share
from coachtui.model.timing import local_time
from coachtui.sharing.gate import Gate
from coachtui.store.notebook import Notebook
from tests.support.homes import Desk
from tests.support.sharing import a_school, gate_for, share, sync, the_file
from tests.support.state import faults_of

SHAPE = read_shape(
    "note",
    {
        "name": "A note",
        "part": [
            {"kind": "strength", "heading": "What worked"},
            {"kind": "step", "heading": "One step"},
            {"kind": "by when", "heading": "By when", "inline": True},
            {"kind": "how we will know", "heading": "How we will know", "inline": True},
            {"kind": "practice", "heading": "How we practise it", "inline": True},
            {"kind": "question", "heading": "A question for you"},
        ],
    },
)
SHAPES: dict[str, FeedbackShape] = {"note": SHAPE}
DRAFT = """\
What worked
At 8:30 you asked where they see that.
- four of nine answered
- nobody was called on twice

One step
Wait five seconds after each question.
By when: Fri, in the team meeting
How we will know: two more people speak
How we practise it:

A question for you
"""


def drafted(desk: Desk, text: str = DRAFT) -> Feedback:
    """A draft on the observation o1, that carries its second line over."""

    def work(notebook: Notebook) -> Feedback:
        lead = notebook.record.lead_seen_in("o1")
        assert lead is not None
        feedback = notebook.feedback.begin(lead, "o1", "note", text)
        notebook.feedback.cite(feedback.id, notebook.lines.of("o1")[1].id, "8:30")
        return feedback

    return desk.do(work)


def shared(desk: Desk, feedback: Feedback) -> Share:
    """Share it, as it is."""
    return share(desk, f"feedback:{feedback.id}", shapes=SHAPES)


def the_gate(desk: Desk, feedback: Feedback) -> Gate:
    return desk.do(lambda notebook: gate_for(notebook, desk, f"feedback:{feedback.id}", SHAPES))


def again(desk: Desk, feedback: Feedback) -> Feedback:
    """The feedback as the disk has it now."""
    return desk.do(lambda notebook: notebook.feedback.get(feedback.ref))


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
