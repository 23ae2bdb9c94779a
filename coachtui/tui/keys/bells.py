"""The commands of the bell times."""

from coachtui.tui.commands import BELLS, Command, Table
from coachtui.tui.keys.common import of_a_sheet

TABLE = Table(
    "Bells",
    "The bell times of the school, entered once. Today then counts down to the next bell. Press n, give the schedule a name, "
    "then paste its periods, one a line: 1 8:00-8:50, Lunch 11:30-12:05.",
    (
        Command("bells.new", BELLS, "n", "New", "Put up a schedule: its name, then its periods, pasted or typed.", 1),
        Command("bells.change", BELLS, "enter", "Change", "Change the period, or the schedule's name.", 2),
        Command("bells.add", BELLS, "a", "Add periods", "Put periods into the schedule, one or many.", 3),
        Command("bells.calendar", BELLS, "c", "Days off", "See and enter the days without school.", 6),
        Command("bells.days", BELLS, "w", "Weekdays", "Say on which weekdays the schedule rings.", 10),
        Command("bells.turns", BELLS, "t", "Turns", "Let schedules take turns from one school day to the next: A, B."),
        Command("bells.single", BELLS, "s", "Single day", "Give one day another schedule, or no school.", 9),
        Command("bells.take-out", BELLS, "x,delete", "Take out", "Take it out. Ctrl+Z brings it back."),
        *of_a_sheet(BELLS),
    ),
)
