"""Answers that are typed as a word: read in English and in the language of the person, and told in that one.

A question offers `told(words)`, and `meant` gives the English word back, which is what the code compares.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import TypeVar

from coachtui.wording import _m, _t

YES, NO = _m("yes"), _m("no")
YES_NO = (YES, NO)
NONE = (_m("none"), _m("nothing"))
"""What says that there is nothing to be said."""
DISCARD, LEAVE, REST, STOP = _m("discard"), _m("leave"), _m("rest"), _m("stop")
Word = TypeVar("Word", bound=str)


def told(words: Iterable[str]) -> tuple[str, ...]:
    """The words as they are offered."""
    return tuple(map(_t, words))


def meant(typed: str, words: Sequence[Word]) -> Word | None:
    """Which of the words was typed, or begun: whole words go before begun ones, the person's language before English.

    None where none fits, or more than one.
    """
    said = _plain(typed)
    own, english = [_plain(_t(word)) for word in words], [_plain(word) for word in words]
    for names in (own, english):
        if said in names:
            return words[names.index(said)]
    for names in (own, english):
        fits = [word for word, name in zip(words, names, strict=True) if said and _begins(said, name)]
        if fits:
            return fits[0] if len(fits) == 1 else None
    return None


def is_word(typed: str, *words: str) -> bool:
    """Whether one of these words was typed, whole."""
    return _plain(typed) in {_plain(each) for word in words for each in (word, _t(word))}


def is_yes(typed: str) -> bool:
    """Whether this says yes: "yes", "y", "yep" in English, "sí" or "s" where that is the word."""
    first = next(iter(re.findall(r"\w+", _plain(typed))), "")
    return first.startswith("y") or (bool(first) and _plain(_t(YES)).startswith(first))


def _begins(said: str, name: str) -> bool:
    """Whether the name was begun, or was said with more behind it, as in "stop it"."""
    return name.startswith(said) or said.startswith(f"{name} ")


def _plain(words: str) -> str:
    """Small letters without accents, as they are typed in haste."""
    parts = unicodedata.normalize("NFD", " ".join(words.casefold().split()))
    return "".join(each for each in parts if not unicodedata.combining(each))
