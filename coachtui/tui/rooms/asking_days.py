"""Questions whose answer is a day: typed as people do, asked again with a sentence where no day can be read."""

from collections.abc import Callable
from datetime import date

from coachtui.model.dates import BadDate, read_date, say_date
from coachtui.tui.rooms.sheet_room import SheetRoom


class AsksDays(SheetRoom):
    """A sheet that asks for days."""

    def today(self) -> date:
        """The day it is now."""
        return self.workplace.clock.today()

    def ask_day(self, key: str, prompt: str, day: date | None, then: Callable[[date | None], str | None],
                suggested: date | None = None) -> None:  # fmt: skip
        """Ask for a day; nothing typed means none. `then` may return a sentence, as in `ask_for`.

        What is known, or else suggested, stands there to be taken or typed over.
        """
        offered = day or suggested

        def answered(words: str) -> str | None:
            if not words:
                return then(None)
            try:
                return then(read_date(words, self.today()))
            except BadDate as fault:
                return f"{prompt}: {fault}"

        self.ask_for(key, prompt, say_date(offered, self.today()) if offered else "", answered, typed_over=True)
