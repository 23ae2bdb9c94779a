"""The title of every room: where one is and whose it is, what is worth knowing of it, and whether all is saved."""

from collections.abc import Sequence

from textual.content import Content
from textual.screen import Screen

from coachtui.tui.commands import table_of
from coachtui.tui.widgets.title_row import TitleRow
from coachtui.tui.workplace import Workplace
from coachtui.wording import _


class TellsPlace(Screen[None]):
    """A screen that is called as its table of keys is."""

    NAME = ""
    IS_WRITTEN_IN = False
    """Whether a meeting is written down here: nothing is said in passing then."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self.workplace = workplace
        self.title_row = TitleRow(id="title")
        self.disk_takes_it = True
        self._whose = ""
        self._facts: Sequence[Content | str] = ()

    def show_place(self, whose: str = "", *facts: Content | str) -> None:
        """Show whose the room is now, and what is worth knowing of it; the first fact matters most."""
        self._whose, self._facts = whose, facts
        self.show_whether_saved()

    def show_whether_saved(self) -> None:
        """Show anew what the title says of saving, and so the title."""
        is_fine, is_kept = self.disk_takes_it, not self.workplace.places.is_thrown_away
        words = self.saved_words if is_kept or not is_fine else _("sample, not kept")
        saved = Content(words).stylize("" if is_fine and is_kept else "bold $text-accent")
        keeps_saved = self.IS_WRITTEN_IN or not is_fine or not is_kept
        self.title_row.show_place(table_of(self.NAME).title, self._whose, self._facts, saved, keeps_saved=keeps_saved)

    @property
    def saved_words(self) -> str:
        """What the title says of saving; nothing where the notebook is shut."""
        if not self.workplace.is_open or self.workplace.refusal is not None:
            return ""
        return _("all saved") if self.disk_takes_it else _("not saved yet")
