"""The commands of Search."""

from coachtui.tui.commands import SEARCH, Command, Table
from coachtui.wording import _

TABLE = Table(
    _("Search"),
    _(
        "Every word in the notebook, found as you type: whole words, and the last one by its beginning. Accents "
        "and large letters "
        "do not matter. Lines in confidence are not looked at."
    ),
    (
        Command(
            "search.open", SEARCH, "enter", _("Open"), _("Open what the cursor is on, at its place."), 1, of_row=True
        ),
        Command("search.leave", SEARCH, "escape", _("Back"), _("Go back to where you came from; the words stay."), 2),
        Command("search.up", SEARCH, "up", _("Up"), _("The hit before."), 3, of_row=True),
        Command("search.down", SEARCH, "down", _("Down"), _("The hit after."), 4, of_row=True),
        Command("search.page-up", SEARCH, "pageup", _("Page up"), _("Earlier hits."), of_row=True),
        Command("search.page-down", SEARCH, "pagedown", _("Page down"), _("Later hits."), of_row=True),
    ),
)
