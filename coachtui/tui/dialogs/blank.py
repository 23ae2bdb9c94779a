"""The blank page: what stands on the screen while nobody is to read along. The next key brings everything back."""

from textual import events
from textual.app import ComposeResult
from textual.screen import ModalScreen
from textual.widgets import Rule

from coachtui.tui.widgets.one_line import OneLine
from coachtui.wording import _


class BlankPage(ModalScreen[str]):
    """A page of notes on which nothing is written. Gives the text of the key that ended it, if it had any."""

    COVERS = True
    """Whether everything else waits behind this page."""
    DEFAULT_CSS = """
    BlankPage {
        background: $background;
        color: $text-muted;
        Rule { margin: 0; color: $foreground 25%; }
        ToastRack, ToastRack * { visibility: hidden; }
    }
    """

    def __init__(self, day: str) -> None:
        """`day` is all that is written on the page."""
        super().__init__()
        self._day = day

    def compose(self) -> ComposeResult:
        """A date and a line."""
        yield OneLine(_(" Notes  {day}").format(day=self._day))
        yield Rule()

    def on_key(self, event: events.Key) -> None:
        """Bring everything back; a letter goes on to where one was typing."""
        event.stop()
        event.prevent_default()
        self.dismiss(event.character if event.is_printable and event.character else "")

    def on_paste(self, event: events.Paste) -> None:
        """Bring everything back, and let the paste go where one was typing."""
        event.stop()
        self.dismiss("")
        self.app.call_later(self.app.post_message, events.Paste(event.text))

    def on_click(self) -> None:
        """Bring everything back."""
        self.dismiss("")
