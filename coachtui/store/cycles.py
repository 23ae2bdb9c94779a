"""Cycles: each lead's learning cycles, with their activities."""

from coachtui.model.cycle import Activity, Cycle
from coachtui.store.errors import NotFound
from coachtui.store.rows import Rows
from coachtui.store.shelf import Desk, Shelf

CYCLE_KINDS = "ttttttttt" + "DDDD" + "t" + "Tt" + "D" + "t" + "tD" + "tD" + "T"
ACTIVITY_KINDS = "tttDDNt"


class Cycles(Shelf):
    """The cycles shelf. Every verb raises a NotebookError; then nothing was changed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._cycles = Rows(desk.file, "cycles", Cycle, CYCLE_KINDS)
        self._activities = Rows(desk.file, "activities", Activity, ACTIVITY_KINDS)

    def of(self, lead_id: str) -> list[Cycle]:
        """The cycles of a lead, the first one first."""
        return self._cycles.where("lead = ?", lead_id)

    def current(self, lead_id: str) -> Cycle | None:
        """The cycle of a lead that goes on; the newest where there are more."""
        found = self._cycles.where("lead = ? AND state <> 'closed' ORDER BY n DESC LIMIT 1", lead_id)
        return found[0] if found else None

    def all_open(self) -> list[Cycle]:
        """Every cycle that goes on, of all leads."""
        return self._cycles.where("state <> 'closed'")

    def get(self, ref: str) -> Cycle:
        """The cycle with this reference or id. Raises NotFound."""
        found = self._cycles.where("id = ? OR ref = ? LIMIT 1", ref, ref.lower())
        if not found:
            raise NotFound(f"There is no cycle '{ref}' in this notebook. 'coachtui list cycles' names them all.")
        return found[0]

    def activities(self, cycle_id: str) -> list[Activity]:
        """What is done in a cycle to learn, in the order in which it was planned."""
        return self._activities.where("cycle = ?", cycle_id)
