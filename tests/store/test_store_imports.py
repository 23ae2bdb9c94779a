"""What came in together from one file is taken back together, or not at all."""

from pathlib import Path

import pytest

from coachtui.model.draft import Draft
from coachtui.model.people import Slot
from coachtui.model.whole import Whole
from coachtui.sharing.archive import as_archive_of_several
from coachtui.store.errors import NotebookError
from tests.support.homes import Desk, seconds_on
from tests.support.state import faults_of
from tests.support.wholes import a_full_whole, an_observation

BACK = lambda notebook: notebook.imports.take_back()  # noqa: E731


def another(identity: str, team: str, lead: str) -> Whole:
    """An observation of other people, with a half-typed line."""
    return Whole(an_observation(identity, team=team, lead=lead), [], [], Draft(identity, "half", 4, None))


def exported(desk: Desk) -> bytes:
    """All that the notebook holds, as it would be exported."""
    return desk.do(lambda notebook: as_archive_of_several(notebook.whole(each) for each in notebook.observations.all()))


def people(desk: Desk) -> tuple[list[str], list[str]]:
    """The names of the teams and leads."""
    return desk.do(
        lambda notebook: (
            [team.name for team in notebook.people.teams()],
            [lead.name for lead in notebook.people.leads()],
        )
    )


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A notebook with an observation of its own, into which two others were imported."""
    desk = Desk(tmp_path)
    desk.begin("mine", team="Grade 4")
    desk.file("one", observation="mine")
    return desk


def take_in(desk: Desk) -> None:
    wholes = [a_full_whole("a"), another("b", "Grade 4", "Jo Ash"), another("c", "Grade 9", "Li Wei")]
    desk.do(lambda notebook: notebook.observations.take_in_all(wholes))


def test_all_of_it_is_taken_back_and_can_come_in_again(desk: Desk) -> None:
    before, knew = exported(desk), people(desk)
    take_in(desk)
    after = exported(desk)
    gone = desk.do(BACK)
    assert [each.id for each in gone.observations] == ["a", "b", "c"] and gone.people == 5
    assert (exported(desk), people(desk)) == (before, knew)
    with pytest.raises(NotebookError, match="taken back already"):
        desk.do(BACK)
    take_in(desk)
    assert exported(desk) == after
    assert desk.do(BACK).people == 5 and exported(desk) == before
    assert desk.do(faults_of) == []


def test_the_last_import_only_and_then_no_other(desk: Desk) -> None:
    desk.do(lambda notebook: notebook.observations.take_in_all([a_full_whole("a")]))
    before = exported(desk)
    desk.do(lambda notebook: notebook.observations.take_in_all([another("b", "Grade 5", "Ana Ruiz")]))
    assert desk.do(lambda notebook: notebook.observations.take_in_all([a_full_whole("a")])) == []
    assert desk.do(BACK).people == 0 and exported(desk) == before
    with pytest.raises(NotebookError):
        desk.do(BACK)
    assert exported(desk) == before


def test_what_was_written_since_stays_and_so_does_the_import(desk: Desk) -> None:
    take_in(desk)
    desk.file("two", observation="b")
    before = exported(desk)
    with pytest.raises(NotebookError, match=r"Since it was imported something was written in o\w+"):
        desk.do(BACK)
    assert exported(desk) == before
    desk.do(lambda notebook: notebook.undo("b"))
    assert len(desk.do(BACK).observations) == 3


def test_one_that_was_taken_up_again_is_not_taken_back(desk: Desk) -> None:
    take_in(desk)
    desk.do(lambda notebook: notebook.observations.resume("b", seconds_on(90)))
    with pytest.raises(NotebookError, match="something was written"):
        desk.do(BACK)


def test_one_that_was_taken_back_alone_is_no_matter_and_a_team_that_is_needed_stays(desk: Desk) -> None:
    take_in(desk)
    desk.do(lambda notebook: notebook.undo("a"))
    desk.do(lambda notebook: notebook.people.add_slot("Grade 9", Slot(2, 540, 45)))
    gone = desk.do(BACK)
    assert [each.id for each in gone.observations] == ["b", "c"]
    assert "Grade 9" in people(desk)[0] and "Li Wei" not in people(desk)[1]
    desk.file("two", observation="mine")
    assert desk.do(faults_of) == []
