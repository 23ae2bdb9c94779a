"""`coachtui import calendar.ics`: days off and the teams' usual times, all of it or nothing, as one thing to take back."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from coachtui.commandline.call import Call, open_notebook
from coachtui.commandline.safety import TAKES_BACK, back_up_before_import
from coachtui.model.calendar_words import weekday_name
from coachtui.model.dates import say_date
from coachtui.model.people import Slot, Team
from coachtui.model.school_days import DayOff
from coachtui.wording import _, counted

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
        told.append(
            _("Passed over, since there seems to be school: {in_school}.").format(
                in_school=", ".join(found.in_school[:20])
            )
        )
    if not (off or slots):
        told.append(_("Nothing was added: what this calendar says of days off and teams is in the notebook already."))
    elif call.options.dry_run:
        told.append(_("Nothing was added yet. The same without --dry-run takes it in."))
    else:
        counts = _("{number} of days off, {number2}").format(
            number=counted(len(off), "{n} stretch", "{n} stretches"),
            number2=counted(len(slots), "{n} usual time", "{n} usual times"),
        )
        told.append(_("Added {counts}. {takes_back}").format(counts=counts, takes_back=TAKES_BACK))
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
        last = "" if each.to_day == each.from_day else _(" to {day}").format(day=say_date(each.to_day, today))
        yield _("No school  {day}{last}  {name}").format(day=say_date(each.from_day, today), last=last, name=each.name)
    for team, slot in slots:
        clock = f"{slot.minute // 60}:{slot.minute % 60:02d}"
        yield _("Usual time  {name}  {weekday_name} {clock}, {minutes} min").format(
            name=team.name, weekday_name=weekday_name(slot.weekday), clock=clock, minutes=slot.minutes
        )
