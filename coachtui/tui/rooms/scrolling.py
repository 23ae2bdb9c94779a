"""Scrolling through the lines by keyboard, the same in every room that shows them."""

from coachtui.tui.widgets.timeline import Timeline


class ScrollsTimeline:
    """The scrolling actions of a room with a timeline; named first among its bases, for a screen has some of its own."""

    timeline: Timeline

    def action_page_up(self) -> None:
        """See earlier lines."""
        self.timeline.scroll_page_up(animate=False)

    def action_page_down(self) -> None:
        """See later lines."""
        self.timeline.scroll_page_down(animate=False)

    def action_row_up(self) -> None:
        """Scroll up by one line."""
        self.timeline.scroll_up(animate=False)

    def action_row_down(self) -> None:
        """Scroll down by one line."""
        self.timeline.scroll_down(animate=False)
