"""What becomes of a feedback when its step does: once that was seen, or is closed, the feedback is followed up."""

from datetime import date

from coachtui.model.feedback import Feedback
from coachtui.model.step import DONE_WITH, Step
from coachtui.store.file import NotebookFile
from coachtui.store.present import Change
from coachtui.store.rows import Rows

FEEDBACK_KINDS = "tttttttmMDDT"
_STANDING = "SELECT id FROM feedback WHERE step = ? AND EXISTS (SELECT 1 FROM undoable WHERE subject = feedback.id)"
_FOLLOWS = ("seen", *DONE_WITH)


class FollowingUp:
    """Says what follows from a step, within the transaction in which that changes."""

    def __init__(self, file: NotebookFile) -> None:
        self._file = file
        self._feedback = Rows(file, "feedback", Feedback, FEEDBACK_KINDS)

    def within(self, was: Step, now: Step, day: date) -> list[Change]:
        """What follows up the feedback that a step came of, if this is what happened to it."""
        if now.state == was.state or now.state not in _FOLLOWS:
            return []
        waiting = self._feedback.where("step = ? AND state = 'talked through'", now.id)
        return [self._feedback.change(each, each._replace(state="followed up", followed_on=day)) for each in waiting]

    def standing(self, step_id: str) -> list[str]:
        """The ids of the feedback that a step came of, where something that was done to it can still be taken back."""
        return [str(row[0]) for row in self._file.rows(_STANDING, (step_id,))]
