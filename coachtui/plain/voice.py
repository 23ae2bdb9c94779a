"""What is said: sentences and lines of text, nothing that steers a terminal, no line broken at its edge."""

import shutil
import sys

from coachtui.commandline.speech import harmless, hush
from coachtui.model.clean import clean_line

_IN_PLAIN_LETTERS = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "...", "·": ","})


class Voice:
    """Standard output. Where nobody listens any more, what is said is lost, and nothing else is."""

    def __init__(self, *, is_terminal: bool) -> None:
        self._is_terminal = is_terminal
        encoding = (sys.stdout.encoding or "ascii").lower().replace("-", "")
        self._says_all_letters = encoding.startswith("utf")

    def say(self, text: str = "") -> None:
        """A line, or several."""
        self.echo(harmless(text).expandtabs(4) + "\n")

    def prompt(self, words: str) -> None:
        """What stands before what is typed, in its row; where nobody types there is none."""
        if self._is_terminal and words:
            self.echo(clean_line(words))

    def echo(self, text: str) -> None:
        """Exactly this, at once."""
        if not self._says_all_letters:
            text = text.translate(_IN_PLAIN_LETTERS)
        try:
            sys.stdout.write(text)
            sys.stdout.flush()
        except (OSError, ValueError):
            hush()

    def go_blank(self) -> None:
        """Move everything that was said out of sight."""
        if self._is_terminal:
            self.echo("\n" * shutil.get_terminal_size().lines)
