"""The lines that feedback stands on, and what leads reply to it: both go on living, and neither becomes part of the other."""

from pathlib import Path

import pytest

from coachtui.model.citation import Cited, cited_words, words_hash
from coachtui.model.feedback import Feedback
from coachtui.model.reply import Reply
from coachtui.store.errors import NotebookError
from coachtui.tui.commands import FEEDBACK
from coachtui.tui.ways import way_to
from tests.support.discarded import troubles
from tests.support.drafting import DRAFT, again, drafted, shared
from tests.support.homes import Desk, readings
from tests.support.sharing import a_school, sync, the_file
from tests.support.state import faults_of
from tests.support.traces import traces


@pytest.fixture
def school(tmp_path: Path) -> Desk:
    return a_school(tmp_path)


@pytest.fixture
def feedback(school: Desk) -> Feedback:
    return drafted(school)


@pytest.fixture
def cited(school: Desk, feedback: Feedback) -> str:
    """The id of the line that the draft stands on."""
    (found,) = school.do(lambda notebook: notebook.feedback.citations_of(feedback.id))
    return found.line


def became(desk: Desk, feedback: Feedback) -> list[tuple[str, str, str]]:
    """Of each citation: how the draft names it, what became of it, its words now."""
    found = desk.do(lambda notebook: notebook.feedback.citations_shown(feedback.id))
    return [(each.citation.mark, each.state, each.line.text if each.line else "") for each in found]


def test_a_correction_of_a_cited_line_is_noticed_until_it_was_looked_at(
    school: Desk, feedback: Feedback, cited: str
) -> None:
    assert became(school, feedback) == [("8:30", "as it was", '"Where do we see that?"')]
    school.do(lambda notebook: notebook.lines.star(cited, False))
    assert became(school, feedback)[0][1] == "as it was"
    school.do(lambda notebook: notebook.lines.rewrite(cited, readings('"Where is that?"')[0]))
    assert became(school, feedback) == [("8:30", "changed", '"Where is that?"')]
    (citation,) = school.do(lambda notebook: notebook.feedback.citations_of(feedback.id))
    school.do(lambda notebook: notebook.feedback.accept(citation.id, '"Where is that?"'))
    assert became(school, feedback)[0][1] == "as it was"


def test_what_is_taken_out_or_in_confidence_shows_no_word(school: Desk, feedback: Feedback, cited: str) -> None:
    school.do(lambda notebook: notebook.lines.take_out([cited]))
    assert became(school, feedback) == [("8:30", "gone", "")]
    school.do(lambda notebook: notebook.undo("o1"))
    assert became(school, feedback)[0][1] == "as it was"
    school.do(lambda notebook: notebook.lines.hide(cited))
    assert became(school, feedback) == [("8:30", "in confidence", "")]


def test_who_names_a_line_is_told_by_the_text_as_it_is_typed_now(school: Desk, feedback: Feedback, cited: str) -> None:
    from coachtui.model.draft import Draft

    told = [Cited(feedback.ref, "Dana Ruiz", ("8:30",))]
    assert school.do(lambda notebook: notebook.feedback.cited_in(["o1-line", cited])) == told
    assert (
        cited_words(told) == f"Still named in feedback {feedback.ref} for Dana Ruiz (8:30)." and cited_words([]) == ""
    )
    school.do(lambda notebook: notebook.drafts.keep(Draft(f"feedback:{feedback.id}", "nothing of it", 0, None)))
    assert school.do(lambda notebook: notebook.feedback.cited_in([cited])) == []


@pytest.mark.parametrize("verb", ["discard", "keep_only_talk"])
def test_a_cited_line_leaves_no_trace_either(school: Desk, feedback: Feedback, cited: str, verb: str) -> None:
    (citation,) = school.do(lambda notebook: notebook.feedback.citations_of(feedback.id))
    school.do(lambda notebook: notebook.feedback.accept(citation.id, "other words"))
    school.do(lambda notebook: notebook.undo(feedback.id))
    marks = [cited, citation.words_hash, words_hash("other words")]
    assert traces(school.places.home, marks) != []
    school.do(lambda notebook: getattr(notebook.discarding, verb)(cited))
    assert traces(school.places.home, marks) == []
    assert became(school, feedback) == [] and again(school, feedback).text == DRAFT
    for verb in ("undo", "redo"):
        school.do(lambda notebook: getattr(notebook, verb)(feedback.id))
    assert traces(school.places.home, marks) == [] and troubles(school) == []


def said(desk: Desk, feedback: Feedback) -> list[tuple[str, str]]:
    found: list[Reply] = desk.do(lambda notebook: notebook.feedback.replies_of(feedback.id))
    return [(each.words, each.way) for each in found]


def write(desk: Desk, old: str, new: str) -> None:
    """The lead writes in the file, and it is read."""
    path = the_file(desk.places)
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    sync(desk)


def test_replies_stand_beside_it_through_a_new_version_and_are_never_read_twice(
    school: Desk, feedback: Feedback
) -> None:
    with pytest.raises(NotebookError, match="not shared yet"):
        school.do(lambda notebook: notebook.feedback.reply(feedback.id, "Too early"))
    words = shared(school, feedback).words
    sync(school)
    write(school, "Write here, Dana:", "Write here, Dana:\n\nI will try it on Friday.")
    school.do(lambda notebook: notebook.feedback.reply(feedback.id, "I see it otherwise:  \nfive spoke.\n"))
    with pytest.raises(NotebookError, match="no words"):
        school.do(lambda notebook: notebook.feedback.reply(feedback.id, "  \n"))
    both = [("I will try it on Friday.", "record"), ("I see it otherwise:\nfive spoke.", "pasted")]
    assert said(school, feedback) == both
    school.do(lambda notebook: notebook.feedback.write(feedback.id, DRAFT.replace("five", "four")))
    shared(school, feedback)
    sync(school)
    sync(school)
    assert said(school, feedback) == both
    text = the_file(school.places).read_text("utf-8")
    assert "five spoke" not in text and text.count("I will try it on Friday.") == 1 and words not in text
    write(school, "I will try it on Friday.", "I will try it on Friday.\n\nI see it otherwise:\nfive spoke.")
    assert [way for _, way in said(school, feedback)] == ["pasted", "record"]
    assert school.do(faults_of) == []


def test_a_disagreement_in_the_block_itself_stands_beside_the_new_version(school: Desk, feedback: Feedback) -> None:
    shared(school, feedback)
    sync(school)
    write(school, "Wait five seconds", "Wait ten seconds")
    school.do(lambda notebook: notebook.feedback.write(feedback.id, DRAFT.replace("five", "four")))
    done = shared(school, feedback)
    sync(school)
    (theirs,) = school.do(lambda notebook: notebook.feedback.replies_of(feedback.id))
    assert theirs.is_of_block and "ten seconds" in theirs.words and "four seconds" in done.words
    assert again(school, feedback).text == DRAFT.replace("five", "four")


def test_a_reply_is_taken_back_in_the_feedback_it_is_to(school: Desk, feedback: Feedback) -> None:
    shared(school, feedback)
    school.do(lambda notebook: notebook.feedback.reply(feedback.id, "Thank you"))
    school.do(lambda notebook: notebook.undo(feedback.id))
    assert said(school, feedback) == []


def test_its_words_and_those_of_a_rehearsal_are_found_and_open_it(school: Desk, feedback: Feedback) -> None:
    school.do(lambda notebook: notebook.feedback.rehearse(feedback.id, 40, "zebra crossing"))
    for words, table in (("nobody was called", "feedback"), ("zebra", "rehearsals")):
        (spot,) = school.do(lambda notebook: notebook.words.others(words, 5))
        assert (spot.table, spot.opens, spot.lead) == (table, feedback.id, "Dana Ruiz")
        way = way_to(spot.table, spot.opens, spot.lead_id)
        assert way is not None and (way.room, way.ref) == (FEEDBACK, feedback.id)
