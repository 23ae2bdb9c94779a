"""How words that people typed come to the screen: as data, never as markup, never as control codes."""

from textual.content import Content

from coachtui.model.clean import clean, clean_line

_TAB = 4


def printable(text: str) -> str:
    """The text without anything that a terminal would act on; newlines stay."""
    return text if text.isprintable() else clean(text).expandtabs(_TAB)


def printable_line(text: str) -> str:
    """The text as one line without anything that a terminal would act on."""
    return text if text.isprintable() else clean_line(text).expandtabs(_TAB)


def plain(text: str) -> Content:
    """The one way to show a person's words: `[SEND]` shows as `[SEND]`."""
    return Content(printable(text))
