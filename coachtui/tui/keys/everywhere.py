"""The commands of every room."""

from coachtui.tui.commands import EVERYWHERE, Command, Table

TABLE = Table(
    "Everywhere",
    "In every room.",
    (
        Command("app.blank", EVERYWHERE, "f9", "Blank", "Show an empty page until the next key."),
        Command(
            "app.lock",
            EVERYWHERE,
            "f12",
            "Lock",
            "Lock a notebook that has a passphrase, or ask for it where it is locked.",
        ),
        Command("app.help", EVERYWHERE, "f1", "Help", "What this room is for, and its keys.", 5),
        Command("app.search", EVERYWHERE, "ctrl+f", "Search", "Find words, wherever they stand in the notebook."),
        Command("app.command-palette", EVERYWHERE, "ctrl+p", "Commands", "Every command by name, with its key.", 8),
        Command(
            "app.jump",
            EVERYWHERE,
            "ctrl+l",
            "Go to",
            "Letters come up over each part of the screen: press one to be there. Esc leaves it.",
        ),
        Command(
            "app.light-or-dark", EVERYWHERE, "ctrl+t", "Light or dark", "Change between the light and the dark look.", 0
        ),
        Command("app.change-theme", EVERYWHERE, "", "Change theme", "Choose how the program looks, from all themes."),
        Command("app.today", EVERYWHERE, "", "Go to Today", "What waits for you, from wherever you are."),
        Command("app.leads", EVERYWHERE, "", "All leads", "The people you coach."),
        Command("app.teams", EVERYWHERE, "", "All teams", "Who leads them, who is in them, when they usually meet."),
        Command("app.bells", EVERYWHERE, "", "Bell times", "The bells of the school, by which Today counts down."),
        Command("app.days-off", EVERYWHERE, "", "Days off", "The days without school, which are passed over."),
        Command(
            "app.one-on-ones", EVERYWHERE, "", "All 1:1s", "Every lead with the next 1:1: prepare, hold and end it."
        ),
        Command("app.conversations", EVERYWHERE, "", "Conversations", "Difficult conversations, planned with a lead."),
        Command("app.deadlines", EVERYWHERE, "", "Deadlines", "What is due when, for whom."),
        Command(
            "app.quit",
            EVERYWHERE,
            "ctrl+q",
            "Quit",
            "Close coachtui. Everything is saved already, the half-typed line too.",
            7,
        ),
    ),
)
