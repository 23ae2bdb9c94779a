"""What a selection by mouse gives to the clipboard: the words of rows, without the marks and the breaks of the screen."""

from collections.abc import Sequence

from textual.selection import Selection

from coachtui.tui.widgets.heights import Heights
from coachtui.tui.widgets.timeline_row import Columns, Row


def copied(rows: Sequence[Row], heights: Heights, columns: Columns, selection: Selection) -> str:
    """The selected words, one line for each row."""
    line = max(0, selection.start.y) if selection.start else 0
    end = min(selection.end.y + 1, heights.lines) if selection.end else heights.lines
    taken: list[str] = []
    while line < end:
        index = heights.row_at(line)
        until = min(end, heights.bottom(index))
        spans = [selection.get_span(number) or (0, 0) for number in range(line, until)]
        taken.append(rows[index].copied(columns, line - heights.top(index), spans))
        line = until
    return "\n".join(taken)
