"""Hints: a word in a line of evidence that may judge, guess or generalise. Advice, never a lock.

The word list ships as a file; a school may change it (lexicons/en.toml says how).
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from coachtui.model.grammar import Reading
from coachtui.model.line import Kind

_QUOTED = re.compile(r'"[^"]*"?|“[^”]*”?|«[^»]*»?')
_WORD_END = r"(?![\w-])"


@dataclass(frozen=True, slots=True)
class Hint:
    """A word, and what to ask oneself about it."""

    word: str
    advice: str


class Lexicon:
    """The words that are looked for, each with its advice."""

    def __init__(self, advice: Mapping[str, str]) -> None:
        """`advice` by word or words, in small letters."""
        self._advice = dict(advice)
        longest_first = sorted(self._advice, key=len, reverse=True)
        words = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first)
        self._find = re.compile(rf"(?<![\w-])(?:{words}){_WORD_END}", re.IGNORECASE) if words else None

    def hint(self, reading: Reading, told: Collection[str]) -> Hint | None:
        """The first word worth a hint that was not `told` yet; only evidence is looked at, never what is quoted."""
        if reading.kind is not Kind.EVIDENCE or self._find is None:
            return None
        for found in self._find.finditer(_unquoted(reading.text)):
            word = " ".join(found[0].lower().split())
            if word not in told:
                return Hint(word, self._advice[word])
        return None


def _unquoted(text: str) -> str:
    """The text with what stands in quotation marks blanked out; an open quotation reaches to the end."""
    return _QUOTED.sub(lambda quoted: " " * len(quoted[0]), text)


def read_lexicon(found: Mapping[str, Any]) -> Lexicon:
    """The lexicon that a parsed file describes; what is not words is passed over."""
    advice: dict[str, str] = {}
    groups = found.get("group")
    for group in groups if isinstance(groups, list) else []:
        if isinstance(group, dict) and isinstance(group.get("hint"), str) and isinstance(group.get("words"), list):
            words = (word for word in group["words"] if isinstance(word, str) and word.strip())
            advice.update((" ".join(word.lower().split()), group["hint"]) for word in words)
    return Lexicon(advice)
