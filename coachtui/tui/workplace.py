"""What every room is given to work with, so that no room needs to know the app."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from coachtui.settings import Settings
from coachtui.tui.commands import USUAL_KEYS, Keymap
from coachtui.tui.long_work import AtWork

if TYPE_CHECKING:
    from coachtui.clock import Clock
    from coachtui.model.feedback_shape import FeedbackShape
    from coachtui.model.framework import Framework
    from coachtui.model.hints import Lexicon
    from coachtui.places import Places
    from coachtui.store.errors import NotebookError
    from coachtui.store.scribe import Scribe


@dataclass(slots=True)
class Workplace:
    """The scribe, the clock, the ids, the places; and how the opening of the notebook went."""

    scribe: "Scribe"
    clock: "Clock"
    places: "Places"
    new_id: Callable[[], str]
    is_open: bool = False
    is_resting: bool = False
    """Whether the notebook was locked while it was open: it is closed, and its rooms wait."""
    refusal: "NotebookError | None" = None
    """Why the notebook could not be opened; what is typed goes into the drop box then."""
    frameworks: "dict[str, Framework]" = field(default_factory=dict)
    """Every framework by its id; read behind the first picture."""
    shapes: "dict[str, FeedbackShape]" = field(default_factory=dict)
    """Every shape of feedback by its id; read behind the first picture."""
    lexicon: "Lexicon | None" = None
    """The words worth a hint; read behind the first picture."""
    settings: Settings = field(default_factory=Settings)
    keymap: Keymap = USUAL_KEYS
    """The keys that are in force."""
    writing: str | None = None
    """The observation that was being written when the person went to another room."""
    at_work: AtWork = field(default_factory=AtWork)
    """What takes long, and is told wherever one is."""
    told_of_editors: bool = False
    """Whether it was said that an editor may keep files of its own."""

    @property
    def has_notebook(self) -> bool:
        """Whether the scribe has the notebook, not the drop box or nothing."""
        return self.is_open and not self.is_resting and self.refusal is None
