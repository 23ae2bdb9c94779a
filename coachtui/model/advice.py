"""Advice: what a check says. It never locks anything."""

import re
from typing import NamedTuple


class Advice(NamedTuple):
    """A short sentence, and why it is worth a thought.

    Where it can be put aside, `rule` names what spoke, and `about` is what it spoke of, if that is words.
    """

    words: str
    why: str
    rule: str = ""
    about: str = ""


_NUMBER = re.compile(
    r"\d|%|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|third|quarter|twice|once|all|none"
    r"|every|each|zero)\b",
    re.IGNORECASE,
)
_LEVEL = re.compile(r"\b(?:level|starting|solid|carries|approaching|effective|distinguished)\b", re.IGNORECASE)


def has_number(words: str) -> bool:
    """Whether a number is among the words, in figures or spelled out."""
    return _NUMBER.search(words) is not None


def names_level(words: str) -> bool:
    """Whether the words name a level of a rubric."""
    return _LEVEL.search(words) is not None
