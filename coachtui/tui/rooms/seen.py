"""What a lead can see: the record, byte for byte as it is delivered."""

from typing import Any

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Rule, Static

from coachtui.model.entry import RecordFile
from coachtui.sharing.record_file import what_lead_sees
from coachtui.tui.bindings import bindings_for
from coachtui.tui.commands import SEEN
from coachtui.tui.rooms.room import GoBack, Room
from coachtui.tui.words import plain
from coachtui.tui.workplace import Workplace

_NOTHING = "Nothing was shared with this lead yet, so there is nothing to see. In an observation, g shares it."


class SeenRoom(Room):
    """The files of one lead's record, the newest cycle first."""

    NAME = SEEN
    BINDINGS = bindings_for(SEEN)
    AUTO_FOCUS = ""

    def __init__(self, workplace: Workplace, lead_id: str) -> None:
        super().__init__(workplace)
        self._lead = lead_id
        self._files: list[RecordFile] = []
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
        def files(notebook: Any) -> list[RecordFile]:
            found: list[RecordFile] = notebook.outbox.files_of(self._lead)
            return sorted(found, key=lambda each: max(entry.day for entry in each.entries), reverse=True)

        self._files = await self.workplace.scribe.do(files)
        self._show()

    def _show(self) -> None:
        """Show the file one is at."""
        if not self._files:
            self.title_row.show(Content.assemble(" ", ("What the lead can see", "bold $foreground")), plain(""))
            self.words.update(plain(_NOTHING))
            return
        file = self._files[self._place]
        left = Content.assemble(
            " ", ("What the lead can see: ", "$text-muted"), plain(file.title).stylize("bold $foreground")
        )
        number = f"{self._place + 1} of {len(self._files)} " if len(self._files) > 1 else ""
        self.title_row.show(left, plain(number))
        self.words.update(plain(what_lead_sees(file)))
        self.page.scroll_home(animate=False)

    def action_next_file(self) -> None:
        """The next file, if there is one."""
        self._turn(1)

    def action_last_file(self) -> None:
        """The file before, if there is one."""
        self._turn(-1)

    def _turn(self, by: int) -> None:
        self._place = max(0, min(len(self._files) - 1, self._place + by))
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
