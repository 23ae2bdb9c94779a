"""The locked page: asks for the passphrase, which it never shows. What lies under it can't be seen or reached."""

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Rule, Static

from coachtui.model.clean import clean_line
from coachtui.tui.unlocking import Jotting, Tried
from coachtui.tui.widgets.one_line import OneLine
from coachtui.tui.words import plain
from coachtui.wording import _

LOCKED = _("This notebook is locked.")
WITHOUT = _(
    "A meeting does not wait for it: what is written without it is sealed, and comes into the notebook once that is unlocked."
)
MOMENT = _("One moment.")
_LABEL = _(" Passphrase  ")
_MOST = 40


class LockedPage(ModalScreen[None]):
    """Says `Tried` with what was typed, and `Jotting` where one wants to write without it."""

    COVERS = True
    """Whether everything else waits behind this page."""
    DEFAULT_CSS = """
    LockedPage {
        background: $background;
        color: $foreground;
        Rule.-horizontal { margin: 0; color: $foreground 25%; }
        #locked { padding: 1 1 1 1; }
        #said { padding: 1 1; color: $text-warning; }
        #rest { height: 1fr; }
        ToastRack, ToastRack * { visibility: hidden; }
        #footer { color: $text-muted; }
    }
    """

    def __init__(self, way_out: str) -> None:
        """`way_out` is what Esc does, in a word or two."""
        super().__init__()
        self._way_out = way_out
        self._typed = ""
        self._is_trying = False
        self.entry_row = OneLine()
        self.said = Static(id="said")

    def compose(self) -> ComposeResult:
        """What it is, the entry, what is said about it, the keys."""
        yield OneLine(Content.assemble(" ", ("coachtui", "bold")))
        yield Rule()
        yield Static(Content.assemble(LOCKED, "\n", (WITHOUT, "$text-muted")), id="locked")
        yield self.entry_row
        yield self.said
        yield Static(id="rest")
        keys = ((_("Enter"), _("Unlock")), (_("Esc"), self._way_out), ("Ctrl+Q", _("Quit")))
        parts = [Content.assemble((key, "$accent"), " ", name) for key, name in keys]
        yield OneLine(Content.assemble(" ", Content("  ").join(parts)), id="footer")

    def on_mount(self) -> None:
        """Be ready for the first letter."""
        self._show()

    def say(self, sentence: str) -> None:
        """Say what came of it, and let it be typed again."""
        self._is_trying = False
        self.said.update(plain(sentence))
        self._show()

    def on_key(self, event: events.Key) -> None:
        """Take one key; none goes on to what lies under the page."""
        event.stop()
        event.prevent_default()
        if event.key == "ctrl+q":
            self.app.run_worker(self.app.action_quit())
        elif self._is_trying:
            return
        elif event.key == "escape":
            self._typed = ""
            self.post_message(Jotting())
        elif event.key in ("enter", "ctrl+j"):  # Enter, pressed before the terminal was raw
            self._try()
        else:
            self._change(event)
            self._show()

    def on_paste(self, event: events.Paste) -> None:
        """Take a pasted passphrase."""
        event.stop()
        if not self._is_trying:
            self._typed += clean_line(event.text)
            self._show()

    def _change(self, event: events.Key) -> None:
        if event.key == "backspace":
            self._typed = self._typed[:-1]
        elif event.key in ("ctrl+u", "ctrl+w", "ctrl+backspace"):
            self._typed = ""
        elif event.is_printable and event.character:
            self._typed += event.character

    def _try(self) -> None:
        if not self._typed:
            return
        typed, self._typed = self._typed, ""
        self.say(MOMENT)
        self._is_trying = True
        self.post_message(Tried(typed))

    def _show(self) -> None:
        """As many dots as letters, up to a row of them; and a cursor."""
        dots = "•" * min(len(self._typed), _MOST)
        self.entry_row.show(Content.assemble((_LABEL, "$text-muted"), dots, (" ", "reverse")))
