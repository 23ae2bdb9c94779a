"""Half-typed text is kept at every change, and cleared by its own line alone."""

import pytest

from coachtui.model.draft import Draft
from coachtui.model.grammar import read_line
from coachtui.store.errors import NotebookError
from tests.support.homes import Desk, seconds_on


def keep(desk: Desk, draft: Draft) -> None:
    desk.do(lambda notebook: notebook.drafts.keep(draft))


def kept(desk: Desk, scope: str = "o1") -> Draft | None:
    return desk.do(lambda notebook: notebook.drafts.get(scope))


def test_half_typed_text_is_there_with_its_cursor_and_its_first_key(desk: Desk) -> None:
    draft = Draft("o1", "ma[/ria\U0001f44d", 3, seconds_on(12))
    keep(desk, draft)
    assert kept(desk) == draft


def test_the_latest_text_of_each_place_is_kept(desk: Desk) -> None:
    for text in ("a", "ab", "abc", "ab"):
        keep(desk, Draft("o1", text, len(text), seconds_on(1)))
    keep(desk, Draft("conversation", "other", 5, None))
    assert kept(desk) == Draft("o1", "ab", 2, seconds_on(1))
    assert kept(desk, "conversation") == Draft("conversation", "other", 5, None)


def test_where_nothing_is_half_typed_there_is_no_draft(desk: Desk) -> None:
    assert kept(desk) is None
    keep(desk, Draft("o1", "x", 1, None))
    keep(desk, Draft("o1", "", 0, None))
    assert kept(desk) is None


def test_a_draft_needs_no_observation_yet(desk: Desk) -> None:
    keep(desk, Draft("o1", "first key", 9, seconds_on(0)))
    desk.begin()
    assert kept(desk) == Draft("o1", "first key", 9, seconds_on(0))


def test_filing_a_line_clears_its_own_half_typed_text(desk: Desk) -> None:
    desk.begin()
    keep(desk, Draft("o1", "they agreed", 11, seconds_on(5)))
    desk.file("they agreed", at=seconds_on(5))
    assert kept(desk) is None


def test_filing_a_line_leaves_the_next_one_that_is_being_typed(desk: Desk) -> None:
    desk.begin()
    following = Draft("o1", "and th", 6, seconds_on(9))
    keep(desk, following)
    desk.file("they agreed", at=seconds_on(5))
    assert kept(desk) == following


def test_filing_in_one_observation_leaves_the_text_of_another(desk: Desk) -> None:
    desk.begin()
    desk.begin("o2")
    other = Draft("o2", "elsewhere", 9, seconds_on(5))
    keep(desk, other)
    desk.file("here", at=seconds_on(5))
    assert kept(desk, "o2") == other


def test_a_line_that_could_not_be_filed_leaves_its_half_typed_text(desk: Desk) -> None:
    draft = Draft("nowhere", "they agreed", 11, seconds_on(5))
    keep(desk, draft)
    with pytest.raises(NotebookError):
        desk.do(lambda notebook: notebook.lines.file("nowhere", read_line("they agreed"), seconds_on(5), "l1"))
    assert kept(desk, "nowhere") == draft


def test_pasting_leaves_the_half_typed_text(desk: Desk) -> None:
    desk.begin()
    draft = Draft("o1", "half", 4, seconds_on(5))
    keep(desk, draft)
    desk.paste("one", "two", at=seconds_on(5))
    assert kept(desk) == draft


def test_the_last_change_is_the_last_sign_of_life(desk: Desk) -> None:
    assert desk.do(lambda notebook: notebook.drafts.last_touched("o1")) is None
    desk.clock.set(seconds_on(20))
    keep(desk, Draft("o1", "ha", 2, seconds_on(5)))
    assert desk.do(lambda notebook: notebook.drafts.last_touched("o1")) == seconds_on(20)
    desk.begin()
    desk.clock.set(seconds_on(31))
    desk.file("half", at=seconds_on(5))
    assert desk.do(lambda notebook: notebook.drafts.last_touched("o1")) == seconds_on(31)


def test_typing_is_no_event(desk: Desk) -> None:
    keep(desk, Draft("o1", "ha", 2, seconds_on(5)))
    assert desk.do(lambda notebook: list(notebook.events.all())) == []
