"""The commands of a lead's page."""

from coachtui.tui.commands import LEAD, Command, Table
from coachtui.tui.keys.common import of_a_sheet
from coachtui.wording import _

TABLE = Table(
    _("Lead"),
    _(
        "Everything that helps one lead grow: the cycle, open steps, what was seen, 1:1s, the look-fors noted, the record."
    ),
    (
        Command("lead.cycle", LEAD, "c", _("Cycle"), _("Go to the learning cycle."), 1),
        Command("lead.one-on-one", LEAD, "m", "1:1", _("Go to the 1:1s with this lead."), 2),
        Command("lead.observe", LEAD, "o", _("Observe"), _("Sit in on a meeting of this lead's team now."), 3),
        Command("lead.step", LEAD, "n,s", _("Step"), _("Agree on a new step, in the cycle."), 6),
        Command(
            "lead.feedback", LEAD, "f", _("Feedback"), _("All feedback for this lead: drafts, and what was shared.")
        ),
        Command("lead.record", LEAD, "r", _("Record"), _("See what this lead can see, to the letter."), 9),
        Command(
            "lead.conversations", LEAD, "d", _("Conversations"), _("The conversations that are planned with leads.")
        ),
        Command("lead.open", LEAD, "enter", _("Open"), _("Open what is under the cursor.")),
        Command("lead.private", LEAD, "p", _("My notes"), _("Show or hide my private notes on this lead.")),
        Command("lead.edit", LEAD, "e", _("Edit"), _("Change the name, the role, or the short name that is typed.")),
        Command("lead.retire", LEAD, "x", _("Retire"), _("Let this lead go, or bring them back. Notes stay.")),
        *of_a_sheet(LEAD),
    ),
)
