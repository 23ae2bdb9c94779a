"""`coachtui import calendar.ics`: days off and the teams' usual times, all of it or nothing, as one thing to take back."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from coachtui.commandline.call import Call, open_notebook
from coachtui.commandline.safety import TAKES_BACK, back_up_before_import
from coachtui.commandline.speech import count
from coachtui.model.calendar_words import weekday_name
from coachtui.model.dates import say_date
from coachtui.model.people import Slot, Team
from coachtui.model.school_days import DayOff

if TYPE_CHECKING:
    from coachtui.sharing.calendar_reading import Usual
    from coachtui.store.notebook import Notebook


def taken_in(call: Call, content: bytes, name: str) -> list[str]:
    """Take in what is new in a calendar, or with --dry-run only look; what there is to say. Raises SharingError."""
    from coachtui.sharing.calendar_reading import read_calendar

    today = call.clock.today()
    found = read_calendar(content, name, call.clock.zone(), today)
    with open_notebook(call) as notebook:
        off = [each for each in found.days_off if not notebook.calendar.is_known(each)]
        slots = list(_slots(notebook, found.usual))
        if (off or slots) and not call.options.dry_run:
            back_up_before_import(call, notebook)
            notebook.calendar.take_in(off, [(team.id, slot) for team, slot in slots])
    told = list(_told(off, slots, today))
    if found.in_school:
        told.append(f"Passed over, since there seems to be school: {', '.join(found.in_school[:20])}.")
    if not (off or slots):
        told.append("Nothing was added: what this calendar says of days off and teams is in the notebook already.")
    elif call.options.dry_run:
        told.append("Nothing was added yet. The same without --dry-run takes it in.")
    else:
        counts = f"{count(len(off), 'stretch', 'stretches')} of days off, {count(len(slots), 'usual time')}"
        told.append(f"Added {counts}. {TAKES_BACK}")
    return told


def _slots(notebook: "Notebook", usual: Sequence["Usual"]) -> Iterator[tuple[Team, Slot]]:
    """The usual times that are not known yet, each with the team that is named in it."""
    teams = sorted(notebook.people.teams(), key=lambda team: -len(team.name))
    seen: set[tuple[str, Slot]] = set()
    for each in usual:
        team = next((team for team in teams if team.name.casefold() in each.name.casefold()), None)
        if team is not None and (team.id, each.slot) not in seen and not notebook.calendar.has_slot(team.id, each.slot):
            seen.add((team.id, each.slot))
            yield team, each.slot


def _told(off: Sequence[DayOff], slots: Sequence[tuple[Team, Slot]], today: date) -> Iterator[str]:
    """Each thing that is new, in a line."""
    for each in off:
        last = "" if each.to_day == each.from_day else f" to {say_date(each.to_day, today)}"
        yield f"No school  {say_date(each.from_day, today)}{last}  {each.name}"
    for team, slot in slots:
        clock = f"{slot.minute // 60}:{slot.minute % 60:02d}"
        yield f"Usual time  {team.name}  {weekday_name(slot.weekday)} {clock}, {slot.minutes} min"
