"""Release-time blocks and deadlines in the notebook."""

from datetime import date, timedelta

from coachtui.model.deadline import Deadline
from coachtui.model.release_block import Kept, Plan
from coachtui.store.deadlines import SUBJECT
from tests.support.homes import Desk
from tests.support.state import faults_of

TODAY = date(2026, 3, 10)


def reminded(desk: Desk) -> list[Deadline]:
    return [each for each in desk.do(lambda notebook: notebook.deadlines.all()) if each.is_to_be_reminded(TODAY)]


def test_release_time_planned_and_kept(desk: Desk) -> None:
    lead = desk.do(lambda notebook: notebook.people.add_lead("Maria Okafor").id)
    plan = Plan(TODAY, 615, "P3", 45, "observe Priya")
    first = desk.do(lambda notebook: notebook.blocks.plan(lead, plan))
    again = desk.do(lambda notebook: notebook.blocks.again_next_week(first.id))
    assert (again.when, again.planned) == ("Tue Mar 17 P3", "observe Priya")
    desk.do(lambda notebook: notebook.blocks.came_about(first.id, "observed Priya", 45))
    desk.do(lambda notebook: notebook.blocks.lost(again.id, "covered a class", kept_minutes=15))
    since = TODAY - timedelta(weeks=1)
    kept = desk.do(lambda notebook: notebook.blocks.kept(lead, since, again.day))
    assert kept == Kept(90, 60, ("covered a class",))
    assert desk.do(lambda notebook: notebook.blocks.kept(lead, since, TODAY)) == Kept(45, 45, ())
    desk.do(lambda notebook: notebook.blocks.lost(again.id, "testing", agreed=True))
    assert desk.do(lambda notebook: notebook.blocks.kept(lead, since, again.day)).percent == 100
    desk.do(lambda notebook: notebook.blocks.untold(again.id))
    desk.do(lambda notebook: notebook.blocks.replan(again.id, plan._replace(minutes=30)))
    desk.do(lambda notebook: notebook.blocks.take_out(first.id))
    assert [block.minutes for block in desk.do(lambda notebook: notebook.blocks.of(lead))] == [30]
    desk.do(lambda notebook: notebook.undo(lead))
    assert {block.actual for block in desk.do(lambda notebook: notebook.blocks.of(lead))} == {"observed Priya", None}
    assert desk.do(faults_of) == []


def test_deadlines_come_to_mind_until_they_are_done(desk: Desk) -> None:
    slo = desk.do(lambda notebook: notebook.deadlines.add(" SLO baseline ", TODAY + timedelta(days=12)))
    desk.do(lambda notebook: notebook.deadlines.add("Goals", TODAY - timedelta(days=1), "Team Lead"))
    assert [each.label for each in desk.do(lambda notebook: notebook.deadlines.within(TODAY, 12))] == [
        "Goals", "SLO baseline",
    ]  # fmt: skip
    assert desk.do(lambda notebook: notebook.deadlines.within(TODAY, 11, "Team Specialist")) == []
    assert [each.label for each in reminded(desk)] == ["Goals"]
    desk.do(lambda notebook: notebook.deadlines.remind(slo.id, 14))
    desk.do(lambda notebook: notebook.deadlines.is_for(slo.id, "Team Specialist"))
    assert len(reminded(desk)) == 2
    desk.do(lambda notebook: notebook.deadlines.mark_done(slo.id, TODAY))
    assert len(reminded(desk)) == 1
    desk.do(lambda notebook: notebook.undo(SUBJECT))
    desk.do(lambda notebook: notebook.deadlines.change(slo.id, "SLO", TODAY))
    desk.do(lambda notebook: notebook.deadlines.take_out(slo.id))
    while desk.do(lambda notebook: notebook.undo(SUBJECT)):
        pass
    assert desk.do(lambda notebook: notebook.deadlines.all()) == [] and desk.do(faults_of) == []
