"""The commands of a rehearsal."""

from coachtui.tui.commands import REHEARSE, Command, Table

TABLE = Table(
    "Rehearse",
    "The opening, said aloud, then what they may say, card by card in no order; the time runs. Each run is logged.",
    (
        Command("rehearse.next", REHEARSE, "space,enter", "Next", "Go on; behind the last card the run ends.", 1),
        Command("rehearse.swap", REHEARSE, "s", "Swap", "The other one plays the lead now.", 2),
        Command("rehearse.done", REHEARSE, "d,f8", "End", "End the run now, and note what was noticed.", 3),
        Command("rehearse.leave", REHEARSE, "escape", "Back", "Go back; a run that was not ended is not logged.", 4),
    ),
)
