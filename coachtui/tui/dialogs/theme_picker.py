"""Choosing a theme: each is worn as the cursor comes to it, so that the room beside the list shows what it looks like."""

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Key, Resize
from textual.screen import ModalScreen
from textual.widgets import OptionList, Rule, Static
from textual.widgets.option_list import Option

from coachtui.tui.theme_file import ENOUGH, folder_of_ours
from coachtui.tui.themes import faint_in
from coachtui.tui.widgets.one_line import OneLine
from coachtui.tui.words import plain
from coachtui.wording import _

if TYPE_CHECKING:
    from textual.theme import Theme

    from coachtui.tui.dressing import Dresses

NARROW = 80
_SAMPLE = (
    ((_("written"), "bold $foreground"), (_("said beside it"), "$text-muted")),
    ((_("where you are"), "bold $text-accent"), (_("look here"), "$text-warning")),
    ((_("went wrong"), "$text-error"), (_("went well"), "$text-success")),
)
"""Each kind of words, said in its own colour."""
_KEYS = Content.assemble(
    " ",
    (_("Enter"), "$text-accent"),
    (_(" Take"), "$text-muted"),
    (_("  Esc"), "$text-accent"),
    (_(" Leave"), "$text-muted"),
)


class ThemePicker(ModalScreen[None]):
    """A list of themes at the edge of the room; Enter takes one, Esc leaves everything as it was."""

    CSS_PATH = "../styles/theme_picker.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", _("Leave")),
        Binding("backspace", "shorten", show=False),
    ]
    app: "Dresses"

    def __init__(self) -> None:
        super().__init__()
        self._before = ""
        self._typed = ""
        self._names: list[str] = []
        self._is_chosen = False
        self._head = OneLine()
        self._list = OptionList(id="themes", markup=False)
        self._faint = Static(id="faint")

    def compose(self) -> ComposeResult:
        """The list, and below it each kind of words."""
        with Vertical(id="picker"):
            yield self._head
            yield Rule()
            yield self._list
            yield Static(Content("\n").join(_side_by_side(*row) for row in _SAMPLE), id="sample")
            yield self._faint
            yield OneLine(_KEYS)

    def on_mount(self) -> None:
        """Begin with the theme that is worn."""
        self._before, self.app.is_trying = self.app.theme, True
        self._list_names()
        self.app.theme_changed_signal.subscribe(self, self._changed)

    def on_resize(self, event: Resize) -> None:
        """Beside the room where there is space for both, else below it."""
        self.set_class(event.size.width < NARROW, "-narrow")

    def on_unmount(self) -> None:
        """Whatever took the list away: what was not chosen is not worn."""
        if not self._is_chosen:
            self.app.theme = self._before
        self.app.is_trying = False

    def _changed(self, __: "Theme") -> None:
        """A file was saved, or another theme is worn: the list may have a new name, the words another contrast."""
        if self._found() != self._names:
            self._list_names()
        self._tell_contrast()

    def _found(self) -> list[str]:
        """The names that hold what was typed: ours, then the person's own, then Textual's."""
        ours = [path.stem for path in sorted(folder_of_ours().glob("*.toml"))]
        own = sorted(set(faint_in(self.app.workplace.places)) - set(ours))
        others = sorted(set(self.app.available_themes) - {*ours, *own, "textual-ansi"})
        return [name for name in (*ours, *own, *others) if self._typed.casefold() in name.casefold()]

    def _list_names(self) -> None:
        self._names = self._found()
        worn = self.app.theme
        self._list.clear_options()
        self._list.add_options(Option(plain(name), id=str(place)) for place, name in enumerate(self._names))
        if self._names:
            self._list.highlighted = self._names.index(worn) if worn in self._names else 0
        words = plain(self._typed) if self._typed else Content(_("type to find")).stylize("$text-muted")
        self._head.show(Content.assemble(" ", (_("Theme"), "bold $foreground"), "  ", words))

    def _tell_contrast(self) -> None:
        """Say what is hard to read in this theme, if its file is one of ours or of the person's own."""
        faint = faint_in(self.app.workplace.places).get(self.app.theme, [])
        self._faint.display = bool(faint)
        worst = {each.colour: each.seen for each in reversed(faint)}
        told = ", ".join(f"{colour} {seen:.1f}" for colour, seen in worst.items())
        self._faint.update(
            Content(_("Hard to read: {told}. Words need a contrast of {enough}.").format(told=told, enough=ENOUGH))
        )

    @on(OptionList.OptionHighlighted)
    def try_on(self, event: OptionList.OptionHighlighted) -> None:
        """Wear the theme that the cursor is on."""
        event.stop()
        self.app.theme = self._names[event.option_index]
        self._tell_contrast()

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        """Keep what is worn."""
        event.stop()
        self._is_chosen = True
        self.app.is_trying = False
        self.app.theme = self._names[event.option_index]
        self.app.remember_theme(self.app.current_theme)
        self.dismiss()

    def on_key(self, event: Key) -> None:
        """Letters find a name."""
        if event.is_printable and event.character:
            event.stop()
            self._type(self._typed + event.character)

    def action_shorten(self) -> None:
        """Take back the last letter."""
        self._type(self._typed[:-1])

    def _type(self, words: str) -> None:
        before, self._typed = self._typed, words
        if not self._found():
            self._typed = before
        self._list_names()

    def action_leave(self) -> None:
        """Everything as it was."""
        self.dismiss()


def _side_by_side(one: tuple[str, str], other: tuple[str, str]) -> Content:
    return Content.assemble((f"{one[0]:<15}", one[1]), other)
