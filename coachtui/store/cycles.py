"""Cycles: each lead's learning cycles, with their activities."""

import sqlite3
from collections.abc import Callable
from datetime import date
from typing import Any, Literal

from coachtui.model.answers import REST, is_word
from coachtui.model.cycle import Activity, Cycle, CycleState, Verdict, extended, may_follow, wrong_days
from coachtui.store.errors import NotebookError, NotFound
from coachtui.store.rows import Rows
from coachtui.store.seen_leads import SeenLeads
from coachtui.store.shelf import Desk
from coachtui.store.steps import Steps
from coachtui.wording import _, _m, _t

CYCLE_KINDS = "ttttttttt" + "DDDD" + "t" + "Tt" + "D" + "t" + "tD" + "tD" + "T"
ACTIVITY_KINDS = "tttDDNt"
"""What stands for the next goal where a lead takes a rest."""

KEPT = {
    "goal": _m("goal kept"),
    "measure": _m("measure kept"),
    "baseline": _m("baseline kept"),
    "moment": _m("moment kept"),
    "target": _m("target kept"),
    "agreed_on": _m("day of choosing kept"),
    "starts_on": _m("first day kept"),
    "ends_on": _m("last day kept"),
    "verdict_because": _m("reason of the verdict kept"),
    "next_goal": _m("next goal kept"),
}
"""The fields that are kept one by one, and what keeping each is called when it is taken back."""
_STATE_EVENTS: dict[CycleState, str] = {
    "intention set": _m("intention set"),
    "learning": _m("learning begun"),
    "in practice": _m("practice begun"),
    "reflecting": _m("reflection begun"),
}
_GOES_ON = _("This lead has a cycle that goes on ({}). Close it first; nothing was changed.")


class Cycles(SeenLeads):
    """The cycles shelf. Every verb raises a NotebookError; then nothing was changed.

    Everything is an event about the lead, so that what was done last about a lead is taken back first.
    """

    def __init__(self, desk: Desk, steps: Steps) -> None:
        super().__init__(desk)
        self._steps = steps
        self._cycles = Rows(desk.file, "cycles", Cycle, CYCLE_KINDS)
        self._activities = Rows(desk.file, "activities", Activity, ACTIVITY_KINDS)

    def of(self, lead_id: str) -> list[Cycle]:
        """The cycles of a lead, the first one first."""
        return self._cycles.where("lead = ?", lead_id)

    def all(self) -> list[Cycle]:
        """Every cycle of every lead, the first one first."""
        return self._cycles.where()

    def current(self, lead_id: str) -> Cycle | None:
        """The cycle of a lead that goes on; the newest where there are more."""
        found = self._cycles.where("lead = ? AND state <> 'closed' ORDER BY n DESC LIMIT 1", lead_id)
        return found[0] if found else None

    def all_open(self) -> list[Cycle]:
        """Every cycle that goes on, of all leads."""
        return self._cycles.where("state <> 'closed'")

    def get(self, ref: str) -> Cycle:
        """The cycle with this reference or id. Raises NotFound."""
        found = self._cycles.called(ref)
        if found is None:
            raise NotFound(
                _("There is no cycle '{ref}' in this notebook. 'coachtui list cycles' names them all.").format(ref=ref)
            )
        return found

    def activities(self, cycle_id: str) -> list[Activity]:
        """What is done in a cycle to learn, in the order in which it was planned."""
        return self._activities.where("cycle = ?", cycle_id)

    def begin(self, lead_id: str) -> Cycle:
        """Begin a draft for a lead who has no cycle that goes on."""
        return self._file.write(lambda __: self._begun(lead_id))

    def begin_next(self, cycle_id: str) -> Cycle:
        """Begin the cycle after a closed one: it carries the next goal, and the steps that are still open."""

        def work(__: sqlite3.Connection) -> Cycle:
            before = self._cycles.get(cycle_id)
            if before.is_open:
                raise NotebookError(
                    _("This cycle goes on. Close it first, then its successor can begin; nothing was changed.")
                )
            goal = "" if is_word(before.next_goal, REST) else before.next_goal
            return self._begun(before.lead, goal=goal, follows=before.id)

        return self._file.write(work)

    def _begun(self, lead_id: str, **told: Any) -> Cycle:
        """A new draft, within the caller's transaction; open steps of the lead go with it."""
        if self._file.row("SELECT 1 FROM leads WHERE id = ?", (lead_id,)) is None:
            raise NotFound(_("That lead is no longer in the notebook. Nothing was changed."))
        if (current := self.current(lead_id)) is not None:
            raise NotebookError(_GOES_ON.format(current.ref))
        identity = self._new_id()
        new = Cycle(identity, self._cycles.free_ref("c", identity), lead_id, **told)
        carried = self._steps.carried(lead_id, identity)
        self._record(lead_id, _m("cycle begun"), self._cycles.change(None, new), *carried)
        return new

    def keep(self, cycle_id: str, field: str, value: str | date | None) -> Cycle:
        """Keep one of the fields of KEPT: words, or a day or None."""
        return self._changed(cycle_id, KEPT[field], lambda cycle: Cycle(**{**cycle._asdict(), field: value}))

    def go_on(self, cycle_id: str, then: CycleState) -> Cycle:
        """Take a cycle to its next state; to close it there is `close`."""

        def changed(cycle: Cycle) -> Cycle:
            if then not in _STATE_EVENTS or not may_follow(cycle.state, then):
                raise NotebookError(
                    _("A cycle that is {state} can't be {then} next. Nothing was changed.").format(
                        state=_t(cycle.state), then=_t(then)
                    )
                )
            return cycle._replace(state=then)

        return self._changed(cycle_id, _STATE_EVENTS.get(then, then), changed)

    def reflect(self, cycle_id: str, whose: Literal["lead", "my"], words: str, on: date | None = None) -> Cycle:
        """Put in the lead's reflection or mine, today unless told; with no words it is taken out again."""
        today = on or self._clock.today()

        def changed(cycle: Cycle) -> Cycle:
            since = getattr(cycle, f"{whose}_reflected_on") or today
            news = {f"{whose}_reflection": words, f"{whose}_reflected_on": since if words else None}
            return Cycle(**{**cycle._asdict(), **news})

        return self._changed(
            cycle_id, _m("reflection of the lead") if whose == "lead" else _m("reflection of mine"), changed
        )

    def extend(self, cycle_id: str, to: date, because: str) -> Cycle:
        """Extend a cycle once, with a reason; one that was being reflected on goes back into practice."""

        def changed(cycle: Cycle) -> Cycle:
            if cycle.extended_to is not None:
                raise NotebookError(
                    _("This cycle was extended already. Close it; what is open goes into the next one.")
                )
            if not because:
                raise NotebookError(_("An extension needs a reason. Nothing was changed."))
            return extended(self._going_on(cycle), to, because)

        return self._changed(cycle_id, _m("cycle extended"), changed)

    def close(self, cycle_id: str, verdict: Verdict, because: str = "", next_goal: str = "",
              on: date | None = None) -> Cycle:  # fmt: skip
        """Close a cycle, today unless told, with a verdict, the evidence for it, and the next goal.

        What is left empty stays as it is.
        """
        today = on or self._clock.today()

        def changed(cycle: Cycle) -> Cycle:
            closed = self._going_on(cycle)._replace(state="closed", verdict=verdict, closed_on=today)
            return closed._replace(
                verdict_because=because or cycle.verdict_because, next_goal=next_goal or cycle.next_goal
            )

        return self._changed(cycle_id, _m("cycle closed"), changed)

    def stop(self, lead_id: str, because: str) -> Cycle | None:
        """A lead leaves: the cycle that goes on is closed as stopped, open steps are dropped. None where there was no cycle."""
        today = self._clock.today()

        def work(__: sqlite3.Connection) -> Cycle | None:
            was = self.current(lead_id)
            dropped = self._steps.all_dropped(lead_id, today)
            now = was and was._replace(state="closed", verdict="stopped", closed_on=today, verdict_because=because)
            changes = dropped if was is None else [self._cycles.change(was, now), *dropped]
            if changes:
                self._record(lead_id, _m("cycle stopped"), *changes)
            return now

        return self._file.write(work)

    def plan_activity(self, cycle_id: str, kind: str, planned_on: date | None = None, note: str = "") -> Activity:
        """Plan something that the lead does to learn."""

        def work(__: sqlite3.Connection) -> Activity:
            cycle = self._cycles.get(cycle_id)
            new = Activity(self._new_id(), cycle.id, kind, planned_on, note=note)
            self._record(cycle.lead, _m("activity planned"), self._activities.change(None, new))
            return new

        return self._file.write(work)

    def do_activity(self, activity_id: str, done_on: date | None) -> Activity:
        """Say on which day an activity was done; None says that it was not."""
        return self._changed_activity(activity_id, _m("activity done"), lambda each: each._replace(done_on=done_on))

    def describe_activity(self, activity_id: str, planned_on: date | None, note: str) -> Activity:
        """Say on which day an activity is planned, and what it is about."""
        news = lambda each: each._replace(planned_on=planned_on, note=note)  # noqa: E731
        return self._changed_activity(activity_id, _m("activity described"), news)

    def remove_activity(self, activity_id: str) -> None:
        """Take an activity out."""

        def work(__: sqlite3.Connection) -> None:
            was = self._activities.get(activity_id)
            self._record(self._cycles.get(was.cycle).lead, _m("activity taken out"), self._activities.change(was, None))

        self._file.write(work)

    def _going_on(self, cycle: Cycle) -> Cycle:
        if not cycle.is_open:
            raise NotebookError(_("This cycle is closed already. Nothing was changed."))
        return cycle

    def _changed(self, cycle_id: str, what: str, news: Callable[[Cycle], Cycle]) -> Cycle:
        """Change a cycle, if that is anything else; days that can't be are refused."""

        def work(__: sqlite3.Connection) -> Cycle:
            was = self._cycles.get(cycle_id)
            now = news(was)
            if (wrong := wrong_days(now)) is not None:
                raise NotebookError(_("{wrong} Nothing was changed.").format(wrong=wrong))
            if now != was:
                self._record(was.lead, what, self._cycles.change(was, now))
            return now

        return self._file.write(work)

    def _changed_activity(self, activity_id: str, what: str, news: Callable[[Activity], Activity]) -> Activity:
        def work(__: sqlite3.Connection) -> Activity:
            was = self._activities.get(activity_id)
            now = news(was)
            if now != was:
                self._record(self._cycles.get(was.cycle).lead, what, self._activities.change(was, now))
            return now

        return self._file.write(work)
