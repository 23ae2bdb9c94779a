"""Ending a 1:1: what was decided, one line each, or in so many words that nothing was."""

from typing import Any, NamedTuple

from coachtui.model.answers import NONE, is_word
from coachtui.model.one_on_one import OneOnOne, read_decision
from coachtui.tui.rooms.sitting_room import SittingRoom
from coachtui.wording import _, _m, counted

_NONE = (*NONE, _m("no decision"))
_PROMPT = _("Decided (who: what, by when)")


class Ended(NamedTuple):
    """How a 1:1 ended."""

    decisions: int
    waiting: int
    next: OneOnOne | None


class EndsOneOnOne(SittingRoom):
    """The part of the 1:1 room that ends it."""

    def action_end(self) -> None:
        """Ask for the decisions, one after the other."""
        one = self.going_on()
        if one is not None and self.sitting is not None:
            self._ask_decision(one, len(self.sitting.decisions), again=False)

    def _ask_decision(self, one: OneOnOne, count: int, *, again: bool, insisting: bool = False) -> None:
        key = f"decision:{one.id}"

        def answered(words: str) -> None:
            if not count and is_word(words, *_NONE):
                self._end(one, no_decision=True)
            elif words:
                self._decide(one, words)
                self._ask_decision(one, count + 1, again=True)
                self.say(_("Kept. The next one, or Enter with nothing: that ends the 1:1."))
            elif count:
                self._end(one, no_decision=False)
            elif insisting:
                self.say(_("It goes on. F8 ends it, with a decision or with the word none."))
            else:
                self._ask_decision(one, count, again=True, insisting=True)
                self.say(_("Was nothing decided? Type none, or what was decided."))

        self.ask_for(key, _PROMPT, "", answered, again=again)
        if not again:
            done = (
                _("{number} so far. ").format(number=counted(count, "{n} decision", "{n} decisions")) if count else ""
            )
            end = _("Enter with nothing ends the 1:1.") if count else _("Type none where there is nothing.")
            self.say(_("{done}Such as: Maria: pairs read first, by Fri. {end}").format(done=done, end=end))

    def reword_decision(self, key: str) -> None:
        """Ask for the decision whose row has this key in other words."""
        one, sitting = self.going_on(), self.sitting
        found = next((each for each in sitting.decisions if f"decision:{each.id}" == key), None) if sitting else None
        if one is None or found is None:
            return

        def answered(words: str) -> None:
            if words:
                said = read_decision(words, self.workplace.clock.today())
                self.change(lambda notebook: notebook.one_on_ones.reword_decision(found.id, *said))

        self.ask_for(key, _PROMPT, found.words, answered)

    def _decide(self, one: OneOnOne, words: str) -> None:
        who, what, by_when = read_decision(words, self.workplace.clock.today())
        self.change(lambda notebook: notebook.one_on_ones.decide(one, who, what, by_when))

    def _end(self, one: OneOnOne, *, no_decision: bool) -> None:
        today = self.workplace.clock.today()

        def work(notebook: Any) -> Ended:
            shelf = notebook.one_on_ones
            shelf.end(one, no_decision=no_decision)
            waiting = [item for item in notebook.items.of(one.lead) if item.state == "open"]
            return Ended(len(shelf.decisions_of(one.id)), len(waiting), shelf.next_of(one.lead, today))

        self.change(work, _ended_words)


def _ended_words(ended: Ended) -> str:
    decided = counted(ended.decisions, "{n} decision", "{n} decisions") if ended.decisions else _("no decision")
    goes_on = (
        _("Nothing was left open.")
        if not ended.waiting
        else _("{number} on to {when}.").format(
            number=counted(ended.waiting, "{n} item goes", "{n} items go"),
            when=_("the next one") if ended.next is None else ended.next.when,
        )
    )
    return _("The 1:1 was held: {decided}. {goes_on} g shares what was decided.").format(
        decided=decided, goes_on=goes_on
    )
