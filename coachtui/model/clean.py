"""Cleaning: what every text goes through once, where it enters."""

import re
from itertools import groupby
from unicodedata import category, combining, normalize

_BIDI_CONTROLS = {
    "\u202a": "⟨LRE⟩",
    "\u202b": "⟨RLE⟩",
    "\u202c": "⟨PDF⟩",
    "\u202d": "⟨LRO⟩",
    "\u202e": "⟨RLO⟩",
    "\u2066": "⟨LRI⟩",
    "\u2067": "⟨RLI⟩",
    "\u2068": "⟨FSI⟩",
    "\u2069": "⟨PDI⟩",
    "\u200e": "⟨LRM⟩",
    "\u200f": "⟨RLM⟩",
    "\u061c": "⟨ALM⟩",
}
# Vertical tab, form feed and NEL end a line: dropping them would glue two words together.
_LINE_ENDS = {"\r": "\n", "\v": "\n", "\f": "\n", "\x85": "\n"}
_DROPPED = {code: "" for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\n\t"}
_REPLACED = _DROPPED | str.maketrans(_BIDI_CONTROLS) | str.maketrans(_LINE_ENDS)
_NEW_LINES = re.compile("[\n\u2028\u2029]+")
_HARMLESS_RUN = 64


def clean(text: str) -> str:
    """The text as it may be stored: valid UTF-8, NFC, no control characters but newline and tab.

    Line ends become newlines, lone surrogates U+FFFD, and the twelve bidi controls visible, as in ⟨RLO⟩.
    """
    if not text.isprintable():
        text = _without_surrogates(text).replace("\r\n", "\n").translate(_REPLACED)
    # Normalizing comes last: a control character may have stood between a letter and its accent.
    return text if text.isascii() else _normalized(text)


def clean_line(text: str) -> str:
    """The text cleaned, on one line: line ends that stand together become a single space."""
    return _NEW_LINES.sub(" ", clean(text))


def clean_lines(text: str) -> list[str]:
    """The text cleaned and taken apart at its line ends; blank lines are left out."""
    return [line for line in _NEW_LINES.split(clean(text)) if line and not line.isspace()]


def _without_surrogates(text: str) -> str:
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def _normalized(text: str) -> str:
    """The text in NFC, in a time that grows with its length alone.

    The interpreter orders the marks over one letter in quadratic time, and a paste may hold 100,000 of them.
    Looking at every 64th character finds each run of marks that is long enough to matter.
    """
    if any(category(character).startswith("M") for character in text[::_HARMLESS_RUN]):
        text = _with_marks_in_order(text)
    return normalize("NFC", text)


def _with_marks_in_order(text: str) -> str:
    """The text with letters and marks apart and the marks in canonical order, as NFD has it."""
    apart = "".join(normalize("NFD", character) for character in text)
    runs = groupby(apart, key=lambda character: combining(character) > 0)
    return "".join("".join(sorted(run, key=combining) if marks else run) for marks, run in runs)
