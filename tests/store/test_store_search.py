"""Every word of every line is found, accents aside; nothing a person types into the search is a fault."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coachtui.model.observation import ref_for
from coachtui.store.search import RANKED, Hit, as_query
from tests.support.clocks import A_MORNING
from tests.support.homes import Desk, open_notebook, readings, seconds_on


def texts(desk: Desk, words: str, limit: int = 50) -> list[str]:
    return [hit.text for hit in desk.do(lambda notebook: notebook.search.find(words, limit)).hits]


@pytest.fixture
def written(desk: Desk) -> Desk:
    desk.begin()
    desk.paste(
        "Ren\u00e9e: the r\u00e9union is on Thursday",
        "? who speaks for the new teachers",
        "they looked at item 4 of the exit_ticket #TM3",
        "the teachers of grade 7 agreed, \U0001f44d",
        "\u05e9\u05dc\u05d5\u05dd \u05db\u05d5\u05dc\u05dd",
        at=seconds_on(75),
    )
    return desk


def test_a_hit_says_where_when_and_what(written: Desk) -> None:
    (hit,) = written.do(lambda notebook: notebook.search.find("who speaks")).hits
    assert hit == Hit(ref_for("o1"), "wondering", 75_000, "who speaks for the new teachers")


@pytest.mark.parametrize(
    "words",
    [
        "reunion", "R\u00c9UNION", "re\u0301union", "thurs", "on thu", "renee reunion", "Ren\u00e9e",
        "thursday, (reunion)!", '"reunion', "reunion AND", "NOT reunion"[4:], "reunion*",
    ],
)  # fmt: skip
def test_words_are_found_whatever_their_accents_case_and_marks(written: Desk, words: str) -> None:
    assert texts(written, words) in (["the r\u00e9union is on Thursday"], [])
    if "AND" not in words:
        assert texts(written, words) == ["the r\u00e9union is on Thursday"]


def test_all_words_must_be_there(written: Desk) -> None:
    assert len(texts(written, "teachers")) == 2
    assert texts(written, "teachers agreed") == ["the teachers of grade 7 agreed, \U0001f44d"]
    assert texts(written, "teachers reunion") == []


@pytest.mark.parametrize(
    "words", ["exit_ticket", "exit", "ticket", "item 4", "\u05db\u05d5\u05dc\u05dd", "exit _ ticket"]
)
def test_odd_words_are_found_too(written: Desk, words: str) -> None:
    assert len(texts(written, words)) == 1


@pytest.mark.parametrize("words", ["", "   ", "\U0001f44d", "*", '"', "\x00", "\ud800", "-", "()"])
def test_nothing_to_look_for_finds_nothing(written: Desk, words: str) -> None:
    assert texts(written, words) == []


def test_what_is_undone_is_not_found_and_what_is_redone_is(written: Desk) -> None:
    written.do(lambda notebook: notebook.undo("o1"))
    assert texts(written, "reunion") == []
    written.do(lambda notebook: notebook.redo("o1"))
    assert len(texts(written, "reunion")) == 1


def test_no_more_than_the_limit_comes_back(written: Desk) -> None:
    assert len(texts(written, "the", limit=2)) == 2


def test_of_very_many_hits_the_newest_are_ranked_and_it_says_so(desk: Desk) -> None:
    desk.begin()
    desk.paste(*(f"said word {number}" for number in range(RANKED + 5)))
    found = desk.do(lambda notebook: notebook.search.find("said", 10_000))
    assert found.only_newest
    assert len(found.hits) == RANKED + 1
    assert "said word 0" not in {hit.text for hit in found.hits}
    assert not desk.do(lambda notebook: notebook.search.find("4", 10)).only_newest


def test_a_query_names_no_more_than_32_words() -> None:
    assert as_query("a " * 100).count('"a"') == 32


@pytest.mark.goal("S4")
def test_no_search_is_a_fault(tmp_path_factory: pytest.TempPathFactory) -> None:
    desk = Desk(tmp_path_factory.mktemp("searching"))
    marks = st.sampled_from(["\"'*()^:-+{}[]\\\x00\n\t", "AND", "OR", "NOT", "NEAR", "_", "́", "�", " "])
    with open_notebook(desk.places) as notebook:
        notebook.observations.begin("o1", A_MORNING, "UTC")
        notebook.lines.paste("o1", readings("and or not near", "a_b c", "caf\u00e9"), A_MORNING, "l1")

        @settings(max_examples=500, suppress_health_check=[HealthCheck.too_slow])
        @given(st.one_of(st.text(), st.lists(st.one_of(marks, st.text(max_size=5))).map("".join)))
        def check(words: str) -> None:
            notebook.search.find(words)

        check()
