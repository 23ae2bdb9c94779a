"""The line in which a question is answered, beside the entry: what is half-typed there is not touched."""

from collections.abc import Callable, Sequence

from textual import events
from textual.message import Message

from coachtui.tui.commands import ANSWER, table_of
from coachtui.tui.widgets.entry import Entry
from coachtui.tui.widgets.wrapping import cells

_ACTIONS = {key: command.action for command in table_of(ANSWER).commands for key in command.key.split(",")}


class AskEntry(Entry):
    """Asks one thing at a time; Enter answers, also with nothing; Esc leaves it."""

    FIELD = "question"

    class Left(Message):
        """The question was left without an answer."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.display = False
        self._then: Callable[[str], None] | None = None
        self._choices: Sequence[str] = ()
        self._completed = ("", "")
        """What was typed before a choice was put in its place, and that choice."""
        self._is_hidden = False

    @property
    def is_asking(self) -> bool:
        """Whether a question stands."""
        return self._then is not None

    def ask(self, prompt: str, text: str, then: Callable[[str], None], choices: Sequence[str] = (),
            cursor: int | None = None, *, typed_over: bool = False, hidden: bool = False) -> None:  # fmt: skip
        """Ask, with words that can be changed, or typed over; Tab goes through the choices that begin as what is typed.

        What is typed is shown as dots where it is to be hidden.
        """
        self._is_hidden = hidden
        self.set_prompt(f" {prompt}: ")
        self._then, self._choices = then, choices
        self._completed = ("", text if typed_over else "")
        self.set_text(text, cursor, offered=typed_over)
        self.display = True
        self.screen.set_focus(self)  # at once: the next key is part of the answer

    def painted(self, text: str) -> str:
        """A piece of the answer as it is painted, as wide as it is."""
        return "•" * cells(text) if self._is_hidden and self._then is not None else super().painted(text)

    def file(self) -> bool:
        """Take the answer, which may be empty."""
        then, self._then = self._then, None
        text = self.take()
        self.display = False
        if then is not None:
            then(text.strip())
        return True

    def withdraw(self) -> None:
        """Ask no longer."""
        self._then = None
        self.display = False
        self.set_text("")

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Tell that Enter, Tab and Esc are more than text here: what is typed behind them may go elsewhere."""
        return (key not in _ACTIONS or _ACTIONS[key] == "clear") and super().check_consume_key(key, character)

    def on_key(self, event: events.Key) -> None:
        """Do what the key means in a question; all else edits."""
        action = _ACTIONS.get(event.key)
        if action is None:
            super().on_key(event)
            return
        event.stop()
        event.prevent_default()
        getattr(self, f"action_{action}")()

    def action_go_on(self) -> None:
        """Take the answer."""
        self.file()

    def action_leave(self) -> None:
        """Leave the question, and say so."""
        self.withdraw()
        self.post_message(self.Left())

    def action_clear(self) -> None:
        """Take away what stands before the cursor."""
        self.edit("ctrl+u")

    def action_choose(self) -> None:
        """The next choice that begins as what stands before the cursor, the first again after the last."""
        typed = self._completed[0] if self.text == self._completed[1] else self.text[: self.cursor]
        fitting = [choice for choice in self._choices if choice.casefold().startswith(typed.casefold())]
        if fitting:
            place = fitting.index(self.text) + 1 if self.text in fitting else 0
            choice = fitting[place % len(fitting)]
            self._completed = (typed, choice)
            self.set_text(choice)
