"""Letting a lead go, or bringing one back; what goes on with them is asked for first."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from coachtui.model.answers import NO, STOP, YES, YES_NO, is_yes, meant, told
from coachtui.model.cycle import Cycle
from coachtui.model.lead_words import cycle_in_brief
from coachtui.model.listed_words import listed_and
from coachtui.model.people import Lead
from coachtui.model.step import Step
from coachtui.tui.rooms.sheet_room import SheetRoom
from coachtui.wording import _, _m, _t, counted

_KEEP = _m("keep")


class Retires(SheetRoom):
    """A room in which a lead can be let go."""

    def touched(self, *subjects: str) -> None:
        """These were changed just now."""

    def retire_or_bring_back(self, lead: Lead, cycle: Cycle | None, steps: Sequence[Step]) -> None:
        """Ask what has to be asked, as what goes on with the lead; nothing is done before it is answered."""
        if lead.is_retired:
            self._do(
                lead, lambda notebook: notebook.leads.bring_back(lead.id), _("{name} is back.").format(name=lead.name)
            )
        elif cycle is None and not steps:
            self.say(_("{name} leaves the lists. What was written stays.").format(name=lead.name))
            self.ask(
                _("Retire {first}? yes or no").format(first=_first(lead)),
                _t(YES),
                lambda words: self._retire(lead, is_wanted=is_yes(words)),
                told(YES_NO),
                about="retire",
            )
        else:
            self.say(
                _("With {name} {what}. What becomes of that?").format(
                    name=lead.name, what=_what(cycle, steps, self.workplace.clock.today())
                )
            )
            self.ask(_("stop it, keep it as it is, or no"), _t(STOP), lambda words: self._settle(lead, words),
                     told((STOP, _KEEP, NO)), about="retire-what")  # fmt: skip

    def _settle(self, lead: Lead, words: str) -> None:
        """What goes on is stopped, with a reason, or left as it is."""
        chosen = meant(words, (STOP, _KEEP, NO))
        if chosen == STOP:
            self.say(_("One line is enough; it stands in the closed cycle."))
            self.ask(
                _("Why it stops"),
                _("{first} left").format(first=_first(lead)),
                lambda because: self._stop(lead, because),
                about="retire-why",
            )
        else:
            self._retire(lead, is_wanted=chosen == _KEEP)

    def _stop(self, lead: Lead, because: str) -> None:
        today = self.workplace.clock.today()

        def work(notebook: Any) -> None:
            notebook.cycles.stop(lead.id, because)
            notebook.leads.retire(lead.id, today)

        self._do(
            lead,
            work,
            _("{name} has retired, the cycle is stopped. Ctrl+Z twice takes both back.").format(name=lead.name),
            times=2,
        )

    def _retire(self, lead: Lead, *, is_wanted: bool) -> None:
        if not is_wanted:
            self.say(_("Nothing was changed."))
            return
        today = self.workplace.clock.today()
        self._do(lead, lambda notebook: notebook.leads.retire(lead.id, today),
                 _("{name} has retired. Ctrl+Z brings them back.").format(name=lead.name))  # fmt: skip

    def _do(self, lead: Lead, work: Any, saying: str, times: int = 1) -> None:
        def said(__: object) -> str:
            self.touched(*[lead.id] * times)
            return saying

        self.change(work, said)


def _what(cycle: Cycle | None, steps: Sequence[Step], today: date) -> str:
    """What goes on with a lead, in words."""
    parts = (
        []
        if cycle is None
        else [_("a cycle goes on ({cycle_in_brief})").format(cycle_in_brief=cycle_in_brief(cycle, today))]
    )
    if steps:
        parts.append(counted(len(steps), "{n} step is open", "{n} steps are open"))
    return listed_and(parts)


def _first(lead: Lead) -> str:
    return next(iter(lead.name.split()), lead.name)
