"""The commands of the gate."""

from coachtui.tui.commands import GATE, Command, Table
from coachtui.wording import _

TABLE = Table(
    _("Share"),
    _(
        "The one door out. You see to the letter what is to leave, where each part is from, and what stays. "
        "Names are settled one "
        "by one; words of a private line never pass. Whichever way it leaves, it has the same words and stands "
        "in the ledger. What "
        "left can't be taken back."
    ),
    (
        Command(
            "gate.send",
            GATE,
            "enter",
            _("Share"),
            _("Put what is shown into the lead's record, once all of it is settled."),
            1,
        ),
        Command(
            "gate.copy", GATE, "c", _("Copy"), _("Copy the same words as plain text, to be pasted into a mail."), 2
        ),
        Command(
            "gate.save", GATE, "s", _("Save"), _("Save the same words as a file: Word, PDF, plain text or Markdown."), 3
        ),
        Command("gate.turn", GATE, "space", _("Out or in"), _("Take the paragraph out, or in again."), 6),
        Command("gate.edit", GATE, "e", _("Edit"), _("Say it in other words, for this sharing only."), 9),
        Command("gate.keep", GATE, "k", _("Keep"), _("Let the name stand as it is."), 10),
        Command("gate.initial", GATE, "i", _("Initial"), _("Put the initials in its place, everywhere."), 11),
        Command(
            "gate.role",
            GATE,
            "r",
            _("Role"),
            _("Say what the person is, everywhere: a member, another lead, someone."),
            12,
        ),
        Command(
            "gate.keep-rest",
            GATE,
            "K",
            _("Keep the rest"),
            _("Let every other name stand that the notebook does not know."),
        ),
        Command("gate.seen", GATE, "v", _("View"), _("See what the lead can see, to the letter."), 13),
        Command(
            "gate.leave",
            GATE,
            "escape",
            _("Back"),
            _("Go back; what you decided here is kept until you come again."),
            4,
        ),
    ),
)
