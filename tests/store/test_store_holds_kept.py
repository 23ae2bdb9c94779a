"""A hold that stands outlasts going back to a backup from before it, and keeps older notebooks from being removed."""

from pathlib import Path

import pytest

from coachtui.clock import Clock
from coachtui.model.hold import Hold
from coachtui.model.retention import KINDS, read_keep
from coachtui.places import Places
from coachtui.store import holds_kept, restoring
from coachtui.store.backups import back_up
from coachtui.store.encrypting import lock
from coachtui.store.holds import Held
from coachtui.store.notebook import Notebook
from coachtui.store.restoring import restore
from coachtui.store.set_aside import Kept, set_aside, take_away
from tests.support.canaries import NAME as LEAD
from tests.support.canaries import plan_for, tell_all
from tests.support.clocks import FakeClock
from tests.support.homes import Desk, seconds_on
from tests.support.locked_homes import PASSPHRASE
from tests.support.state import faults_of

SAVED = Path(__file__).parent / "saved"
NAME = "Dana Ruiz"


@pytest.fixture
def school(desk: Desk) -> Desk:
    """A lead, a line in a meeting of hers, and a backup of that."""
    desk.do(lambda notebook: notebook.people.add_team("Math", NAME, ("Tom Hall",)))
    desk.begin(team="Math")
    desk.file("tom: said", seconds_on(1), "l1")
    return desk


def a_backup(desk: Desk) -> Path:
    return desk.do(lambda notebook: back_up(notebook.file.connection, desk.places.backups, desk.clock.now(), "by-hand"))


def put_hold(desk: Desk) -> Hold:
    return desk.do(lambda notebook: notebook.holds.put([notebook.leads.called(NAME)[0].id], NAME, "records request"))


def holds(desk: Desk) -> list[Hold]:
    assert desk.do(faults_of) == []
    return desk.do(lambda notebook: notebook.holds.all())


@pytest.mark.parametrize("is_locked", [False, True])
def test_a_hold_outlasts_going_back_to_before_it(school: Desk, is_locked: bool) -> None:
    made = a_backup(school)
    hold = put_hold(school)
    if is_locked:
        school.key, _ = lock(school.places, school.clock, PASSPHRASE)
    for _ in range(2):
        restore(school.places, made, school.clock, key=school.key)
        assert holds(school) == [hold]
        with pytest.raises(Held):
            school.do(lambda notebook: notebook.discarding.discard("l1"))
        with pytest.raises(Held):
            school.do(plan_for_her)
        made = a_backup(school)


def plan_for_her(notebook: Notebook) -> object:
    return plan_for(notebook, NAME)


def test_and_to_one_of_an_older_shape(school: Desk) -> None:
    hold = put_hold(school)
    restore(school.places, SAVED / "shape-1.db", school.clock)
    assert holds(school) == [hold] and school.do(lambda notebook: notebook.observations.all())


def test_what_is_held_by_the_backup_too_is_held_once_and_what_was_lifted_comes_back(school: Desk) -> None:
    hold = put_hold(school)
    made = a_backup(school)
    restore(school.places, made, school.clock)
    assert holds(school) == [hold]
    school.do(lambda notebook: notebook.holds.lift(hold.id))
    restore(school.places, made, school.clock)
    assert holds(school) == [hold]


def test_a_restore_that_forgets_holds_is_found_out(school: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sabotage."""
    made = a_backup(school)
    put_hold(school)
    monkeypatch.setattr(restoring, "keep_holds", lambda *_: None)
    restore(school.places, made, school.clock)
    assert holds(school) == []


def test_a_notebook_that_can_not_be_read_has_no_hold_that_is_known(school: Desk) -> None:
    made = a_backup(school)
    school.places.notebook.write_bytes(b"no database" * 400)
    restore(school.places, made, Clock())
    assert holds(school) == []
    assert holds_kept.standing_holds(Places(school.places.home / "nowhere").notebook, None) == []


def test_one_hold_keeps_older_notebooks_from_being_removed(school: Desk) -> None:
    made = a_backup(school)
    put_hold(school)
    restore(school.places, made, school.clock)
    with pytest.raises(Kept, match=f"written about {NAME}"):
        school.do(lambda notebook: take_away(notebook, school.places, school.clock))
    assert set_aside(school.places.home)


@pytest.mark.parametrize("is_of_all", [False, True])
def test_what_was_taken_out_is_held_too(desk: Desk, is_of_all: bool) -> None:
    """It stands in what happened, and can be brought back from there: until it is old enough to be purged."""
    tell_all(desk)
    keep = read_keep(dict.fromkeys(KINDS, "1 day"))
    years_on = FakeClock().today().replace(year=2035)
    with Notebook.open(desk.places, desk.clock) as notebook:
        taken_out = {("steps", "steps-gone"), ("conversations", "conversations-gone"), ("feedback", "feedback-gone")}
        assert taken_out <= notebook.purging.planning().of_age(keep, years_on).rows
        lead = [] if is_of_all else [notebook.leads.called(LEAD)[0].id]
        notebook.holds.put(lead, "" if is_of_all else LEAD, "an inquiry")
        held = notebook.purging.planning().of_age(keep, years_on)
        assert not taken_out & held.rows and (held.is_empty or not is_of_all)
