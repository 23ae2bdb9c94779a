"""Asking about support: what a lead asks for, on which rung of the ladder, and what the two agree on."""

from collections.abc import Callable
from datetime import date
from typing import Any

from coachtui.model.answers import meant, told
from coachtui.model.people import Lead
from coachtui.model.support import REASONS, RUNGS, Reason, Support, advice_on_agreeing, needs_reason
from coachtui.tui.rooms.asking_days import AsksDays
from coachtui.tui.rooms.touching import Touches
from coachtui.wording import _

_LADDER = "  ".join(f"{number} {rung}" for number, rung in enumerate(RUNGS))


class AgreesOnSupport(AsksDays, Touches):
    """A room in which support is asked for and agreed on; a room of several leads."""

    def leads(self) -> list[Lead]:
        """Those who may ask."""
        raise NotImplementedError

    def support_at_cursor(self) -> Support | None:
        """The support that the cursor is on."""
        raise NotImplementedError

    def ask_lead(self, key: str, prompt: str, then: Callable[[Lead], None]) -> None:
        """Ask for a lead by name; Tab goes through all. Where there is one alone, nobody is asked."""
        leads = self.leads()
        if not leads:
            self.say(_("There is no lead yet. Add one first: a on the page of leads (l on Today)."))
            return
        if len(leads) == 1:
            then(leads[0])
            return

        def answered(words: str) -> str | None:
            found = [lead for lead in leads if words.casefold() in (lead.name.casefold(), lead.handle.casefold())]
            if not words:
                return None
            if len(found) != 1:
                return _("Nobody is called '{words}' here. Tab goes through the names.").format(words=words)
            then(found[0])
            return None

        self.ask_for(f"{key}:lead", prompt, "", answered, [lead.name for lead in leads])

    def action_help_asked(self) -> None:
        """Keep what a lead asks for."""

        def of_lead(lead: Lead) -> None:
            self.ask_for(f"situation:{lead.id}", _("What is it about"), "", lambda words: situation(lead, words))

        def situation(lead: Lead, words: str) -> str | None:
            if words:
                self._ask_rung(
                    f"asked:{lead.id}", _("How much help is asked for"), "", lambda rung: kept(lead, words, rung)
                )
            return None

        def kept(lead: Lead, words: str, rung: int) -> None:
            self.touched(lead.id)
            self.change(lambda notebook: notebook.supports.ask(lead.id, words, rung),
                        _("Kept. It waits here, and on Today, until you two agreed on it."))  # fmt: skip

        self.ask_lead("help", _("Who asks"), of_lead)

    def _ask_rung(self, key: str, prompt: str, known: str, then: Callable[[int], None]) -> None:
        def answered(words: str) -> str | None:
            rung = words.split(maxsplit=1)[0] if words else ""
            if not rung:
                return None
            if not rung.isdigit() or int(rung) >= len(RUNGS):
                return _("A rung is a number from 0 to {n}: {ladder}").format(n=len(RUNGS) - 1, ladder=_LADDER)
            then(int(rung))
            return None

        choices = [f"{number} {rung}" for number, rung in enumerate(RUNGS)]
        self.ask_for(key, prompt, known, answered, choices)
        self.say(_LADDER)

    def agree_on(self, support: Support) -> None:
        """Ask which rung the two agreed on, who decided it, and when it steps back down."""

        async def deed() -> None:
            before: list[Support] = await self.workplace.scribe.do(lambda notebook: notebook.supports.of(support.lead))
            earlier = [each for each in before if each.id != support.id]
            self._ask_rung(f"agreed:{support.id}", _("Agreed on"), f"{support.asked} {RUNGS[support.asked]}",
                           lambda rung: self._who(support, rung, earlier))  # fmt: skip

        self.attempt(deed, group="ask")

    def _who(self, support: Support, rung: int, earlier: list[Support]) -> None:
        def answered(words: str) -> None:
            self._down(support, rung, words or _("both of us"))

        self.ask_for(f"decided:{support.id}", _("Who decided it"), _("both of us"), answered)
        advice = advice_on_agreeing(earlier, support, rung)
        if advice:
            self.say(
                _("{words} {why} Say it all the same, and it is kept.").format(words=advice[0].words, why=advice[0].why)
            )

    def _down(self, support: Support, rung: int, decided_by: str) -> None:
        def answered(day: date | None) -> None:
            if needs_reason(rung):
                self._why(support, rung, decided_by, day)
            else:
                self._agreed(support, rung, decided_by, day, "")

        self.ask_day(f"down:{support.id}", _("When does it step back down"), support.steps_down_on, answered)

    def _why(self, support: Support, rung: int, decided_by: str, day: date | None) -> None:
        def answered(words: str) -> str | None:
            reason = meant(words, REASONS)
            if reason is None:
                return _("On this rung you act in the lead's place, so say why: {reasons}.").format(
                    reasons=", ".join(told(REASONS))
                )
            self._agreed(support, rung, decided_by, day, reason)
            return None

        self.ask_for(f"reason:{support.id}", _("Why do you act"), "", answered, told(REASONS))

    def _agreed(self, support: Support, rung: int, decided_by: str, day: date | None, reason: Reason) -> None:
        def work(notebook: Any) -> Support:
            found: Support = notebook.supports.agree(support.id, rung, decided_by, day, reason)
            return found

        self.touched(support.lead)
        self.change(work, _("Agreed: {rung}.").format(rung=RUNGS[rung]))

    def action_over(self) -> None:
        """The support under the cursor is over."""
        found = self.support_at_cursor()
        if found is None:
            self.say(_("There is no support under the cursor."))
            return
        self.touched(found.lead)
        self.change(lambda notebook: notebook.supports.end(found.id), _("It is back with the lead."))

    def action_passphrase(self) -> None:
        """Ask twice, unseen, for the passphrase that leaves Together; nothing takes it away."""

        def answered(words: str) -> None:
            if words:
                self.ask(
                    _("The same once more"), "", lambda again: repeated(words, again), hidden=True, about="passphrase"
                )
            else:
                keep("", _("Leaving Together asks for the word leave."))

        def repeated(words: str, again: str) -> None:
            if words == again:
                keep(words, _("Leaving Together asks for it now."))
            else:
                self.say(_("The two were not the same. Nothing was changed."))

        def keep(words: str, said: str) -> None:
            self.change(lambda notebook: notebook.together.set_passphrase(words), said)

        self.ask(_("Passphrase for leaving Together"), "", answered, hidden=True, about="passphrase")
