"""How a row is drawn: as high as it is measured, and never wider than its timeline."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from coachtui.tui.widgets.timeline_row import Row, columns_for

KINDS = st.sampled_from(["evidence", "wondering", "judgment", "segment", "gap", "in confidence", "unheard of"])


@given(st.text(max_size=300), KINDS, st.lists(st.text(max_size=9), max_size=3), st.integers(10, 140))
def test_a_row_is_as_high_as_it_is_drawn(text: str, kind: str, codes: list[str], width: int) -> None:
    row = Row("1", "10:42", kind, "Maria", text, tuple(codes), minutes=len(text)).prepared()
    columns = columns_for(width)
    drawn = row.draw(columns)
    assert len(drawn) == row.height(columns)
    if width >= 40:
        assert all(sum(cell_len(run.text) for run in line) <= width for line in drawn)
