"""The line in which one types what to look for; Enter opens a hit and leaves the words as they are."""

from textual.message import Message

from coachtui.tui.widgets.entry import Entry


class SearchEntry(Entry):
    """An entry that is never emptied by Enter."""

    class Chosen(Message):
        """Enter was pressed."""

    def file(self) -> bool:
        """Say that Enter was pressed."""
        self.post_message(self.Chosen())
        return True

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Tell that Enter is more than text here: what is typed behind it may go elsewhere."""
        return key not in ("enter", "ctrl+j") and super().check_consume_key(key, character)
