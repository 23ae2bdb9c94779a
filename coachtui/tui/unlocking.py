"""What the locked page tells the app; the page itself is imported where a notebook is locked."""

from textual.message import Message


class Tried(Message):
    """A passphrase was typed."""

    def __init__(self, passphrase: str) -> None:
        super().__init__()
        self.passphrase = passphrase


class Jotting(Message):
    """The person wants to write without the notebook."""
