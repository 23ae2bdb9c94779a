"""What can be asked of a plan, and what becomes of the answers."""

from datetime import date
from typing import Any

from coachtui.model.advice import Advice
from coachtui.model.clean import clean
from coachtui.model.conversation import Whose
from coachtui.model.scenario import Scenario
from coachtui.tui.plan_page import Library, PlanPage
from coachtui.tui.rooms.asking_days import AsksDays
from coachtui.wording import _

_STOPPED = _("That is no conversation to plan here. The plan is as it was; x sets it aside.")
_NAMED = _(
    "That is the lead of this plan. A conversation with the lead is yours to hold: Enter on 'Whose' changes that. "
    "What you typed is kept."
)

_LIBRARY = {"scenario": _("Scenario"), "structure": _("Structure")}
_UNKNOWN = {
    "scenario": _("There is no scenario '{words}'. Tab goes through them; with nothing typed there is none."),
    "structure": _("There is no structure '{words}'. Tab goes through them; with nothing typed there is none."),
}


class AsksOfPlans(AsksDays):
    """The questions of a plan's room; the half-typed answer of each is kept."""

    @property
    def page(self) -> PlanPage | None:
        """What is shown; None until it is read."""
        raise NotImplementedError

    @property
    def library(self) -> Library:
        """The scenarios and structures there are."""
        raise NotImplementedError

    def keep_row(self, part: str, words: str) -> None:
        """Write a new row."""
        raise NotImplementedError

    def advice(self, page: PlanPage) -> list[Advice]:
        """What is worth a thought."""
        return page.advice(self.today(), self.workplace.lexicon)

    def advice_at_cursor(self) -> Advice | None:
        """The advice that the cursor is on."""
        row, page = self.sheet.under_cursor, self.page
        if row is None or page is None or not row.key.startswith("advice:"):
            return None
        found = self.advice(page)
        place = int(row.key.removeprefix("advice:"))
        return found[place] if place < len(found) else None

    def action_not_here(self) -> None:
        """Never give the advice under the cursor again, for this plan."""
        found = self.advice_at_cursor()
        if found is None:
            self.say(_("Go to a row of advice first; n puts it aside for this plan."))
            return
        self.change(lambda notebook: notebook.conversations.put_aside(self._plan_id(), found.rule, found.about),
                    _("Put aside for this plan. Ctrl+Z brings it back."))  # fmt: skip

    def ask_new_row(self, part_id: str) -> None:
        """Ask for a row of a part; Tab goes through how it may begin."""
        page = self.page
        part = next((each for each in page.parts if each.id == part_id), None) if page else None
        if page is None or part is None:
            return

        def answered(words: str) -> None:
            if words:
                self.keep_row(part.id, words)

        self.ask_for(f"{part.id}:{page.plan.id}", part.label, "", answered, part.starters)
        self.say(part.ask)

    def ask_row(self, identity: str) -> None:
        """Ask for the words of a row anew."""
        row = self.page.row(identity) if self.page else None
        if row is None:
            return

        def answered(words: str) -> None:
            if words:
                self.change(lambda notebook: notebook.conversations.change_row(row.id, words=clean(words)))

        self.ask_for(f"row:{row.id}", _("Words"), row.words, answered)

    def ask_about(self, kind: str) -> None:
        """Ask for what the plan is, or change it."""
        page = self.page
        if page is None:
            return
        if kind == "state":
            self.say("\n".join(each.words for each in self.advice(page)) or _("Nothing stands in the way."))
        elif kind == "advice":
            found = self.advice_at_cursor()
            self.say(
                _("{why} n puts it aside for this plan.").format(why=found.why) if found else _("That is settled.")
            )
        elif kind == "held_by":
            other: Whose = "principal" if page.plan.held_by == "lead" else "lead"
            self._keep("held_by", other)
        elif kind == "with_whom":
            self._ask_whom(page)
        elif kind in ("scenario", "structure"):
            self._ask_of_library(page, kind)
        elif kind in ("day", "follow_up_on"):
            self._ask_day_of(page, kind)

    def _keep(self, field: str, value: str | bool | date | None) -> None:
        self.change(lambda notebook: notebook.conversations.keep(self._plan_id(), field, value))

    def _plan_id(self) -> str:
        assert self.page is not None
        return self.page.plan.id

    def _ask_whom(self, page: PlanPage) -> None:
        names = {page.lead_name.casefold(), page.first_name.casefold()}

        def answered(words: str) -> None:
            self._keep("with_whom", clean(words))
            if words.casefold() in names and page.plan.held_by == "lead":
                self.say(_NAMED)

        self.ask_for(f"with:{page.plan.id}", _("With whom (initials are enough)"), page.plan.with_whom, answered)

    def _ask_of_library(self, page: PlanPage, kind: str) -> None:
        known: dict[str, Any] = dict(self.library.scenarios if kind == "scenario" else self.library.structures)
        ordered = sorted(known.values(), key=lambda each: each.place)
        before = known.get(getattr(page.plan, kind))

        def answered(words: str) -> str | None:
            found = next((each for each in ordered if each.title.casefold() == words.casefold()), None)
            if words and found is None:
                return _UNKNOWN[kind].format(words=words)
            if isinstance(found, Scenario) and found.stop:
                self._stop(found)
            else:
                self._keep(kind, found.id if found else "")
            return None

        self.ask_for(f"{kind}:{page.plan.id}", _LIBRARY[kind], before.title if before else "", answered,
                     [each.title for each in ordered])  # fmt: skip
        self.say(_("Tab: {titles}").format(titles=" · ".join(each.title for each in ordered)))

    def _stop(self, scenario: Scenario) -> None:
        """Show the page that leads out of coaching; nothing is changed."""
        from coachtui.tui.dialogs.stop import StopPage

        self.say(_STOPPED)
        self.app.push_screen(StopPage(scenario))

    def _ask_day_of(self, page: PlanPage, kind: str) -> None:
        confirmed: list[date] = []

        def answered(day: date | None) -> str | None:
            if day is not None and day < self.today() and day not in confirmed:
                confirmed.append(day)
                return _("That day is past. Enter keeps it all the same; if it was held, d says so.")
            self._keep(kind, day)
            return None

        self.ask_day(
            f"{kind}:{page.plan.id}", _("When") if kind == "day" else _("Follow-up"), getattr(page.plan, kind), answered
        )

    def action_set_aside(self) -> None:
        """Set the plan aside, with a reason, or take it up again."""
        page = self.page
        if page is None:
            return
        if page.plan.state == "set aside":
            self.change(lambda notebook: notebook.conversations.mark(page.plan.id, "planning"), _("Taken up again."))
            return

        def answered(words: str) -> None:
            self.change(lambda notebook: notebook.conversations.mark(page.plan.id, "set aside", because=clean(words)),
                        _("Set aside. Nothing of it is lost; x takes it up again."))  # fmt: skip

        self.ask_for(f"aside:{page.plan.id}", _("Why is it set aside"), "", answered)
