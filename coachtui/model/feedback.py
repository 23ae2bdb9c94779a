"""Feedback: what a lead can act on, drafted from the lines of an observation, shared, talked through, followed up."""

from datetime import date
from typing import Literal, NamedTuple, get_args

FeedbackState = Literal["draft", "ready", "shared", "talked through", "followed up"]

FEEDBACK_STATES: tuple[FeedbackState, ...] = get_args(FeedbackState)


class Feedback(NamedTuple):
    """One feedback; `lead`, `observation` and `step` are ids, `ref` is what a person types to name it.

    `shape` is the id of the shape it was begun in; `text` is the draft as it was last kept, headings and all. `shared_utc_ms`
    is when it was shared first. `step` is the step of the lead that came of it.
    """

    id: str
    ref: str
    lead: str
    observation: str
    shape: str
    state: FeedbackState = "draft"
    text: str = ""
    begun_utc_ms: int = 0
    shared_utc_ms: int | None = None
    talked_on: date | None = None
    followed_on: date | None = None
    step: str | None = None


def feedback_may_follow(state: FeedbackState, then: FeedbackState) -> bool:
    """Whether feedback may go from one state to the other: on, passing over nothing but ready; back from ready alone."""
    if (state, then) == ("ready", "draft"):
        return True
    place, wanted = FEEDBACK_STATES.index(state), FEEDBACK_STATES.index(then)
    return wanted == place + 1 or (state, then) == ("draft", "shared")
