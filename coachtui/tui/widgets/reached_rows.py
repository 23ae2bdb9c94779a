"""Rows that can be reached: by the mouse, and by the letter that stands over them."""

from collections.abc import Iterable

from textual import events
from textual.message import Message
from textual.scroll_view import ScrollView

from coachtui.tui.jumping import Place


class ReachedRows(ScrollView, can_focus=False):
    """A view of rows that says which of them was clicked, or that they are wanted."""

    class Clicked(Message):
        """A row was clicked, so many times on end."""

        def __init__(self, key: str, times: int) -> None:
            super().__init__()
            self.key, self.times = key, times

    class Wanted(Message):
        """The rows are wanted in hand."""

    def key_at(self, y: int) -> str | None:
        """The key of the row that is painted on this line of the view; None where there is none."""
        raise NotImplementedError

    def bring_into_view(self, top: int, bottom: int) -> None:
        """Scroll to the lines from `top` to before `bottom` with as little movement as possible."""
        first = round(self.scroll_y)
        if top < first:
            self.scroll_to(y=top, animate=False, force=True, immediate=True)
        elif bottom > first + self.size.height:
            self.scroll_to(y=bottom - self.size.height, animate=False, force=True, immediate=True)

    def on_click(self, event: events.Click) -> None:
        """Say which row was clicked, unless words were selected."""
        key = self.key_at(event.y)
        if key is not None and self.text_selection is None:
            self.post_message(self.Clicked(key, event.chain))

    def places(self) -> Iterable[Place]:
        """The rows as a whole, where the first of them is seen."""
        line = next((line for line in range(self.size.height) if self.key_at(line) is not None), None)
        if line is not None:
            yield Place(line, lambda: self.post_message(self.Wanted()))
