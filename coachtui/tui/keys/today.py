"""The commands of Today."""

from coachtui.tui.commands import TODAY, Command, Table

TABLE = Table(
    "Today",
    "What waits for you, and the observations made so far. The program opens here.",
    (
        Command(
            "today.observe", TODAY, "o", "Observe", "Sit in on a meeting: begin an observation with the first key.", 1
        ),
        Command(
            "today.open", TODAY, "enter", "Open", "Open the observation under the cursor, or go on with one cut off.", 2
        ),
        Command(
            "today.end-cut-off",
            TODAY,
            "e",
            "End it",
            "End an observation that was cut off, where its last line was typed.",
        ),
    ),
)
