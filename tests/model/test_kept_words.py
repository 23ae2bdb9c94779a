"""Every word that a notebook keeps can be told in another language."""

from typing import get_args

from coachtui.model import (
    citation,
    conversation,
    cycle,
    feedback,
    item,
    line,
    observation,
    one_on_one,
    people,
    step,
    support,
)
from coachtui.model.kept_words import KEPT_WORDS


def test_no_kept_word_is_forgotten() -> None:
    kept = {
        *(each.value for kind in (line.Kind, line.Provenance, line.Visibility) for each in kind),
        *(word for kinds in (
            cycle.CycleState, cycle.Verdict, step.StepState, feedback.FeedbackState, conversation.ConversationState,
            conversation.Whose, one_on_one.State, item.State, support.Reason, observation.State, citation.CitedState,
        ) for word in get_args(kinds)),
        *cycle.ACTIVITY_KINDS, *people.ROLES,
        observation.NOT_RUNNING, observation.PAUSED, observation.CLOCK_MOVED, observation.ASLEEP,
    }  # fmt: skip
    assert kept - {""} <= set(KEPT_WORDS)
    assert len(KEPT_WORDS) == len(set(KEPT_WORDS))
