"""The commands of every room."""

from coachtui.tui.commands import EVERYWHERE, Command, Table
from coachtui.wording import _

TABLE = Table(
    _("Everywhere"),
    _("In every room."),
    (
        Command("app.blank", EVERYWHERE, "f9", _("Blank"), _("Show an empty page until the next key.")),
        Command(
            "app.lock",
            EVERYWHERE,
            "f12",
            _("Lock"),
            _("Lock a notebook that has a passphrase, or ask for it where it is locked."),
        ),
        Command("app.help", EVERYWHERE, "f1", _("Help"), _("What this room is for, and its keys."), 5),
        Command("app.search", EVERYWHERE, "ctrl+f", _("Search"), _("Find words, wherever they stand in the notebook.")),
        Command(
            "app.command-palette", EVERYWHERE, "ctrl+p", _("Commands"), _("Every command by name, with its key."), 8
        ),
        Command(
            "app.jump",
            EVERYWHERE,
            "ctrl+l",
            _("Go to"),
            _("Letters come up over each part of the screen: press one to be there. Esc leaves it."),
        ),
        Command(
            "app.light-or-dark",
            EVERYWHERE,
            "ctrl+t",
            _("Light or dark"),
            _("Change between the light and the dark look."),
            0,
        ),
        Command(
            "app.change-theme", EVERYWHERE, "", _("Change theme"), _("Choose how the program looks, from all themes.")
        ),
        Command("app.today", EVERYWHERE, "", _("Go to Today"), _("What waits for you, from wherever you are.")),
        Command("app.leads", EVERYWHERE, "", _("All leads"), _("The people you coach.")),
        Command(
            "app.teams", EVERYWHERE, "", _("All teams"), _("Who leads them, who is in them, when they usually meet.")
        ),
        Command(
            "app.bells", EVERYWHERE, "", _("Bell times"), _("The bells of the school, by which Today counts down.")
        ),
        Command("app.days-off", EVERYWHERE, "", _("Days off"), _("The days without school, which are passed over.")),
        Command(
            "app.one-on-ones",
            EVERYWHERE,
            "",
            _("All 1:1s"),
            _("Every lead with the next 1:1: prepare, hold and end it."),
        ),
        Command(
            "app.conversations", EVERYWHERE, "", _("Conversations"), _("Difficult conversations, planned with a lead.")
        ),
        Command("app.deadlines", EVERYWHERE, "", _("Deadlines"), _("What is due when, for whom.")),
        Command(
            "app.quit",
            EVERYWHERE,
            "ctrl+q",
            _("Quit"),
            _("Close coachtui. Everything is saved already, the half-typed line too."),
            7,
        ),
    ),
)
