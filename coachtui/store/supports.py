"""Supports: what leads asked for, what was agreed on the ladder, and when it steps back down."""

import sqlite3
from collections.abc import Callable
from datetime import date

from coachtui.model.support import REASONS, RUNGS, Reason, Support, needs_reason
from coachtui.store.errors import NotebookError, NotFound
from coachtui.store.rows import Rows
from coachtui.store.shelf import Desk, Shelf
from coachtui.wording import _, _m, _t

SUPPORT_KINDS = "tttdnNttDDT"
_NO_REASON = _("On the last rung you act in the lead's place, so say why: {reasons}. Nothing was changed.").format(
    reasons=", ".join(map(_t, REASONS))
)
_NO_RUNG = _("The ladder has the rungs 0 to {n}. Nothing was changed.").format(n=len(RUNGS) - 1)
_NO_LEAD = _("That lead is no longer in the notebook. Nothing was changed.")
_ENDED = _("This support has come back down already. Nothing was changed; ask anew.")


class Supports(Shelf):
    """The supports shelf. Every verb raises a NotebookError; then nothing was changed. Each is an event about the lead."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._supports = Rows(desk.file, "supports", Support, SUPPORT_KINDS)
        self.get = self._supports.get

    def of(self, lead_id: str) -> list[Support]:
        """What a lead asked for, the first one first."""
        return self._supports.where("lead = ? ORDER BY asked_on, n", lead_id)

    def all(self) -> list[Support]:
        """What all leads asked for, the first one first."""
        return self._supports.where("1 ORDER BY asked_on, n")

    def current(self, lead_id: str) -> Support | None:
        """The newest support of a lead that has not come back down; None where there is none."""
        found = self._supports.where("lead = ? AND ended_on IS NULL ORDER BY asked_on, n", lead_id)
        return found[-1] if found else None

    def for_conversation(self, conversation_id: str) -> Support | None:
        """The support that a plan came of; None where it came of none."""
        found = self._supports.where("conversation = ?", conversation_id)
        return found[-1] if found else None

    def ask(self, lead_id: str, situation: str, rung: int, on: date | None = None) -> Support:
        """Keep what a lead asks for."""
        return self._file.write(lambda __: self._within_ask(lead_id, situation, rung, on))

    def agree(self, support_id: str, rung: int, decided_by: str, steps_down_on: date | None = None,
              reason: Reason = "") -> Support:  # fmt: skip
        """Agree on a rung, who decided it, and when it steps back down. The last rung takes a reason."""
        _refuse_no_rung(rung)
        if reason and reason not in REASONS:
            raise NotebookError(
                _("'{reason}' is none of {reasons}. Nothing was changed.").format(
                    reason=reason[:40], reasons=", ".join(map(_t, REASONS))
                )
            )
        if needs_reason(rung) and not reason:
            raise NotebookError(_NO_REASON)
        why = reason if needs_reason(rung) else ""
        return self._changed(support_id, _m("support agreed"), lambda was: _standing(was)._replace(
            agreed=rung, decided_by=decided_by.strip(), steps_down_on=steps_down_on, reason=why))  # fmt: skip

    def plan_for(self, support_id: str, conversation_id: str) -> Support:
        """Note which plan came of it."""
        return self._changed(
            support_id, _m("plan for the support"), lambda was: was._replace(conversation=conversation_id)
        )

    def end(self, support_id: str, on: date | None = None) -> Support:
        """It came back down."""
        day = on or self._clock.today()
        return self._changed(support_id, _m("support ended"), lambda was: _standing(was)._replace(ended_on=day))

    def _within_ask(self, lead_id: str, situation: str, rung: int, on: date | None) -> Support:
        _refuse_no_rung(rung)
        if self._file.row("SELECT 1 FROM leads WHERE id = ?", (lead_id,)) is None:
            raise NotFound(_NO_LEAD)
        new = Support(self._new_id(), lead_id, situation.strip(), on or self._clock.today(), rung)
        self._record(lead_id, _m("support asked for"), self._supports.change(None, new))
        return new

    def _changed(self, support_id: str, what: str, news: Callable[[Support], Support]) -> Support:
        def work(__: sqlite3.Connection) -> Support:
            was = self._supports.get(support_id)
            now = news(was)
            if now != was:
                self._record(was.lead, what, self._supports.change(was, now))
            return now

        return self._file.write(work)


def _refuse_no_rung(rung: int) -> None:
    if not 0 <= rung < len(RUNGS):
        raise NotebookError(_NO_RUNG)


def _standing(support: Support) -> Support:
    if support.ended_on is not None:
        raise NotebookError(_ENDED)
    return support
