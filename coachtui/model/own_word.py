"""A word of the person's own that the speller knows from then on."""

from typing import NamedTuple


class OwnWord(NamedTuple):
    """One word, as it was written when it was taken in."""

    id: str
    word: str
