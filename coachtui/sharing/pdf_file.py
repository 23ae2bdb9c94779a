"""What is written out as a PDF: laid out from words that are data, page numbers, no author, and no box for any letter."""

import json
import re
from pathlib import Path
from typing import Final

from coachtui.sharing.errors import SharingError
from coachtui.sharing.written_out import Written
from coachtui.wording import _

_PAGE = Path(__file__).parents[1] / "content" / "page.typ"
_ARCHIVE: Final = "a-2u"
"""A standard of PDF for keeping: every letter is drawn, and can be read out again."""
_NOT_DRAWN = re.compile(r'the text `"(.*?)"` could not be displayed')
_CODE = re.compile(r"\\u\{([0-9a-f]{1,6})\}")
_MOST_NAMED = 12
_MARK_OF_ORDER, _JOINER = "\ufeff", "\u2060"
"""What a pasted text may begin with, and no PDF for keeping may hold; and what has taken its place: neither is seen."""


def as_pdf(written: Written) -> bytes:
    """The words as a PDF. Raises SharingError where a letter is in no font of this computer; no box is ever drawn."""
    import typst

    fonts = typst.Fonts()
    try:
        made = typst.compile(
            _PAGE.read_bytes(), format="pdf", sys_inputs={"written": _as_data(written)}, font_paths=fonts,
            pdf_standards=_ARCHIVE,
        )  # fmt: skip
    except typst.TypstError as fault:
        raise SharingError(_sentence(fault.diagnostic)) from None
    if not isinstance(made, bytes):
        raise SharingError(_("The PDF could not be made, so nothing was written. A Word file (docx) can be."))
    return made


def _as_data(written: Written) -> str:
    blocks = [
        {"kind": block.kind, "from-right": block.is_from_right, "runs": [[*run] for run in block.runs]}
        for block in written.blocks
    ]
    day = [written.day.year, written.day.month, written.day.day]
    from_right = written.is_from_right
    data = json.dumps(
        {"title": written.title, "day": day, "from-right": from_right, "blocks": blocks}, ensure_ascii=False
    )
    return data.replace(_MARK_OF_ORDER, _JOINER)


def _sentence(diagnostic: str) -> str:
    """Which letters could not be drawn, and what to do."""
    found = [_letters(each) for each in _NOT_DRAWN.findall(diagnostic)]
    missing = list(dict.fromkeys(letter for each in found for letter in each if not letter.isspace()))
    if not missing:
        return _("The PDF could not be laid out, so nothing was written. A Word file (docx) can be.")
    named = " ".join(_named(letter) for letter in missing[:_MOST_NAMED])
    more = _(" and others") if len(missing) > _MOST_NAMED else ""
    return _(
        "No font on this computer has {named}{more}, so no PDF was written. "
        "A Word file (docx) can be: the computer that opens it may have the font."
    ).format(named=named, more=more)


def _letters(shown: str) -> str:
    """What stands in a report, in which unusual letters are codes."""
    return _CODE.sub(lambda found: chr(int(found[1], 16)), shown)


def _named(letter: str) -> str:
    return letter if letter.isprintable() else f"U+{ord(letter):04X}"
