"""The line in which one types what to look for; Enter opens a hit and leaves the words as they are."""

from textual import events
from textual.message import Message

from coachtui.model.clean import clean_lines
from coachtui.tui.widgets.entry import Entry


class SearchEntry(Entry):
    """An entry that is never emptied by Enter."""

    class Chosen(Message):
        """Enter was pressed."""

    def file(self) -> bool:
        """Say that Enter was pressed."""
        self.post_message(self.Chosen())
        return True

    def on_paste(self, event: events.Paste) -> None:
        """Words of several lines are looked for as those of one are."""
        event.stop()
        event.prevent_default()
        if words := " ".join(clean_lines(event.text)):
            self.insert(words)

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Tell that Enter is more than text here: what is typed behind it may go elsewhere."""
        return key not in ("enter", "ctrl+j") and super().check_consume_key(key, character)
