"""The commands of what a lead can see."""

from coachtui.tui.commands import SEEN, Command, Table

TABLE = Table(
    "What the lead can see",
    "A lead's record, to the letter as it is delivered; then, on the last page, every share with this lead and which way it "
    "left. Nothing else of this notebook can be seen by them.",
    (
        Command(
            "seen.next-file",
            SEEN,
            "right,n",
            "Next file",
            "An earlier cycle's file; last of all, every share.",
            1,
        ),
        Command("seen.last-file", SEEN, "left,p", "File before", "The file before.", 3),
        Command("seen.row-up", SEEN, "up", "One line up", "Scroll up by one."),
        Command("seen.row-down", SEEN, "down", "One line down", "Scroll down by one."),
        Command("seen.page-up", SEEN, "pageup,b", "Earlier", "Scroll up by a page."),
        Command("seen.page-down", SEEN, "pagedown,space", "Later", "Scroll down by a page.", 4),
        Command("seen.leave", SEEN, "escape", "Back", "Go back to where you came from.", 2),
    ),
)
