"""The bare baselines: `python -m bench.bare static|input|textarea FILE` runs a Textual app with one widget, nothing else."""

import sys
from pathlib import Path

from textual.app import App, ComposeResult
from textual.widgets import Input, Static, TextArea

SHOWN = "A BARE APP"


class BareStatic(App[None]):
    """One Static."""

    def compose(self) -> ComposeResult:
        """The widget."""
        yield Static(SHOWN)


class BareInput(App[None]):
    """One Input, with the cursor in it."""

    def compose(self) -> ComposeResult:
        """The widget."""
        yield Input(placeholder=SHOWN)


class BareTextArea(App[None]):
    """One TextArea that holds the text of a file, with the cursor behind a word in it."""

    def __init__(self, text: str, word: str) -> None:
        super().__init__()
        self._text, self._word = text, word

    def compose(self) -> ComposeResult:
        """The widget."""
        yield TextArea(self._text)

    def on_mount(self) -> None:
        """Put the cursor behind the word."""
        before = self._text[: self._text.index(self._word) + len(self._word)]
        row = before.count("\n")
        self.query_one(TextArea).move_cursor((row, len(before) - before.rfind("\n") - 1))


def _app(kind: str, rest: list[str]) -> App[None]:
    if kind == "textarea":
        return BareTextArea(Path(rest[0]).read_text("utf-8"), rest[1])
    return BareInput() if kind == "input" else BareStatic()


if __name__ == "__main__":
    _app(sys.argv[1], sys.argv[2:]).run()
