"""The sentences of the program in the language of the person; in English each stands in the code as it is read.

`_` is for a sentence, `_n` for what is counted, `_c` for an English word that has two meanings. A word that is kept in the
notebook stays in English there: `_m` marks it where it is defined, `_t` tells it where it is shown.
`coachtui.language` chooses the language before anything else is imported.
"""

from typing import NamedTuple, Protocol

ENGLISH = "en"


class Catalog(Protocol):
    """The sentences in one other language."""

    def gettext(self, message: str, /) -> str:
        """A sentence in that language."""

    def ngettext(self, one: str, many: str, count: int, /) -> str:
        """A sentence about so many."""

    def pgettext(self, context: str, message: str, /) -> str:
        """A word in the meaning that the context gives it."""


class _Spoken:
    """The language of this process, and its catalog; English needs none."""

    __slots__ = ("catalog", "language")

    def __init__(self) -> None:
        self.language = ENGLISH
        self.catalog: Catalog | None = None


_SPOKEN = _Spoken()


def speak(language: str, catalog: Catalog | None) -> None:
    """Take up a language: once, at the start of the process. None is English."""
    _SPOKEN.language, _SPOKEN.catalog = language, catalog


def spoken() -> str:
    """The language of this process, as "es"."""
    return _SPOKEN.language


def _(text: str) -> str:
    """A sentence in the language of the person."""
    catalog = _SPOKEN.catalog
    return text if catalog is None else catalog.gettext(text)


def _n(one: str, many: str, count: int) -> str:
    """What is said of so many, its `{n}` still to be filled in."""
    catalog = _SPOKEN.catalog
    if catalog is None:
        return one if count == 1 else many
    return catalog.ngettext(one, many, count)


def _c(context: str, text: str) -> str:
    """A word that means more than one thing in English, in this meaning."""
    catalog = _SPOKEN.catalog
    return text if catalog is None else catalog.pgettext(context, text)


def _m(word: str) -> str:
    """The word as it is: it is kept in the notebook or compared, and told with `_t`."""
    return word


def _t(word: str) -> str:
    """A word that is kept in English, as a person reads it."""
    catalog = _SPOKEN.catalog
    return word if catalog is None or not word else catalog.gettext(word)


def counted(count: int, one: str, many: str) -> str:
    """So many of something, by a sentence for one and one for many, in both of which `{n}` is the number."""
    return _n(one, many, count).format(n=f"{count:,}")


class Noun(NamedTuple):
    """What one and several of something are called, each with its number as `{n}`: for tables of what is counted."""

    one: str
    many: str

    def of(self, count: int) -> str:
        """So many of it."""
        return counted(count, self.one, self.many)
