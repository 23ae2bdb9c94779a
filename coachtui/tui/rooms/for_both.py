"""A room that a lead looks at too: what it says is its own, word for word, and names nothing else."""

from typing import ClassVar

from coachtui.tui.rooms.room import Room
from coachtui.wording import _

TROUBLE = _("Saving does not work just now. What you write stays on the screen, and it is tried again.")


class ForBoth(Room):
    """A room for two. A sentence that is not one of OWN may name something else of the notebook: it is not said."""

    IS_FOR_BOTH = True
    OWN: ClassVar[frozenset[str]] = frozenset()

    def say(self, sentence: str) -> None:
        """Show a sentence of this room's own, and for every other one that saving does not work."""
        super().say(sentence if sentence in self.OWN else TROUBLE)

    def trouble(self, sentence: str | None) -> None:
        """The disk takes nothing: said in words that name nothing."""
        super().trouble(None if sentence is None else TROUBLE)
