"""The commands of the list of feedback."""

from coachtui.tui.commands import FEEDBACK_LIST, Command, Table
from coachtui.tui.keys.common import of_a_sheet
from coachtui.wording import _

TABLE = Table(
    _("All feedback"),
    _(
        "The feedback for a lead, or from one observation: drafts first, then what was shared. Two drafts may wait side by side."
    ),
    (
        Command(
            "feedback-list.open",
            FEEDBACK_LIST,
            "enter",
            _("Open"),
            _("Go on with the draft, or read what was shared."),
            1,
            of_row=True,
        ),
        Command(
            "feedback-list.new", FEEDBACK_LIST, "n", _("New"), _("Begin another draft from the same observation."), 2
        ),
        *of_a_sheet(FEEDBACK_LIST),
    ),
)
