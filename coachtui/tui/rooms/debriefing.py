"""After the conversation: what came of it, who does what by when, when it is looked at again; and the page to hold it by."""

from datetime import date
from typing import Any

from coachtui.model.clean import clean
from coachtui.model.one_on_one import read_decision
from coachtui.tui.plan_page import PlanPage
from coachtui.tui.rooms.asking_of_plans import AsksOfPlans
from coachtui.wording import _

_COMMITMENTS = _("Who does what, by when? Each is a step of the lead's. Enter with nothing goes on.")


class Debriefs(AsksOfPlans):
    """The part of a plan's room for when it was held."""

    def action_held(self) -> None:
        """Say what came of it, then what was agreed to, then when it is looked at again; each may be left out."""
        page = self.page
        if page is None:
            return
        if page.plan.state == "set aside":
            self.say(_("This plan was set aside. x takes it up again."))
        elif page.plan.state == "held":
            self._followed_up(page)
        elif page.plan.state == "followed up":
            self.say(_("It was followed up already. Everything stays as it is."))
        else:
            self._ask_outcome(page)

    def _ask_outcome(self, page: PlanPage) -> None:
        def answered(words: str) -> None:
            def work(notebook: Any) -> None:
                notebook.conversations.mark(page.plan.id, "held")
                if words:
                    notebook.conversations.add_row(page.plan.id, "outcome", clean(words), "principal", is_private=True)

            self.change(work)
            self._ask_commitment(page, again=False)

        self.ask_for(f"outcome:{page.plan.id}", _("How did it go"), "", answered)
        self.say(_("In your own words, for you alone. Enter with nothing: it was held, and that is all."))

    def _ask_commitment(self, page: PlanPage, *, again: bool) -> None:
        def answered(words: str) -> None:
            if words:
                who, what, by_when = read_decision(words, self.today())
                said = f"{who}: {what}" if who else what
                self.change(lambda notebook: notebook.conversations.commit(page.plan.id, clean(said), by_when))
                self._ask_commitment(page, again=True)
            else:
                self._ask_follow_up(page)

        self.ask_for(f"commitment:{page.plan.id}", _("Agreed to do (who: what, by when)"), "", answered, again=again)
        self.say(_COMMITMENTS)

    def _ask_follow_up(self, page: PlanPage) -> None:
        def answered(day: date | None) -> None:
            self.change(
                lambda notebook: notebook.conversations.keep(page.plan.id, "follow_up_on", day),
                _("Kept. What the lead agrees to for the record is written below; g goes to the gate with it."),
            )

        self.ask_day(f"follow-up:{page.plan.id}", _("When do you look at it again"), page.plan.follow_up_on, answered)

    def _followed_up(self, page: PlanPage) -> None:
        def answered(words: str) -> None:
            def work(notebook: Any) -> None:
                if words:
                    notebook.conversations.add_row(
                        page.plan.id, "reflection", clean(words), "principal", is_private=True
                    )
                notebook.conversations.mark(page.plan.id, "followed up")

            self.change(work, _("Followed up. What came of it stays here."))

        self.ask_for(f"reflection:{page.plan.id}", _("Looked at again: what did you learn"), "", answered)
        self.say(_("For you alone. Enter with nothing: it was followed up, and that is all."))

    def action_crib(self) -> None:
        """Show all that is needed while it is held, on one page."""
        if self.page is not None:
            from coachtui.tui.dialogs.crib import CribPage

            self.app.push_screen(CribPage(self.page.plan, self.page.rows, self.page.lead_name))
