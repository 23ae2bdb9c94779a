"""What can be asked of the learning in a cycle: its activities, and the drafting of steps."""

from datetime import date, timedelta
from typing import Any

from coachtui.model.answers import meant, told
from coachtui.model.clean import clean
from coachtui.model.cycle import ACTIVITY_KINDS, Activity, Cycle
from coachtui.model.prompts import Starter
from coachtui.model.school_days import add_school_days
from coachtui.model.step import Step
from coachtui.tui.cycle_page import CyclePage
from coachtui.tui.rooms.asking_days import AsksDays
from coachtui.wording import _, _t

_A_WEEK = timedelta(days=7)
_KINDS = _("Activity: type the beginning of one, or press Tab: {activity_kinds}.").format(
    activity_kinds=", ".join(told(ACTIVITY_KINDS))
)


class AsksOfLearning(AsksDays):
    """The questions about activities and steps."""

    @property
    def page(self) -> CyclePage:
        """What is shown."""
        raise NotImplementedError

    @property
    def starters(self) -> tuple[Starter, ...]:
        """The starters for steps."""
        raise NotImplementedError

    def open_cycle(self) -> Cycle | None:
        """The cycle that is shown, if it goes on; otherwise it is said that none does."""
        cycle = self.page.cycle
        if cycle is None or not cycle.is_open:
            self.say(_("No cycle goes on here. n begins one."))
            return None
        return cycle

    def action_activity(self) -> None:
        """Plan something that the lead does to learn: its kind, then its day."""
        cycle = self.open_cycle()
        if cycle is None:
            return

        def answered(words: str) -> str | None:
            if not words:
                return None
            kind = meant(words, ACTIVITY_KINDS)
            if kind is None:
                return _KINDS
            self.ask_day(
                f"day of activity:{kind}:{cycle.id}",
                _("{kind}, planned on").format(kind=_t(kind)),
                None,
                lambda day: planned(kind, day),
            )
            return None

        def planned(kind: str, day: date | None) -> None:
            self.change(lambda notebook: notebook.cycles.plan_activity(cycle.id, kind, day), said)

        def said(new: Activity) -> str:
            self.sheet.go_to(f"activity:{new.id}")
            return _("Planned. d says that it is done; Enter, what it is about.")

        self.ask_for(f"activity:{cycle.id}", _("Activity"), "", answered, told(ACTIVITY_KINDS))
        self.say(_KINDS)

    def ask_of_activity(self, identity: str) -> None:
        """The day of an activity, then what it is about."""
        found = self._activity(identity)
        if found is None:
            return

        def day_known(day: date | None) -> None:
            self.ask_for(f"note:{identity}", _("About"), found.note, lambda words: noted(day, words))

        def noted(day: date | None, words: str) -> None:
            self.change(lambda notebook: notebook.cycles.describe_activity(identity, day, clean(words)))

        self.ask_day(f"planned:{identity}", _("Planned on"), found.planned_on, day_known)

    def _activity(self, identity: str) -> Activity | None:
        return next((each for each in self.page.activities if each.id == identity), None)

    def _activity_under_cursor(self) -> Activity | None:
        row = self.sheet.under_cursor
        kind, __, identity = ("" if row is None else row.key).partition(":")
        found = self._activity(identity) if kind == "activity" else None
        if found is None:
            self.say(_("Put the cursor on an activity first."))
        return found

    def action_done(self) -> None:
        """The activity under the cursor was done today; or it was not, if it was marked so."""
        found = self._activity_under_cursor()
        if found is not None:
            day = self.today() if found.done_on is None else None
            self.change(lambda notebook: notebook.cycles.do_activity(found.id, day))

    def action_take_out(self) -> None:
        """Take the activity under the cursor out."""
        found = self._activity_under_cursor()
        if found is not None:
            self.change(
                lambda notebook: notebook.cycles.remove_activity(found.id), _("Taken out. Ctrl+Z puts it back.")
            )

    def action_step(self) -> None:
        """Draft a step: its words, then its day."""
        cycle = self.open_cycle()
        if cycle is None:
            return

        def worded(words: str) -> None:
            if words:
                suggested = add_school_days(self.today() + _A_WEEK, 0, self.page.days_off)
                self.ask_day(f"step day:{cycle.id}", _("By when"), None, lambda day: drafted(words, day), suggested)

        def drafted(words: str, day: date | None) -> None:
            looks_like = next((each.looks_like for each in self.starters if each.words == words), "")

            def work(notebook: Any) -> Step:
                new: Step = notebook.steps.draft(cycle.lead, clean(words), cycle.id, by_when=day, looks_like=looks_like)
                return new

            self.change(work, said)

        def said(new: Step) -> str:
            self.sheet.go_to(f"step:{new.id}")
            return _("Drafted. Enter on it says how we will know, and what happens to it.")

        self.ask_for(f"step:{cycle.id}", _("Step"), "", worded, [each.words for each in self.starters])
        self.say(_("One thing that others can see or hear. Tab goes through examples."))
