"""Overlap: whether words that are to leave are the words of something private, six or more in a row."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

LENGTH = 6
Window = tuple[str, ...]
"""Six words that follow each other, without accents and in small letters."""

_WORD = re.compile(r"[^\W_]+")
_CHUNK = re.compile(r"\S+")


def words_of(text: str) -> list[str]:
    """The words of a text as they are compared: no accents, no capitals, no marks between them."""
    if not text.isascii():
        text = "".join(mark for mark in unicodedata.normalize("NFKD", text) if not unicodedata.combining(mark))
    return _WORD.findall(text.casefold())


def placed_words(text: str) -> Iterator[tuple[str, int, int]]:
    """The same words, each with where it begins and ends in the text."""
    for chunk in _CHUNK.finditer(text):
        if chunk[0].isascii():
            for word in _WORD.finditer(chunk[0].casefold()):
                yield word[0], chunk.start() + word.start(), chunk.start() + word.end()
        else:
            yield from _placed(chunk[0], chunk.start())


def _placed(chunk: str, start: int) -> Iterator[tuple[str, int, int]]:
    """The words of a piece of text in which a character may be compared as several, or as none."""
    marks = [(mark, place) for place, letter in enumerate(chunk) for mark in _plain(letter)]
    for word in _WORD.finditer("".join(mark for mark, _ in marks)):
        yield word[0], start + marks[word.start()][1], start + marks[word.end() - 1][1] + 1


def _plain(letter: str) -> str:
    return "".join(mark for mark in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(mark)).casefold()


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
