"""What an entry line says to its room."""

from textual.message import Message
from textual.widget import Widget


class SpeaksUp(Widget):
    """A line that is typed into, as far as others hear of it."""

    class _Said(Message):
        """Something that an entry tells."""

        def __init__(self, entry: "SpeaksUp") -> None:
            super().__init__()
            self.entry = entry

        @property
        def control(self) -> "SpeaksUp":
            """The entry that tells it."""
            return self.entry

    class Changed(_Said, namespace="entry"):
        """The text or the cursor changed; `first_key` when the line was empty until now."""

        def __init__(self, entry: "SpeaksUp", text: str, cursor: int, first_key: bool) -> None:
            super().__init__(entry)
            self.text, self.cursor, self.first_key = text, cursor, first_key

    class Filed(_Said, namespace="entry"):
        """Enter was pressed; the entry is empty again and this is what it held."""

        def __init__(self, entry: "SpeaksUp", text: str) -> None:
            super().__init__(entry)
            self.text = text

    class PastedLines(_Said, namespace="entry"):
        """Several lines were pasted; the half-typed text was left as it was."""

        def __init__(self, entry: "SpeaksUp", lines: list[str]) -> None:
            super().__init__(entry)
            self.lines = lines
