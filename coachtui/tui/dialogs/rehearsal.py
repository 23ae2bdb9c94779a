"""A rehearsal: the opening of a feedback, large and calm, with a timer; it is spoken aloud."""

from collections.abc import Callable

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from coachtui.tui.widgets.one_line import OneLine
from coachtui.tui.words import plain
from coachtui.wording import _


class RehearsalPage(ModalScreen[int]):
    """Shows what is to be said; gives the seconds it took."""

    DEFAULT_CSS = """
    RehearsalPage {
        background: $background;
        color: $foreground;
        VerticalScroll { height: 1fr; align: center middle; scrollbar-size-vertical: 1; }
        #opening { width: 100%; max-width: 60; height: auto; padding: 1 2; }
        OneLine { color: $text-muted; }
    }
    """
    BINDINGS = [
        Binding("enter,escape,space,q", "end", _("End"), show=False),
        Binding("up", "scroll(-1)", show=False),
        Binding("down", "scroll(1)", show=False),
    ]

    def __init__(self, opening: str, now_ms: Callable[[], int]) -> None:
        """`opening` is what is said first; `now_ms` is a clock that counts on."""
        super().__init__()
        self._opening = opening
        self._now_ms = now_ms
        self._began_ms = now_ms()
        self.clock_row = OneLine(id="clock")

    def compose(self) -> ComposeResult:
        """The time, the words, how to end."""
        yield self.clock_row
        with VerticalScroll(can_focus=False):
            yield Static(plain(_spaced(self._opening)), id="opening")
        yield OneLine(
            Content.assemble(" ", (_("Enter"), "$accent"), _(" ends it. Say it aloud, as you would to the lead."))
        )

    def on_mount(self) -> None:
        """Let the clock run."""
        self._show_clock()
        self.set_interval(1.0, self._show_clock)

    @property
    def _seconds(self) -> int:
        return max(0, self._now_ms() - self._began_ms) // 1000

    def _show_clock(self) -> None:
        self.clock_row.show(_(" Rehearsal"), f"{self._seconds // 60}:{self._seconds % 60:02} ")

    def action_end(self) -> None:
        """It was said."""
        self.dismiss(self._seconds)

    def action_scroll(self, lines: int) -> None:
        """Scroll the words."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)


def _spaced(words: str) -> str:
    """A line for each sentence, an empty line between: what is read aloud is read at a glance."""
    sentences = words.replace("! ", "!\n").replace("? ", "?\n").replace(". ", ".\n").split("\n")
    return "\n\n".join(each.strip() for each in sentences if each.strip())
