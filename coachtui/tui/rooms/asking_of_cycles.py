"""What can be asked of a cycle, row by row, and what becomes of the answers."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Literal

from coachtui.model.answers import meant, told
from coachtui.model.clean import clean
from coachtui.model.cycle import VERDICTS, Cycle, Verdict, usual_end, wrong_days
from coachtui.model.cycle_checks import advice_before, check_length
from coachtui.model.listed_words import listed_or
from coachtui.model.school_days import add_school_days, school_day_until
from coachtui.tui.cycle_page import DAYS, FIELDS, saying
from coachtui.tui.rooms.asking_of_learning import AsksOfLearning
from coachtui.wording import _, _t

_LABELS = {**FIELDS, "verdict_because": _("Evidence: which lines show it"), "next_goal": _("Next goal (or rest)")}
_A_WEEK = timedelta(days=7)


class AsksOfCycles(AsksOfLearning):
    """The questions of a cycle's room; the half-typed answer of each is kept."""

    _confirmed: tuple[str, date] | None = None

    def ask_of(self, kind: str, identity: str) -> None:
        """Ask for what a row holds; `identity` is that of an activity."""
        asks: dict[str, Callable[[], None]] = {
            "activity": lambda: self.ask_of_activity(identity),
            "activities": self.action_activity,
            "steps": self.action_step,
            "lead_reflection": self.action_lead_reflects,
            "my_reflection": self.action_i_reflect,
            "reflections": self.action_lead_reflects,
            "verdict": self.action_verdict,
            "extended_to": self.action_extend,
        }
        ask = asks.get(kind)
        if ask is not None:
            ask()
        elif (cycle := self.page.cycle) is not None:
            self._ask_of_day(cycle, kind) if kind in DAYS else self._ask_of_words(cycle, kind)

    def _ask_of_words(self, cycle: Cycle, field: str) -> None:
        def answered(words: str) -> None:
            self.change(
                lambda notebook: notebook.cycles.keep(cycle.id, field, clean(words)), lambda __: self._go_on_from(field)
            )

        self.ask_for(f"{field}:{cycle.id}", _LABELS[field], getattr(cycle, field), answered)

    def _ask_of_day(self, cycle: Cycle, field: str) -> None:
        """A day that can't be is asked for again; so is, once, one that makes a cycle of an odd length."""

        def answered(day: date | None) -> str | None:
            now = Cycle(**{**cycle._asdict(), field: day})
            wrong = wrong_days(now) or (self._odd_length(now, field, day) if day and field != "agreed_on" else None)
            if wrong is None:
                self.change(
                    lambda notebook: notebook.cycles.keep(cycle.id, field, day), lambda __: self._go_on_from(field)
                )
            return wrong

        suggested = self.today()
        if field == "starts_on":
            suggested = add_school_days(suggested, 0, self.page.days_off)
        if field == "ends_on" and cycle.starts_on is not None:
            suggested = school_day_until(usual_end(cycle.starts_on), self.page.days_off)
        self.ask_day(f"{field}:{cycle.id}", _LABELS[field], getattr(cycle, field), answered, suggested)

    def _go_on_from(self, field: str) -> None:
        """Go to the next row of the intention, if nothing is written there yet."""
        cycle, rows = self.page.cycle, list(FIELDS)
        then = rows[rows.index(field) + 1] if field in rows[:-1] else None
        if cycle is not None and then is not None and getattr(cycle, field) and not getattr(cycle, then):
            self.sheet.go_to(then)

    def _odd_length(self, cycle: Cycle, field: str, day: date) -> str | None:
        """What is said of an odd length; the same answer a second time is meant."""
        advice = check_length(cycle, self.page.days_off)
        if advice is None or self._confirmed == (field, day):
            return None
        self._confirmed = (field, day)
        return _("{words} Enter keeps it all the same.").format(words=advice.words)

    def action_lead_reflects(self) -> None:
        """Write down the lead's reflection."""
        self._reflect("lead", _("The lead's reflection"))

    def action_i_reflect(self) -> None:
        """Write my own reflection."""
        self._reflect("my", _("My reflection"))

    def _reflect(self, whose: Literal["lead", "my"], prompt: str) -> None:
        """Ask for a reflection; to one that is in but not shown yet, what is typed is added."""
        cycle = self.page.cycle
        if cycle is None:
            return
        known: str = getattr(cycle, f"{whose}_reflection")
        is_covered = bool(known) and not cycle.both_reflected

        def answered(words: str) -> None:
            whole = f"{known}\n{words}".strip() if is_covered else words
            self.change(lambda notebook: notebook.cycles.reflect(cycle.id, whose, clean(whole)), self._reflected)

        more = _("in already, add") if is_covered else _("Enter puts it in")
        self.ask_for(f"{whose}_reflection:{cycle.id}", f"{prompt} ({more})", "" if is_covered else known, answered)

    def _reflected(self, __: object) -> str | None:
        """What is said of a reflection that is put in, as long as it is covered."""
        cycle = self.page.cycle
        if cycle is None or cycle.both_reflected or not (cycle.lead_reflected_on or cycle.my_reflected_on):
            return None
        other = _("m writes yours") if cycle.lead_reflected_on else _("l takes down the lead's")
        return _("Put in, and covered until both are. {other}.").format(other=other)

    def action_extend(self) -> None:
        """Give the cycle more days, once, with a reason."""
        cycle = self.open_cycle()
        if cycle is None:
            return
        if cycle.extended_to is not None or cycle.ends_on is None:
            ask_first = _("To has no day yet: there is nothing to extend.")
            self.say(
                ask_first
                if cycle.ends_on is None
                else _("It was extended already. What is open goes into the next one.")
            )
            return

        def day_known(day: date | None) -> str | None:
            if day is None:
                return None
            wrong = wrong_days(cycle._replace(extended_to=day))
            if wrong is None:
                self.ask_for(f"because:{cycle.id}", _("Why it takes longer"), "", lambda words: extended(day, words))
            return wrong

        def extended(day: date, words: str) -> str | None:
            if not words:
                return _("Why it takes longer: an extension needs a reason. Esc leaves it as it is.")
            self.change(lambda notebook: notebook.cycles.extend(cycle.id, day, clean(words)), _("Extended."))
            return None

        self.ask_day(f"extended_to:{cycle.id}", _("Extended to"), None, day_known,
                     school_day_until(cycle.ends_on + _A_WEEK, self.page.days_off))  # fmt: skip

    def action_verdict(self) -> None:
        """Close the cycle with a verdict, then ask which lines show it, and what comes next."""
        cycle = self.open_cycle()
        if cycle is None:
            return

        def answered(words: str) -> str | None:
            verdict = meant(words, VERDICTS)
            if words and verdict is None:
                return _("Verdict: type {verdicts}; the first letter is enough.").format(
                    verdicts=listed_or(told(VERDICTS))
                )
            if verdict is not None:
                self.ask_for(f"because of verdict:{cycle.id}", _("Evidence: which lines show it"), cycle.verdict_because,
                             lambda because: self._next_goal(cycle, verdict, because))  # fmt: skip
            return None

        self.ask_for(
            f"verdict:{cycle.id}",
            _("Verdict ({verdicts})").format(verdicts=", ".join(told(VERDICTS))),
            "",
            answered,
            told(VERDICTS),
        )
        if advice := advice_before("closed", cycle, self.page.facts(self.today())):
            self.say(saying(advice))

    def _next_goal(self, cycle: Cycle, verdict: Verdict, because: str) -> None:
        def answered(words: str) -> None:
            close = lambda notebook: notebook.cycles.close(cycle.id, verdict, clean(because), clean(words))  # noqa: E731
            self.change(close, _("Closed: {verdict}. n begins the next cycle.").format(verdict=_t(verdict)))

        self.ask_for(f"next_goal:{cycle.id}", _("Next goal (or rest)"), cycle.next_goal, answered)
