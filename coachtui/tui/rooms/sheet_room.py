"""A room that shows one sheet, asks in its own line, and takes back what was done."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from textual import on
from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import OptionList, Rule

from coachtui.model.draft import Draft
from coachtui.tui.rooms.asking import Asks
from coachtui.tui.rooms.room import GoBack
from coachtui.tui.widgets.ask_entry import AskEntry
from coachtui.tui.widgets.entry_messages import SpeaksUp
from coachtui.tui.widgets.sheet import Sheet, SheetRow
from coachtui.tui.workplace import Workplace

if TYPE_CHECKING:
    from coachtui.store.events import Undone


class SheetRoom(Asks):
    """A room of rows. What is half-typed into a question is kept, and offered when it is asked again."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.sheet = Sheet(id="choices")
        self.ask_entry = AskEntry(id="ask")
        self._asked: str | None = None
        self._known = ""

    def compose(self) -> ComposeResult:
        """The title, the rows, what is said and asked, the keys."""
        yield self.title_row
        yield Rule()
        yield self.sheet
        yield self.notice
        yield self.ask_entry
        yield self.footer_row

    def on_mount(self) -> None:
        """Read what is to be shown."""
        super().on_mount()
        self.sheet.focus()
        if self.workplace.is_open:
            self.notebook_opened()

    def on_screen_resume(self) -> None:
        """Coming back from another room, show what was done there."""
        if self.workplace.is_open:
            self.reload()

    def notebook_opened(self) -> None:
        """Show what the notebook holds, or why it can't be opened."""
        self.stand_as_usual()
        self.reload()

    def home(self) -> Widget:
        """The rows have the cursor."""
        return self.sheet

    def read(self, notebook: Any) -> Any:
        """Read what the room shows, on the scribe's thread."""
        raise NotImplementedError

    def rows(self, shown: Any) -> Iterable[SheetRow]:
        """What was read, as rows; the title is shown with them."""
        raise NotImplementedError

    def chosen(self, row: SheetRow) -> None:
        """Enter was pressed on a row."""

    def subject(self) -> str | None:
        """Whose changes Ctrl+Z takes back here; None where there is nothing."""
        return None

    def reload(self) -> None:
        """Read it anew and show it."""
        if self.workplace.refusal is None:
            self.attempt(self._read, group="read")

    async def _read(self) -> None:
        self.sheet.show(self.rows(await self.workplace.scribe.do(self.read)))

    def change(self, work: Callable[[Any], Any], saying: str | Callable[[Any], str | None] | None = None) -> None:
        """Do a verb of the notebook, show how things are now, and say something; all in the order it was asked."""

        async def deed() -> None:
            outcome = await self.workplace.scribe.do(work)
            await self._read()
            words = saying(outcome) if callable(saying) else saying
            if words is not None:
                self.say(words)

        self.attempt(deed, group="change", each=True)

    def ask_for(self, key: str, prompt: str, text: str, then: Callable[[str], None],
                choices: Sequence[str] = ()) -> None:  # fmt: skip
        """Ask for what belongs to `key`; what was half-typed there before, and never answered, is offered again."""
        scope = f"ask:{key}"

        def answered(words: str) -> None:
            then(words)
            self.attempt(lambda: self._forget(scope), group="change", each=True)  # behind what keeps the answer

        async def deed() -> None:
            draft: Draft | None = await self.workplace.scribe.do(lambda notebook: notebook.drafts.get(scope))
            self._asked, self._known = scope, text
            self.ask(prompt, text if draft is None else draft.text, answered, choices)

        self.attempt(deed, group="ask")

    async def _forget(self, scope: str) -> None:
        self.workplace.scribe.jot(Draft(scope, "", 0, None))

    def asking(self, is_asking: bool) -> None:
        """A question was answered or left; what is half-typed in one that was left waits until it is asked again."""
        if not is_asking:
            self._asked = None

    @on(SpeaksUp.Changed)
    def half_typed(self, event: SpeaksUp.Changed) -> None:
        """Keep the half-typed answer."""
        if self._asked is not None and (event.text or self.ask_entry.is_asking):
            text = "" if event.text == self._known else event.text
            self.workplace.scribe.jot(Draft(self._asked, text, event.cursor, None))

    @on(OptionList.OptionSelected)
    def row_chosen(self, event: OptionList.OptionSelected) -> None:
        """Enter on a row."""
        event.stop()
        row = self.sheet.under_cursor
        if row is not None and row.key:
            self.chosen(row)

    def action_leave(self) -> None:
        """Go back to where one came from."""
        self.post_message(GoBack())

    def action_undo(self) -> None:
        """Take back the last thing that was done here."""
        self._turn("undo", "Taken back", "There is nothing more to take back.")

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self._turn("redo", "Done again", "There is nothing to do again.")

    def _turn(self, verb: str, done: str, nothing: str) -> None:
        subject = self.subject()

        def work(notebook: Any) -> "Undone | None":
            found: Undone | None = getattr(notebook, verb)(subject) if subject else None
            return found

        self.change(work, lambda undone: nothing if undone is None else f"{done}: {undone.what}.")
