"""Conversations: the plans, the words in their parts, and how each went on."""

import sqlite3
from collections.abc import Callable
from datetime import date
from typing import Any

from coachtui.model.agreed_step import AgreedStep
from coachtui.model.conversation import Conversation, ConversationState, PlanRow, Whose, may_follow
from coachtui.store.beside import Beside
from coachtui.store.errors import NotebookError, NotFound
from coachtui.store.rows import Rows
from coachtui.store.shelf import Desk
from coachtui.store.steps import Steps
from coachtui.wording import _, _m, _t

CONVERSATION_KINDS = "ttttt" + "b" + "ttt" + "D" + "N" + "DDDD" + "t"
ROW_KINDS = "tttnt" + "b" + "t" + "DT"
KEPT = {
    "held_by": _m("whose conversation it is"),
    "with_whom": _m("with whom it is"),
    "is_named": _m("whether the name is written"),
    "scenario": _m("scenario of the plan"),
    "structure": _m("structure of the plan"),
    "day": _m("day of the conversation"),
    "minute": _m("time of the conversation"),
    "follow_up_on": _m("day of the follow-up"),
}
"""The fields that are kept one by one, and what keeping each is called when it is taken back."""


class Conversations(Beside):
    """The conversations shelf. Every verb raises a NotebookError; then nothing was changed.

    Each is an event about the conversation itself, so that its room takes back what was done in it and nothing else.
    """

    def __init__(self, desk: Desk, steps: Steps) -> None:
        super().__init__(desk)
        self._steps = steps
        self._plans = Rows(desk.file, "conversations", Conversation, CONVERSATION_KINDS)
        self._rows = Rows(desk.file, "plan_rows", PlanRow, ROW_KINDS)

    def all(self) -> list[Conversation]:
        """Every plan, the first one first."""
        return self._plans.where()

    def of(self, lead_id: str) -> list[Conversation]:
        """The plans made with a lead, the first one first."""
        return self._plans.where("lead = ?", lead_id)

    def all_open(self) -> list[Conversation]:
        """The plans of all leads of which something is still to come."""
        return self._plans.where("state IN ('planning', 'rehearsed', 'held')")

    def get(self, ref: str) -> Conversation:
        """The plan with this reference or id. Raises NotFound."""
        found = self._plans.called(ref)
        if found is None:
            raise NotFound(
                _("There is no conversation '{ref}' in this notebook. 'coachtui list conversations' names all.").format(
                    ref=ref
                )
            )
        return found

    def plan(self, lead_id: str, held_by: Whose = "lead", scenario: str = "", with_whom: str = "") -> Conversation:
        """Begin a plan with a lead."""

        def work(__: sqlite3.Connection) -> Conversation:
            if self._file.row("SELECT 1 FROM leads WHERE id = ?", (lead_id,)) is None:
                raise NotFound(_("That lead is no longer in the notebook. Nothing was changed."))
            identity = self._new_id()
            new = Conversation(identity, self._plans.free_ref("p", identity), lead_id, held_by, with_whom.strip(),
                               scenario=scenario, begun_on=self._clock.today())  # fmt: skip
            self._record(identity, _m("plan begun"), self._plans.change(None, new), undoable=False)
            return new

        return self._file.write(work)

    def keep(self, conversation_id: str, field: str, value: str | int | bool | date | None) -> Conversation:
        """Keep one of the fields of KEPT."""
        return self._changed(conversation_id, KEPT[field], **{field: value})

    def mark(
        self, conversation_id: str, then: ConversationState, on: date | None = None, because: str = ""
    ) -> Conversation:
        """How it went on, today unless told; a plan is set aside with a reason, and may be taken up again."""
        day = on or self._clock.today()
        days: dict[str, dict[str, Any]] = {
            "held": {"held_on": day}, "followed up": {"followed_on": day}, "set aside": {"set_aside_because": because},
        }  # fmt: skip
        was = self.get(conversation_id)
        if not may_follow(was.state, then):
            raise NotebookError(_("This conversation is {state}. Nothing was changed.").format(state=_t(was.state)))
        return self._changed(conversation_id, f"conversation {then}", state=then, **days.get(then, {}))

    def rows_of(self, conversation_id: str) -> list[PlanRow]:
        """What is written in the parts of a plan, in its order; also what is the principal's alone."""
        return self._rows.where("conversation = ? ORDER BY place, n", conversation_id)

    def add_row(self, conversation_id: str, part: str, words: str, whose: Whose, *, is_private: bool, place: int | None = None,
                day: date | None = None, source: str | None = None) -> PlanRow:  # fmt: skip
        """Write a row into a part; without a place it stands last there."""

        def work(__: sqlite3.Connection) -> PlanRow:
            new = self._new_row(conversation_id, part, words, whose, is_private, place, day, source)
            self._record(conversation_id, _m("words in the plan"), self._rows.change(None, new))
            return new

        return self._file.write(work)

    def commit(
        self, conversation_id: str, words: str, by_when: date | None = None, whose: Whose = "lead"
    ) -> PlanRow:  # fmt: skip
        """Keep what one of the two took on. What the lead did is a step of theirs, agreed on the day it was held."""

        def work(__: sqlite3.Connection) -> PlanRow:
            plan = self._plans.get(conversation_id)
            if whose == "principal":
                new = self._new_row(plan.id, "commitments", words, whose, False, None, by_when, None)
                self._record(plan.id, _m("commitment"), self._rows.change(None, new))
                return new
            day = plan.held_on or self._clock.today()
            step, change = self._steps.agreed(plan.lead, AgreedStep(words, by_when=by_when), day)
            new = self._new_row(plan.id, "commitments", words, whose, False, None, by_when, step.id)
            self._record(plan.id, _m("commitment"), change, self._rows.change(None, new))
            return new

        return self._file.write(work)

    def _new_row(self, conversation_id: str, part: str, words: str, whose: Whose, is_private: bool, place: int | None,
                 day: date | None, source: str | None) -> PlanRow:  # fmt: skip
        plan = self._plans.get(conversation_id)
        last = max((row.place for row in self.rows_of(plan.id) if row.part == part), default=0)
        return PlanRow(
            self._new_id(), plan.id, part, last + 1 if place is None else place, whose, is_private, words, day, source
        )

    def change_row(self, row_id: str, **news: Any) -> PlanRow:
        """Change the words, the day, or whether a row is private."""
        return self._alter_row(row_id, lambda was: was._replace(**news))

    def take_out_row(self, row_id: str) -> PlanRow:
        """Take a row out."""
        return self._alter_row(row_id, None)

    def _alter_row(self, row_id: str, news: Callable[[PlanRow], PlanRow] | None) -> PlanRow:
        def work(__: sqlite3.Connection) -> PlanRow:
            was = self._rows.get(row_id)
            now = None if news is None else news(was)
            if now != was:
                what = _m("words taken out of the plan") if now is None else _m("words in the plan")
                self._record(was.conversation, what, self._rows.change(was, now))
            return now or was

        return self._file.write(work)

    def _changed(self, conversation_id: str, what: str, **news: Any) -> Conversation:
        def work(__: sqlite3.Connection) -> Conversation:
            was = self._plans.get(conversation_id)
            now = was._replace(**news)
            if now != was:
                self._record(was.id, what, self._plans.change(was, now))
            return now

        return self._file.write(work)
