"""The commands of the school calendar."""

from coachtui.tui.commands import CALENDAR, Command, Table
from coachtui.tui.keys.common import of_a_sheet
from coachtui.wording import _

TABLE = Table(
    _("Calendar"),
    _(
        "The days off of the school: what is counted in school days passes over them. 'coachtui import "
        "calendar.ics' takes them in."
    ),
    (
        Command("calendar.add", CALENDAR, "a", _("Add"), _("Note days off: their name, the first day, the last."), 1),
        Command(
            "calendar.take-out",
            CALENDAR,
            "d,delete",
            _("Take out"),
            _("Take the days off under the cursor out."),
            2,
            of_row=True,
        ),
        *of_a_sheet(CALENDAR),
    ),
)
