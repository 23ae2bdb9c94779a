"""Wide characters, emoji and combining ones: columns stand where they stand with plain letters, at every width.

The judge is `rich.cells`, by which Textual puts every cell in its place. The terminal emulator of the tests measures by
`wcwidth`, as most terminals do; where the two agree on a text, what it shows is looked at as well.
"""

from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from wcwidth import wcswidth

from coachtui.model.line import Kind
from coachtui.tui.first_paint import Colours, Frame, picture
from coachtui.tui.widgets.sheet import SheetRow, _row
from coachtui.tui.widgets.timeline_row import Row, columns_for
from tests.support.screen import Screen

PIECES = (
    "a",
    "bc ",
    "é",
    "e\u0301",
    "n\u0303",
    "字",
    "한글",
    "Ａ",
    "🎉",
    "👩\u200d👩\u200d👧",
    "🇫🇷",
    "❤\ufe0f",
    "—",
    "ß",
    "שלום",
    " ",
)
WORDS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join).map(str.strip)
NAMES = st.lists(st.sampled_from(PIECES), min_size=1, max_size=10).map("".join).map(str.strip).filter(bool)


def shown(line: str, width: int) -> str | None:
    """What a terminal of this width shows of a line; None where it measures it otherwise than we do."""
    if wcswidth(line) != cell_len(line) or "\u200d" in line or "\ufe0f" in line or "🇫" in line:
        return None
    screen = Screen(1, width)
    screen.feed(line.encode())
    return "".join(screen.cell(0, column).data or "" for column in range(width))


@given(NAMES, WORDS, st.integers(34, 140))
@settings(max_examples=60, deadline=None)
def test_the_columns_of_a_sheet(name: str, words: str, width: int) -> None:
    """The words begin in the same column in every line, and what stands at the right ends at the edge."""
    lines = _row(SheetRow("k", name, words or "x", "END"), 12, width).plain.split("\n")
    assert cell_len(lines[0]) == width and lines[0].endswith("END")
    assert all(line.startswith(" " * 16) and cell_len(line) <= width + 2 for line in lines[1:])
    seen = shown(lines[0], width)
    assert seen is None or seen.rstrip().endswith("END")


@given(NAMES, WORDS, st.sampled_from([Kind.EVIDENCE, Kind.WONDERING, Kind.SEGMENT]), st.integers(40, 140))
@settings(max_examples=60, deadline=None)
def test_the_columns_of_a_timeline(name: str, words: str, kind: Kind, width: int) -> None:
    columns = columns_for(width)
    drawn = [line for line in Row("1", "10:42", kind.value, name, words or "x", ("TM3",)).draw(columns) if line]
    at = columns.speaker_at if kind is Kind.SEGMENT else columns.text_at
    for line in drawn:
        before = 0
        for run in line:
            if before >= at:
                break
            before += cell_len(run.text)
        assert before == at
        assert sum(cell_len(run.text) for run in line) <= width
        text = "".join(run.text for run in line)
        seen = shown(text, width)
        assert seen is None or seen.rstrip() == normalize("NFC", text).rstrip()


@pytest.mark.parametrize("name", ["字" * 60, "Équipe 字 e\u0301", "a" * 70, "🎉 Grade 4"])
@pytest.mark.parametrize("columns", [60, 80])
def test_the_first_picture_is_as_wide_as_the_screen(name: str, columns: int) -> None:
    painted = picture(Frame("Observe", name, "hint", (("F1", "Help"),)), Colours(*["#000000"] * 5), 6, columns)
    screen = Screen(6, columns)
    screen.feed(painted.encode())
    rows = screen.rows()
    assert rows[0].startswith(" Observe") and rows[1] == "─" * columns and rows[-1].startswith(" F1 Help")
