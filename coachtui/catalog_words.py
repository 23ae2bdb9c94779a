"""Every sentence of the program as a person reads it: the list is the one that ships for translators."""

from pathlib import Path
from struct import error as CutOff  # noqa: N812
from struct import unpack_from

from coachtui.language import LANGUAGES, catalog_of
from coachtui.wording import ENGLISH, spoken

_LITTLE = b"\xde\x12\x04\x95"
_COUNT_AT, _ENGLISH_AT, _OTHER_AT = 8, 12, 16


def all_sentences() -> list[str]:
    """The sentences in the language that is spoken, those for one and for several apart; none where the list is not there."""
    language = spoken()
    listed = next(each for each in LANGUAGES if each != ENGLISH) if language == ENGLISH else language
    try:
        content = Path(catalog_of(listed)).read_bytes()
        found = _texts(content, _ENGLISH_AT if language == ENGLISH else _OTHER_AT)
    except (OSError, CutOff, UnicodeDecodeError):
        return []
    return [form for text in found for form in text.split("\0") if form]


def _texts(content: bytes, side: int) -> list[str]:
    """The texts of one side of a catalog, each without the context that stands before it."""
    order = "<" if content.startswith(_LITTLE) else ">"
    count, start = (unpack_from(f"{order}I", content, at)[0] for at in (_COUNT_AT, side))
    places = (unpack_from(f"{order}2I", content, start + 8 * place) for place in range(count))
    return [content[at : at + length].decode().rpartition("\x04")[2] for length, at in places]
