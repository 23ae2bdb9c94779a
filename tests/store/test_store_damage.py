"""Damage to single rows: what is damaged shows as damaged and stays private, what is not stays readable."""

import pytest

from coachtui.model.line import Kind, Provenance, Visibility
from coachtui.store.errors import NotebookDamaged
from coachtui.store.line_rows import from_row
from coachtui.store.notebook import Notebook
from tests.support.homes import Desk
from tests.support.state import faults_of

WHOLE = ("l1", "o1", 3, 1000, 0, "live", "evidence", "ana", "they agreed", '["TM1"]', 1, "shareable", None)
COLUMNS = [
    "id",
    "observation",
    "place",
    "at_ms",
    "about",
    "provenance",
    "kind",
    "speaker",
    "text",
    "codes",
    "starred",
    "visibility",
    "minutes",
]


def damage(desk: Desk, sql: str) -> None:
    """Change a table behind the notebook's back."""
    desk.do(lambda notebook: notebook.file.connection.execute(sql))


@pytest.fixture
def three_lines(desk: Desk) -> Desk:
    desk.begin(team="Math")
    for text in ("first", "second", "third"):
        desk.file(f"ana: {text} #TM1")
    return desk


def test_a_line_with_a_byte_that_is_no_text_shows_it_and_the_others_are_whole(three_lines: Desk) -> None:
    whole = three_lines.lines()
    damage(three_lines, "UPDATE lines SET text = CAST(x'7365ff6f6e64' AS TEXT) WHERE place = 2")
    first, second, third = three_lines.lines()
    assert (first, third) == (whole[0], whole[2])
    assert second.text == "se\ufffdond"
    assert three_lines.do(faults_of) != []


@pytest.mark.parametrize("column", ["kind", "visibility", "provenance", "codes"])
def test_a_line_whose_kind_can_not_be_read_any_more_is_kept_private(three_lines: Desk, column: str) -> None:
    whole = three_lines.lines()
    damage(three_lines, f"UPDATE lines SET {column} = 'shareacle' WHERE place = 2")
    first, second, third = three_lines.lines()
    assert (first, third) == (whole[0], whole[2])
    assert (second.text, second.kind, second.visibility) == ("second", Kind.IN_CONFIDENCE, Visibility.MINE)


@pytest.mark.parametrize("odd", [None, b"\xff\x00", 2**62, 1.5, "\ufffd"])
@pytest.mark.parametrize("column", range(len(WHOLE)))
def test_any_value_in_any_column_makes_a_line_of_the_right_kinds(column: int, odd: object) -> None:
    line = from_row((*WHOLE[:column], odd, *WHOLE[column + 1 :]))
    assert isinstance(line.id, str)
    assert isinstance(line.observation, str)
    assert isinstance(line.text, str)
    assert isinstance(line.place, int)
    assert line.at_ms is None or isinstance(line.at_ms, int)
    assert line.speaker is None or isinstance(line.speaker, str)
    assert line.minutes is None or isinstance(line.minutes, int)
    assert all(isinstance(code, str) for code in line.codes)
    assert isinstance(line.kind, Kind)
    assert isinstance(line.provenance, Provenance)
    if COLUMNS[column] in ("kind", "visibility"):
        assert line.visibility is Visibility.MINE


def test_a_whole_row_is_read_as_it_is() -> None:
    line = from_row(WHOLE)
    assert (line.kind, line.speaker, line.codes, line.visibility) == (
        Kind.EVIDENCE, "ana", ("TM1",), Visibility.SHAREABLE,
    )  # fmt: skip


def test_damage_to_a_page_is_told_in_a_sentence(three_lines: Desk) -> None:
    def spoil(notebook: Notebook) -> int:
        root = notebook.file.row("SELECT rootpage FROM sqlite_schema WHERE name = 'lines'")
        size = notebook.file.row("PRAGMA page_size")
        assert root
        assert size
        return int((root[0] - 1) * size[0])

    place = three_lines.do(spoil)
    words = bytearray(three_lines.places.notebook.read_bytes())
    words[place : place + 100] = bytes(100)
    three_lines.places.notebook.write_bytes(words)
    with pytest.raises(NotebookDamaged, match="coachtui restore"):
        three_lines.lines()


def test_a_file_that_asks_for_all_memory_is_told_in_a_sentence_and_not_by_a_fault(three_lines: Desk) -> None:
    """As SQLite does with some damaged files; found by fuzzing, whose input is kept."""

    def ask(notebook: Notebook) -> None:
        def greedy(_: object) -> None:
            raise MemoryError

        notebook.file.read(greedy, "SELECT text FROM lines")

    with pytest.raises(NotebookDamaged, match="no memory left"):
        three_lines.do(ask)
    assert three_lines.do(faults_of) == []
