"""Commands, and whatever has a name: found as one types, done or gone to by Enter."""

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar, NamedTuple

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Rule, Static

from coachtui.model.found_words import folded, terms_of
from coachtui.model.landmark import Landmark, fitting, parts_asked
from coachtui.tui.commands import Command
from coachtui.tui.widgets.entry import Entry
from coachtui.tui.widgets.hits import Hit, Hits
from coachtui.tui.widgets.search_entry import SearchEntry
from coachtui.tui.words import printable_line
from coachtui.wording import _

MOST = 60
"""So many are shown."""
ASKS = _("Commands, and people, teams, meetings, cycles and plans by name.")
NOTHING = _("Nothing here is called that. Ctrl+F looks through every word that was written.")
_MOVES = {"up": -1, "down": 1, "ctrl+home": -MOST, "ctrl+end": MOST}


class Found(NamedTuple):
    """Something that was chosen: a command to be done, or a thing to go to."""

    command: Command | None = None
    named: Landmark | None = None


class Choice(NamedTuple):
    """One row to choose from, with the words that it is found by; the first are its name."""

    hit: Hit
    name: str
    words: str
    found: Found


class FindPage(ModalScreen[None]):
    """The list of what can be done and gone to."""

    CSS_PATH = "../styles/find.tcss"
    BINDINGS: ClassVar = [("escape", "dismiss")]

    def __init__(self, commands: Sequence[Command], named: Callable[[], "Iterable[tuple[Landmark, str]] | None"],
                 then: Callable[[Found], object]) -> None:  # fmt: skip
        """`named` gives the things with their days in words, once they were read; before that nothing."""
        super().__init__()
        self._then = then
        self._choices = [_of_command(each) for each in commands]
        self._named = named
        self.is_whole = False
        """Whether everything that has a name is among what is found."""
        self._is_awaited = False
        self.found_for = ""
        """The words whose finds are shown."""
        self.entry = SearchEntry("› ", _("Search for commands…"), id="find-entry")
        self.said = Static(id="find-said")
        self.hits = Hits(names_first=True, id="find-hits")
        self._shown: dict[str, Choice] = {}

    def compose(self) -> ComposeResult:
        """Where one types, and what is found."""
        with Vertical(id="find"):
            yield self.entry
            yield Rule()
            yield self.said
            yield self.hits

    def on_mount(self) -> None:
        """Put the cursor where one types."""
        self.entry.focus()
        self.take_named()

    def take_named(self) -> None:
        """Show the things too, where they were read by now; an Enter that waited for them is taken."""
        named = self._named()
        if named is not None and not self.is_whole:
            self.is_whole = True
            self._choices += [_of_named(number, *each) for number, each in enumerate(named)]
        self._show()
        if self.is_whole and self._is_awaited:
            self.choose()

    @on(Entry.Changed)
    def typed(self, event: Entry.Changed) -> None:
        """Narrow the list."""
        event.stop()
        self._show()

    def _show(self) -> None:
        asked = self.entry.text
        found, self.found_for = best(self._choices, asked)[:MOST], asked
        self._shown = {each.hit.key: each for each in found}
        self.said.display = not found or not asked.strip()
        self.said.update(Content(ASKS if not asked.strip() else NOTHING if self.is_whole else ""))
        self.hits.show([each.hit for each in found], terms_of(asked))

    def on_key(self, event: events.Key) -> None:
        """The arrow keys go through the list."""
        steps = {**_MOVES, "pageup": -self.hits.page, "pagedown": self.hits.page}.get(event.key)
        if steps is not None:
            event.stop()
            self.hits.move(steps)

    @on(SearchEntry.Chosen)
    @on(Hits.Chosen)
    def choose(self) -> None:
        """Give what the cursor is on; before all is read, wait for it where nothing fits yet."""
        hit = self.hits.under_cursor
        self._is_awaited = hit is None and not self.is_whole
        if hit is not None:
            self._then(self._shown[hit.key].found)
            self.dismiss()

    def on_click(self, event: events.Click) -> None:
        """Beside the list, leave it."""
        if self.get_widget_at(event.screen_x, event.screen_y)[0] is self:
            self.dismiss()


def best(choices: Iterable[Choice], asked: str) -> list[Choice]:
    """Those that fit, those whose name begins so first; with nothing asked, the commands alone."""
    wanted = parts_asked(asked)
    if not wanted:
        return [each for each in choices if each.found.command is not None]
    ranked: tuple[list[Choice], ...] = ([], [], [])
    for each in choices:
        if fitting(wanted, each.words):
            ranked[0 if each.name.startswith(wanted[0]) else 1 if fitting(wanted, each.name) else 2].append(each)
    return [each for rank in ranked for each in rank]


def _of_command(command: Command) -> Choice:
    key = command.shown_key if command.key else ""
    words = f" {folded(command.name)} {folded(command.meaning)}"
    return Choice(
        Hit(command.id, command.meaning, key, command.name), f" {folded(command.name)}", words, Found(command=command)
    )


def _of_named(number: int, named: Landmark, day: str) -> Choice:
    what = f"{named.noun} · {day}" if day else named.noun
    beside = " · ".join(part for part in named.beside if part)
    words = printable_line(
        f"{named.name}: {beside}" if beside else named.name
    )  # of several rows one alone would be shown
    return Choice(
        Hit(f"named:{number}", what, "", words), f" {folded(named.name)}", named.words(day), Found(named=named)
    )
