"""The sample school: made-up people and meetings, typed into an empty notebook as a person would have typed them."""

import tomllib
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from coachtui.clock import Clock
from coachtui.ids import new_id
from coachtui.model.grammar import read_line
from coachtui.model.moment import Moment
from coachtui.model.observation import Observation
from coachtui.model.timing import local_time
from coachtui.places import Places
from coachtui.store.notebook import Notebook

SCHOOL = Path(__file__).parents[1] / "content" / "sample_school.toml"


def fill(places: Places, clock: Clock, new_id: Callable[[], str] = new_id) -> None:
    """Type the sample school into the notebook of an empty home. Raises a NotebookError."""
    school = tomllib.loads(SCHOOL.read_text("utf-8"))
    with Notebook.open(places, clock, new_id) as notebook:
        for lead in school["leads"]:
            notebook.people.add_lead(lead["name"], lead["role"])
        for team in school["teams"]:
            notebook.people.add_team(team["name"], team["lead"], tuple(team["members"]))
        for meeting in school["meetings"]:
            _hold(notebook, meeting, clock, new_id())


def _hold(notebook: Notebook, meeting: dict[str, Any], clock: Clock, identity: str) -> Observation:
    """One meeting, each line at the moment it was typed."""
    start = _school_day_before(clock, meeting["days_ago"], meeting["starts"])
    zone = clock.zone()
    notebook.observations.begin(identity, start, zone, meeting["team"])
    roster = notebook.people.roster_of(meeting["team"])
    for number, (seconds, typed) in enumerate(meeting["lines"]):
        reading = read_line(typed).named(roster)
        notebook.lines.file(identity, reading, _later(start, seconds), f"{identity}-{number}")
    return notebook.observations.end(identity, start.utc_ms + meeting["minutes"] * 60_000)


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
