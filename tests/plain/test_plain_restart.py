"""The plain mode goes on with a meeting after the computer was started again: by its new clock, whatever the wall says."""

from pathlib import Path

import pytest

from coachtui.model.draft import Draft
from coachtui.model.moment import Moment
from coachtui.plain.capture import Capture
from coachtui.plain.keyboard import Keyboard
from coachtui.plain.listener import Typed
from coachtui.plain.session import Session
from coachtui.settings import Settings
from tests.support.homes import Desk, seconds_on

HOUR = 3_600_000


def set_back(moment: Moment, hours: int) -> Moment:
    """The same moment by a clock on the wall that was set back."""
    return Moment(moment.utc_ms - hours * HOUR, moment.boot_ms, moment.boot_id)


@pytest.mark.goal("T1")
def test_a_line_half_typed_before_keeps_its_time_and_those_after_it_go_on(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.begin()
    began = set_back(seconds_on(50), 2)
    desk.clock.set(set_back(seconds_on(60), 2))
    desk.do(lambda notebook: notebook.drafts.keep(Draft("o1", "half", 4, began)))
    desk.clock.reboot(120_000)
    session = Session(desk.places, desk.clock, Settings(), Keyboard())
    session.open()
    capture = Capture(session, going_on=session.notebook.observations.get("o1"))
    capture.keep(Typed("half typed", began))
    desk.clock.set(set_back(desk.clock.advance(60_000), 1))
    capture.keep(Typed("later", desk.clock.now()))
    session.close()
    assert [(line.text, line.at_ms) for line in desk.lines()] == [("half typed", 50_000), ("later", 240_000)]
