"""What all rooms share: the title above, the keys below, and word from the app."""

from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any

from textual import on
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static
from textual.worker import Worker, WorkType

from coachtui.store.errors import NotebookError
from coachtui.tui.commands import ANSWER, Command, own_commands
from coachtui.tui.footer import footer_commands
from coachtui.tui.rooms.telling_place import TellsPlace
from coachtui.tui.widgets.keys_line import KeysLine
from coachtui.tui.words import plain
from coachtui.tui.workplace import Workplace
from coachtui.wording import _

if TYPE_CHECKING:
    from coachtui.tui.fields import Field


class GoTo(Message):
    """Said by a room when the person goes on to another: the app takes them there; `saying` is said there.

    With `from_today` the way back from there leads to Today. `at` is the id of the line that is wanted there; `team` and
    `lead` are names: whose next meeting it is.
    """

    def __init__(self, room: str, ref: str | None = None, saying: str | None = None, *, from_today: bool = False,
                 at: str | None = None, team: str | None = None, lead: str | None = None) -> None:  # fmt: skip
        super().__init__()
        self.room = room
        self.ref = ref
        self.saying = saying
        self.from_today = from_today
        self.at = at
        self.team = team
        self.lead = lead


class GoBack(Message):
    """Said by a room when the person goes back to where they came from."""


class Shared(Message):
    """Said by a room when something was shared: the app lets it be delivered."""


class LeftTogether(Message):
    """Said by a room for two, once it was confirmed that one is alone again."""


class Room(TellsPlace):
    """A room of the program."""

    IS_FOR_BOTH = False
    """Whether nothing is ever shown here but what a lead may see too, who looks at the same screen."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.notice = Static(id="notice")
        self.footer_row = KeysLine(id="footer")
        self._keys_of = self.NAME
        self.is_asking = False
        self._without: tuple[str, ...] = ()
        self.left_out: tuple[str, ...] = ()
        self._standing: str | None = None
        self._trouble: str | None = None
        self._leading: list[Worker[None]] = []

    def on_mount(self) -> None:
        """Show where one is, and the keys of this room."""
        self.show_whether_saved()
        self.show_keys(self._keys_of)
        self.notice.display = False

    def on_resize(self) -> None:
        """Fit the keys into the new width."""
        self._draw_keys()

    def show_keys(self, scope: str) -> None:
        """Show in the footer the keys that apply now; while a question stands, these come once it is answered."""
        self._keys_of = scope
        self._draw_keys()

    def leave_out(self, *ids: str) -> None:
        """Don't offer these commands, since there is nothing that they could be done with."""
        if ids != self.left_out:
            self.left_out = ids
            self._draw_keys()

    def offer_keys_of_rows(self, *, has_row: bool) -> None:
        """Offer what is done to the row under the cursor only where there is one."""
        self.leave_out(*(() if has_row else (each.id for each in own_commands(self.NAME) if each.of_row)))

    def show_keys_of_question(self, is_asking: bool, *, has_choices: bool = False) -> None:
        """Show in the footer how a question is answered, or again what applies without one."""
        self.is_asking = is_asking
        self._without = () if has_choices else ("answer.choose",)
        self._draw_keys()

    def _draw_keys(self) -> None:
        without = self._without if self.is_asking else self.left_out
        self.footer_row.show_commands(footer_commands(self.scope, self.app.size.width, without, self.workplace.keymap))

    @property
    def scope(self) -> str:
        """The scope of the keys that apply now: those of a question, of lines in hand, or of the room."""
        return ANSWER if self.is_asking else self._keys_of

    @property
    def field(self) -> "Field | None":
        """What the field with the cursor is, in words for F1."""
        from coachtui.tui.fields import PAGE, field_of

        found: str = getattr(self.focused, "FIELD", PAGE)
        return field_of(self.NAME, found, self.asked_about)

    asked_about = ""
    """What the question that stands is about, if one does."""

    def in_keys(self, sentence: str) -> str:
        """A notice with the keys that are in force, where our own words name them."""
        return self.workplace.keymap.reworded_where_ours(sentence, self.NAME)

    @on(KeysLine.Chosen)
    async def key_clicked(self, event: KeysLine.Chosen) -> None:
        """Do what was clicked among the keys."""
        event.stop()
        await self.do(event.command)

    async def do(self, command: Command) -> None:
        """Do a command of this room, or of every room, as its key does."""
        await self.app.run_action(command.action_of_room, self.app if command.id.startswith("app.") else self)

    def go_into(self, widget: Widget) -> None:
        """Put the cursor into a field or a pane of the room."""
        self.set_focus(widget)

    def attempt(self, deed: Callable[[], Coroutine[None, None, None]], group: str, *, each: bool = False,
                leads: bool = True) -> None:  # fmt: skip
        """Do something with the notebook behind what the person does; what it can't do is said, not the end.

        A newer deed of the same group takes the place of one that is not done yet, unless each counts. The keys that come
        next are meant for what it leads to, as a question or another page: they wait for it, unless it leads nowhere.
        """

        async def attempted() -> None:
            try:
                await deed()
            except NotebookError as fault:
                self.say(str(fault))

        work: WorkType[None] = attempted
        worker = self.run_worker(work, exclusive=not each, group=group)
        if leads:
            self._leading.append(worker)

    def say(self, sentence: str) -> None:
        """Show a sentence above the entry, until the next key."""
        self._show_notice(sentence)

    def hush(self) -> None:
        """Take a sentence away that was only for the moment; one that stands comes back."""
        self._show_notice(self._trouble or self._standing)

    def stand(self, sentence: str | None) -> None:
        """Show a sentence that stays, as why the notebook is shut; None takes it away."""
        self._standing = sentence
        self.hush()

    def stand_as_usual(self) -> None:
        """Show what stands as long as the notebook is shut; nothing otherwise."""
        refusal = self.workplace.refusal
        words = _("What you type here goes into the drop box, and comes into the notebook once that opens.")
        self.stand(None if refusal is None else f"{refusal}\n{words}")

    def _show_notice(self, sentence: str | None) -> None:
        self.notice.display = sentence is not None
        if sentence is not None:
            self.notice.update(plain(self.in_keys(sentence)))

    def notebook_opened(self) -> None:
        """The notebook is open, or can't be opened: `self.workplace` says which."""

    def meeting_began(self) -> None:
        """A meeting is being written in another room since now."""

    def furnished(self) -> None:
        """The frameworks and the words worth a hint are known: `self.workplace` has them."""

    def asked_for(self, ref: str | None) -> None:
        """The person came here, perhaps for one thing in particular."""

    def come_for(self, team: str | None, lead: str | None) -> None:
        """The person came here for the next meeting of this team or lead."""

    @property
    def wants_keys(self) -> bool:
        """Whether the cursor is where keys are wanted, and nothing is on its way that they are meant for.

        A disk that takes nothing may do so for hours: then nothing is waited for.
        """
        # One that was cancelled before its first step never comes to an end of its own.
        self._leading = [worker for worker in self._leading if not (worker.is_finished or worker.is_cancelled)]
        return not self._leading or self._trouble is not None

    @property
    def holds_words(self) -> bool:
        """Whether something that was typed here waits for the notebook."""
        return False

    def rescue(self) -> None:
        """The notebook does not come any more: put what waits for it into the drop box. Raises a NotebookError."""

    def go_on_in(self, box: Any) -> None:
        """The notebook takes nothing any more: let the drop box know what is being written. Raises a NotebookError."""

    def leaving(self) -> None:
        """The program closes: the last chance to ask something of the scribe."""

    @property
    def is_all_saved(self) -> bool:
        """Whether the disk takes what is written."""
        return self._trouble is None and self.workplace.refusal is None

    def trouble(self, sentence: str | None) -> None:
        """The disk does not take what is written, in the words for the person; None once it does again."""
        self._trouble = sentence
        self.disk_takes_it = sentence is None
        self.show_whether_saved()
        self.hush()
