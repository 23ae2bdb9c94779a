"""ASCII in the place of every other character, for terminals and locales that can't show those; cell for cell.

Nothing but the standard library is imported: the first picture needs this.
"""

import os
import sys
from collections.abc import Mapping

_TERMINALS = ("dumb", "linux", "vt")
_COERCED = ("C.UTF-8", "C.utf8", "UTF-8")

_LETTERS = str.maketrans({
    "─": "-", "━": "=", "┄": ".", "│": "|", "┃": "|", "▌": "|", "▐": "|", "▎": "|", "▊": "|", "░": "x", "█": "#",
    "▁": ".", "▂": ".", "▃": ":", "▄": ":", "▅": "+", "▆": "#", "▇": "#", "▔": "-", "▕": "|", "▏": "|",
    "▲": "^", "▼": "v", "▶": ">", "◀": "<", "▸": ">", "▾": "v", "›": ">", "‹": "<", "→": ">", "←": "<", "↑": "^", "↓": "v",
    "»": ">", "«": "<", "⟨": "<", "⟩": ">", "…": "~", "·": "-", "•": "*", "★": "*", "☆": "*", "✓": "x", "×": "x", "′": "'",
    "–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-", "‒": "-", "“": '"', "”": '"', "„": '"', "‟": '"', "‘": "'", "’": "'",
    "‚": ",", "\xa0": " ", "\u2007": " ", "\u2009": " ", "\u202f": " ", "¿": "?", "¡": "!", "ß": "s", "æ": "a", "œ": "o",
    "ø": "o", "đ": "d", "ð": "d", "þ": "p", "ł": "l", "ı": "i", "Æ": "A", "Œ": "O", "Ø": "O", "Đ": "D", "Ð": "D", "Þ": "P",
    "Ł": "L", "£": "L", "€": "E", "§": "S", "°": "o",
})  # fmt: skip
"""What stands for a sign, or for a letter that is no plain one with an accent."""


def wants_ascii(environment: Mapping[str, str], *, is_coerced: bool) -> bool:
    """Whether a terminal with this environment shows nothing but ASCII.

    Python tells itself that a C locale is one of UTF-8, and says so in LC_CTYPE: where it did (`is_coerced`), that is no
    word of the person's. Where nothing at all is said, as by many launchers, the terminal is taken for one of today's.
    """
    terminal = environment.get("TERM", "")
    if terminal == "dumb" or terminal.startswith(_TERMINALS):
        return True
    of_letters = environment.get("LC_CTYPE", "")
    said = environment.get("LC_ALL") or ("" if is_coerced and of_letters in _COERCED else of_letters)
    said = said or environment.get("LANG", "")
    if said in ("C", "POSIX"):
        return True
    return "." in said and "utf8" not in said.lower().replace("-", "")


def is_ascii_here() -> bool:
    """Whether this terminal shows nothing but ASCII."""
    return wants_ascii(os.environ, is_coerced=bool(sys.flags.utf8_mode))


def as_ascii(text: str) -> str:
    """The text in as many cells, in ASCII alone; what has no likeness there is a question mark."""
    if text.isascii():
        return text
    text = text.replace("…  ", "...").translate(_LETTERS)
    return text if text.isascii() else "".join(map(_likeness, text))


def _likeness(character: str) -> str:
    """A character in ASCII, as wide as it is; nothing for one that only changes the one before it."""
    if character.isascii():
        return character
    import unicodedata  # late: the first picture seldom holds such a character

    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return ""
    plain = unicodedata.normalize("NFKD", character)[0]
    found = plain if plain.isascii() and plain.isprintable() else "?"
    if unicodedata.east_asian_width(character) not in "WF":
        return found
    return "??" if found == "?" else f"{found} "
