"""Advice that a person has put aside for one place: it is not given there again."""

from typing import NamedTuple


class NotHere(NamedTuple):
    """`about` is the id of what the advice was on, `rule` names what spoke, `words` the words it spoke of, if any."""

    id: str
    about: str
    rule: str
    words: str = ""
