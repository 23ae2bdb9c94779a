"""A table from a spreadsheet or another program: its bytes as text, its text as rows; what was assumed is told."""

import csv
import io
from collections.abc import Callable
from typing import NamedTuple

from coachtui.model.clean import clean_line
from coachtui.sharing.errors import SharingError
from coachtui.wording import _

DELIMITERS = {",": _("commas"), ";": _("semicolons"), "\t": _("tabs"), "|": _("bars")}
_LOOKED_AT = 200
"""How many rows are looked at to tell what stands between the cells."""


class Row(NamedTuple):
    """One row: where it stands in the file, from 1, as a spreadsheet counts; its cells, each cleaned, on one line."""

    number: int
    cells: tuple[str, ...]


class Table(NamedTuple):
    """The rows of a file that are not empty, and how it was read."""

    rows: list[Row]
    encoding: str
    delimiter: str

    @property
    def assumed(self) -> str:
        """How the file was read, in words."""
        return _("{encoding}, {delimiter} between the cells").format(
            encoding=self.encoding, delimiter=DELIMITERS[self.delimiter]
        )


def read_table(content: bytes, is_known: Callable[[str], bool]) -> Table:
    """The table in these bytes; `is_known` says whether a cell is a heading that is looked for.

    Raises SharingError, its sentence beginning behind the name of the file.
    """
    text, encoding = decode(content)
    text, said = _without_separator_line(text)
    delimiter = said or _delimiter_of(text, is_known)
    cells = _read(text, delimiter)
    first = 2 if said else 1
    rows = [Row(number, tuple(clean_line(cell).strip() for cell in row)) for number, row in enumerate(cells, first)]
    return Table([row for row in rows if any(row.cells)], encoding, delimiter)


def decode(content: bytes) -> tuple[str, str]:
    """The text in these bytes, and what was assumed about them. Raises SharingError."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _utf_16(content, "utf-16"), "UTF-16"
    if b"\0" in content:
        # Without a mark at the beginning, the empty halves of plain letters tell which half comes first.
        even, odd = content[0::2].count(0), content[1::2].count(0)
        return _utf_16(content, "utf-16-be" if even > odd else "utf-16-le"), "UTF-16"
    try:
        return content.decode("utf-8-sig"), "UTF-8"
    except UnicodeDecodeError:
        return "".join(_western(byte) for byte in content), "Windows-1252 (Latin-1)"


def _western(byte: int) -> str:
    """A byte of Windows-1252, and of Latin-1 where that has no letter."""
    try:
        return bytes((byte,)).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


def _utf_16(content: bytes, name: str) -> str:
    try:
        return content.decode(name).removeprefix("\ufeff")
    except UnicodeDecodeError:
        raise SharingError(_("is not a text file, so it can't be a table")) from None


def _without_separator_line(text: str) -> tuple[str, str]:
    """The text without the first line in which some spreadsheets name the delimiter, and what that says."""
    first, end, rest = text.partition("\n")
    said = first.strip().strip('"').casefold()
    return (rest, said[4:]) if end and said[:4] == "sep=" and said[4:] in DELIMITERS else (text, "")


def _delimiter_of(text: str, is_known: Callable[[str], bool]) -> str:
    """What stands between the cells: what makes the most headings known, then what makes rows of equal width."""
    return max(DELIMITERS, key=lambda delimiter: _fitness(_beginning(text, delimiter), is_known))


def _fitness(rows: list[list[str]], is_known: Callable[[str], bool]) -> tuple[int, int, int]:
    known = sum(is_known(cell.strip()) for cell in rows[0]) if rows else 0
    widths = [len(row) for row in rows if row]
    usual = max(set(widths), key=widths.count, default=0)
    return known, widths.count(usual) if usual > 1 else 0, usual


def _beginning(text: str, delimiter: str) -> list[list[str]]:
    rows: list[list[str]] = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            rows.append(row)
            if len(rows) == _LOOKED_AT:
                break
    except csv.Error:
        return rows
    return rows


def _read(text: str, delimiter: str) -> list[list[str]]:
    """Every row of the text. Raises SharingError for a quotation mark that is never closed."""
    strictly = _try(text, delimiter, strict=True)
    if isinstance(strictly, list):
        return strictly
    row, why = strictly
    if "unexpected end" in why:
        raise SharingError(
            _("has a quotation mark that is opened and never closed (row {row} or before)").format(row=row)
        )
    loosely = _try(text, delimiter, strict=False)
    if isinstance(loosely, list):
        return loosely
    row, why = loosely
    raise SharingError(_("can't be read as a table from row {row} on ({why})").format(row=row, why=why))


def _try(text: str, delimiter: str, *, strict: bool) -> list[list[str]] | tuple[int, str]:
    """Every row, or at which one it failed and why."""
    rows: list[list[str]] = []
    try:
        rows.extend(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=strict))
    except csv.Error as fault:
        return len(rows) + 1, str(fault)
    return rows
