"""How words that people typed come to the screen: as data, never as markup, never as control codes."""

from textual.content import Content

from coachtui.model.clean import clean, clean_line

_TAB = 4
_LINE_ENDS = str.maketrans("\u2028\u2029", "\n\n")
"""Ends of lines that text may hold; a terminal must not be asked what they are."""


def editable(text: str) -> str:
    """The text as it is put where it can be changed: without anything that a terminal would act on; newlines and tabs stay."""
    return text if text.isprintable() else clean(text).translate(_LINE_ENDS)


def printable(text: str) -> str:
    """The text without anything that a terminal would act on; newlines stay."""
    return editable(text).expandtabs(_TAB)


def printable_line(text: str) -> str:
    """The text as one line without anything that a terminal would act on."""
    return text if text.isprintable() else clean_line(text).expandtabs(_TAB)


def plain(text: str) -> Content:
    """The one way to show a person's words: `[SEND]` shows as `[SEND]`."""
    return Content(printable(text))
