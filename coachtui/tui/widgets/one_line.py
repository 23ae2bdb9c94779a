"""One row of words: a title, a reading, the keys. It changes without anything being laid out."""

from textual.content import Content
from textual.strip import Strip
from textual.visual import Visual
from textual.widget import Widget

from coachtui.tui.words import plain

BETWEEN = 2


class OneLine(Widget):
    """Words at the left and, if there is room, words at the right; cut with "…" where they would not fit."""

    DEFAULT_CSS = """
    OneLine {
        height: 1;
        width: 1fr;
        text-wrap: nowrap;
        text-overflow: ellipsis;
    }
    """

    def __init__(
        self,
        left: Content | str = "",
        right: Content | str = "",
        *,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        """Words for both sides; a `str` is taken as it is, never as markup."""
        super().__init__(id=id, classes=classes)
        self.left = _content(left)
        self.right = _content(right)

    def show(self, left: Content | str, right: Content | str = "") -> None:
        """Show other words; the same ones cost nothing."""
        before = (self.left, self.right)
        self.left, self.right = _content(left), _content(right)
        if (self.left, self.right) != before:
            self.refresh()

    def right_for(self, width: int) -> Content:
        """What stands at the right in a line so wide."""
        return self.right

    def render_line(self, y: int) -> Strip:
        """Paint both sides into the width there is."""
        width, style = self.size.width, self.visual_style
        blank = style.rich_style
        if y or not width:
            return Strip.blank(width, blank)
        right = self.right_for(width)
        right_width = right.cell_length
        left_width = width - right_width - BETWEEN if right_width else width
        if left_width < min(self.left.cell_length, width // 2):
            return self._strip(self.left, width).crop_extend(0, width, blank)
        left = self._strip(self.left, left_width)
        if not right_width:
            return left.crop_extend(0, width, blank)
        left = left.crop_extend(0, left_width + BETWEEN, blank)
        return Strip.join([left, self._strip(right, right_width)])

    def _strip(self, content: Content, width: int) -> Strip:
        strips = Visual.to_strips(self, content, width, 1, self.visual_style)
        return strips[0] if strips else Strip([])


def _content(words: Content | str) -> Content:
    """The words on one line."""
    content = plain(words) if isinstance(words, str) else words
    if "\n" not in content.plain:
        return content
    return Content(" ").join(content.split("\n"))
