"""Whatever leaves as an archive comes back as it was: the same bytes again, through real notebooks."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coachtui.model.clean import clean_line
from coachtui.model.draft import Draft
from coachtui.model.moment import Moment
from coachtui.sharing.archive import as_archive, as_archive_of_several, utc_ms_of, utc_text
from coachtui.sharing.incoming import read_incoming_bytes
from coachtui.sharing.whole import Whole
from tests.support.clocks import A_MORNING
from tests.support.homes import Desk, open_notebook, seconds_on
from tests.support.program import ask
from tests.support.wholes import put_in, take_out, wholes

FEW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def read(content: bytes) -> list[Whole]:
    return read_incoming_bytes(content, "the file", "Europe/Berlin", 0)


def fresh(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(tmp_path_factory.mktemp("there"))


@FEW
@given(wholes())
def test_reading_an_archive_gives_what_was_written(whole: Whole) -> None:
    assert read(as_archive(whole)) == [whole]


@FEW
@given(whole=wholes())
def test_an_observation_goes_through_two_notebooks_unchanged(
    tmp_path_factory: pytest.TempPathFactory, whole: Whole
) -> None:
    here, there = fresh(tmp_path_factory), fresh(tmp_path_factory)
    with open_notebook(here.places) as notebook:
        put_in(notebook, whole)
        first = as_archive(take_out(notebook, whole.observation.id))
    assert first == as_archive(whole)
    with open_notebook(there.places) as notebook:
        put_in(notebook, *read(first))
        again = as_archive(take_out(notebook, whole.observation.id))
    assert again == first


@FEW
@given(found=st.lists(wholes(), min_size=1, max_size=4, unique_by=lambda whole: whole.observation.id))
def test_several_in_one_file_come_back_each(found: list[Whole]) -> None:
    ids = [line.id for whole in found for line in whole.lines]
    if len(ids) == len(set(ids)):
        assert read(as_archive_of_several(found)) == found


@given(st.integers(-5_000_000_000_000, 32_000_000_000_000))
def test_a_moment_is_written_to_the_millisecond(utc_ms: int) -> None:
    assert utc_ms_of(utc_text(utc_ms)) == utc_ms


def a_meeting(desk: Desk) -> None:
    """A meeting typed by hand: every kind of line and time, a gap, words half-typed."""
    desk.do(lambda notebook: notebook.people.add_team("Grade 4 Math", "Maria Okafor", ("Tom Adeyemi",)))
    desk.begin(team="Grade 4 Math", zone="America/New_York")
    for second, typed in enumerate(
        [
            "maria: good morning", "? who has not spoken", "! too fast #TM3", "= Data review 15", "-3m earlier *",
            "@4:31 at a time", "~4:31 about then", "@? nobody knows", "\\-3m as it stands", "[/ [bold] \\ \" ' </script>",
            "a\u202eb שלום 👩‍🏫", "x" * 10_000,
        ]
    ):  # fmt: skip
        desk.file(clean_line(typed), seconds_on(second))
    desk.paste("one", "two", "three", at=seconds_on(60))
    desk.do(lambda notebook: notebook.observations.resume("o1", seconds_on(300)))
    began = seconds_on(310)
    desk.do(lambda notebook: notebook.drafts.keep(Draft("o1", "half-ty\nped", 4, began)))


def exported(desk: Desk, ref: str, path: Path) -> bytes:
    assert ask(desk.places.home, "export", ref, "--to", "json", "-o", str(path)).code == 0
    return path.read_bytes()


@pytest.mark.parametrize("ref", ["last", "all"])
def test_a_typed_meeting_goes_by_the_command_line_into_another_notebook_and_out_again(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, ref: str
) -> None:
    here, there = fresh(tmp_path_factory), fresh(tmp_path_factory)
    a_meeting(here)
    if ref == "all":
        later = Moment(A_MORNING.utc_ms + 10**8, 0, "")
        here.begin("o2", later, lead="Daniel Reyes")
        here.file("second meeting", later, observation="o2")
        here.do(lambda notebook: notebook.observations.end("o2", later.utc_ms + 60_000))
    first = exported(here, ref, tmp_path / "first.json")
    assert ask(there.places.home, "import", str(tmp_path / "first.json")).code == 0
    assert exported(there, ref, tmp_path / "again.json") == first
    assert there.lines() == here.lines()
    # Twice is once.
    told = ask(there.places.home, "import", str(tmp_path / "first.json"))
    assert (told.code, told.said) == (0, "Nothing was added: everything in this file is in the notebook already.\n")
    assert exported(there, ref, tmp_path / "third.json") == first


def test_the_same_observation_is_always_the_same_bytes_with_a_row_for_each_line(desk: Desk) -> None:
    a_meeting(desk)
    content = desk.do(lambda notebook: as_archive(take_out(notebook, "o1")))
    assert content == desk.do(lambda notebook: as_archive(take_out(notebook, "o1")))
    rows = content.decode().splitlines()
    assert sum(row.startswith('    {"id": ') for row in rows) == len(desk.lines())
    assert json.loads(content)["lines"][10]["text"] == "a⟨RLO⟩b שלום 👩‍🏫"


def test_who_led_the_meeting_is_not_guessed_from_who_leads_the_team_here(
    desk: Desk, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    desk.begin(team="Grade 4 Math")
    desk.file("said")
    first = exported(desk, "last", tmp_path / "first.json")
    there = fresh(tmp_path_factory)
    there.do(lambda notebook: notebook.people.add_team("Grade 4 Math", "Somebody Else"))
    assert ask(there.places.home, "import", str(tmp_path / "first.json")).code == 0
    assert exported(there, "last", tmp_path / "again.json") == first


def test_what_was_cut_off_there_ends_here_where_something_was_last_written(
    desk: Desk, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    desk.begin()
    desk.file("said", seconds_on(600))
    desk.do(lambda notebook: notebook.drafts.keep(Draft("o1", "half", 4, seconds_on(660))))
    exported(desk, "last", tmp_path / "first.json")
    there = fresh(tmp_path_factory)
    assert ask(there.places.home, "import", str(tmp_path / "first.json")).code == 0
    ended = there.do(lambda notebook: notebook.observations.end_at_last_line("o1"))
    assert ended.ended_utc_ms == seconds_on(660).utc_ms
    assert there.texts() == ["said", "half"]
