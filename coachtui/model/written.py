"""What people write into a record by hand, with whatever editor they have: when two texts are the same, and both in one."""

import re
from collections.abc import Iterable
from unicodedata import normalize

_ALIKE = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "\u00a0": " ", "–": "-", "—": "-", "…": "."})
_BULLET = re.compile(r"^(\s*)[*+•]\s+", re.MULTILINE)
_BLANKS = re.compile(r"[ \t]+")
_LIST_MARK = re.compile(r"^\s*(?:[-*+•–—]|\[[ xX]?\]|\d{1,3}[.)])\s+")


def tidy(text: str) -> str:
    """The text without blanks at the ends of its lines and without empty lines around it; nothing else is changed."""
    return "\n".join(line.rstrip() for line in text.split("\n")).strip("\n")


def normal(text: str) -> str:
    """The text as it is compared: editors bend quotes, strip blanks, change bullets and double empty lines."""
    plain = _BULLET.sub(r"\1- ", normalize("NFC", text).translate(_ALIKE)).replace("...", ".")
    return "\n".join(row for line in plain.split("\n") if (row := _BLANKS.sub(" ", line).strip()))


def is_among(text: str, known: Iterable[str]) -> bool:
    """Whether the text is one of those that are known, as people compare them."""
    wanted = normal(text)
    return any(normal(each) == wanted for each in known)


def both(one: str, other: str) -> str:
    """Both texts in one, the first one first; a text that is in the other is not said twice."""
    if normal(other) in normal(one):
        return one
    return other if normal(one) in normal(other) else f"{one}\n\n{other}"


def items_of(text: str) -> list[str]:
    """The rows of a text as things to talk about, without the marks of a list."""
    return [item for line in text.split("\n") if (item := _LIST_MARK.sub("", line).strip())]
