"""The 1:1s, release time and deadlines of the sample school, put down as a person would have."""

import re
from datetime import date, timedelta
from typing import Any

from coachtui.commandline.sample_days import school_day
from coachtui.model.dates import short_date
from coachtui.model.day_words import read_minute
from coachtui.model.one_on_one import Wish, read_decision
from coachtui.model.release_block import Plan
from coachtui.store.notebook import Notebook

_DAYS_ON = re.compile(r"\{\+(\d+)\}")


def fill_one_on_ones(notebook: Notebook, school: dict[str, Any], today: date) -> None:
    """Hold the 1:1s of the sample school, prepare the next ones, and note the rest. Raises a NotebookError."""
    for found in school["one_on_ones"]:
        _meet(notebook, found, today)
    for block in school["blocks"]:
        _release(notebook, block, today)
    for deadline in school["deadlines"]:
        role, day = deadline.get("role"), school_day(today, deadline["days"])
        added = notebook.deadlines.add(deadline["label"], day, role, deadline["remind_days"])
        if deadline.get("done"):
            notebook.deadlines.mark_done(added.id, school_day(day, -1))


def _meet(notebook: Notebook, found: dict[str, Any], today: date) -> None:
    lead = notebook.people.lead_called(found["lead"])
    assert lead is not None
    coming = school_day(today, found["days_ahead"])
    first = coming - timedelta(weeks=4)
    wish = Wish(found["every_weeks"], coming.isoweekday(), read_minute(found["time"]) or 0, found["minutes"])
    notebook.one_on_ones.set_series(lead, wish, first)
    for held in found["held"]:
        _hold(notebook, lead, held, coming - timedelta(weeks=held["weeks_ago"]))
    notebook.items.add_all(lead, found["lead_brings"], "lead")
    notebook.items.add_all(lead, found["i_bring"], "me")
    notebook.items.add_all(lead, found["private"], "me", private=True)


def _hold(notebook: Notebook, lead: str, held: dict[str, Any], day: date) -> None:
    """One 1:1 as it went; what was carried before and is not named again was discussed."""
    shelf = notebook.one_on_ones
    coming = shelf.next_of(lead, day)
    assert coming is not None
    one = shelf.begin(coming, day)
    for item in shelf.items_waiting(lead, None, day, one.id):
        notebook.items.settle(item, "discussed", one.id)
    for state in ("discussed", "carried", "parked"):
        for words in held[state]:
            notebook.items.settle(notebook.items.add(lead, words), state, one.id)
    for words in held["decisions"]:
        said = _DAYS_ON.sub(lambda on: short_date(school_day(day, int(on[1]))), words)
        shelf.decide(one, *read_decision(said, day))
    shelf.end(one, no_decision=not held["decisions"])


def _release(notebook: Notebook, block: dict[str, Any], today: date) -> None:
    lead = notebook.people.lead_called(block["lead"])
    assert lead is not None
    plan = Plan(school_day(today, block["days"]), None, block["period"], block["minutes"], block["planned"])
    planned = notebook.blocks.plan(lead, plan)
    if "lost" in block:
        notebook.blocks.lost(
            planned.id, block["lost"], kept_minutes=block.get("kept", 0), agreed=block.get("agreed", False)
        )
    elif "actual" in block:
        notebook.blocks.came_about(planned.id, block["actual"], block["kept"])
