"""An observation that was begun by mistake: discarded whole, after a question, and without trace."""

from typing import Any

from coachtui.model.answers import DISCARD, is_word
from coachtui.tui.rooms.closing_words import AsksClosingWords
from coachtui.tui.rooms.room import GoTo
from coachtui.wording import _

_ASKS = _(
    "All of this observation goes, as if it had never begun. Nothing brings it back but a backup from before. "
    "Type discard and press Enter; Esc keeps it."
)
_KEPT = _("Nothing was discarded.")
_GONE = _("The observation is discarded. A backup made before may hold it for a while.")
_DISCARDING = _("Discarding the observation")
_GOES_ON = _("This observation goes on. End it first; then it can be discarded.")


class DiscardsWhole(AsksClosingWords):
    """A room whose observation can be discarded whole."""

    def action_discard(self) -> None:
        """Ask whether it goes."""
        found = self.present()
        if found is None:
            return
        if found.ended_utc_ms is None:
            self.say(_GOES_ON)
            return
        self.say(_ASKS)
        self.ask(_("Discard it"), "", lambda words: self._discard_whole(found.id, words), about="discard")

    def _discard_whole(self, identity: str, words: str) -> None:
        if not is_word(words, DISCARD):
            self.say(_KEPT)
            return
        places = self.workplace.places

        def work(notebook: Any) -> None:
            purging = notebook.purging
            purging.purge(purging.planning().of_observation(identity), places)

        async def deed() -> None:
            with self.workplace.at_work.at(_DISCARDING, may_stop=False):
                await self.workplace.scribe.do(work)
            self.post_message(GoTo("today"))
            self.app.notify(_GONE)

        self.attempt(deed, group="change", each=True)
