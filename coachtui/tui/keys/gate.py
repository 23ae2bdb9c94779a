"""The commands of the gate."""

from coachtui.tui.commands import GATE, Command, Table

TABLE = Table(
    "The gate",
    "The one door out. You see to the letter what is to leave, where each part is from, and what stays. Names are settled one "
    "by one; words of a private line never pass. Whichever way it leaves, it has the same words and stands in the ledger. What "
    "left can't be taken back.",
    (
        Command(
            "gate.send",
            GATE,
            "enter",
            "Share",
            "Put what is shown into the lead's record, once all of it is settled.",
            1,
        ),
        Command("gate.copy", GATE, "c", "Copy", "Copy the same words as plain text, to be pasted into a mail.", 2),
        Command("gate.save", GATE, "s", "Save", "Save the same words as a file: Word, PDF, plain text or Markdown.", 3),
        Command("gate.turn", GATE, "space", "Out or in", "Take the paragraph out, or in again.", 6),
        Command("gate.edit", GATE, "e", "Edit", "Say it in other words, for this sharing only.", 9),
        Command("gate.keep", GATE, "k", "Keep", "Let the name stand as it is.", 10),
        Command("gate.initial", GATE, "i", "Initial", "Put the initials in its place, everywhere.", 11),
        Command(
            "gate.role", GATE, "r", "Role", "Say what the person is, everywhere: a member, another lead, someone.", 12
        ),
        Command(
            "gate.keep-rest", GATE, "K", "Keep the rest", "Let every other name stand that the notebook does not know."
        ),
        Command("gate.seen", GATE, "v", "View", "See what the lead can see, to the letter.", 13),
        Command(
            "gate.leave", GATE, "escape", "Back", "Go back; what you decided here is kept until you come again.", 4
        ),
    ),
)
