"""The commands of what a lead can see."""

from coachtui.tui.commands import SEEN, Command, Table
from coachtui.wording import _

TABLE = Table(
    _("What the lead can see"),
    _(
        "A lead's record, to the letter as it is delivered; then, on the last page, every share with this lead and which way it "
        "left. Nothing else of this notebook can be seen by them."
    ),
    (
        Command(
            "seen.next-file",
            SEEN,
            "right,n",
            _("Next file"),
            _("An earlier cycle's file; last of all, every share."),
            1,
        ),
        Command("seen.last-file", SEEN, "left,p", _("File before"), _("The file before."), 3),
        Command("seen.row-up", SEEN, "up", _("One line up"), _("Scroll up by one.")),
        Command("seen.row-down", SEEN, "down", _("One line down"), _("Scroll down by one.")),
        Command("seen.page-up", SEEN, "pageup,b", _("Earlier"), _("Scroll up by a page.")),
        Command("seen.page-down", SEEN, "pagedown,space", _("Later"), _("Scroll down by a page."), 4),
        Command("seen.leave", SEEN, "escape", _("Back"), _("Go back to where you came from."), 2),
    ),
)
