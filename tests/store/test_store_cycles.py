"""Cycles, steps and days off: what each verb refuses, what goes together, and what is read back by a fresh notebook."""

import sqlite3
from datetime import date, datetime, timedelta

import pytest

from coachtui.model.cycle_checks import Given
from coachtui.store.calendar import CALENDAR
from coachtui.store.errors import NotebookError, NotFound
from coachtui.store.notebook import Notebook
from tests.support.clocks import A_MORNING
from tests.support.homes import Desk

TUESDAY = date(2026, 3, 10)
_ENTRY = "INSERT INTO entries (id, lead, kind, about, day, title, version, words) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
_SHARE = (
    "INSERT INTO shares (id, lead, entry, version, way, at_utc_ms, zone, words, sha256, left_out, settled) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


def lead_of(desk: Desk) -> str:
    return desk.do(lambda notebook: notebook.people.add_lead("Maria Okafor")).id


def test_a_cycle_is_found_by_its_reference_and_only_one_goes_on(desk: Desk) -> None:
    lead = lead_of(desk)
    cycle = desk.do(lambda notebook: notebook.cycles.begin(lead))
    assert desk.do(lambda notebook: notebook.cycles.get(cycle.ref.upper())) == cycle and cycle.ref.startswith("c")
    with pytest.raises(NotebookError, match=f"has a cycle that goes on \\({cycle.ref}\\). Close it first"):
        desk.do(lambda notebook: notebook.cycles.begin(lead))
    with pytest.raises(NotebookError, match=r"This cycle goes on\. Close it first"):
        desk.do(lambda notebook: notebook.cycles.begin_next(cycle.id))
    with pytest.raises(NotFound):
        desk.do(lambda notebook: notebook.cycles.begin("nobody"))


def test_days_that_can_not_be_are_refused_and_nothing_is_changed(desk: Desk) -> None:
    lead = lead_of(desk)
    cycle = desk.do(lambda notebook: notebook.cycles.begin(lead))
    desk.do(lambda notebook: notebook.cycles.keep(cycle.id, "starts_on", TUESDAY))
    with pytest.raises(NotebookError, match=r"^To would be before From.* Nothing was changed\.$"):
        desk.do(lambda notebook: notebook.cycles.keep(cycle.id, "ends_on", TUESDAY - timedelta(days=1)))
    with pytest.raises(NotebookError, match="A cycle that is draft can't be reflecting next"):
        desk.do(lambda notebook: notebook.cycles.go_on(cycle.id, "reflecting"))
    with pytest.raises(NotebookError, match="needs a reason"):
        desk.do(lambda notebook: notebook.cycles.extend(cycle.id, TUESDAY, ""))
    found = desk.do(lambda notebook: notebook.cycles.get(cycle.id))
    assert (found.starts_on, found.ends_on, found.state) == (TUESDAY, None, "draft")


def test_a_closed_cycle_stays_closed_and_its_successor_takes_goal_and_steps(desk: Desk) -> None:
    lead = lead_of(desk)
    cycle = desk.do(lambda notebook: notebook.cycles.begin(lead))
    step = desk.do(lambda notebook: notebook.steps.draft(lead, "Wait", cycle.id))
    desk.do(lambda notebook: notebook.cycles.close(cycle.id, "partly", "9:14", "Half of them ask"))
    for verb in ("extend", "close"):
        with pytest.raises(NotebookError, match="closed already"):
            desk.do(lambda notebook: notebook.cycles.extend(cycle.id, TUESDAY, "x") if verb == "extend"
                    else notebook.cycles.close(cycle.id, "met"))  # fmt: skip
    after = desk.do(lambda notebook: notebook.cycles.begin_next(cycle.id))
    assert (after.goal, after.follows, after.state) == ("Half of them ask", cycle.id, "draft")
    assert desk.do(lambda notebook: notebook.steps.get(step.ref)).cycle == after.id
    assert desk.do(lambda notebook: notebook.undo(lead)) is not None
    assert desk.do(lambda notebook: notebook.steps.get(step.ref)).cycle == cycle.id
    assert desk.do(lambda notebook: notebook.cycles.current(lead)) is None


def test_a_rest_is_no_goal(desk: Desk) -> None:
    lead = lead_of(desk)
    cycle = desk.do(lambda notebook: notebook.cycles.begin(lead))
    desk.do(lambda notebook: notebook.cycles.close(cycle.id, "met", next_goal="Rest"))
    assert desk.do(lambda notebook: notebook.cycles.begin_next(cycle.id)).goal == ""


def test_a_lead_who_leaves_stops_the_cycle_and_drops_the_steps_as_one(desk: Desk) -> None:
    lead = lead_of(desk)
    assert desk.do(lambda notebook: notebook.cycles.stop(lead, "left")) is None
    cycle = desk.do(lambda notebook: notebook.cycles.begin(lead))
    step = desk.do(lambda notebook: notebook.steps.draft(lead, "Wait", cycle.id))
    stopped = desk.do(lambda notebook: notebook.cycles.stop(lead, "moved to another school"))
    assert stopped is not None and (stopped.state, stopped.verdict, stopped.closed_on) == ("closed", "stopped", TUESDAY)
    assert desk.do(lambda notebook: notebook.steps.get(step.id)).state == "dropped"
    desk.do(lambda notebook: notebook.undo(lead))
    assert desk.do(lambda notebook: notebook.cycles.current(lead)) == cycle
    assert desk.do(lambda notebook: notebook.steps.open_of(lead)) == [step]


def test_a_step_that_is_done_with_is_not_changed_back(desk: Desk) -> None:
    lead = lead_of(desk)
    step = desk.do(lambda notebook: notebook.steps.draft(lead, "Wait"))
    desk.do(lambda notebook: notebook.steps.mark(step.id, "mastered"))
    with pytest.raises(NotebookError, match=r"This step is mastered already\. Nothing was changed"):
        desk.do(lambda notebook: notebook.steps.mark(step.id, "tried"))
    with pytest.raises(NotebookError, match="mastered already"):
        desk.do(lambda notebook: notebook.steps.replace(step.id, "Ask"))


def test_when_a_lead_was_seen_and_when_that_was_told(desk: Desk) -> None:
    lead = lead_of(desk)
    desk.begin("o1", zone="America/Denver", lead="Maria Okafor")
    desk.begin("o2", zone="America/Denver", lead="Maria Okafor")
    desk.do(lambda notebook: notebook.observations.end("o1", A_MORNING.utc_ms + 3_600_000))

    def share(notebook: Notebook) -> None:
        def work(connection: sqlite3.Connection) -> None:
            entry = ("e", lead, "observation", "o1", "2026-03-10", "", 1, "")
            connection.execute(_ENTRY, entry)
            for later in (50, 30):
                at = A_MORNING.utc_ms + later * 3_600_000
                connection.execute(_SHARE, (f"s{later}", lead, "e", 1, "shown", at, "UTC", "", "", "", ""))

        notebook.file.write(work)

    desk.do(share)
    assert desk.do(lambda notebook: notebook.cycles.observed(lead)) == [TUESDAY, TUESDAY]
    (given,) = desk.do(lambda notebook: notebook.cycles.feedback(lead))
    at = datetime.fromisoformat
    assert given == Given(at("2026-03-10 09:30Z"), at("2026-03-11 14:30Z")) and given.meeting_ended.hour == 3


@pytest.mark.parametrize(
    ("first", "last"), [(TUESDAY, TUESDAY - timedelta(days=1)), (TUESDAY, TUESDAY + timedelta(days=366))]
)
def test_days_off_that_can_not_be_are_refused(desk: Desk, first: date, last: date) -> None:
    with pytest.raises(NotebookError, match="Nothing was changed"):
        desk.do(lambda notebook: notebook.calendar.add("x", first, last))
    assert desk.do(lambda notebook: notebook.calendar.days_off()) == []


def test_days_off_noted_twice_are_once_and_undone(desk: Desk) -> None:
    later = desk.do(
        lambda notebook: notebook.calendar.add("Later", TUESDAY + timedelta(days=9), TUESDAY + timedelta(days=9))
    )
    off = desk.do(lambda notebook: notebook.calendar.add("Snow", TUESDAY, TUESDAY))
    assert desk.do(lambda notebook: notebook.calendar.add("Snow again", TUESDAY, TUESDAY)) == off
    assert desk.do(lambda notebook: notebook.calendar.days_off()) == [off, later]
    desk.do(lambda notebook: notebook.calendar.remove(off.id))
    desk.do(lambda notebook: notebook.undo(CALENDAR))
    desk.do(lambda notebook: notebook.rebuild())
    assert desk.do(lambda notebook: notebook.calendar.days_off()) == [off, later]
