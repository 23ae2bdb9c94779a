"""The place where one of two writes in a part of a plan, on a screen that both look at."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input, TextArea

from coachtui.model.clean import clean
from coachtui.model.conversation import Whose
from coachtui.tui.bindings import bindings_for
from coachtui.tui.commands import TOGETHER
from coachtui.tui.words import editable, printable_line

_UNLIMITED = 1_000_000


class Leaving(Input):
    """Where one says that one is alone again."""

    FIELD = "leaving"

    def on_paste(self, event: events.Paste) -> None:
        """What comes from outside of the program is cleaned here too."""
        event.stop()
        event.prevent_default()
        self.replace(printable_line(event.text), *self.selection)


class PlanArea(TextArea):
    """A text of one person's. It copies and pastes by itself: what was copied elsewhere in the program never comes in here."""

    FIELD = "side"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_for(TOGETHER, "screen."),
        Binding("ctrl+v", "paste_own", show=False),
    ]

    class Written(Message):
        """The text is another one now."""

        def __init__(self, area: "PlanArea") -> None:
            super().__init__()
            self.area = area

    def __init__(self, part: str, whose: Whose, text: str) -> None:
        super().__init__(editable(text), max_checkpoints=_UNLIMITED, highlight_cursor_line=False, compact=True)
        self.part = part
        self.whose = whose
        self._copied = ""

    def on_mount(self) -> None:
        """The cursor stands behind what is there."""
        self.move_cursor(self.document.end)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Tell that something was typed."""
        event.stop()
        self.post_message(self.Written(self))

    async def on_paste(self, event: events.Paste) -> None:
        """What comes from outside of the program is cleaned."""
        event.stop()
        event.prevent_default()
        self._put_in(editable(clean(event.text)))

    def action_copy(self) -> None:
        """Remember the selected words, here and in the system's clipboard."""
        self._copied = self.selected_text or self._copied
        super().action_copy()

    def action_cut(self) -> None:
        """The same, and take them out."""
        self._copied = self.selected_text or self._copied
        super().action_cut()

    def action_paste_own(self) -> None:
        """Put in what was copied on this side."""
        self._put_in(self._copied)

    def _put_in(self, text: str) -> None:
        """Put this in at the cursor, or in the place of the words that are selected."""
        self.replace(text, *self.selection, maintain_selection_offset=False)
