"""Which words of a text are the ones that were looked for: accents and large letters aside, the last one by its beginning."""

import re
import unicodedata
from collections.abc import Iterator

from coachtui.model.clean import clean

_WORD = re.compile(r"[^\W_]+")
_APART = 8
"""The characters that stand before the first word found, where a text is cut."""


def terms_of(words: str) -> list[str]:
    """The words that are looked for, as they are compared."""
    return [folded(term) for term in _WORD.findall(clean(words))]


def folded(text: str) -> str:
    """A text without accents and large letters."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in apart if not unicodedata.combining(letter)).casefold()


def spans_in(text: str, terms: list[str]) -> Iterator[tuple[int, int]]:
    """Where the words that are looked for stand in the text: from, to."""
    if not terms:
        return
    whole, beginning = frozenset(terms), terms[-1]
    for found in _WORD.finditer(text):
        word = folded(found[0])
        if word in whole or (len(beginning) > 1 and word.startswith(beginning)):
            yield found.span()


def telling_line(text: str, terms: list[str]) -> str:
    """The line of a text that holds the most of the words; the first of those, and the first of all where none does."""
    lines = [line for line in text.split("\n") if line.strip()] or [""]
    return max(lines, key=lambda line: len({folded(line[start:end]) for start, end in spans_in(line, terms)}))


def from_first(text: str, terms: list[str], room: int) -> str:
    """The text, from shortly before the first word found on where that would lie behind `room` characters."""
    first = next((span for span in spans_in(text, terms)), (0, 0))
    if first[1] <= room:
        return text
    start = text.rfind(" ", 0, max(1, first[0] - _APART)) + 1 or max(0, first[0] - _APART)
    return "…" + text[start:]
