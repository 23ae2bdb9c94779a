"""Bells are kept as they were entered, and every deed can be taken back."""

from collections.abc import Callable
from datetime import date
from typing import Any

from coachtui.model.bell import Bells
from coachtui.model.bell_text import ReadPeriod, read_periods
from coachtui.store.bells import SUBJECT
from coachtui.store.notebook import Notebook
from tests.support.discarded import troubles
from tests.support.homes import Desk
from tests.support.state import present_state

TUESDAY = date(2026, 3, 10)


def bells(desk: Desk) -> Bells:
    return desk.do(lambda notebook: notebook.bells.all())


def named(desk: Desk, day: date) -> str | None:
    found = bells(desk).on(day)
    return None if found is None else found.name


def test_schedules_periods_weekdays_turns_and_single_days(desk: Desk) -> None:
    assert bells(desk) == Bells()
    read = read_periods(["1 8:00-8:50", "2 8:55-9:45"]).periods
    states = [desk.do(present_state)]

    def do(verb: Callable[[Notebook], Any]) -> Any:
        outcome = desk.do(verb)
        states.append(desk.do(present_state))
        return outcome

    regular = do(lambda n: n.bells.add_schedule("Regular", read))
    early = do(lambda n: n.bells.add_schedule("Early release"))
    assert [named(desk, date(2026, 3, day)) for day in range(9, 15)] == ["Regular"] * 5 + [None]
    do(lambda n: n.bells.add_periods(early.id, [ReadPeriod("1", 480, 510), ReadPeriod("2", 515, 545)]))
    do(lambda n: n.bells.add_periods(early.id, [ReadPeriod("1", 485, 510)]))
    assert [p[2:] for p in bells(desk).periods_of(early)] == [("1", 485, 510), ("2", 515, 545)]
    do(lambda n: n.bells.ring_on(early.id, [3]))
    assert [named(desk, date(2026, 3, day)) for day in range(9, 14)] == ["Regular"] * 2 + ["Early release"] + [
        "Regular"
    ] * 2
    do(lambda n: n.bells.take_turns([regular.id, early.id], TUESDAY))
    assert [named(desk, date(2026, 3, day)) for day in range(9, 14)] == [None, *["Regular", "Early release"] * 2]
    do(lambda n: n.bells.ring_once(TUESDAY, None))
    do(lambda n: n.bells.ring_once(TUESDAY, early.id))
    assert named(desk, TUESDAY) == "Early release"
    do(lambda n: n.bells.as_usual(TUESDAY))
    do(lambda n: n.bells.rename(regular.id, "Every day"))
    period = bells(desk).periods_of(regular)[0]
    do(lambda n: n.bells.change_period(period.id, ReadPeriod("Zero", 400, 450)))
    do(lambda n: n.bells.change_period(period.id, None))
    do(lambda n: n.bells.take_out(regular.id))
    assert [each.name for each in bells(desk).schedules] == ["Early release"]
    assert troubles(desk) == []
    for before in reversed(states[:-1]):
        assert desk.do(lambda n: n.undo(SUBJECT)) is not None
        after = desk.do(present_state)
        assert {t: sorted(r[1:] for r in after[t]) for t in after if t != "undoable"} == {
            t: sorted(r[1:] for r in before[t]) for t in before if t != "undoable"
        }
    assert desk.do(lambda n: n.undo(SUBJECT)) is None
