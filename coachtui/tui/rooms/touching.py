"""A list of many, each of which is changed and taken back on its own: Ctrl+Z takes back what was done here last."""

from coachtui.tui.rooms.sheet_room import SheetRoom
from coachtui.tui.workplace import Workplace


class Touches(SheetRoom):
    """A room that remembers whom it changed, in order."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._done: list[str] = []
        self._taken_back: list[str] = []
        self._subject: str | None = None

    def touched(self, *subjects: str) -> None:
        """These were changed just now."""
        self._done += subjects
        self._taken_back.clear()

    def subject(self) -> str | None:
        """Whose change is taken back, or done again."""
        return self._subject

    def action_undo(self) -> None:
        """Take back the last thing that was done here."""
        self._subject = self._done.pop() if self._done else None
        self._taken_back += [self._subject] if self._subject else []
        super().action_undo()

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self._subject = self._taken_back.pop() if self._taken_back else None
        self._done += [self._subject] if self._subject else []
        super().action_redo()
