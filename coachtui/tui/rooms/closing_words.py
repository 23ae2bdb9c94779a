"""The closing words of a meeting: three short questions, each may be skipped; every answer is kept as it is given."""

from collections.abc import Callable

from coachtui.model.closing import QUESTIONS, Closing
from coachtui.tui.rooms.holding_lines import HoldsLines
from coachtui.wording import _, counted


class AsksClosingWords(HoldsLines):
    """A room that can ask for the closing words."""

    def ask_closing_words(self, identity: str, then: Callable[[], None]) -> None:
        """Ask the three questions, one after the other, with what was answered before."""
        self._ask_next(identity, 0, then)

    def _ask_next(self, identity: str, place: int, then: Callable[[], None]) -> None:
        closing = self.view.closing

        def answered(words: str) -> None:
            self.view.closing = kept = closing._replace(**{Closing._fields[place]: words})
            is_last = place + 1 == len(QUESTIONS)
            self.change_lines(
                lambda notebook: notebook.closings.keep(identity, kept), lambda __: then() if is_last else None
            )
            if is_last:
                self.keep_keys()
            else:
                self._ask_next(identity, place + 1, then)  # at once: what is typed next is its answer

        self.say(_("Enter goes on, also with nothing; Esc leaves the rest for later."))
        self.ask(QUESTIONS[place], closing[place], answered, about="closing")

    def closing_sentence(self) -> str:
        """That the words are kept, and what may come next."""
        waiting = sum(1 for __ in self.view.to_triage())
        if not waiting:
            return _("Kept. s shows the summary. g shares it with the lead.")
        lines = counted(waiting, "{n} line wants another look", "{n} lines want another look")
        return _("Kept. {lines}: t goes through them. s shows the summary. g shares it.").format(lines=lines)
