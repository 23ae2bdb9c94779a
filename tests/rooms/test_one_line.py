"""Rows of one line: both sides shown, nothing beyond the edge."""

import pytest
from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.content import Content

from coachtui.tui.widgets.one_line import OneLine


class OneLineApp(App[None]):
    """A row of words alone."""

    def __init__(self) -> None:
        super().__init__()
        self.row = OneLine("left", "right")

    def compose(self) -> ComposeResult:
        yield self.row


@pytest.mark.asyncio
async def test_one_line_never_overflows() -> None:
    app = OneLineApp()
    async with app.run_test(size=(40, 5), notifications=True) as pilot:
        assert app.row.render_line(0).text == "left" + " " * 31 + "right"
        app.row.show("[bold]" + "x" * 80, "10:42")
        line = app.row.render_line(0).text
        assert line.startswith("[bold]xxx") and "…  10:42" in line and cell_len(line) == 40
        app.row.show(Content.assemble(("日本語" * 20, "$accent"), "\nnext"))
        assert cell_len(app.row.render_line(0).text) == 40
        app.row.show("a" * 30, "b" * 30)
        assert app.row.render_line(0).text.rstrip() == "a" * 30
        app.row.show("")
        assert app.row.render_line(0).text.strip() == ""
        await pilot.resize_terminal(4, 5)
        app.row.show("left side", "right")
        await pilot.pause()
        assert cell_len(app.row.render_line(0).text) == 4
