"""Steps: what each lead has agreed to do, by when."""

from coachtui.model.step import Step
from coachtui.store.errors import NotFound
from coachtui.store.rows import Rows
from coachtui.store.shelf import Desk, Shelf

STEP_KINDS = "tttTTtttt" + "DDDD" + "n" + "DDD" + "T"
_OPEN = "state NOT IN ('mastered', 'replaced', 'dropped')"


class Steps(Shelf):
    """The steps shelf. Every verb raises a NotebookError; then nothing was changed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._steps = Rows(desk.file, "steps", Step, STEP_KINDS)

    def of(self, lead_id: str) -> list[Step]:
        """The steps of a lead, the first one first."""
        return self._steps.where("lead = ?", lead_id)

    def open_of(self, lead_id: str) -> list[Step]:
        """The steps of a lead that are on their way."""
        return self._steps.where(f"lead = ? AND {_OPEN}", lead_id)

    def all_open(self) -> list[Step]:
        """Every step on its way, of all leads."""
        return self._steps.where(_OPEN)

    def get(self, ref: str) -> Step:
        """The step with this reference or id. Raises NotFound."""
        found = self._steps.where("id = ? OR ref = ? LIMIT 1", ref, ref.lower())
        if not found:
            raise NotFound(f"There is no step '{ref}' in this notebook. 'coachtui list steps' names them all.")
        return found[0]
