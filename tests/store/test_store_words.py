"""Every word of the notebook is found while it is typed, wherever it stands; what is hidden stays so."""

import re

import pytest

from coachtui.model.closing import Closing
from coachtui.store.notebook import Notebook
from coachtui.store.present import TABLES, Change
from coachtui.store.words_shape import SOURCES
from tests.support.discarded import troubles
from tests.support.homes import Desk, open_notebook, seconds_on
from tests.support.state import faults_of
from tests.support.traces import traces

USUAL = {
    "lead": "lead-1", "cycle": "cycle-1", "team": "team-1", "observation": "o1", "line": "line-1", "one_on_one": "one_on_ones-1",
    "conversation": "conversations-1",
}  # fmt: skip


def put(notebook: Notebook, table: str, identity: str, words: str) -> None:
    """A row with these words in every column whose words are found, and something plain where there must be something."""
    searched = next(source for source in SOURCES if source.table == table).text("row")
    fields: dict[str, object] = {}
    for _, column, kind, is_needed, *_ in notebook.file.rows(f"PRAGMA table_info({table})")[1:]:
        plain = 1 if kind == "INTEGER" else "2026-03-10" if "day" in column else identity
        is_searched = not column.endswith("_on") and re.search(rf"row\.{column}\b", searched)
        fields[column] = words if is_searched else USUAL.get(column, plain if is_needed else None)
    if table == "cycles":
        fields["lead_reflection"] = ""
    notebook.file.write(lambda connection: notebook.events.record("test", "row put", [Change(table, None, fields)]))


@pytest.fixture
def written(desk: Desk) -> Desk:
    """A notebook with one row in every table whose words are found."""
    with open_notebook(desk.places) as notebook:
        for table in ("leads", "teams", "cycles"):
            put(notebook, table, f"{table[:-1]}-1", f"réunion {table}word")
        notebook.observations.begin("o1", seconds_on(0), "UTC")
        for each in SOURCES:
            if each.table not in ("leads", "teams", "cycles"):
                put(notebook, each.table, f"{each.table}-1", f"réunion {each.table}word")
    desk.file("the réunion is on Thursday", line_id="line-1")
    return desk


def found_of_each(desk: Desk) -> dict[str, int]:
    """How often the word of each table is found."""
    return desk.do(lambda notebook: {s.table: len(notebook.words.find(f"{s.table}w")) for s in SOURCES})


def test_a_word_of_every_table_is_found_until_it_is_undone(written: Desk) -> None:
    for source in SOURCES:
        (spot,) = written.do(lambda notebook: notebook.words.find(f"{source.table}w"))
        assert (spot.table, spot.noun) == (source.table, source.noun)
        assert f"{source.table}word" in spot.text
    written.do(lambda notebook: [notebook.undo("test") for _ in SOURCES])
    assert set(found_of_each(written).values()) == {0}
    assert troubles(written) == []
    written.do(lambda notebook: [notebook.redo("test") for _ in SOURCES])
    assert set(found_of_each(written).values()) == {1}
    written.do(lambda notebook: notebook.rebuild())
    assert set(found_of_each(written).values()) == {1}
    assert written.do(faults_of) == []


def test_accents_aside_others_come_first_and_then_the_newest_lines(written: Desk) -> None:
    written.file("another reunion", line_id="line-2")
    found = written.do(lambda notebook: notebook.words.find("REUNI", 60))
    assert len(found) == len(SOURCES) + 2
    assert [spot.id for spot in found[-2:]] == ["line-2", "line-1"]
    assert found[-1].opens == "o1" and found[-1].noun == "evidence" and found[-1].goes_on


def test_what_is_in_confidence_is_not_found_nor_what_was_said_of_it(written: Desk) -> None:
    written.do(lambda notebook: notebook.accounts.give("line-1", "zanzibar, says the lead"))
    assert len(written.do(lambda notebook: notebook.words.find("zanzibar"))) == 1
    written.do(lambda notebook: notebook.lines.hide("line-1"))
    assert written.do(lambda notebook: notebook.words.find("zanzibar")) == []
    assert written.do(lambda notebook: notebook.words.find("thursday")) == []


def test_a_lead_s_reflection_is_not_found_before_both_are_in(written: Desk) -> None:
    def reflect(words: str, **days: str | None) -> None:
        with open_notebook(written.places) as notebook:
            (row,) = notebook.file.rows(f"SELECT {', '.join(TABLES['cycles'])} FROM cycles")
            was = dict(zip(TABLES["cycles"], row, strict=True))
            change = Change("cycles", was, {**was, "lead_reflection": words, **days})
            notebook.file.write(lambda _: notebook.events.record("lead-1", "reflection in", [change]))

    reflect("quokka", lead_reflected_on="2026-03-10")
    assert written.do(lambda notebook: notebook.words.find("quokka")) == []
    reflect("quokka", lead_reflected_on="2026-03-10", my_reflected_on="2026-03-11")
    assert [spot.table for spot in written.do(lambda notebook: notebook.words.find("quokka"))] == ["cycles"]
    assert written.do(faults_of) == []


def test_closing_words_lead_to_their_observation(written: Desk) -> None:
    written.do(lambda notebook: notebook.closings.keep("o1", Closing("waits long", "ask the jacaranda", "")))
    (spot,) = written.do(lambda notebook: notebook.words.find("jacaranda"))
    assert (spot.opens, spot.noun) == ("o1", "closing words")


@pytest.mark.parametrize("words", ["", " ", "*", "\x00", "a", "🙂"])
def test_nothing_to_look_for_finds_nothing(written: Desk, words: str) -> None:
    assert written.do(lambda notebook: notebook.words.find(words)) == []


def test_no_trace_of_an_account_is_left_in_the_index(written: Desk) -> None:
    written.do(lambda notebook: notebook.accounts.give("line-1", "zanzibar quokka"))
    with open_notebook(written.places) as notebook:
        notebook.discarding.discard("line-1")
        assert traces(written.places.home, ["zanzibar", "quokka", "zan", "quo"]) == []


def test_a_word_that_the_index_has_lost_is_seen_by_the_doctor(written: Desk) -> None:
    lose = (
        "INSERT INTO words_index (words_index, rowid, text) SELECT 'delete', n, text FROM other_words "
        "WHERE text LIKE '%leadsword%'"
    )
    written.do(lambda notebook: notebook.file.write(lambda connection: connection.execute(lose)))
    assert any("search index" in trouble for trouble in troubles(written))
