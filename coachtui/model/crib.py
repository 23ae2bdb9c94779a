"""The crib: all that is needed while a conversation is held, on one screen; and the plan as its lead may have it."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from coachtui.model.conversation import Conversation, PlanRow
from coachtui.model.day_words import day_words, minute_words
from coachtui.model.plan_part import USUAL_PARTS, PlannedPart
from coachtui.wording import _, _c

WIDTH, LINES = 80, 24
_LABEL = 11
_PARTS = (
    ("opening", _("Opening"), 5),
    ("questions", _("Ask"), 4),
    ("request", _("Request"), 2),
    ("boundary", _c("what will not move", "The line"), 2),
    ("replies", _("If"), 6),
    ("steady", _("Steady"), 2),
    ("check_back", _("Again"), 1),
)
"""What is on it, how it is called there, and how many lines it may take."""
ON_CRIB = frozenset((*(row[0] for row in _PARTS), "answers"))
"""The ids of the parts that are on it."""
_AT_ONCE = 3
_MORE = "…"


class Section(NamedTuple):
    """A part of a plan by its label, with the words in it."""

    label: str
    words: tuple[str, ...]


def crib(plan: Conversation, rows: Iterable[PlanRow], lead_name: str = "") -> list[str]:
    """One screen, line by line: who and when, then what to say. What is too long ends in “…”.

    Where the lead holds it, it is for the lead to hold in their hands: what is the principal's alone is not on it.
    """
    seen = [row for row in rows if row.words.strip() and not (plan.held_by == "lead" and row.is_private)]
    parts: dict[str, list[PlanRow]] = {}
    for row in sorted(seen, key=lambda row: row.place):
        parts.setdefault(row.part, []).append(row)
    lines = [_cut(_who_and_when(plan, lead_name), WIDTH)]
    for part, label, most in _PARTS:
        texts = _pairs(parts) if part == "replies" else [row.words for row in parts.get(part, ())]
        lines += _laid_out(label, texts[:_AT_ONCE], most)
    return lines


def for_the_lead(
    plan: Conversation, rows: Iterable[PlanRow], parts: Sequence[PlannedPart] = USUAL_PARTS
) -> list[Section]:  # fmt: skip
    """The plan as the lead, who owns it, may have it: every part with words, and nothing that is the principal's alone."""
    seen = [row for row in rows if row.conversation == plan.id and not row.is_private and row.words.strip()]
    found: list[Section] = []
    for part in parts:
        words = tuple(_with_day(row) for row in sorted(seen, key=lambda row: row.place) if row.part == part.id)
        if words:
            found.append(Section(part.label, words))
    return found


def _with_day(row: PlanRow) -> str:
    if row.day is None:
        return row.words
    day = day_words(row.day)
    return (
        _("{words} (by {day})").format(words=row.words, day=day) if row.part == "commitments" else f"{day}: {row.words}"
    )


def _who_and_when(plan: Conversation, lead_name: str) -> str:
    first = next(iter(lead_name.split()), _("the lead"))
    when = _("no day yet") if plan.day is None else day_words(plan.day)
    if plan.day is not None and plan.minute is not None:
        when += f" {minute_words(plan.minute)}"
    holder = _("{first} holds it").format(first=first) if plan.held_by == "lead" else _("I hold it")
    return " · ".join(
        [
            _("With {with_whom}").format(with_whom=plan.with_whom) if plan.with_whom else _("With: not said yet"),
            when,
            holder,
        ]
    )


def _pairs(parts: dict[str, list[PlanRow]]) -> list[str]:
    """Each likely reply with the answers of the same place."""
    answers: dict[int, list[str]] = {}
    for row in parts.get("answers", ()):
        answers.setdefault(row.place, []).append(row.words)
    return [" → ".join([row.words, *answers.get(row.place, ())]) for row in parts.get("replies", ())]


def _laid_out(label: str, texts: list[str], most: int) -> Iterator[str]:
    """The texts below one another behind their label, each with its share of the lines."""
    for place, text in enumerate(texts):
        left = most * (place + 1) // len(texts) - most * place // len(texts)
        for number, line in enumerate(_wrapped(" ".join(text.split()), WIDTH - _LABEL, left)):
            head = label if place == number == 0 else ""
            yield f"{head:<{_LABEL}}{line}"


def _wrapped(text: str, width: int, most: int) -> list[str]:
    """The text in at most so many lines of this width; where it is longer, its last line ends in “…”."""
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if line and _width(longer) > width:
            lines.append(line)
            line = word
        else:
            line = longer
    lines.append(line)
    if len(lines) > most:
        lines[most - 1 :] = [f"{lines[most - 1]} {_MORE}"]
    return [_cut(each, width) for each in lines]


def _cut(text: str, width: int) -> str:
    """The text in this width; one that is wider ends in “…”."""
    if _width(text) <= width:
        return text
    text = text.removesuffix(_MORE)
    while _width(text) > width - 1:
        text = text[:-1]
    return text.rstrip() + _MORE


def _width(text: str) -> int:
    """How many columns the text takes in a terminal."""
    return sum(
        0 if unicodedata.combining(mark) else 2 if unicodedata.east_asian_width(mark) in "WF" else 1 for mark in text
    )
