"""A few lines of words that change without anything being laid out: advice, what a part asks for."""

from textual.content import Content
from textual.widget import Widget


class FewLines(Widget):
    """Words broken to the width; what does not fit into its lines is not shown.

    One that grows takes as many lines as its words do, up to what its style allows.
    """

    DEFAULT_CSS = """
    FewLines {
        height: 2;
        width: 1fr;
        padding: 0 1;
    }
    """

    def __init__(self, *, grows: bool = False, id: str | None = None) -> None:
        super().__init__(id=id)
        self._grows = grows
        self._words = Content("")

    def show(self, words: Content) -> None:
        """Show other words; the same ones cost nothing."""
        if words != self._words:
            self._words = words
            self.refresh(layout=self._grows)

    def render(self) -> Content:
        """The words, broken to the width."""
        return self._words
