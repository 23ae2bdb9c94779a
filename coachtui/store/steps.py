"""Steps: what each lead has agreed to do, by when."""

import sqlite3
from collections.abc import Callable
from datetime import date
from typing import Any

from coachtui.model.agreed_step import AgreedStep
from coachtui.model.step import Step, StepState, marked, step_may_follow
from coachtui.store.errors import NotebookError, NotFound
from coachtui.store.following_up import FollowingUp
from coachtui.store.present import Change
from coachtui.store.rows import Rows
from coachtui.store.shelf import Desk, Shelf
from coachtui.wording import _, _m, _t

STEP_KINDS = "tttTTtttt" + "DDDD" + "n" + "DDD" + "T"
_OPEN = "state NOT IN ('mastered', 'replaced', 'dropped')"
_WATCHED = (
    "lead = ? AND (state IN ('agreed', 'practised', 'tried') OR state = 'seen' AND seen_on = ?) "
    "ORDER BY by_when IS NULL, by_when, n"
)
_OPEN_CYCLE = "SELECT id FROM cycles WHERE lead = ? AND state <> 'closed' ORDER BY n DESC LIMIT 1"
KEPT = {
    "words": _m("step worded"),
    "looks_like": _m("look-for of the step"),
    "practice": _m("practice of the step"),
    "by_when": _m("by when of the step"),
    "check_back": _m("check-back of the step"),
}
"""The fields that are kept one by one, and what keeping each is called when it is taken back."""


class Steps(Shelf):
    """The steps shelf. Every verb raises a NotebookError; then nothing was changed. Each is an event about the lead."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._steps = Rows(desk.file, "steps", Step, STEP_KINDS)
        self._follows = FollowingUp(desk.file)

    def of(self, lead_id: str) -> list[Step]:
        """The steps of a lead, the first one first."""
        return self._steps.where("lead = ?", lead_id)

    def all(self) -> list[Step]:
        """Every step of every lead, the first one first."""
        return self._steps.where()

    def open_of(self, lead_id: str) -> list[Step]:
        """The steps of a lead that are on their way."""
        return self._steps.where(f"lead = ? AND {_OPEN}", lead_id)

    def all_open(self) -> list[Step]:
        """Every step on its way, of all leads."""
        return self._steps.where(_OPEN)

    def watched(self, lead_id: str, day: date) -> list[Step]:
        """What a meeting of a lead on this day is watched for: steps agreed and not seen before; the earliest first."""
        return self._steps.where(_WATCHED, lead_id, day.isoformat())

    def get(self, ref: str) -> Step:
        """The step with this reference or id. Raises NotFound."""
        found = self._steps.called(ref)
        if found is None:
            raise NotFound(
                _("There is no step '{ref}' in this notebook. 'coachtui list steps' names them all.").format(ref=ref)
            )
        return found

    def draft(self, lead_id: str, words: str, cycle: str | None = None, observation: str | None = None,
              by_when: date | None = None, looks_like: str = "") -> Step:  # fmt: skip
        """Draft a step for a lead; `cycle` and `observation` are ids."""

        def work(__: sqlite3.Connection) -> Step:
            new, change = self._new(
                lead_id, words, cycle=cycle, observation=observation, by_when=by_when, looks_like=looks_like
            )
            self._record(lead_id, _m("step drafted"), change)
            return new

        return self._file.write(work)

    def keep(self, step_id: str, field: str, value: str | date | None) -> Step:
        """Keep one of the fields of KEPT: words, or a day or None."""
        return self._changed(step_id, KEPT[field], lambda step: Step(**{**step._asdict(), field: value}))

    def mark(self, step_id: str, then: StepState, on: date | None = None) -> Step:
        """What happened to a step, today unless told: agreed, practised once more, tried, seen, mastered or dropped.

        Some may be passed over; none goes back. A step in whose place another comes is `replace`d.
        """
        day = on or self._clock.today()
        what = _m("practice of a step") if then == "practised" else f"step {then}"
        return self._changed(step_id, what, lambda step: self._gone_on(step, then, day), day)

    def see(self, step_id: str, observation_id: str) -> Step:
        """It was seen in a meeting, today. This is an event about that observation: it is taken back there."""
        day = self._clock.today()

        def work(__: sqlite3.Connection) -> Step:
            was = self._steps.get(step_id)
            now = self._gone_on(was, "seen", day)
            self._record(observation_id, _m("step seen"), *self._moved(was, now, day))
            self._settle(was.id)
            return now

        return self._file.write(work)

    def replace(self, step_id: str, words: str) -> Step:
        """Put another step in the place of this one; the new one is a draft."""
        today = self._clock.today()

        def work(__: sqlite3.Connection) -> Step:
            was = self._steps.get(step_id)
            if not was.is_open:
                raise NotebookError(_("This step is {state} already. Nothing was changed.").format(state=_t(was.state)))
            new, change = self._new(was.lead, words, cycle=was.cycle)
            gone = marked(was, "replaced", today)._replace(replaced_by=new.id)
            self._record(was.lead, _m("step replaced"), change, *self._moved(was, gone, today))
            self._settle(was.id)
            return new

        return self._file.write(work)

    def carried(self, lead_id: str, cycle_id: str) -> list[Change]:
        """What takes the open steps of a lead into another cycle, within the caller's transaction."""
        return [self._steps.change(each, each._replace(cycle=cycle_id)) for each in self.open_of(lead_id)]

    def all_dropped(self, lead_id: str, day: date) -> list[Change]:
        """What drops the open steps of a lead, within the caller's transaction."""
        dropped = [(each, marked(each, "dropped", day)) for each in self.open_of(lead_id)]
        for was, __ in dropped:
            self._settle(was.id)
        return [change for was, now in dropped for change in self._moved(was, now, day)]

    def agreed(
        self, lead_id: str, agreed: AgreedStep, day: date, observation: str | None = None
    ) -> tuple[Step, Change]:  # fmt: skip
        """A step that was agreed on, in the cycle that goes on, and what keeps it, within the caller's transaction."""
        row = self._file.row(_OPEN_CYCLE, (lead_id,))
        cycle = None if row is None else row[0]
        return self._new(
            lead_id, **agreed._asdict(), state="agreed", agreed_on=day, cycle=cycle, observation=observation
        )

    def _new(self, lead_id: str, words: str, **told: Any) -> tuple[Step, Change]:
        """A new draft and what puts it on the shelf, within the caller's transaction."""
        if self._file.row("SELECT 1 FROM leads WHERE id = ?", (lead_id,)) is None:
            raise NotFound(_("That lead is no longer in the notebook. Nothing was changed."))
        identity = self._new_id()
        new = Step(identity, self._steps.free_ref("s", identity), lead_id, words=words, **told)
        return new, self._steps.change(None, new)

    def _changed(self, step_id: str, what: str, news: Callable[[Step], Step], on: date | None = None) -> Step:
        def work(__: sqlite3.Connection) -> Step:
            was = self._steps.get(step_id)
            now = news(was)
            if now != was:
                self._record(was.lead, what, *self._moved(was, now, on or self._clock.today()))
                self._settle(was.id)
            return now

        return self._file.write(work)

    @staticmethod
    def _gone_on(step: Step, then: StepState, day: date) -> Step:
        """The step as it is once this happened to it. Raises a NotebookError where it can't."""
        if not step_may_follow(step.state, then):
            raise NotebookError(
                _("This step is {state} already. Nothing was changed; Ctrl+Z takes things back.").format(
                    state=_t(step.state)
                )
            )
        return marked(step, then, day)

    def _moved(self, was: Step, now: Step, day: date) -> list[Change]:
        """What takes a step from one to the other, with what becomes of the feedback that it came of."""
        return [self._steps.change(was, now), *self._follows.within(was, now, day)]

    def _settle(self, step_id: str) -> None:
        """Something happened to a step: the talk that it came of is no longer taken back, for the step would go with it."""
        for feedback_id in self._follows.standing(step_id):
            self._record(feedback_id, _m("its step went on"), undoable=False, final=True)
