"""An archive holds all of an observation, and comes back as the same bytes."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coachtui.model.line import Visibility
from coachtui.model.whole import Whole
from coachtui.places import Places
from coachtui.sharing.archive import as_archive, as_archive_of_several
from coachtui.sharing.errors import SharingError
from coachtui.sharing.incoming import read_file, read_incoming_bytes
from coachtui.store.notebook import Notebook
from tests.support.homes import Desk, make_home, open_notebook
from tests.support.program import ask
from tests.support.state import faults_of
from tests.support.wholes import a_full_whole, an_observation, wholes


def read(content: bytes) -> list[Whole]:
    """The observations in these bytes."""
    return read_incoming_bytes(content, "'it'", "UTC", 0)


def archive_out_of(notebook: Notebook, whole: Whole) -> bytes:
    """What the notebook exports of the observation with this id."""
    return as_archive(notebook.whole(notebook.observations.get(whole.observation.id)))


def fill(places: Places, *taken: Whole) -> None:
    """A notebook in this home that holds these observations."""
    with open_notebook(places) as notebook:
        notebook.observations.take_in_all(taken)


def test_a_pause_that_is_still_open_goes_along(tmp_path: Path) -> None:
    """Out, in and out again: the same bytes; and one that ended can't be paused."""
    paused = Whole(an_observation("paused", ended_utc_ms=None, paused_ms=90_000), [], [], None)
    archive = as_archive(paused)
    with open_notebook(make_home(tmp_path)) as notebook:
        notebook.observations.take_in_all(read(archive))
        assert notebook.observations.get("paused").paused_ms == 90_000
        assert archive_out_of(notebook, paused) == archive
    with pytest.raises(SharingError, match="paused_ms"):
        read(as_archive(a_full_whole()).replace(b'"paused_ms": null', b'"paused_ms": 5'))


def test_everything_that_belongs_to_an_observation_comes_back(tmp_path: Path) -> None:
    full = a_full_whole()
    first, second = make_home(tmp_path, "first"), make_home(tmp_path, "second")
    with open_notebook(first) as notebook:
        notebook.observations.take_in_all([full])
        archive = archive_out_of(notebook, full)
    assert archive == as_archive(full)
    (again,) = read(archive)
    assert again == full
    with open_notebook(second) as notebook:
        notebook.observations.take_in_all([again])
        assert archive_out_of(notebook, full) == archive
        assert faults_of(notebook) == []


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(any_whole=wholes())
def test_any_observation_goes_through_a_notebook_byte_for_byte(
    tmp_path_factory: pytest.TempPathFactory, any_whole: Whole
) -> None:
    archive = as_archive(any_whole)
    with open_notebook(Desk(tmp_path_factory.mktemp("any")).places) as notebook:
        notebook.observations.take_in_all(read(archive))
        assert archive_out_of(notebook, any_whole) == archive


SEVERAL = st.lists(wholes(), min_size=1, max_size=3, unique_by=lambda whole: whole.observation.id)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(several=SEVERAL)
def test_any_observations_are_read_as_they_were_written(several: list[Whole]) -> None:
    assert read(as_archive_of_several(several)) == several


@pytest.mark.deep
@settings(max_examples=1000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(several=SEVERAL)
def test_very_many_observations_are_read_as_they_were_written(several: list[Whole]) -> None:
    assert read(as_archive_of_several(several)) == several


def test_through_the_command_line_the_bytes_are_the_same(tmp_path: Path) -> None:
    fill(make_home(tmp_path, "first"), a_full_whole("one"), a_full_whole("two"))
    for ref in ("last", "all"):
        out, copied, copy = tmp_path / f"{ref}.json", tmp_path / f"{ref}-again.json", tmp_path / f"copy-{ref}"
        assert ask(tmp_path / "first", "export", ref, "-o", str(out)).code == 0
        assert ask(copy, "import", str(out)).code == 0
        assert ask(copy, "export", ref, "-o", str(copied)).code == 0
        assert copied.read_bytes() == out.read_bytes()


def test_in_a_notebook_that_knows_the_team_no_lead_is_made_up(tmp_path: Path) -> None:
    full = a_full_whole()
    nobody = Whole(full.observation._replace(lead=None), full.lines, [], None)
    with open_notebook(make_home(tmp_path)) as notebook:
        notebook.people.add_team("Grade 5", "Somebody Else")
        notebook.observations.take_in_all([nobody])
        assert archive_out_of(notebook, nobody) == as_archive(nobody)


def test_taking_in_twice_adds_nothing(tmp_path: Path) -> None:
    fill(make_home(tmp_path), a_full_whole())
    out = tmp_path / "out.json"
    ask(tmp_path / "home", "export", "last", "-o", str(out))
    before = ask(tmp_path / "home", "show", "last").said
    answer = ask(tmp_path / "home", "import", str(out))
    assert answer.code == 0 and answer.said.startswith("Nothing was added")
    assert ask(tmp_path / "home", "show", "last").said == before


def test_what_is_shareable_holds_evidence_and_nothing_private() -> None:
    """A judgment stays, whatever its visibility says: only evidence leaves."""
    full = a_full_whole()
    full.lines[3] = full.lines[3]._replace(visibility=Visibility.SHAREABLE)
    (back,) = read(as_archive(full.shareable()))
    assert [line.place for line in back.lines] == [2, 6, 7, 9]
    assert (back.draft, back.spans, back.agenda, back.accounts, back.closing) == (None, [], (), [], None)


def test_the_archive_has_a_row_for_each_line() -> None:
    rows = as_archive(a_full_whole()).decode().splitlines()
    assert sum('"place"' in row for row in rows) == 9
    assert json.loads("\n".join(rows))["lines"][1]["speaker"] == "Maria"


def test_one_import_is_all_or_nothing(tmp_path: Path) -> None:
    """The disk refuses the second of two observations; the first is not there either, nor its half-typed line."""
    out = tmp_path / "out.json"
    out.write_bytes(as_archive_of_several([a_full_whole("one"), a_full_whole("two")]))
    places = make_home(tmp_path)
    with open_notebook(places) as notebook:
        notebook.file.connection.execute(
            "CREATE TRIGGER refuse BEFORE INSERT ON observations WHEN NEW.id = 'two' "
            "BEGIN SELECT RAISE(ABORT, 'refused'); END"
        )
    answer = ask(places.home, "import", str(out))
    assert answer.code == 1 and answer.said == "" and answer.complaint.count("\n") == 1
    with open_notebook(places) as notebook:
        assert notebook.observations.all() == []
        assert notebook.drafts.get("one") is None
        assert faults_of(notebook) == []


def test_a_file_is_read_from_the_disk(tmp_path: Path) -> None:
    path = tmp_path / "out.json"
    path.write_bytes(as_archive(a_full_whole()))
    assert read_incoming_bytes(read_file(path), "out.json", "UTC", 0) == [a_full_whole()]
