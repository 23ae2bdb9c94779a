"""What is done for a notebook while nobody waits for it: what was cut off is finished, backups are made, purged ones go."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from coachtui.wording import _

if TYPE_CHECKING:
    from coachtui.clock import Clock
    from coachtui.places import Places
    from coachtui.store.notebook import Notebook

Breath = Callable[[], None]
"""What is called within long work, so that something else can be done meanwhile."""


class Chore(NamedTuple):
    """One thing to see to, which may raise a NotebookError, and what is said then before the reason."""

    work: "Callable[[Notebook, Places, Clock, Breath], object]"
    failing: str
    words: str
    """What is being done, where it takes long."""
    done: str = ""
    """What is said then, once it did something."""
    stopped: str = ""
    """What is said where it was stopped; only that which says so may be."""


def _finish(notebook: "Notebook", places: "Places", _other: "Clock", __: Breath) -> None:
    """The end of a discarding or of a purge."""
    notebook.purging.finish(places)


def _back_up(notebook: "Notebook", places: "Places", clock: "Clock", breathe: Breath) -> object:
    """The ballast, and a backup where one is due."""
    from coachtui.store.backups import back_up_if_due

    notebook.ballast.lay_in()
    return back_up_if_due(notebook, places, clock, breathe)


def _let_go(notebook: "Notebook", places: "Places", clock: "Clock", _other: Breath) -> None:
    """The backups from before a purge, once their days are over."""
    from coachtui.store.purged_backups import let_go

    let_go(notebook, places, clock)


CHORES = (
    Chore(
        _finish,
        _(
            "What was discarded is off every list, but traces of it are still in the file. It is tried again in an hour."
        ),
        _("Clearing away what was discarded"),
    ),
    Chore(
        _back_up,
        _("No backup could be made just now."),
        _("Making a backup"),
        _("A backup was made."),
        _("Stopped: no backup. It is tried again in an hour."),
    ),
    Chore(
        _let_go,
        _("A backup from before a purge could not be removed just now. It is tried again in an hour."),
        _("Removing backups from before a purge"),
    ),
)
"""In the order in which they are done; what one can't do keeps no other back."""
