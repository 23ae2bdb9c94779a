"""ASCII in the place of every other character, for terminals and locales that can't show those; cell for cell.

Nothing but the standard library is imported: the first picture needs this.
"""

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
