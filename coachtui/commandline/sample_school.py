"""The sample school: made-up people and meetings, typed into an empty notebook as a person would have typed them."""

import tomllib
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from coachtui.clock import Clock
from coachtui.commandline.sample_cycles import fill_cycles
from coachtui.commandline.sample_feedback import SampleClock, fill_feedback
from coachtui.commandline.sample_one_on_ones import fill_one_on_ones
from coachtui.ids import new_id
from coachtui.model.agenda import read_agenda
from coachtui.model.bell_text import read_periods
from coachtui.model.closing import Closing
from coachtui.model.draft import Draft
from coachtui.model.grammar import read_line
from coachtui.model.moment import Moment
from coachtui.model.people import Slot
from coachtui.model.timing import local_time
from coachtui.places import Places
from coachtui.store.notebook import Notebook

SCHOOL = Path(__file__).parents[1] / "content" / "sample_school.toml"
FRAMEWORK = "core-team-meeting"


def fill(places: Places, clock: Clock, new_id: Callable[[], str] = new_id) -> None:
    """Type the sample school into the notebook of an empty home. Raises a NotebookError."""
    school = tomllib.loads(SCHOOL.read_text("utf-8"))
    clock = SampleClock(clock)
    with Notebook.open(places, clock, new_id) as notebook:
        for lead in school["leads"]:
            notebook.people.add_lead(lead["name"], lead["role"])
        for team in school["teams"]:
            notebook.people.add_team(team["name"], team["lead"], tuple(team["members"]))
        for meeting in school["meetings"]:
            _hold(notebook, meeting, clock, new_id())
        fill_cycles(notebook, school, clock.today())
        fill_one_on_ones(notebook, school, clock.today())
        fill_feedback(notebook, school, clock, places)
        bells = school["bells"]
        regular = notebook.bells.add_schedule(bells["name"], read_periods(bells["periods"]).periods)
        notebook.bells.ring_on(regular.id, range(1, 6))


def _hold(notebook: Notebook, meeting: dict[str, Any], clock: Clock, identity: str) -> None:
    """One meeting, each line at the moment it was typed; it ends unless it goes on now."""
    goes_on = "minutes_ago" in meeting
    now, zone = clock.now(), clock.zone()
    start = (
        _later(now, -60 * meeting["minutes_ago"])
        if goes_on
        else _school_day_before(clock, meeting["days_ago"], meeting["starts"])
    )
    notebook.observations.begin(identity, start, zone, meeting["team"])
    notebook.observations.describe(identity, framework=FRAMEWORK)
    notebook.agendas.plan(identity, read_agenda(meeting["agenda"]))
    notebook.people.add_slot(meeting["team"], _usual_slot(start, zone))
    roster = notebook.people.roster_of(meeting["team"])
    for number, (seconds, typed) in enumerate(meeting["lines"]):
        reading = read_line(typed).named(roster)
        notebook.lines.file(identity, reading, _later(start, seconds), f"{identity}-{number}")
    if goes_on:
        words = meeting["half_typed"]
        notebook.drafts.keep(Draft(identity, words, len(words), now))
    else:
        notebook.observations.end(identity, start.utc_ms + meeting["minutes"] * 60_000)
        notebook.closings.keep(identity, Closing(*meeting["closing"]))


def _usual_slot(start: Moment, zone: str) -> Slot:
    """When the team usually meets: as on this day, on the five minutes, for three quarters of an hour."""
    local = local_time(start.utc_ms, zone)
    return Slot(local.isoweekday(), (local.hour * 60 + local.minute) // 5 * 5, 45)


def _later(start: Moment, seconds: int) -> Moment:
    return Moment(start.utc_ms + seconds * 1000, start.boot_ms + seconds * 1000, start.boot_id)


def _school_day_before(clock: Clock, days: int, at: str) -> Moment:
    """So many days ago, at this time of day; a weekend is passed over."""
    hour, minute = map(int, at.split(":"))
    today = local_time(clock.now().utc_ms, clock.zone())
    day = today - timedelta(days=days)
    while day.weekday() > 4:
        day -= timedelta(days=1)
    start = datetime(day.year, day.month, day.day, hour, minute, tzinfo=today.tzinfo)
    return Moment(round(start.timestamp() * 1000), 0, "")
