"""The commands of Today."""

from coachtui.tui.commands import TODAY, Command, Table
from coachtui.wording import _

TABLE = Table(
    _("Today"),
    _(
        "What waits for you, and the observations made so far. The program opens here. At the top right stands the next bell."
    ),
    (
        Command(
            "today.observe",
            TODAY,
            "o",
            _("Observe"),
            _("Sit in on a meeting: begin an observation with the first key."),
            1,
        ),
        Command(
            "today.open",
            TODAY,
            "enter",
            _("Open"),
            _("Open what the cursor is on, or go on with what was cut off."),
            2,
            of_row=True,
        ),
        Command(
            "today.done",
            TODAY,
            "d",
            _("Done"),
            _("Be done with a card: it comes back only for another reason. Of feedback it says that none is needed."),
            3,
            of_row=True,
        ),
        Command(
            "today.snooze",
            TODAY,
            "z",
            _("Snooze"),
            _("Put a card off until the morning of the next school day."),
            4,
            of_row=True,
        ),
        Command("today.snooze-week", TODAY, "Z", _("A week"), _("Put a card off for a week."), of_row=True),
        Command("today.leads", TODAY, "l", _("Leads"), _("Go to the leads and their teams."), 6),
        Command("today.search", TODAY, "/", _("Search"), _("Find words, wherever they stand in the notebook."), 9),
        Command("today.bells", TODAY, "b", _("Bells"), _("See and enter the bell times."), 10),
        Command(
            "today.sample",
            TODAY,
            "S",
            _("Sample school"),
            _("Look around in a sample school; Ctrl+Q comes back to your own notebook."),
        ),
        Command(
            "today.undo", TODAY, "ctrl+z", _("Undo"), _("Take back the last thing done here, as often as you like.")
        ),
        Command("today.redo", TODAY, "ctrl+y", _("Redo"), _("Do again what was taken back.")),
        Command(
            "today.end-cut-off",
            TODAY,
            "e",
            _("End it"),
            _("End an observation that was cut off, where its last line was typed."),
            of_row=True,
        ),
    ),
)
