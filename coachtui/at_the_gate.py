"""What comes to the gate: for each kind of thing, how its summary is made. All of it runs on the scribe's thread."""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from coachtui.model.conversation_summary import conversation_summary, plan_summary
from coachtui.model.crib import ON_CRIB, for_the_lead
from coachtui.model.feedback_shape import FeedbackShape
from coachtui.model.feedback_summary import feedback_summary
from coachtui.model.names import Person, Way
from coachtui.model.plan_part import USUAL_PARTS, PlannedPart
from coachtui.model.summarizing import (
    cycle_on,
    intention_summary,
    observation_summary,
    one_on_one_summary,
    reflection_summary,
    step_summary,
)
from coachtui.model.summary import Summary
from coachtui.model.timing import local_time
from coachtui.sharing.gate import Gate
from coachtui.store.errors import NotebookError
from coachtui.wording import _

if TYPE_CHECKING:
    from coachtui.model.entry import Entry
    from coachtui.model.framework import Framework
    from coachtui.model.share import Share

_NO_SHAPE = FeedbackShape("", "", "", ())
"""Of a draft whose shape is no longer there every word is as good as any other."""
_NOBODY = _(
    "It is not known whose record this is for. Name the lead first, by “About” in the observation; then share it."
)
_NOT_HELD = _(
    "This conversation was not held yet, and a plan never leaves. Say that it was held, then share what was agreed."
)


class AtTheGate(NamedTuple):
    """A gate; the entry of the same thing in the record, and every share of it, the first one first."""

    gate: Gate
    entry: "Entry | None"
    shares: "Sequence[Share]"

    @property
    def is_shared_already(self) -> bool:
        """Whether these very words stand in the record."""
        return self.entry is not None and (self.entry.words, self.entry.title) == (self.gate.text(), self.gate.title())


class Asked(NamedTuple):
    """What a summary is made with: the notebook, the id of the thing, the day it is, the frameworks, the shapes of feedback."""

    notebook: Any
    identity: str
    today: date
    frameworks: "dict[str, Framework]"
    shapes: Mapping[str, FeedbackShape]


def _observation(asked: Asked) -> Summary:
    whole = asked.notebook.whole(asked.notebook.observations.get(asked.identity))
    lead = asked.notebook.record.lead_seen_in(whole.observation.id)
    if lead is None:
        raise NotebookError(_NOBODY)
    return observation_summary(whole, lead, asked.frameworks.get(whole.observation.framework or ""))


def _intention(asked: Asked) -> Summary:
    return intention_summary(asked.notebook.cycles.get(asked.identity), asked.today)


def _reflection(asked: Asked) -> Summary:
    return reflection_summary(asked.notebook.cycles.get(asked.identity), asked.today)


def _step(asked: Asked) -> Summary:
    return step_summary(asked.notebook.steps.get(asked.identity), asked.today)


def _feedback(asked: Asked) -> Summary:
    """The draft as it was kept last, told of the meeting that it is on."""
    notebook = asked.notebook
    feedback = notebook.feedback.get(asked.identity)
    meeting = notebook.observations.get(feedback.observation)
    day = local_time(meeting.anchor.utc_ms, meeting.zone).date()
    marks = [each.mark for each in notebook.feedback.citations_of(feedback.id)]
    return feedback_summary(feedback, asked.shapes.get(feedback.shape, _NO_SHAPE), meeting.team, day, marks)


def _one_on_one(asked: Asked) -> Summary:
    """What was discussed, but for what is private, and every decision."""
    one_on_ones, items = asked.notebook.one_on_ones, asked.notebook.items
    one = one_on_ones.get(asked.identity, asked.today)
    discussed = [each.words for each in items.of_one_on_one(one.id) if each.state == "discussed" and not each.private]
    decided = [each.words for each in one_on_ones.decisions_of(one.id)]
    return one_on_one_summary(one.id, one.lead, one.day, discussed, "; ".join(decided) or None)


def _conversation(asked: Asked) -> Summary:
    """What was agreed to in it, once it was held; nothing else of the plan."""
    conversations = asked.notebook.conversations
    plan = conversations.get(asked.identity)
    summary = conversation_summary(plan, conversations.rows_of(plan.id))
    if summary is None:
        raise NotebookError(_NOT_HELD)
    return summary


def _plan(asked: Asked) -> Summary:
    """A plan, for its lead to take along: what both can see of it."""
    return _of_plan(asked, USUAL_PARTS)


def _crib(asked: Asked) -> Summary:
    """The crib, to be printed: of what both can see, that which is needed while it is held."""
    return _of_plan(asked, [part for part in USUAL_PARTS if part.id in ON_CRIB])


def _of_plan(asked: Asked, parts: Sequence[PlannedPart]) -> Summary:
    conversations = asked.notebook.conversations
    plan = conversations.get(asked.identity)
    rows = conversations.rows_of(plan.id)
    return plan_summary(plan, for_the_lead(plan, rows, parts), asked.today, sum(row.is_private for row in rows))


SUBJECTS: dict[str, Callable[[Asked], Summary]] = {
    "observation": _observation,
    "intention": _intention,
    "reflection": _reflection,
    "step": _step,
    "one-on-one": _one_on_one,
    "feedback": _feedback,
    "conversation": _conversation,
    "plan": _plan,
    "crib": _crib,
}
"""By what stands before the colon of a wish such as "observation:ID"."""


def come_to_the_gate(
    notebook: Any, wish: str, today: date, frameworks: "dict[str, Framework]",
    shapes: Mapping[str, FeedbackShape] = MappingProxyType({}),
) -> AtTheGate:  # fmt: skip
    """The gate for what is wished, as "observation:ID". Raises a NotebookError, or KeyError for a kind that is none."""
    kind, __, identity = wish.partition(":")
    summary = SUBJECTS[kind](Asked(notebook, identity, today, frameworks, shapes))
    leads = notebook.leads.all() + notebook.leads.retired()
    teams = notebook.teams.all() + notebook.teams.retired()
    entry = notebook.record.about(summary.kind, summary.about)
    shares = notebook.ledger.about(summary.kind, summary.about)
    people = [Person(each.name, each.handle, _("another lead")) for each in leads]
    people += [Person(each.name, each.handle, _("a member")) for team in teams for each in team.members]
    recipient = next((each.name for each in leads if each.id == summary.lead), "")
    words = frozenset(word.casefold() for team in teams for word in team.name.split())
    return AtTheGate(
        Gate(
            summary._replace(known_words=summary.known_words | words),
            recipient,
            tuple(each for each in people if each.name != recipient),
            _cycle_of(notebook, summary, kind),
            settled={name: Way(way) for name, way in shares[-1].names.items()} if shares else {},
        ),
        entry,
        shares,
    )


def _cycle_of(notebook: Any, summary: Summary, kind: str) -> str | None:
    """Into which cycle's file it goes: its own, or the one that its day falls into."""
    if kind in ("intention", "reflection"):
        return summary.about
    if kind == "step":
        own: str | None = notebook.steps.get(summary.about).cycle
        if own is not None:
            return own
    found = cycle_on(notebook.cycles.of(summary.lead), summary.day)
    return None if found is None else found.id


def decided_as(gate: Gate, before: Gate) -> Gate:
    """A gate with what was decided at another for the same thing."""
    return Gate(gate.summary, gate.recipient, gate.people, gate.cycle, before.goes, before.edits, before.settled)


def decisions_of(gate: Gate) -> str:
    """What was decided at a gate, as it is kept until it is shared or the person comes again."""
    settled = {name: str(way) for name, way in gate.settled.items()}
    return json.dumps({"goes": dict(gate.goes), "edits": dict(gate.edits), "settled": settled}, ensure_ascii=False)


def with_decisions(gate: Gate, words: str) -> Gate:
    """A gate with what was decided before and kept; what does not read is passed over."""
    try:
        kept = json.loads(words)
        settled = {name: Way(way) for name, way in kept["settled"].items()}
        goes, edits = kept["goes"], kept["edits"]
    except (ValueError, KeyError, AttributeError, TypeError):
        return gate
    return Gate(gate.summary, gate.recipient, gate.people, gate.cycle, goes, edits, {**gate.settled, **settled})
