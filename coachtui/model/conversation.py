"""A conversation: a plan for a difficult one, who leads it, with whom, when, and how it went on."""

from datetime import date
from typing import Literal, NamedTuple, get_args

ConversationState = Literal["planning", "rehearsed", "held", "followed up", "set aside"]
Whose = Literal["lead", "principal"]

CONVERSATION_STATES: tuple[ConversationState, ...] = get_args(ConversationState)


class Conversation(NamedTuple):
    """One plan; `lead` is the id of the lead it is planned with, `ref` what a person types to name it.

    `held_by` says whose conversation it is. `with_whom` is a handle, and a name only where `is_named`. `scenario` and
    `structure` are the ids of files; empty where none was chosen.
    """

    id: str
    ref: str
    lead: str
    held_by: Whose = "lead"
    with_whom: str = ""
    is_named: bool = False
    scenario: str = ""
    structure: str = ""
    state: ConversationState = "planning"
    day: date | None = None
    minute: int | None = None
    begun_on: date | None = None
    held_on: date | None = None
    follow_up_on: date | None = None
    followed_on: date | None = None
    set_aside_because: str = ""

    @property
    def is_open(self) -> bool:
        """Whether something of it is still to come."""
        return self.state in ("planning", "rehearsed", "held")


class PlanRow(NamedTuple):
    """Some words in a part of a plan; `conversation`, `source` are ids, the source that of a line or a step.

    `whose` says who wrote them, `is_private` that they are the principal's alone and are never shown together. Rows of one
    part with the same `place` belong together: a reply and its answer.
    """

    id: str
    conversation: str
    part: str
    place: int
    whose: Whose
    is_private: bool
    words: str
    day: date | None = None
    source: str | None = None


def may_follow(state: ConversationState, then: ConversationState) -> bool:
    """Whether a plan may go from one state to the other: on, without rehearsal too; set aside from any open one, and back."""
    if then == "set aside":
        return state in ("planning", "rehearsed", "held")
    if state == "set aside":
        return then == "planning"
    return CONVERSATION_STATES.index(then) > CONVERSATION_STATES.index(state)
