"""The line in which a question is answered, beside the entry: what is half-typed there is not touched."""

from collections.abc import Callable, Sequence

from textual import events
from textual.message import Message

from coachtui.tui.widgets.entry import Entry


class AskEntry(Entry):
    """Asks one thing at a time; Enter answers, also with nothing; Esc leaves it."""

    class Left(Message):
        """The question was left without an answer."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.display = False
        self._then: Callable[[str], None] | None = None
        self._choices: Sequence[str] = ()

    @property
    def is_asking(self) -> bool:
        """Whether a question stands."""
        return self._then is not None

    def ask(self, prompt: str, text: str, then: Callable[[str], None], choices: Sequence[str] = (),
            cursor: int | None = None) -> None:  # fmt: skip
        """Ask, with words that can be changed; Tab goes through the choices that begin as what is typed."""
        self.set_prompt(f"{prompt}: ")
        self._then, self._choices = then, choices
        self.set_text(text, cursor)
        self.display = True
        self.screen.set_focus(self)  # at once: the next key is part of the answer

    def file(self) -> bool:
        """Take the answer, which may be empty."""
        then, self._then = self._then, None
        text = self.take()
        self.display = False
        if then is not None:
            then(text.strip())
        return True

    def leave(self) -> None:
        """Leave the question, and say so."""
        self.withdraw()
        self.post_message(self.Left())

    def withdraw(self) -> None:
        """Ask no longer."""
        self._then = None
        self.display = False
        self.set_text("")

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Tell that Enter, Tab and Esc are more than text here: what is typed behind them may go elsewhere."""
        return key not in ("enter", "ctrl+j", "tab", "escape") and super().check_consume_key(key, character)

    def on_key(self, event: events.Key) -> None:
        """Tab completes, Esc leaves; all else edits."""
        if event.key in ("tab", "escape"):
            event.stop()
            event.prevent_default()
            self._complete() if event.key == "tab" else self.leave()
            return
        super().on_key(event)

    def _complete(self) -> None:
        """The next choice that begins as what stands before the cursor, the first again after the last."""
        typed = self.text[: self.cursor].casefold()
        fitting = [choice for choice in self._choices if choice.casefold().startswith(typed)]
        if fitting:
            place = fitting.index(self.text) + 1 if self.text in fitting else 0
            self.set_text(fitting[place % len(fitting)], self.cursor)
