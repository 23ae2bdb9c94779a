"""Advice on a draft with what it is of; and what is to be said of lines that are not what they were."""

from collections.abc import Sequence
from typing import NamedTuple

from coachtui.model.cited import CitedPlace
from coachtui.wording import _

CORRECTED, GONE, PRIVATE = "corrected", "gone", "private"


class Advised(NamedTuple):
    """What is said, why, and of which characters of the draft; 0, 0 is of the whole. `about` are the words it spoke of."""

    rule: str
    words: str
    why: str
    start: int = 0
    end: int = 0
    about: str = ""
    cited: CitedPlace | None = None

    def is_same(self, other: "Advised | None") -> bool:
        """Whether it says the same of the same words, wherever they stand by now."""
        return other is not None and (self.rule, self.about) == (other.rule, other.about)

    def distance(self, cursor: int) -> int:
        """How far it is from the cursor, in characters; what is of the whole is further than anything else."""
        if (self.start, self.end) == (0, 0):
            return 1_000_000
        return max(0, self.start - cursor, cursor - self.end)


def of_cited(places: Sequence[CitedPlace]) -> list[Advised]:
    """What is to be said of lines that are not what they were, each once."""
    found: dict[str, Advised] = {}
    for each in places:
        line, mark = each.cited.line, each.mark
        if each.is_private:
            words = _("The line of {mark} is your own now, not evidence.").format(mark=mark)
            why = _("What is yours does not leave. Take its words out of the draft.")
            said = Advised(PRIVATE, words, why, each.start, each.end, mark, each)
        elif line is None:
            words = _("The line of {mark} was taken out since.").format(mark=mark)
            why = _("Feedback stands on lines that are there. Take it out of the draft, or carry another line over.")
            said = Advised(GONE, words, why, each.start, each.end, mark, each)
        elif each.wants_a_look:
            why = _("It says now: {text}").format(text=line.text)
            said = Advised(
                CORRECTED, _("{mark} was corrected since.").format(mark=mark), why, each.start, each.end, mark, each
            )
        else:
            continue
        found.setdefault(mark, said)
    return list(found.values())
