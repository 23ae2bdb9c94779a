"""A conversation: its plan, part by part, whose words are whose, and what came of it."""

from collections.abc import Iterable
from typing import Any

from coachtui.library import load_scenarios, load_structures
from coachtui.model.clean import clean
from coachtui.model.conversation import PlanRow, Whose
from coachtui.tui.bindings import bindings_for
from coachtui.tui.commands import CONVERSATION, GATE, REHEARSE, TOGETHER
from coachtui.tui.plan_page import Library, PlanPage, plan_rows, read_plan_page
from coachtui.tui.rooms.asking_of_plans import AsksOfPlans
from coachtui.tui.rooms.debriefing import Debriefs
from coachtui.tui.rooms.pulling_facts import PullsFacts
from coachtui.tui.rooms.room import GoTo
from coachtui.tui.widgets.sheet import SheetRow
from coachtui.tui.workplace import Workplace
from coachtui.wording import _, _t


class ConversationRoom(PullsFacts, Debriefs, AsksOfPlans):
    """The room of one plan; `ref` is its reference or id."""

    NAME = CONVERSATION
    BINDINGS = bindings_for(CONVERSATION)

    def __init__(self, workplace: Workplace, ref: str) -> None:
        super().__init__(workplace)
        self._ref = ref
        self._library: Library | None = None
        self._complaints: list[str] = []
        self._page: PlanPage | None = None

    @property
    def page(self) -> PlanPage | None:
        """What is shown; None until it is read."""
        return self._page

    @property
    def library(self) -> Library:
        """The scenarios and structures there are."""
        return self._library or Library({}, {})

    def read(self, notebook: Any) -> PlanPage:
        """Read the plan; at first also the scenarios and structures, which a school may have of its own."""
        if self._library is None:
            scenarios, no_scenarios = load_scenarios(self.workplace.places)
            structures, no_structures = load_structures(self.workplace.places)
            self._library, self._complaints = Library(scenarios, structures), no_scenarios + no_structures
        return read_plan_page(notebook, self._ref, self._library)

    def rows(self, shown: PlanPage) -> Iterable[SheetRow]:
        """The rows; the title goes with them."""
        self._page = shown
        whom = _("with {with_whom}").format(with_whom=shown.plan.with_whom) if shown.plan.with_whom else ""
        self.show_place(" · ".join(part for part in (shown.lead_name, whom) if part), _t(shown.plan.state))
        if self._complaints:
            self.notify("\n".join(self._complaints), severity="warning", timeout=20)
            self._complaints = []
        if self.is_pulling:
            return self.line_rows()
        return plan_rows(shown, self.advice(shown), self.today())

    def subject(self) -> str | None:
        """What is done here is done to the plan."""
        return None if self._page is None else self._page.plan.id

    def chosen(self, row: SheetRow) -> None:
        """Write what the row says."""
        kind, __, identity = row.key.partition(":")
        if kind == "line":
            self.pull(identity)
        elif kind == "part":
            self.ask_new_row(identity)
        elif kind == "row":
            self.ask_row(identity)
        else:
            self.ask_about(kind)

    def action_edit(self) -> None:
        """Write what the row under the cursor says."""
        self.sheet.action_select()

    def action_add(self) -> None:
        """Add a row to the part under the cursor."""
        part = self.part_at_cursor()
        if part is None:
            self.say(_("Go to a part of the plan first; a adds a row to it."))
        else:
            self.ask_new_row(part)

    def row_at_cursor(self) -> PlanRow | None:
        """The row of the plan that the cursor is on."""
        row = self.sheet.under_cursor
        if row is None or self._page is None or not row.key.startswith("row:"):
            return None
        return self._page.row(row.key.removeprefix("row:"))

    def part_at_cursor(self) -> str | None:
        """The id of the part that the cursor is in."""
        found, row = self.row_at_cursor(), self.sheet.under_cursor
        if found is not None:
            return found.part
        return row.key.removeprefix("part:") if row is not None and row.key.startswith("part:") else None

    def action_private(self) -> None:
        """Keep the row for me alone, or open it for both."""
        found = self.row_at_cursor()
        if found is None:
            self.say(_("Go to a row with words first; p keeps it for you alone, or opens it for both."))
            return
        said = _("Both may see it together now.") if found.is_private else _("Only yours again.")
        self.change(lambda notebook: notebook.conversations.change_row(found.id, is_private=not found.is_private), said)

    def action_whose(self) -> None:
        """Say whose words the row is in; what the lead said is there for both."""
        found = self.row_at_cursor()
        if found is None:
            self.say(_("Go to a row with words first; w says whose they are."))
            return
        whose: Whose = "principal" if found.whose == "lead" else "lead"
        news: dict[str, Any] = {"whose": whose, "is_private": found.is_private and whose == "principal"}
        self.change(lambda notebook: notebook.conversations.change_row(found.id, **news),
                    _("The lead's words.") if whose == "lead" else _("Your words."))  # fmt: skip

    def action_take_out(self) -> None:
        """Take the row out."""
        found = self.row_at_cursor()
        if found is not None:
            self.change(
                lambda notebook: notebook.conversations.take_out_row(found.id), _("Taken out. Ctrl+Z brings it back.")
            )

    def keep_row(self, part: str, words: str) -> None:
        """Write a new row, which is the principal's alone."""
        self.change(lambda notebook: notebook.conversations.add_row(
            self._ref_id(), part, clean(words), "principal", is_private=True))  # fmt: skip

    def _ref_id(self) -> str:
        return self._ref if self._page is None else self._page.plan.id

    def action_together(self) -> None:
        """Let the lead look at the screen too."""
        self.post_message(GoTo(TOGETHER, self._ref_id()))

    def action_rehearse(self) -> None:
        """Say it aloud before it counts."""
        self.post_message(GoTo(REHEARSE, self._ref_id()))

    def action_share(self) -> None:
        """Go to the gate with what the lead agreed to."""
        page = self._page
        if page is None or not page.of_part("agreed"):
            self.say(
                _(
                    "Nothing was agreed for the record yet. After it was held (d), write it with the lead; the plan stays here."
                )
            )
        else:
            self.post_message(GoTo(GATE, f"conversation:{page.plan.id}"))

    def action_hand_over(self) -> None:
        """Go to the gate with what both can see of the plan, for the lead to take along."""
        page = self._page
        if page is None or all(row.is_private for row in page.rows):
            self.say(
                _("There is nothing in this plan that both can see. p opens a row for both; t lets you write together.")
            )
        else:
            self.post_message(GoTo(GATE, f"plan:{page.plan.id}"))

    def action_leave(self) -> None:
        """Put the lines away, or go back to where one came from."""
        if self.is_pulling:
            self.stop_pulling()
        else:
            super().action_leave()
