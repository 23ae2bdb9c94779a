"""The shape of a feedback: its parts in their order, each with a heading, a question to begin with, and starters."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal, NamedTuple, get_args

from coachtui.model.clean import clean_line
from coachtui.model.prompts import Starter
from coachtui.wording import _

PartKind = Literal[
    "strength", "step", "by when", "how we will know", "practice", "question", "mine", "evidence", "note"
]
"""What a part is: that which worked; the step, its day, its look-for, its rehearsal; the question; what I will do; lines."""

PART_KINDS: tuple[PartKind, ...] = get_args(PartKind)


class BadShape(Exception):
    """A file that can't be used; `str()` says why, `place` names the key, or the number of the part from 1, it is about."""

    def __init__(self, why: str, place: str | int | None = None) -> None:
        super().__init__(why)
        self.place = place


class PlannedPart(NamedTuple):
    """A part as a shape has it. `inline` writes its words behind its heading, on the same line. `minutes` are those it takes."""

    kind: PartKind
    heading: str
    ask: str = ""
    starters: tuple[str, ...] = ()
    minutes: int = 0
    inline: bool = False


class FeedbackShape(NamedTuple):
    """A shape by its id. `shortest` and `longest` count words; 0 where any length will do.

    `takes_step` says whether it is meant to hold a step.
    """

    id: str
    name: str
    about: str
    parts: tuple[PlannedPart, ...]
    shortest: int = 0
    longest: int = 0

    @property
    def takes_step(self) -> bool:
        """Whether it has a part for a step."""
        return any(part.kind == "step" for part in self.parts)


def starters_of(part: PlannedPart, steps: Sequence[Starter], step: str = "") -> tuple[str, ...]:
    """What a part may begin with: its own starters; without any, a step those for steps, "how we will know" what fits the step.

    `step` are the words that the draft has for its step.
    """
    if part.kind == "step" and not part.starters:
        return tuple(each.words for each in steps)
    if part.kind == "how we will know" and not part.starters:
        said = step.casefold()
        return tuple(each.looks_like for each in steps if each.looks_like and each.words.casefold() in said)
    return part.starters


def read_shape(identity: str, found: Mapping[str, Any]) -> FeedbackShape:
    """The shape in a parsed file. Raises BadShape, which names the part."""
    unknown = set(found) - {"name", "about", "shortest", "longest", "part"}
    if unknown:
        first = next(key for key in found if key in unknown)
        raise BadShape(
            _("'{first}' is none of name, about, shortest, longest, [[part]]").format(first=clean_line(first)[:40]),
            first,
        )
    rows = found.get("part")
    if not isinstance(rows, list) or not rows:
        raise BadShape(_("it has no [[part]]"))
    parts = tuple(_part(row, place) for place, row in enumerate(rows, 1))
    headings = [part.heading.casefold() for part in parts]
    doubled = next((place for place, each in enumerate(headings, 1) if headings.index(each) + 1 != place), None)
    if doubled is not None:
        raise BadShape(_("the heading '{heading}' stands twice").format(heading=parts[doubled - 1].heading), doubled)
    name, about = (_words(found.get(key), key, key) for key in ("name", "about"))
    if not name:
        raise BadShape(_("it has no name"))
    shortest, longest = (_number(found.get(key, 0), key, key, 5000) for key in ("shortest", "longest"))
    if shortest > longest > 0:
        raise BadShape(_("shortest is more than longest, {longest}").format(longest=longest), "shortest")
    return FeedbackShape(identity, name, about, parts, shortest, longest)


def _part(row: Any, place: int) -> PlannedPart:
    if not isinstance(row, dict) or set(row) - set(PlannedPart._fields):
        raise BadShape(_("a [[part]] takes kind, heading, ask, starters, minutes and inline"), place)
    kind = row.get("kind")
    if kind not in PART_KINDS:
        raise BadShape(_("kind is none of {part_kinds}").format(part_kinds=", ".join(PART_KINDS)), place)
    heading = _words(row.get("heading"), "heading", place).rstrip(": ")
    if not heading:
        raise BadShape(_("heading is missing"), place)
    starters = row.get("starters", [])
    if not isinstance(starters, list):
        raise BadShape(_("starters takes a list of words in quotation marks"), place)
    inline = row.get("inline", False)
    if not isinstance(inline, bool):
        raise BadShape(_("inline is true or false"), place)
    return PlannedPart(kind, heading, _words(row.get("ask", ""), "ask", place),
                       tuple(_words(each, "starters", place) for each in starters),
                       _number(row.get("minutes", 0), "minutes", place, 240), inline)  # fmt: skip


def _words(value: Any, name: str, place: str | int) -> str:
    if not isinstance(value, str | None):
        raise BadShape(_("{name} takes words in quotation marks").format(name=name), place)
    return clean_line(value or "").strip()


def _number(value: Any, name: str, place: str | int, most: int) -> int:
    if type(value) is not int or not 0 <= value <= most:
        raise BadShape(_("{name} is no whole number from 0 to {most}").format(name=name, most=most), place)
    return value
