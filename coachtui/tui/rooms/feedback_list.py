"""All feedback for a lead, or from one observation: drafts first, then what was shared."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from coachtui.model.dates import say_date
from coachtui.model.feedback import Feedback
from coachtui.model.observation import Observation
from coachtui.model.timing import local_time
from coachtui.tui.bindings import bindings_for
from coachtui.tui.commands import FEEDBACK, FEEDBACK_LIST
from coachtui.tui.rooms.room import GoTo
from coachtui.tui.rooms.sheet_room import SheetRoom
from coachtui.tui.widgets.sheet import SheetRow, heading, said
from coachtui.tui.workplace import Workplace
from coachtui.wording import _, _t, counted

_NOTHING = _("No feedback yet. In an observation of the lead, f drafts it from the lines.")


class Listed(NamedTuple):
    """One feedback, and the meeting that it is on."""

    feedback: Feedback
    observation: Observation


class FeedbackListRoom(SheetRoom):
    """Several feedback side by side; `wish` says of what, as "lead:ID" or "observation:ID"."""

    NAME = FEEDBACK_LIST
    BINDINGS = bindings_for(FEEDBACK_LIST)

    def __init__(self, workplace: Workplace, wish: str) -> None:
        super().__init__(workplace)
        self._kind, __, self._identity = wish.partition(":")
        self._listed: list[Listed] = []

    def read(self, notebook: Any) -> tuple[str, list[Listed]]:
        """Whose it is, and all of it, the newest first."""
        shelf = notebook.feedback
        found = shelf.of(self._identity) if self._kind == "lead" else shelf.of_observation(self._identity)
        lead_id = found[0].lead if found else notebook.record.lead_seen_in(self._identity)
        lead_id = self._identity if self._kind == "lead" else lead_id
        name = notebook.leads.get(lead_id).name if lead_id else ""
        return name, [Listed(each, notebook.observations.get(each.observation)) for each in reversed(found)]

    def rows(self, shown: tuple[str, list[Listed]]) -> Iterable[SheetRow]:
        """The drafts, then what was shared."""
        name, self._listed = shown
        count = counted(len(self._listed), "{n} in all", "{n} in all") if self._listed else ""
        self.show_place(name, count)
        drafts = [each for each in self._listed if each.feedback.state in ("draft", "ready")]
        shared = [each for each in self._listed if each not in drafts]
        if not self._listed:
            return [said(_NOTHING)]
        rows = [heading(_("Drafts")), *map(self._row, drafts)] if drafts else []
        return [*rows, heading(_("Shared")), *map(self._row, shared)] if shared else rows

    def _row(self, listed: Listed) -> SheetRow:
        feedback, meeting = listed
        today = self.workplace.clock.today()
        day = say_date(local_time(meeting.anchor.utc_ms, meeting.zone).date(), today)
        words = next((line for line in feedback.text.split("\n")[1:] if line.strip()), _("nothing written yet"))
        return SheetRow(feedback.id, f"{day} · {meeting.team or _('team not named')}", words, _t(feedback.state))

    def chosen(self, row: SheetRow) -> None:
        """Go on with it."""
        self.post_message(GoTo(FEEDBACK, row.key))

    def action_open(self) -> None:
        """As Enter."""
        self.sheet.action_select()

    def action_new(self) -> None:
        """Begin another draft from the observation of the one under the cursor."""
        row = self.sheet.under_cursor
        found = next((each for each in self._listed if row is not None and each.feedback.id == row.key), None)
        observation = self._identity if self._kind == "observation" else found and found.feedback.observation
        if observation:
            self.post_message(GoTo(FEEDBACK, f"new:{observation}"))
        else:
            self.say(_NOTHING)
