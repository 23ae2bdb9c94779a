"""The commands of the bell times."""

from coachtui.tui.commands import BELLS, Command, Table
from coachtui.tui.keys.common import of_a_sheet
from coachtui.wording import _, _c

TABLE = Table(
    _("Bells"),
    _(
        "The bell times of the school, entered once. Today then counts down to the next bell. Press n, give the schedule a name, "
        "then paste its periods, one a line: 1 8:00-8:50, Lunch 11:30-12:05."
    ),
    (
        Command(
            "bells.new", BELLS, "n", _("New"), _("Put up a schedule: its name, then its periods, pasted or typed."), 1
        ),
        Command(
            "bells.change", BELLS, "enter", _("Change"), _("Change the period, or the schedule's name."), 2, of_row=True
        ),
        Command(
            "bells.add", BELLS, "a", _("Add periods"), _("Put periods into the schedule, one or many."), 3, of_row=True
        ),
        Command(
            "bells.calendar", BELLS, "c", _c("in brief", "Days off"), _("See and enter the days without school."), 6
        ),
        Command(
            "bells.days", BELLS, "w", _("Weekdays"), _("Say on which weekdays the schedule rings."), 10, of_row=True
        ),
        Command(
            "bells.turns",
            BELLS,
            "t",
            _("Turns"),
            _("Let schedules take turns from one school day to the next: A, B."),
            of_row=True,
        ),
        Command(
            "bells.single",
            BELLS,
            "s",
            _("Single day"),
            _("Give one day another schedule, or no school."),
            9,
            of_row=True,
        ),
        Command(
            "bells.take-out", BELLS, "x,delete", _("Take out"), _("Take it out. Ctrl+Z brings it back."), of_row=True
        ),
        *of_a_sheet(BELLS),
    ),
)
