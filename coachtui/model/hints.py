"""Hints: a word in a line of evidence that may judge, guess or generalise. Advice, never a lock.

The word list ships as a file; a school may change it (lexicons/en.toml says how).
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from coachtui.model.clean import clean_line
from coachtui.model.grammar import Reading
from coachtui.model.line import Kind

# A single mark opens only where a word may begin and closes only where one may end: the others are apostrophes.
_QUOTED = re.compile(r""""[^"]*"?|“[^”]*”?|„[^“”]*[“”]?|«[^»]*»?|(?:(?<!\w)'(?=\S)|‘).*?(?:['’](?!\w)|$)""", re.DOTALL)
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
        self._words = sorted(self._advice, key=len, reverse=True)
        words = "|".join(f"({re.escape(word)})".replace(r"\ ", r"\s+") for word in self._words)
        self._find = re.compile(rf"(?<![\w-])(?:{words}){_WORD_END}", re.IGNORECASE) if words else None

    def hint(self, reading: Reading, told: Collection[str]) -> Hint | None:
        """The first word worth a hint that was not `told` yet; only evidence is looked at, never what is quoted."""
        return self.hint_in(reading.text, told) if reading.kind is Kind.EVIDENCE else None

    def hint_in(self, text: str, told: Collection[str] = ()) -> Hint | None:
        """The first word of these words that is worth a hint and was not `told` yet; what is quoted is passed over."""
        if self._find is None:
            return None
        for found in self._find.finditer(unquoted(text)):
            # Told by its place in the pattern: a long ſ is found as an s, but no small letters make it one.
            word = self._words[(found.lastindex or 1) - 1]
            if word not in told:
                return Hint(word, self._advice[word])
        return None

    def hints_in(self, text: str) -> Iterator[tuple[Hint, int]]:
        """Every word worth a hint in a text, each with where it begins."""
        for found in self._find.finditer(text) if self._find else ():
            word = self._words[(found.lastindex or 1) - 1]
            yield Hint(word, self._advice[word]), found.start()


def unquoted(text: str) -> str:
    """The text with what stands in quotation marks crossed out; an open quotation reaches to the end."""
    return _QUOTED.sub(lambda quoted: '"' * len(quoted[0]), text)


def read_lexicon(found: Mapping[str, Any]) -> Lexicon:
    """The lexicon that a parsed file describes; what is not words is passed over."""
    advice: dict[str, str] = {}
    groups = found.get("group")
    for group in groups if isinstance(groups, list) else []:
        if isinstance(group, dict) and isinstance(group.get("hint"), str) and isinstance(group.get("words"), list):
            words = (clean_line(word) for word in group["words"] if isinstance(word, str) and word.strip())
            advice.update((" ".join(word.lower().split()), clean_line(group["hint"])) for word in words)
    return Lexicon(advice)
