"""The parts of a draft: which of its words belong to which part of its shape."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
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
    ends = [*(each.line_start for each in found), len(text)]
    before = [_part("note", "", text, 0, ends[0])] if text[: ends[0]].strip() else []
    return before + [
        _part(each.planned.kind, each.planned.heading, text, each.words_start, end)
        for each, end in zip(found, ends[1:], strict=True)
    ]


def _headings(text: str, shape: FeedbackShape) -> Iterator[_Found]:
    by_name = {part.heading.casefold(): part for part in shape.parts}
    for match in _heading_of(shape).finditer(text):
        planned = by_name.get(match[1].casefold())
        if planned is not None:
            yield _Found(planned, match.start(), match.end())


@lru_cache(16)
def _heading_of(shape: FeedbackShape) -> re.Pattern[str]:
    either = "|".join(re.escape(part.heading) for part in sorted(shape.parts, key=lambda each: -len(each.heading)))
    return re.compile(rf"^({either})[ \t]*(?::|$)", re.MULTILINE | re.IGNORECASE)


def _part(kind: PartKind, heading: str, text: str, start: int, end: int) -> Part:
    words = text[start:end].strip()
    return Part(kind, heading, words, text.index(words, start) if words else _place_in(text, start, end))


def _place_in(text: str, start: int, end: int) -> int:
    """Where the first word goes into a part without any: behind its colon, or on the line below, if that is its own."""
    if text[:start].endswith(":"):
        return start + (start < end and text[start] == " ")
    below = text.find("\n", start, end) + 1
    return below if below and (end == len(text) or "\n" in text[below:end]) else start


def words_of(parts: Iterable[Part], kind: PartKind) -> str:
    """The words of all parts of a kind, one below the other."""
    return "\n".join(part.words for part in parts if part.kind == kind and part.words)


_SEEDS: dict[PartKind, str] = {"strength": "strength", "step": "step_idea", "question": "question"}


def begun(shape: FeedbackShape, closing: Closing | None = None) -> str:
    """The text that a draft begins with: every heading, and the closing words of the meeting where they belong."""
    seeds = (closing or Closing())._asdict()
    return _laid_out(shape, [], {part.heading: [seeds.pop(_SEEDS.get(part.kind, ""), "")] for part in shape.parts})


def in_shape(text: str, shape: FeedbackShape, other: FeedbackShape) -> str:
    """The draft in another shape: what was written in a part goes to the one of that heading, else to the first of that kind.

    What has no place there stands first, under the heading that it had: it goes back to it in a shape that has one.
    """
    first: list[str] = []
    placed: dict[str, list[str]] = {}
    for part in parts_of(text, shape):
        for inner in parts_of(part.words, other):
            heading = inner.heading or _home(part, other)
            if heading is None:
                first.append(f"{part.heading}\n{inner.words}" if part.heading else inner.words)
            elif inner.words:
                placed.setdefault(heading, []).append(inner.words)
    return _laid_out(other, first, placed)


def _home(part: Part, other: FeedbackShape) -> str | None:
    """The heading that the words of a part go to; a note has none but its own, since it may be about anything."""
    headings = [each.heading for each in other.parts if each.heading.casefold() == part.heading.casefold()]
    if part.kind != "note":
        headings += [each.heading for each in other.parts if each.kind == part.kind]
    return headings[0] if headings else None


def _laid_out(shape: FeedbackShape, first: Sequence[str], placed: Mapping[str, Sequence[str]]) -> str:
    """A draft with these words under the headings of its shape, and a line to write on below each that is not inline."""
    text = "\n\n".join(first) + "\n" if first else ""
    for part in shape.parts:
        words = "\n".join(placed.get(part.heading, ()))
        text += f"{part.heading}: {words}\n" if part.inline else f"\n{part.heading}\n{words}\n"
    return text.lstrip("\n")
