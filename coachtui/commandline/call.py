"""One call of the command line: what was asked, and where the things are."""

from argparse import Namespace
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from coachtui.clock import Clock
from coachtui.home import settle
from coachtui.places import Places
from coachtui.wording import _, counted

if TYPE_CHECKING:
    from coachtui.store.notebook import Notebook


class Refused(Exception):
    """What was asked for can't be done; `str()` of it is the sentence that says why."""


class WrongUsage(Exception):
    """It was not asked in a way we understand; `str()` of it is the sentence that says what was wrong."""


@dataclass(frozen=True, slots=True)
class Call:
    """What a command is given."""

    places: Places
    clock: Clock
    options: Namespace

    @property
    def as_json(self) -> bool:
        """Whether a script is to read the answer."""
        return bool(self.options.json)


def file_called(words: str) -> Path:
    """The file that was named; ~ is the person's own folder. Raises Refused for one of nobody's."""
    try:
        return Path(words).expanduser()
    except RuntimeError as fault:
        raise Refused(
            _("There is no folder '{partition}'. Nothing was done. Name the file in full.").format(
                partition=words.partition("/")[0]
            )
        ) from fault


@contextmanager
def open_notebook(call: Call) -> "Generator[Notebook, None, None]":
    """The notebook, open for as long as the command works on it. Raises NoHome, Refused or a NotebookError."""
    from coachtui.commandline.passphrase import opened
    from coachtui.commandline.speech import complain

    settle(call.places)
    with opened(call) as notebook:
        if notebook.taken_in:
            complain(
                counted(
                    notebook.taken_in,
                    "{n} line from another window was taken in from the drop box.",
                    "{n} lines from another window were taken in from the drop box.",
                )
            )
        if notebook.file.has_remains():
            notebook.purging.finish(call.places)  # what was cut off before its end
        yield notebook
