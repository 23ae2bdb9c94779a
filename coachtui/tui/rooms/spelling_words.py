"""Spelling: from one word that is not known to the next, with what may be meant."""

import asyncio
from typing import TYPE_CHECKING

from textual import on

from coachtui.tui.long_work import WorkStopped
from coachtui.tui.rooms.rehearsing import Rehearses
from coachtui.tui.widgets.spell_line import SpellLine
from coachtui.tui.workplace import Workplace
from coachtui.wording import _

if TYPE_CHECKING:
    from coachtui.model.framework import Framework
    from coachtui.spelling import Misspelt, Speller

_STOPPED = _("Stopped. The spelling was not looked at.")
ALL_KNOWN = _("Every word is known.")


class SpellsWords(Rehearses):
    """A room whose draft can be looked through for misspelt words; the word list is read when it is first asked for."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.spell_line = SpellLine(id="spell")
        self.spell_line.next_key = workplace.keymap.reworded("F7", self.NAME)
        self._speller: Speller | None = None
        self._misspelt: Misspelt | None = None

    def action_spelling(self) -> None:
        """Go to the next word that is not known."""
        if self.at is not None:
            self.attempt(lambda: self._go_to_next(self.area.index), group="spelling")

    async def _go_to_next(self, behind: int) -> None:
        if self._speller is None:
            why_not = await self._load_speller()
            if why_not:
                self.say(why_not)
                return
        assert self._speller is not None
        faults = self._speller.faults(self.area.text)
        if not faults:
            self.go_to_draft()
            self.say(ALL_KNOWN)
            return
        found = next((each for each in faults if each.start >= behind), faults[0])
        choices = await asyncio.to_thread(self._speller.suggestions, found.word)
        self._misspelt = found
        self.go_to_draft()
        self.area.go_to(found.start, found.end)
        self.hush()
        self.spell_line.offer(found.word, choices)

    async def _load_speller(self) -> str:
        """Read the word list, and what is known here besides; why not, where it can't be."""
        from coachtui.spelling import load_speller

        known: list[str] = await self.workplace.scribe.do(lambda notebook: notebook.own_words.known())
        known += [each.text for each in self.lines.values() if each.kind == "segment"]
        known += [name for each in self.workplace.frameworks.values() for name in _names(each)]
        try:
            with self.workplace.at_work.at(_("Reading the word list")) as work:
                self._speller, why_not = await work.unless_stopped(asyncio.to_thread(load_speller, known))
        except WorkStopped:
            return _STOPPED
        return why_not

    @on(SpellLine.Chosen)
    def spelt(self, event: SpellLine.Chosen) -> None:
        """Write the word as it was chosen, or know it from now on; then on to the next."""
        event.stop()
        word, self._misspelt = self._misspelt, None
        if word is None or self._speller is None:
            return
        if event.instead:
            self.area.change(word.start, word.end, event.instead)
        else:
            self._speller.learn([word.word])
            self.attempt(lambda: self._keep_word(word.word), group="words", each=True)
        end = word.start + len(event.instead or word.word)
        self.attempt(lambda: self._go_to_next(end), group="spelling")

    async def _keep_word(self, word: str) -> None:
        await self.workplace.scribe.do(lambda notebook: notebook.own_words.add(word))

    @on(SpellLine.Passed)
    def passed(self, event: SpellLine.Passed) -> None:
        """Leave the word as it is."""
        event.stop()
        word, self._misspelt = self._misspelt, None
        end = self.area.index if word is None else word.end
        if event.to_next:
            self.attempt(lambda: self._go_to_next(end), group="spelling")
            return
        self.go_to_draft()
        self.area.go_to(end)
        if event.typed:
            self.area.put_in(event.typed)


def _names(framework: "Framework") -> list[str]:
    """The words of a framework that a draft may hold."""
    return [framework.title, *(each.name for each in framework.look_fors)]
