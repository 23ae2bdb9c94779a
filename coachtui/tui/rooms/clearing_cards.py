"""Clearing the cards of Today, one key each: done, put off, ended; and taking that back."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from coachtui.model.card import SUBJECT, in_a_week, next_morning
from coachtui.model.timing import clock_text
from coachtui.tui.rooms.counting_down import CountsDown
from coachtui.tui.rooms.day_list import DayList
from coachtui.tui.telling import day_text
from coachtui.tui.words import printable_line
from coachtui.tui.workplace import Workplace
from coachtui.wording import _, counted

if TYPE_CHECKING:
    from coachtui.model.card import Card
    from coachtui.model.observation import Observation
    from coachtui.store.events import Undone
    from coachtui.store.today import Review


class ClearsCards(CountsDown):
    """A room with cards. What was done to them here is taken back in turn; after a restart, what was done to any."""

    choices: DayList

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.review: Review | None = None
        self._leaving: set[str] = set()
        self._done: list[str] = []
        self._undone: list[str] = []

    async def read(self) -> None:
        """Read the day anew and show it."""
        raise NotImplementedError

    def action_done(self) -> None:
        """Be done with a card: for good, while its reason is the same. What was cut off is ended; feedback is not needed."""
        card = self._next_card()
        if card is not None and card.kind == "resume":
            self.action_end_cut_off()
        elif card is not None:
            self._put_off(card, None, _("None needed") if card.kind == "feedback" else _("Done"))

    def action_snooze(self) -> None:
        """Put a card off until the morning of the next school day."""
        self._snooze(next_morning)

    def action_snooze_week(self) -> None:
        """Put a card off for a week."""
        self._snooze(in_a_week)

    def _snooze(self, until: Callable[[Any], int]) -> None:
        card = self._next_card()
        if card is not None and self.review is not None:
            until_ms = until(self.review.day._replace(now_ms=self.workplace.clock.now().utc_ms))
            self._put_off(
                card, until_ms, _("Put off until {day}").format(day=day_text(until_ms, self.workplace.clock.zone()))
            )

    def _next_card(self) -> "Card | None":
        """The card under the cursor; the one behind it, where that is on its way out already."""
        waiting = [card for card in self.choices.cards_from_cursor() if card.key not in self._leaving]
        if not waiting and not self._leaving:
            self._say_beside_bell(_("Only what waits for you can be done or put off."))
        return waiting[0] if waiting else None

    def _put_off(self, card: "Card", until_ms: int | None, words: str) -> None:
        self._leaving.add(card.key)

        async def deed() -> None:
            try:
                await self.workplace.scribe.do(lambda notebook: notebook.today.put_off(card.key, until_ms))
                self._note(SUBJECT)
                await self.read()
                self._say_beside_bell(
                    _("{words}: {title}. Ctrl+Z takes it back.").format(words=words, title=printable_line(card.title))
                )
            finally:
                self._leaving.discard(card.key)

        self.attempt(deed, group="clear", each=True)

    def _say_beside_bell(self, sentence: str) -> None:
        """Say it, unless the bell is about to ring: that is said then."""
        self.say(sentence)
        self.say_bell_again()

    def action_end_cut_off(self) -> None:
        """End the observation under the cursor where it stopped."""
        found = self.choices.observation
        if found is None or found.ended_utc_ms is not None:
            self._say_beside_bell(_("Only an observation that was cut off can be ended here."))
            return
        if found.id == self.workplace.writing:
            self._say_beside_bell(_("This one is being written. Enter goes on with it, F8 ends it there."))
            return
        self.attempt(lambda: self._end(found), group="end")

    async def _end(self, found: "Observation") -> None:
        ended: Observation = await self.workplace.scribe.do(
            lambda notebook: notebook.observations.end_at_last_line(found.id)
        )
        when = clock_text(ended.ended_utc_ms or 0, ended.zone)
        self._note(found.id)
        await self.read()
        self._say_beside_bell(
            _("Ended at {when}, {number}.").format(when=when, number=counted(ended.lines, "{n} line", "{n} lines"))
        )

    def _note(self, subject: str) -> None:
        self._done.append(subject)
        self._undone.clear()

    def action_undo(self) -> None:
        """Take back the last thing done here."""
        self._turn("undo", self._done, self._undone, _("Taken back"), _("There is nothing more to take back."))

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self._turn("redo", self._undone, self._done, _("Done again"), _("There is nothing to do again."))

    def _turn(self, verb: str, from_here: list[str], to_there: list[str], words: str, nothing: str) -> None:
        subject = from_here.pop() if from_here else SUBJECT

        async def deed() -> None:
            turned: Undone | None = await self.workplace.scribe.do(lambda notebook: getattr(notebook, verb)(subject))
            if turned is not None:
                to_there.append(subject)
            await self.read()
            self._say_beside_bell(nothing if turned is None else f"{words}: {turned.what}.")

        self.attempt(deed, group="clear", each=True)
