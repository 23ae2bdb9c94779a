"""The closing words of an observation: one strength, one idea for a step, one question. Each may be left out."""

from typing import NamedTuple

from coachtui.wording import _

QUESTIONS = (_("One strength"), _("One idea for a step"), _("One question"))
"""What is asked for, in this order."""


class Closing(NamedTuple):
    """What was in mind right after the meeting; seeds of the feedback."""

    strength: str = ""
    step_idea: str = ""
    question: str = ""
