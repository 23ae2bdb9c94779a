"""Passing on what was seen: feedback drafted from an observation, or its summary shared as it is."""

from typing import TYPE_CHECKING

from coachtui.tui.commands import FEEDBACK, FEEDBACK_LIST, GATE
from coachtui.tui.rooms.room import GoTo, Room
from coachtui.wording import _

if TYPE_CHECKING:
    from coachtui.model.observation import Observation


class PassesOn(Room):
    """A room with an observation that its lead may hear of."""

    def present(self) -> "Observation | None":
        """The observation; None before it was read."""
        raise NotImplementedError

    def action_feedback(self) -> None:
        """Draft feedback from this observation, or go on with it; to the list of it, where there are several."""
        found = self.present()
        if found is None:
            return
        if found.lead is None:
            self.say(_("Whom would it be for? F5 says whose meeting it was; then f drafts the feedback."))
        else:
            self.attempt(lambda: self._go_to_feedback(found.id), group="feedback")

    async def _go_to_feedback(self, identity: str) -> None:
        known = await self.workplace.scribe.do(lambda notebook: notebook.feedback.of_observation(identity))
        drafts = [each for each in known if each.state in ("draft", "ready")]
        room = FEEDBACK if len(drafts) == 1 or not known else FEEDBACK_LIST
        self.post_message(GoTo(room, f"observation:{identity}"))

    def action_share(self) -> None:
        """Go to the gate with this observation, if it is known whose it is, and over."""
        found = self.present()
        if found is None:
            return
        if found.lead is None:
            self.say(_("Whom would you share it with? F5 says whose meeting it was; then g shares it with the lead."))
        elif found.ended_utc_ms is None:
            self.say(_("This observation is not ended yet. End it first, in Observe; then share it."))
        else:
            self.post_message(GoTo(GATE, f"observation:{found.id}"))
