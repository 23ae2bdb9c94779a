"""What a lead can see: the record, byte for byte as it is delivered; and what left another way."""

from collections.abc import Sequence
from typing import Any

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Rule, Static

from coachtui.model.entry import RecordFile
from coachtui.model.share import Share
from coachtui.sharing.record_file import what_lead_sees
from coachtui.sharing.written_out import title_of
from coachtui.tui.bindings import bindings_for
from coachtui.tui.commands import SEEN
from coachtui.tui.gate_rows import share_time
from coachtui.tui.rooms.room import GoBack, Room
from coachtui.tui.words import plain
from coachtui.tui.workplace import Workplace
from coachtui.wording import _

_TURNING = ("seen.next-file", "seen.last-file")
_NOTHING = _("Nothing was shared with this lead yet, so there is nothing to see. In an observation, g shares it.")


def _ledger_text(shares: Sequence[Share]) -> str:
    """Every share in words, the newest first."""
    rows = [f"{share_time(each)}  {each.way_text}\n    {title_of(each.words)}" for each in reversed(shares)]
    return _("What left, the newest first. Whichever way, it had the words that the gate showed.\n\n") + "\n".join(rows)


class SeenRoom(Room):
    """The files of one lead's record, the newest cycle first; last of all, the ledger."""

    NAME = SEEN
    BINDINGS = bindings_for(SEEN)
    AUTO_FOCUS = ""

    def __init__(self, workplace: Workplace, lead_id: str) -> None:
        super().__init__(workplace)
        self._lead = lead_id
        self._whose_record = ""
        self._pages: list[tuple[str, str]] = []
        self._place = 0
        self.words = Static(id="words")
        self.page = VerticalScroll(self.words, id="page", can_focus=False)

    def compose(self) -> ComposeResult:
        """The title, the file, the keys."""
        yield self.title_row
        yield Rule()
        yield self.page
        yield self.notice
        yield self.footer_row

    def on_mount(self) -> None:
        """Read the record."""
        super().on_mount()
        self.attempt(self._read, group="read")

    async def _read(self) -> None:
        def pages(notebook: Any) -> tuple[str, list[tuple[str, str]]]:
            files: list[RecordFile] = notebook.outbox.files_of(self._lead)
            files.sort(key=lambda each: max(entry.day for entry in each.entries), reverse=True)
            shares: list[Share] = notebook.ledger.of(self._lead)
            ledger = [(_("Every share with this lead"), _ledger_text(shares))] if shares else []
            name: str = notebook.leads.get(self._lead).name
            return name, [(each.title, what_lead_sees(each)) for each in files] + ledger

        self._whose_record, self._pages = await self.workplace.scribe.do(pages)
        self._show()

    def _show(self) -> None:
        """Show the page one is at."""
        title, words = self._pages[self._place] if self._pages else ("", _NOTHING)
        number = _("{n} of {n2}").format(n=self._place + 1, n2=len(self._pages)) if len(self._pages) > 1 else ""
        self.show_place(self._whose_record, number)
        self.leave_out(*(() if number else _TURNING))
        above = plain(f"{title}\n\n" if title else "").stylize("bold $foreground")
        self.words.update(Content.assemble(above, plain(words)))
        self.page.scroll_home(animate=False)

    def action_next_file(self) -> None:
        """The next page, if there is one."""
        self._turn(1)

    def action_last_file(self) -> None:
        """The page before, if there is one."""
        self._turn(-1)

    def _turn(self, by: int) -> None:
        self._place = max(0, min(len(self._pages) - 1, self._place + by))
        self._show()

    def action_row_up(self) -> None:
        """Scroll up."""
        self.page.scroll_relative(y=-1, animate=False)

    def action_row_down(self) -> None:
        """Scroll down."""
        self.page.scroll_relative(y=1, animate=False)

    def action_page_up(self) -> None:
        """Scroll up by a page."""
        self.page.scroll_page_up(animate=False)

    def action_page_down(self) -> None:
        """Scroll down by a page."""
        self.page.scroll_page_down(animate=False)

    def action_leave(self) -> None:
        """Go back."""
        self.post_message(GoBack())
