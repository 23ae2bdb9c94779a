"""Advice on a draft: what a check says of it, and where. And the facts that the checks of a feedback go by."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from coachtui.model.feedback_shape import FeedbackShape
from coachtui.model.hints import Lexicon
from coachtui.model.names import Person
from coachtui.model.not_here import NotHere
from coachtui.model.overlap import Window
from coachtui.model.school_days import DayOff


class DraftAdvice(NamedTuple):
    """A short sentence, and why it is worth a thought. `rule` names the check; `about` the words it spoke of, if any.

    `start` and `end` are where it points at, in characters of the draft: both alike where words are missing, 0 and 0 where it is
    about the whole.
    """

    rule: str
    words: str
    why: str
    start: int = 0
    end: int = 0
    about: str = ""

    def moved(self, by: int) -> "DraftAdvice":
        """The same, so many characters further on."""
        return self._replace(start=self.start + by, end=self.end + by)


class FeedbackFacts(NamedTuple):
    """What a feedback is checked against. `citations` are the lines that were carried over, by their marks.

    `people` are all that the notebook knows; `recipient` is the lead's own name, and none of them to the checks. `known_words`
    are words in capitals that are no names: of the team, its look-fors, its segments. `private` are the windows of private lines.
    `cycle_ends` is the last day of the lead's cycle. `rehearsals` is how often it was practised.
    """

    shape: FeedbackShape
    today: date
    citations: Mapping[str, str] = {}
    people: Sequence[Person] = ()
    recipient: str = ""
    known_words: frozenset[str] = frozenset()
    cycle_ends: date | None = None
    days_off: Sequence[DayOff] = ()
    rehearsals: int = 0
    private: Collection[Window] = frozenset()
    not_here: Sequence[NotHere] = ()
    lexicon: Lexicon | None = None
