"""Overlap: whether words that are to leave are the words of something private, six or more in a row."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

LENGTH = 6
Window = tuple[str, ...]
"""Six words that follow each other, without accents and in small letters."""

_WORD = re.compile(r"[^\W_]+")


def words_of(text: str) -> list[str]:
    """The words of a text as they are compared: no accents, no capitals, no marks between them."""
    if not text.isascii():
        text = "".join(mark for mark in unicodedata.normalize("NFKD", text) if not unicodedata.combining(mark))
    return _WORD.findall(text.casefold())


def windows_of(text: str) -> Iterator[Window]:
    """Every six words of a text that follow each other."""
    words = words_of(text)
    return (tuple(words[start : start + LENGTH]) for start in range(len(words) - LENGTH + 1))


def shared(wanted: frozenset[Window], private: Iterable[str]) -> frozenset[Window]:
    """Which of these windows are in any of the private texts."""
    if not wanted:
        return frozenset()
    return frozenset(window for text in private for window in windows_of(text) if window in wanted)


def spanning(texts: list[str]) -> dict[Window, frozenset[int]]:
    """Every window of the texts read as one, and the places of the texts that have a part in it."""
    words = [(word, place) for place, text in enumerate(texts) for word in words_of(text)]
    found: dict[Window, frozenset[int]] = {}
    for start in range(len(words) - LENGTH + 1):
        part = words[start : start + LENGTH]
        window = tuple(word for word, _ in part)
        found[window] = found.get(window, frozenset()) | {place for _, place in part}
    return found
