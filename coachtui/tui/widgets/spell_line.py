"""The line in which a word is spelt otherwise: a digit chooses, + keeps the word, any other key goes on writing."""

from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.message import Message

from coachtui.tui.widgets.one_line import OneLine
from coachtui.tui.words import plain
from coachtui.wording import _


class SpellLine(OneLine, can_focus=True):
    """Has the cursor while a word stands to be spelt otherwise."""

    FIELD = "spelling"
    DEFAULT_CSS = "SpellLine { padding: 0 1; background: $surface; color: $foreground; }"

    next_key = "F7"
    """The key that goes on to the next word."""

    class Chosen(Message):
        """Something was chosen for the word: other words for it, or "" where it is kept as the person's own."""

        def __init__(self, instead: str) -> None:
            super().__init__()
            self.instead = instead

    class Passed(Message):
        """The word stays as it is; on to the next one, or back to writing, with what was typed."""

        def __init__(self, *, to_next: bool, typed: str = "") -> None:
            super().__init__()
            self.to_next, self.typed = to_next, typed

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.display = False
        self._choices: Sequence[str] = ()

    def offer(self, word: str, choices: Sequence[str]) -> None:
        """Offer these for the word."""
        self._choices = choices
        parts: list[Content] = [Content.assemble("“", plain(word), "”")]
        parts += [
            Content.assemble((str(number), "$accent"), " ", plain(each)) for number, each in enumerate(choices, 1)
        ]
        parts += [
            Content.assemble((key, "$accent"), f" {name}")
            for key, name in (("+", _("my word")), (self.next_key, _("next")))
        ]
        self.show(Content("  ").join(parts))
        self.display = True
        self.screen.set_focus(self)

    def on_blur(self) -> None:
        """Where something else has the cursor, nothing is offered any more."""
        if self.screen.focused is not self:
            self.display = False

    def on_key(self, event: events.Key) -> None:
        """Choose, keep, go on, or write on."""
        event.stop()
        event.prevent_default()
        character = event.character or ""
        if character.isdecimal() and 0 < int(character) <= len(self._choices):
            self.post_message(self.Chosen(self._choices[int(character) - 1]))
        elif character == "+":
            self.post_message(self.Chosen(""))
        else:
            typed = character if event.is_printable else ""
            self.post_message(self.Passed(to_next=event.key in ("f7", "enter"), typed=typed))
