"""The parts of a draft: which of its words belong to which part of its shape."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from coachtui.model.closing import Closing
from coachtui.model.feedback_shape import FeedbackShape, PartKind, PlannedPart


class Part(NamedTuple):
    """Some words of a draft under their heading; `heading` is empty for what stands before the first one.

    `start` is where the words begin, in characters from the beginning of the draft.
    """

    kind: PartKind
    heading: str
    words: str
    start: int


class _Found(NamedTuple):
    planned: PlannedPart
    line_start: int
    words_start: int


def parts_of(text: str, shape: FeedbackShape) -> list[Part]:
    """The parts of a draft in the order in which they stand.

    A part begins with a line that is its heading, or that begins with it and a colon; the case does not matter. One that stands
    twice is two parts.
    """
    found = list(_headings(text, shape))
    first = found[0].line_start if found else len(text)
    parts = [_part("note", "", text, 0, first)] if text[:first].strip() else []
    ends = [each.line_start for each in found[1:]] + [len(text)]
    return parts + [
        _part(each.planned.kind, each.planned.heading, text, each.words_start, end)
        for each, end in zip(found, ends, strict=True)
    ]


def _headings(text: str, shape: FeedbackShape) -> Iterator[_Found]:
    by_name = {part.heading.casefold(): part for part in shape.parts}
    either = "|".join(re.escape(part.heading) for part in sorted(shape.parts, key=lambda each: -len(each.heading)))
    for match in re.finditer(rf"^({either})[ \t]*(?::|$)", text, re.MULTILINE | re.IGNORECASE):
        planned = by_name.get(match[1].casefold())
        if planned is not None:
            yield _Found(planned, match.start(), match.end())


def _part(kind: PartKind, heading: str, text: str, start: int, end: int) -> Part:
    words = text[start:end]
    return Part(kind, heading, words.strip(), start + len(words) - len(words.lstrip()))


def words_of(parts: list[Part], kind: PartKind) -> str:
    """The words of all parts of a kind, one below the other."""
    return "\n".join(part.words for part in parts if part.kind == kind and part.words)


_SEEDS: dict[PartKind, str] = {"strength": "strength", "step": "step_idea", "question": "question"}


def begun(shape: FeedbackShape, closing: Closing | None = None) -> str:
    """The text that a draft begins with: every heading, and the closing words of the meeting where they belong."""
    seeds = (closing or Closing())._asdict()
    text = ""
    for part in shape.parts:
        seed = seeds.pop(_SEEDS.get(part.kind, ""), "")
        if part.inline:
            text = f"{text.rstrip(chr(10))}\n{part.heading}: {seed}\n"
        else:
            text += f"\n{part.heading}\n{seed}\n"
    return text.lstrip("\n")


def in_shape(text: str, shape: FeedbackShape, other: FeedbackShape) -> str:
    """The draft in another shape: what was written in a part goes to the one of that kind; what has no place stands first."""
    parts = [part for part in parts_of(text, shape) if part.words]
    placed: dict[int, list[str]] = {}
    homeless: list[str] = []
    for part in parts:
        places = [place for place, each in enumerate(other.parts) if each.kind == part.kind]
        exact = [place for place in places if other.parts[place].heading == part.heading]
        if places:
            placed.setdefault((exact or places)[0], []).append(part.words)
        else:
            homeless.append(part.words)
    rows = ["\n".join(homeless) + "\n"] if homeless else []
    for place, each in enumerate(other.parts):
        words = "\n".join(placed.get(place, []))
        if each.inline and rows:
            rows[-1] = f"{rows[-1].rstrip(chr(10))}\n{each.heading}: {words}\n"
        else:
            rows.append(f"{each.heading}: {words}\n" if each.inline else f"{each.heading}\n{words}\n")
    return "\n".join(rows)
