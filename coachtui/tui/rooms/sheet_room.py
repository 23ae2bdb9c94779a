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
from coachtui.wording import _

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
        self._answered: list[str] = []
        self._asks_on = False
        self._recalling = False

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
        self.home().focus()
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

    def reload(self, *, leads: bool = True) -> None:
        """Read it anew and show it; where it leads nowhere, keys don't wait for it."""
        if self.workplace.refusal is None:
            self.attempt(self._read, group="read", leads=leads)

    async def _read(self) -> None:
        rows = self.rows(await self.workplace.scribe.do(self.read))
        self.sheet.show(row._replace(words=self.in_keys(row.words)) if row.is_ours else row for row in rows)
        self.offer_keys_of_rows(has_row=self.sheet.under_cursor is not None)

    def change(self, work: Callable[[Any], Any], saying: str | Callable[[Any], str | None] | None = None) -> None:
        """Do a verb of the notebook, show how things are now, and say something; all in the order it was asked.

        Where answers are being taken, their half-typed words are let go of once the verb is done, and kept if it fails.
        """
        answered, self._answered = self._answered, []

        async def deed() -> None:
            outcome = await self.workplace.scribe.do(work)
            self._forget(answered)
            await self._read()
            words = saying(outcome) if callable(saying) else saying
            if words is not None:
                self.say(words)

        self.attempt(deed, group="change", each=True)

    def ask_for(self, key: str, prompt: str, text: str, then: Callable[[str], str | None],
                choices: Sequence[str] = (), *, again: bool = False, typed_over: bool = False) -> None:  # fmt: skip
        """Ask for what belongs to `key`, at once; what was half-typed there before, and never answered, is offered again.

        Where `then` returns a sentence, the answer can't be taken: it is said, and asked again with what was typed. Where it
        asks for more, both answers are kept as half-typed until something is done with them. Asked `again` right behind an
        answer, nothing is half-typed. `typed_over` is as in `ask`.
        """
        scope = f"ask:{key}"
        self._asks_on = True

        def answered(words: str) -> None:
            self.hush()
            self._answered.append(scope)
            self._asks_on = False
            why_not = then(words)
            if why_not is not None:
                self._answered.remove(scope)
                self._put(scope, text, prompt, words, answered, choices, typed_over)
                self.say(why_not)
            elif not self._asks_on:
                self._forget(self._answered)
                self._answered = []

        self._put(scope, text, prompt, text, answered, choices, typed_over)
        if not again:
            self._recalling = True
            self.attempt(lambda: self._recall(scope, text), group="ask")

    async def _recall(self, scope: str, known: str) -> None:
        """Bring back what was half-typed in a question; what was typed meanwhile stands behind it."""
        try:
            draft: Draft | None = await self.workplace.scribe.do(lambda notebook: notebook.drafts.get(scope))
        finally:
            self._recalling = False
        now = self.ask_entry.text
        if self._asked != scope:
            return
        if draft is not None and now.startswith(known):
            self.ask_entry.set_text(draft.text + now[len(known) :])
        elif now != known:
            self._hold_on_to(scope, now, self.ask_entry.cursor)

    def _put(self, scope: str, known: str, prompt: str, text: str, answered: Callable[[str], None],
             choices: Sequence[str], typed_over: bool) -> None:  # fmt: skip
        """Put a question; what is half-typed in it is kept, unless it is what was known before."""
        self.hush()
        self._asked, self._known = scope, known
        self.ask(prompt, text, answered, choices, typed_over=typed_over, about=_about(scope))

    def _forget(self, scopes: Iterable[str]) -> None:
        """Let go of what was half-typed in questions that are answered, unless one stands again and is typed into by now."""
        for scope in scopes:
            if scope != self._asked or not self.ask_entry.text:
                self.workplace.scribe.jot(Draft(scope, "", 0, None))

    @on(AskEntry.Left)
    def answers_left(self) -> None:
        """A question was left: what was answered before it waits with what is half-typed."""
        self._answered = []

    def asking(self, is_asking: bool) -> None:
        """A question was answered or left; what is half-typed in one that was left waits until it is asked again."""
        if not is_asking:
            self._asked = None

    @on(SpeaksUp.Changed)
    def half_typed(self, event: SpeaksUp.Changed) -> None:
        """Keep the half-typed answer, once it is known what was half-typed before."""
        if self._asked is not None and not self._recalling and (event.text or self.ask_entry.is_asking):
            self._hold_on_to(self._asked, event.text, event.cursor)

    def _hold_on_to(self, scope: str, text: str, cursor: int) -> None:
        self.workplace.scribe.jot(Draft(scope, "" if text == self._known else text, cursor, None))

    @on(SpeaksUp.PastedLines)
    def pasted(self, event: SpeaksUp.PastedLines) -> None:
        """Several lines pasted into an answer become one."""
        self.ask_entry.insert(" ".join(event.lines))

    def on_key(self) -> None:
        """The next key takes away what was said for the moment."""
        self.hush()

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
        self._turn("undo", _("Taken back"), _("There is nothing more to take back."))

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self._turn("redo", _("Done again"), _("There is nothing to do again."))

    def _turn(self, verb: str, done: str, nothing: str) -> None:
        subject = self.subject()

        def work(notebook: Any) -> "Undone | None":
            found: Undone | None = getattr(notebook, verb)(subject) if subject else None
            return found

        self.change(work, lambda undone: nothing if undone is None else f"{done}: {undone.what}.")


def _about(scope: str) -> str:
    """What the question is about whose half-typed answer is kept there: the first part of its key."""
    return scope.removeprefix("ask:").partition(":")[0]
