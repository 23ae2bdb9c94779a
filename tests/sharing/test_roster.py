"""Rosters are read from tables of any make; what can't be is named by its row."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coachtui.model.clean import clean_line
from coachtui.model.listed import Listed, Unsound
from coachtui.sharing.errors import SharingError
from coachtui.sharing.roster import is_roster, read_roster
from coachtui.sharing.roster_columns import is_heading
from coachtui.sharing.table_reading import DELIMITERS, read_table

HEADINGS = ["Name", "Role", "Team", "Notes"]
LATIN = st.characters(codec="latin-1", exclude_categories=["Cc"])
CELLS = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from(list("\n,;|\t\"'=")), max_size=12)


def bytes_of(rows: list[list[str]], encoding: str, delimiter: str, end: str = "\r\n") -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator=end).writerows(rows)
    return out.getvalue().encode(encoding)


def as_read(rows: list[list[str]]) -> list[tuple[str, ...]]:
    """The rows with each cell cleaned; those without words are none."""
    cleaned = [tuple(clean_line(cell).strip() for cell in row) for row in rows]
    return [row for row in cleaned if any(row)]


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.lists(CELLS, min_size=4, max_size=4), max_size=8),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"]),
    st.sampled_from(list(DELIMITERS)),
    st.sampled_from(["\r\n", "\n"]),
)
def test_any_table_is_read_back_as_it_was(rows: list[list[str]], encoding: str, delimiter: str, end: str) -> None:
    whole = [HEADINGS, *rows]
    table = read_table(bytes_of(whole, encoding, delimiter, end), is_heading)
    assert [row.cells for row in table.rows] == as_read(whole)
    assert table.delimiter == delimiter and table.encoding == encoding.upper()[: 5 if "8" in encoding else 6]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.lists(st.text(LATIN, max_size=12), min_size=4, max_size=4), max_size=8),
    st.sampled_from(list(DELIMITERS)),
)
def test_any_table_in_latin_1_too(rows: list[list[str]], delimiter: str) -> None:
    whole = [HEADINGS, *rows, ["Zo\u00eb", "", "", ""]]
    table = read_table(bytes_of(whole, "latin-1", delimiter), is_heading)
    content = bytes_of(whole, "latin-1", delimiter)
    try:
        content.decode()
    except UnicodeDecodeError:
        assert [row.cells for row in table.rows] == as_read(whole)
        assert table.encoding == "Windows-1252 (Latin-1)"


def listed(text: str, encoding: str = "utf-8") -> list[Listed]:
    return read_roster(text.encode(encoding), "'r.csv'").listed


def test_headings_in_any_order_and_case_are_understood() -> None:
    assert listed(
        "TEAM;E-mail;Full_Name;Job Title\nMath;a@b;Dana  Ruiz;Senior Team Lead\nMath;c@d;Ana Paz;Teacher\n"
    ) == [
        Listed(2, "Dana Ruiz", True, "Senior Team Lead", ("Math",)),
        Listed(3, "Ana Paz", False, "Teacher", ("Math",)),
    ]


def test_first_and_last_names_are_put_together_and_last_first_is_turned_round() -> None:
    assert [each.name for each in listed("Last,First\nRuiz,Dana\nPaz,\n")] == ["Dana Ruiz", "Paz"]
    turned = read_roster(b'Name,Lead\n"Ruiz, Dana",\n"Paz, Ana","Ruiz, Dana"\n', "'r.csv'")
    assert [each.name for each in turned.listed] == ["Dana Ruiz", "Ana Paz"] and turned.turned_round
    assert [each.name for each in listed('Name\n"Sam Ito, Jr."\n')] == ["Sam Ito, Jr."]


def test_spanish_headings_and_roles_are_understood() -> None:
    assert listed(
        "Equipo;Nombre;Apellidos;Cargo\nÁlgebra;Dana;Ruiz Peña;Coordinadora\nÁlgebra;Ana;Paz;Docente\n", "latin-1"
    ) == [
        Listed(2, "Dana Ruiz Peña", True, "Coordinadora", ("Álgebra",)),
        Listed(3, "Ana Paz", False, "Docente", ("Álgebra",)),
    ]
    flagged = listed("nombre completo,equipo,líder\nAna,Arte,\nDana Ruiz,Arte,sí\n")
    assert [(each.leads, each.lead) for each in flagged] == [(False, None), (True, "Dana Ruiz")]


def test_a_lead_column_is_of_names_or_of_marks() -> None:
    by_name = listed("name,team,lead\nAna,Math,Dana Ruiz\nDana Ruiz,Math,Dana Ruiz\n")
    assert [(each.leads, each.lead) for each in by_name] == [(False, "Dana Ruiz"), (True, "Dana Ruiz")]
    by_mark = listed("name,team,lead\nAna,Math,\nDana Ruiz,Math,x\n")
    assert [(each.leads, each.lead) for each in by_mark] == [(False, None), (True, "Dana Ruiz")]


def test_teams_with_their_leads_are_a_roster_too() -> None:
    assert listed("team,lead\nMath,Dana Ruiz\nArt,Sam Ito\n") == [
        Listed(2, "Dana Ruiz", True, None, ("Math",), "Dana Ruiz"),
        Listed(3, "Sam Ito", True, None, ("Art",), "Sam Ito"),
    ]


def test_without_headings_it_is_told_by_what_stands_there() -> None:
    roster = read_roster(b"d@x.org,Dana Ruiz,Team Lead,Math 7\na@x.org,Ana Paz,Team Specialist,Math 7\n", "'r.csv'")
    assert [(each.row, each.name, each.role, each.teams) for each in roster.listed] == [
        (1, "Dana Ruiz", "Team Lead", ("Math 7",)), (2, "Ana Paz", "Team Specialist", ("Math 7",)),
    ]  # fmt: skip
    assert [each.name for each in listed("Dana Ruiz\nAna Paz\n")] == ["Dana Ruiz", "Ana Paz"]


def test_words_like_formulas_and_markup_are_words() -> None:
    names = ["=HYPERLINK(a)", "@SUM a", "[b]Bo[/b]", "\u202eevil"]
    found = listed("name,team\n" + "".join(f'"{name}",Math\n' for name in names))
    assert [each.name for each in found] == ["=HYPERLINK(a)", "@SUM a", "[b]Bo[/b]", "\u27e8RLO\u27e9evil"]


def test_a_first_line_that_names_the_delimiter_is_no_row() -> None:
    assert listed("sep=;\r\nname;team\r\nAna, Jr.;Math\r\n")[0] == Listed(3, "Ana, Jr.", False, None, ("Math",))


def test_who_neither_leads_nor_is_in_a_team_is_passed_over_and_told() -> None:
    roster = read_roster(b"name,role,team\nJo,Secretary,\nDana,Team Lead,\n", "'r.csv'")
    assert [each.name for each in roster.listed] == ["Dana"] and roster.passed_over == [2]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("name,team\nAna,Math\n,Math\n", "row 3: no name"),
        ("name,team\n\n\n  ,Math\n", "row 4: no name"),
        ("name,team\n123,Math\n", "row 2: '123' is no name"),
        ("name,team\nAna,Math,more\n", "row 2: 3 cells where there are 2 headings"),
        ("name,handle\nAna,a b\n", "row 2: the handle 'a b'"),
        (f"name,team\n{'a' * 201},Math\n", "row 2: a cell has more than 200"),
    ],
)
def test_what_is_wrong_is_named_by_its_row(text: str, complaint: str) -> None:
    with pytest.raises(Unsound) as unsound:
        listed(text)
    assert any(complaint in each for each in unsound.value.complaints)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b'name,team\n"Ana,Math\nBo,Math\n', "never closed"),
        (b"\xff\xfea", "not a text file"),
        (b"1,2\n3,4\n", "no column of names"),
        (b"ref,place,time,seconds,provenance,kind,speaker,text,codes,starred,visibility\n", "--to json"),
        (b"name\n" + b"a" * 200_000 + b"\n", "can't be read as a table from row 2"),
        (b"\n\n", "is empty"),
    ],
)
def test_what_is_no_roster_is_refused_in_a_sentence(content: bytes, words: str) -> None:
    with pytest.raises(SharingError, match=words) as fault:
        read_roster(content, "'r.csv'")
    assert str(fault.value).startswith("'r.csv' ") and str(fault.value).endswith("Nothing was added.")


def test_rosters_are_told_from_other_files() -> None:
    assert is_roster(b"anything", "staff.CSV") and is_roster(b"name,team\nAna,Math\n", "")
    assert is_roster("name\tteam\n".encode("utf-16"), "staff.txt")
    for content in (b'{"format": 1}', b"WEBVTT\n\n", b"9:04 Maria: good morning, team\n", b"", b"name of the day\n"):
        assert not is_roster(content, "notes.txt")
