"""Words that are near to a misspelt one: a letter more, less, other, or two in each other's place; or two words run together."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from string import ascii_lowercase

_OWN = 10**9
"""How common a person's own words are taken to be: they come first."""
_LONGEST = 24
_COMMON = 50
"""A word that is rarer than this is not what is meant two letters away."""
_COMMON_PAIR = 50_000
"""Two words that are both more common than this may have been run together."""


def near_words(word: str, counts: Mapping[str, int], own: Iterable[str]) -> list[str]:
    """The known words that are one change from this one, the most common first; without any, those that are two changes away.

    Never slow: what is far from every word, or very long, is compared with nothing.
    """
    if not 1 < len(word) <= _LONGEST:
        return []
    mine = set(own)
    found = {each: _OWN if each in mine else counts[each] for each in _changed(word) if each in counts or each in mine}
    for place in range(1, len(word)):
        pair = (word[:place], word[place:])
        common = min(counts.get(half, 0) if len(half) > 1 or half in "ai" else 0 for half in pair)
        if common > _COMMON_PAIR:
            found[" ".join(pair)] = common
    found.pop(word, None)
    if not found:
        sized = _by_beginning(_Same(counts))
        rows = ((size, sized.get((word[0], size), ())) for size in range(len(word) - 2, len(word) + 3))
        found = {each: counts[each] for _, row in rows for each in row if _distance(word, each) <= 2}
        found |= {each: _OWN for each in mine if abs(len(each) - len(word)) <= 2 and _distance(word, each) <= 2}
    return sorted(found, key=lambda each: -found[each])


def _changed(word: str) -> set[str]:
    """Every word that is one change away."""
    halves = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    letters = ascii_lowercase + "'"
    return {
        *(left + right[1:] for left, right in halves if right),
        *(left + right[1] + right[0] + right[2:] for left, right in halves if len(right) > 1),
        *(left + letter + right[1:] for left, right in halves if right for letter in letters),
        *(left + letter + right for left, right in halves for letter in letters),
    }


class _Same:
    """A word list, known by which it is and not by what is in it."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        self.counts = counts

    def __hash__(self) -> int:
        return id(self.counts)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.counts is other.counts


@lru_cache(1)
def _by_beginning(words: _Same) -> dict[tuple[str, int], list[str]]:
    """The words that are not rare by their first letter and their length."""
    sized: dict[tuple[str, int], list[str]] = {}
    for word, count in words.counts.items():
        if count >= _COMMON:
            sized.setdefault((word[0], len(word)), []).append(word)
    return sized


def _distance(one: str, other: str) -> int:
    """How many letters are to be put in, taken out, changed, or swapped with the next, to make one word the other."""
    before, row = [0] * (len(other) + 1), list(range(len(other) + 1))
    for place, letter in enumerate(one, 1):
        last, before, row = before, row, [place]
        for there, theirs in enumerate(other, 1):
            least = min(before[there] + 1, row[-1] + 1, before[there - 1] + (letter != theirs))
            if place > 1 and there > 1 and letter == other[there - 2] and one[place - 2] == theirs:
                least = min(least, last[there - 2] + 1)
            row.append(least)
    return row[-1]
