"""The commands of the deadlines."""

from coachtui.tui.commands import DEADLINES, Command, Table
from coachtui.tui.keys.common import of_a_sheet
from coachtui.wording import _

TABLE = Table(
    _("Deadlines"),
    _(
        "What is due on a day, in your school's words, for one role or for all. It stands in the agenda of 1:1s "
        "three weeks before, "
        "and on Today as many days before as you say."
    ),
    (
        Command("deadlines.done", DEADLINES, "enter", _("Done"), _("It is done; again: it is not."), 2, of_row=True),
        Command("deadlines.add", DEADLINES, "i", _("Add"), _("Add a deadline: SLO baseline, Dec 15."), 1),
        Command(
            "deadlines.edit",
            DEADLINES,
            "e",
            _("Change"),
            _("Say otherwise what is due, when and for whom."),
            3,
            of_row=True,
        ),
        Command(
            "deadlines.take-out", DEADLINES, "x,delete", _("Take out"), _("Take the deadline out."), 6, of_row=True
        ),
        *of_a_sheet(DEADLINES),
    ),
)
