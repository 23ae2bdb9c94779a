"""The bare baselines: `python -m bench.bare static|input` runs a Textual app with one widget and nothing else."""

import sys

from textual.app import App, ComposeResult
from textual.widgets import Input, Static

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


if __name__ == "__main__":
    (BareInput if sys.argv[1] == "input" else BareStatic)().run()
