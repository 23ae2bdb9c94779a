"""Questions in a room: asked in a line of their own, never in a dialog."""

from collections.abc import Callable, Sequence

from textual import on
from textual.widget import Widget

from coachtui.tui.commands import ANSWER, Command
from coachtui.tui.rooms.room import Room
from coachtui.tui.widgets.ask_entry import AskEntry


class Asks(Room):
    """A room that can ask for a few words and gives the cursor back to where it was."""

    ask_entry: AskEntry

    def home(self) -> Widget | None:
        """Who has the cursor when nothing is asked; None where letters are keys of the room."""
        raise NotImplementedError

    def go_home(self) -> None:
        """Give the cursor back."""
        self.set_focus(self.home())

    def ask(self, prompt: str, text: str, then: Callable[[str], None], choices: Sequence[str] = (),
            cursor: int | None = None, *, typed_over: bool = False, hidden: bool = False, about: str = "") -> None:  # fmt: skip
        """Ask for a few words; Esc leaves it. The cursor stands at the end unless told where. What is hidden is typed unseen.

        `about` names the question, for F1 to say what it asks for.

        What stands there is typed over where one of several is chosen, or where that is asked for; else it is changed.
        """

        def answered(words: str) -> None:
            self._asks(False)
            self.go_home()
            then(words)

        self.asked_about = about
        self._asks(True, has_choices=bool(choices))
        self.ask_entry.ask(
            prompt, text, answered, choices, cursor, typed_over=typed_over or bool(choices), hidden=hidden
        )

    def _asks(self, is_asking: bool, *, has_choices: bool = False) -> None:
        self.show_keys_of_question(is_asking, has_choices=has_choices)
        self.asking(is_asking)

    def withdraw_question(self) -> None:
        """Ask no longer what stands."""
        self.ask_entry.withdraw()
        self._asks(False)

    def asking(self, is_asking: bool) -> None:
        """A question stands now, or no longer."""

    async def do(self, command: Command) -> None:
        """Do a command as its key does; those of a question are done where it is answered."""
        if command.room == ANSWER:
            await self.app.run_action(command.action, self.ask_entry)
        else:
            await super().do(command)

    @on(AskEntry.Left)
    def question_left(self) -> None:
        """Nothing was answered: nothing is done."""
        self._asks(False)
        self.hush()
        self.go_home()
