"""Where in a notice our own sentences are: only there is a key told as it is now. What a person wrote stays as it is."""

import re
from collections.abc import Callable
from functools import cache

from coachtui.catalog_words import all_sentences
from coachtui.tui.commands import KEY_IN_WORDS

_FIELD = re.compile(r"\{\w*\}")


def in_own_sentences(words: str, reword: Callable[[str], str]) -> str:
    """The words with each part reworded that stands so in a sentence of ours that names a key."""
    if re.search(KEY_IN_WORDS, words) is None:
        return words
    ours = _parts_with_keys()
    return reword(words) if ours is None else ours.sub(lambda found: reword(found[0]), words)


@cache
def _parts_with_keys() -> re.Pattern[str] | None:
    """What stands between the fields of our sentences and names a key, the longest first; None without the list of them."""
    parts = {part for sentence in all_sentences() for part in _FIELD.split(sentence) if re.search(KEY_IN_WORDS, part)}
    longest_first = sorted(
        (part for part in parts if not re.fullmatch(KEY_IN_WORDS, part.strip())), key=len, reverse=True
    )
    return re.compile("|".join(map(re.escape, longest_first))) if longest_first else None
