"""A roster: who leads and who is in which team, from a table that a school has anyway."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from coachtui.model.grammar import is_handle
from coachtui.model.listed import Listed, Unsound
from coachtui.model.people import is_role_of_a_lead
from coachtui.sharing.errors import SharingError
from coachtui.sharing.incoming import see_that_it_is_not_too_large
from coachtui.sharing.roster_columns import NO, YES, Columns, columns_of, is_heading
from coachtui.sharing.table import COLUMNS
from coachtui.sharing.table_reading import Row, Table, read_table
from coachtui.wording import _

_ENDINGS = (".csv", ".tsv", ".tab")
_LONGEST = 200
LARGEST = 5 * 1024 * 1024  # bytes
_TOO_LARGE = _("{name} is larger than {n} MB, too large for a roster. Nothing was added.")
_MOST_ROWS, _MOST_CELLS = 5_000, 200
_SUFFIXES = frozenset(("jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "phd", "ph.d.", "edd", "ed.d."))


class Roster(NamedTuple):
    """The people in a roster; `passed_over` are the rows of those who neither lead nor are in a team."""

    listed: list[Listed]
    columns: Columns
    passed_over: list[int]
    read_as: str
    turned_round: bool = False


def is_roster(content: bytes, name: str) -> bool:
    """Whether this is to be read as a roster: a table by the name of its file, or by a heading of names."""
    if name.casefold().endswith(_ENDINGS):
        return True
    if content.lstrip()[:1] in (b"", b"{", b"[") or content.lstrip().startswith(b"WEBVTT"):
        return False
    try:
        table = read_table(content[:65536], is_heading)
    except SharingError:
        return False
    return bool(table.rows) and sum(map(is_heading, table.rows[0].cells)) > 1


def read_roster(content: bytes, name: str) -> Roster:
    """The people in a roster; `name` is what the sentences call the file. Raises SharingError, or Unsound."""
    see_that_it_is_not_too_large(len(content), name, LARGEST, _TOO_LARGE)
    try:
        table = read_table(content, is_heading)
        _see_that_it_is_a_list_of_people(table)
    except SharingError as fault:
        raise SharingError(_("{name} {fault}. Nothing was added.").format(name=name, fault=fault)) from None
    if not table.rows:
        raise SharingError(_("{name} is empty. Nothing was added.").format(name=name))
    headings = [cell.casefold() for cell in table.rows[0].cells]
    if headings == list(COLUMNS):
        raise SharingError(
            _(
                "{name} is a table of lines that coachtui wrote, made for spreadsheets. To take an observation in, export it "
                "with --to json. Nothing was added."
            ).format(name=name)
        )
    columns = columns_of([row.cells for row in table.rows])
    if not columns.names_people:
        raise SharingError(
            _(
                "{name} has no column of names that could be found. Write 'name' above it (or 'first name' and "
                "'last name'), and 'role', 'team', 'lead' above others. Nothing was added."
            ).format(name=name)
        )
    return _understand(table, columns)


def _see_that_it_is_a_list_of_people(table: Table) -> None:
    """Raise SharingError for what is longer or wider than the list of any school's staff, as the end of a sentence."""
    if len(table.rows) > _MOST_ROWS:
        raise SharingError(
            _("has more than {most_rows} rows, more than the staff of any school").format(most_rows=f"{_MOST_ROWS:,}")
        )
    wide = next((row.number for row in table.rows if len(row.cells) > _MOST_CELLS), None)
    if wide is not None:
        raise SharingError(
            _("has more than {most_cells} cells in row {wide}, so it can't be a roster").format(
                most_cells=_MOST_CELLS, wide=wide
            )
        )


def _understand(table: Table, columns: Columns) -> Roster:
    rows = table.rows[1:] if columns.has_headings else table.rows
    width = len(table.rows[0].cells)
    round_ = columns.name is not None and _are_last_name_first([_cell(row, columns.name) for row in rows])
    complaints = [
        _("row {number}: {why}").format(number=row.number, why=why)
        for row in rows
        for why in _complaints(row, columns, width, round_)
    ]
    if complaints:
        raise Unsound(complaints)
    listed = [_listed(row, columns, round_) for row in rows]
    kept = [each for each in listed if each.leads or each.teams]
    return Roster(kept, columns, [each.row for each in listed if not (each.leads or each.teams)], table.assumed, round_)


def _complaints(row: Row, columns: Columns, width: int, round_: bool) -> Iterator[str]:
    """What keeps one row from being taken in."""
    if columns.has_headings and any(row.cells[width:]):
        yield _("{n} cells where there are {width} headings").format(n=len(row.cells), width=width)
        return
    name, handle = _name(row, columns, round_), _cell(row, columns.handle)
    if not name:
        yield _("no name")
    elif not any(each.isalpha() for each in name):
        yield _("'{name}' is no name").format(name=name[:40])
    elif max(map(len, row.cells)) > _LONGEST:
        yield _("a cell has more than {longest} characters").format(longest=_LONGEST)
    if handle and not is_handle(handle):
        yield _("the handle '{handle}' can't be typed before a colon; take one short word").format(handle=handle[:40])


def _listed(row: Row, columns: Columns, round_: bool) -> Listed:
    name, role = _name(row, columns, round_), _cell(row, columns.role)
    teams = tuple(dict.fromkeys(part.strip() for part in _cell(row, columns.team).split(";") if part.strip()))
    said = _cell(row, columns.lead)
    is_flagged = columns.lead_is_flag and said.casefold() in YES
    lead = None if columns.lead_is_flag or said.casefold() in NO else _turned(said) if round_ else said
    is_own = lead is not None and lead.casefold() == name.casefold()
    if role:
        leads = is_flagged or is_own or is_role_of_a_lead(role)
    else:
        leads = is_flagged or is_own or (not teams and columns.role is None)
    leader = name if is_flagged else lead
    handle = _cell(row, columns.handle)
    return Listed(row.number, name, leads, role or None, teams, leader or None, handle or None)


def _name(row: Row, columns: Columns, round_: bool) -> str:
    if columns.name is not None:
        name = _cell(row, columns.name)
        return _turned(name) if round_ else name
    return f"{_cell(row, columns.first)} {_cell(row, columns.last)}".strip()


def _cell(row: Row, place: int | None) -> str:
    """A cell, its blanks single; empty where the row is shorter."""
    return "" if place is None or place >= len(row.cells) else " ".join(row.cells[place].split())


def _are_last_name_first(names: Sequence[str]) -> bool:
    """Whether all names are written as in 'Ruiz, Dana'."""
    written = [name for name in names if name]
    parts = [name.split(",") for name in written]
    return bool(parts) and all(
        len(each) == 2 and each[0].strip() and each[1].strip() and each[1].strip().casefold() not in _SUFFIXES
        for each in parts
    )


def _turned(name: str) -> str:
    """'Ruiz, Dana' as 'Dana Ruiz'; any other as it is."""
    last, comma, first = name.partition(",")
    return f"{first.strip()} {last.strip()}" if comma and first.strip() else name
