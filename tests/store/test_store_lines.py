"""Lines are filed, pasted and read back by a fresh notebook, whatever is in them."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coachtui.model.draft import Draft
from coachtui.model.grammar import read_line
from coachtui.model.line import Kind, Line, Provenance, Visibility
from coachtui.store.errors import NotFound
from tests.support.homes import Desk, open_notebook, seconds_on
from tests.support.state import faults_of

HOSTILE = [
    "[/",
    "[bold]not bold[/bold]",
    "[@click=app.quit]press[/]",
    "'; DROP TABLE lines; --",
    "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627",
    "\U0001f469\U0001f3fd\u200d\U0001f3eb and \U0001f1eb\U0001f1f7",
    "e\u0301" * 50,
    "x" * 10_000,
    "\\-3m not a time",
    "50% of {them} said %s \x7f",
    "tab\tinside",
    "\ufffd\uffff\U0010fffe",
]


def test_a_filed_line_is_there_with_everything_that_was_typed(desk: Desk) -> None:
    desk.begin()
    filed = desk.file('maria: "we should look at item 4" #TM3 #norms *', at=seconds_on(754))
    assert filed == Line(
        "line-1", "o1", 1, 754_000, False, Provenance.LIVE, Kind.EVIDENCE, "maria", '"we should look at item 4"',
        ("TM3", "norms"), True, Visibility.SHAREABLE, None,
    )  # fmt: skip
    assert desk.lines() == [filed]
    assert desk.do(lambda notebook: notebook.observations.get("o1").lines) == 1


@pytest.mark.parametrize(
    ("typed", "kind", "visibility", "minutes"),
    [
        ("they agreed", Kind.EVIDENCE, Visibility.SHAREABLE, None),
        ("? why not", Kind.WONDERING, Visibility.MINE, None),
        ("! too fast", Kind.JUDGMENT, Visibility.MINE, None),
        ("= Data review 15", Kind.SEGMENT, Visibility.MINE, 15),
    ],
)
def test_each_kind_is_read_back_as_it_was_filed(
    desk: Desk, typed: str, kind: Kind, visibility: Visibility, minutes: int | None
) -> None:
    desk.begin()
    desk.file(typed)
    (line,) = desk.lines()
    assert (line.kind, line.visibility, line.minutes) == (kind, visibility, minutes)


@pytest.mark.parametrize(
    ("typed", "at_ms", "about", "provenance"),
    [
        ("now", 600_000, False, Provenance.LIVE),
        ("-3m earlier", 420_000, False, Provenance.ADDED),
        ("~8:35 around then", 300_000, True, Provenance.ADDED),
        ("@? some time", None, False, Provenance.ADDED),
    ],
)
def test_the_time_of_a_line_is_read_back_as_it_was_filed(
    desk: Desk, typed: str, at_ms: int | None, about: bool, provenance: Provenance
) -> None:
    desk.begin()
    desk.file(typed, at=seconds_on(600))
    (line,) = desk.lines()
    assert (line.at_ms, line.about, line.provenance) == (at_ms, about, provenance)


def test_order_is_the_order_of_entry_whatever_the_clock_says(desk: Desk) -> None:
    desk.begin()
    for seconds in (50, 10, 90, -5):
        desk.file(f"at {seconds}", at=seconds_on(seconds))
    assert desk.texts() == ["at 50", "at 10", "at 90", "at -5"]
    assert [line.place for line in desk.lines()] == [1, 2, 3, 4]


def test_the_same_line_filed_twice_is_once(desk: Desk) -> None:
    desk.begin()
    first = desk.file("said once", line_id="same")
    again = desk.file("said once", line_id="same")
    assert again == first
    assert desk.lines() == [first]


def test_a_line_for_an_observation_that_is_not_there_is_refused_in_a_sentence(desk: Desk) -> None:
    desk.begin()
    with pytest.raises(NotFound):
        desk.do(lambda notebook: notebook.lines.file("nowhere", read_line("lost?"), seconds_on(0), "l1"))
    assert desk.do(faults_of) == []


def test_pasted_lines_are_one_entry_each_in_order_at_one_moment(desk: Desk) -> None:
    desk.begin()
    desk.file("before")
    pasted = desk.paste(*(f"line {number} #TM{number % 3}" for number in range(500)), at=seconds_on(60))
    assert len(pasted) == 500
    assert desk.lines()[1:] == pasted
    assert [line.place for line in pasted] == list(range(2, 502))
    assert {line.at_ms for line in pasted} == {60_000}
    assert len({line.id for line in pasted}) == 500


def test_the_same_paste_twice_is_once(desk: Desk) -> None:
    desk.begin()
    desk.paste("one", "two", first_id="p1")
    assert desk.paste("one", "two", first_id="p1") == []
    assert desk.texts() == ["one", "two"]


def test_pasting_nothing_files_nothing(desk: Desk) -> None:
    desk.begin()
    assert desk.paste() == []
    assert desk.lines() == []


def test_what_is_half_typed_is_filed_as_it_stands_with_no_mark_read(desk: Desk) -> None:
    desk.begin()
    assert desk.do(lambda notebook: notebook.lines.file_half_typed("o1")) is None
    desk.do(lambda notebook: notebook.drafts.keep(Draft("o1", "@10:4", 5, seconds_on(7))))
    filed = desk.do(lambda notebook: notebook.lines.file_half_typed("o1"))
    assert filed is not None
    assert (filed.text, filed.at_ms) == ("@10:4", 7000)
    assert desk.lines() == [filed]
    assert desk.do(lambda notebook: notebook.lines.file_half_typed("o1")) is None


@pytest.mark.parametrize(
    ("half_typed", "kind"), [("! lazy agai", "judgment"), ("? did she see", "wondering"), ("-3m ! lazy", "judgment")]
)
def test_a_half_typed_thought_of_ones_own_never_becomes_evidence(desk: Desk, half_typed: str, kind: str) -> None:
    """Ended, by the program or after a crash, it must not be a line that may be shared."""
    desk.begin()
    desk.do(lambda notebook: notebook.drafts.keep(Draft("o1", half_typed, 5, seconds_on(300))))
    desk.do(lambda notebook: notebook.observations.end("o1", seconds_on(360).utc_ms))
    (line,) = desk.lines()
    assert (line.kind.value, line.visibility) == (kind, "mine")


def test_blank_half_typed_text_is_not_filed(desk: Desk) -> None:
    desk.begin()
    desk.do(lambda notebook: notebook.drafts.keep(Draft("o1", "   ", 3, seconds_on(7))))
    assert desk.do(lambda notebook: notebook.lines.file_half_typed("o1")) is None
    assert desk.lines() == []


@pytest.mark.parametrize("typed", HOSTILE)
def test_hostile_text_is_read_back_as_it_was_read(desk: Desk, typed: str) -> None:
    desk.begin()
    reading = read_line(typed)
    desk.file(typed)
    (line,) = desk.lines()
    assert (line.text, line.speaker, line.codes) == (reading.text, reading.speaker, reading.codes)
    assert desk.do(faults_of) == []


def test_any_text_is_read_back_as_it_was_read(tmp_path_factory: pytest.TempPathFactory) -> None:
    desk = Desk(tmp_path_factory.mktemp("any-text"))
    desk.begin()
    with open_notebook(desk.places) as notebook:

        @settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow])
        @given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
        def check(typed: str) -> None:
            reading = read_line(typed)
            filed = notebook.lines.file(
                "o1", reading, seconds_on(0), notebook_id(notebook.observations.get("o1").lines)
            )
            assert notebook.lines.of("o1")[-1] == filed
            assert (filed.text, filed.speaker, filed.codes) == (reading.text, reading.speaker, reading.codes)

        check()
        assert faults_of(notebook) == []


def notebook_id(number: int) -> str:
    """A line id for the line after so many."""
    return f"any-{number}"
