"""The commands of a rehearsal."""

from coachtui.tui.commands import REHEARSE, Command, Table
from coachtui.wording import _, _c

TABLE = Table(
    _("Rehearse"),
    _("The opening, said aloud, then what they may say, card by card in no order; the time runs. Each run is logged."),
    (
        Command(
            "rehearse.next",
            REHEARSE,
            "space,enter",
            _c("to what follows", "Next"),
            _("Go on; behind the last card the run ends."),
            1,
        ),
        Command("rehearse.swap", REHEARSE, "s", _("Swap"), _("The other one plays the lead now."), 2),
        Command("rehearse.done", REHEARSE, "d,f8", _("End"), _("End the run now, and note what was noticed."), 3),
        Command(
            "rehearse.leave", REHEARSE, "escape", _("Back"), _("Go back; a run that was not ended is not logged."), 4
        ),
    ),
)
