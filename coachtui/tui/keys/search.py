"""The commands of Search."""

from coachtui.tui.commands import SEARCH, Command, Table

TABLE = Table(
    "Search",
    "Every word in the notebook, found as you type: whole words, and the last one by its beginning. Accents and large letters "
    "do not matter. Lines in confidence are not looked at.",
    (
        Command("search.open", SEARCH, "enter", "Open", "Open what the cursor is on, at its place.", 1),
        Command("search.leave", SEARCH, "escape", "Back", "Go back to where you came from; the words stay.", 2),
        Command("search.up", SEARCH, "up", "Up", "The hit before.", 3),
        Command("search.down", SEARCH, "down", "Down", "The hit after.", 4),
        Command("search.page-up", SEARCH, "pageup", "Page up", "Earlier hits."),
        Command("search.page-down", SEARCH, "pagedown", "Page down", "Later hits."),
    ),
)
