"""Two sides: the evidence, or what takes its place, at the left; the draft at the right. Where it is narrow, one at a time."""

from textual import events
from textual.widget import Widget

from coachtui.tui.commands import FEEDBACK, FEEDBACK_LINES
from coachtui.tui.rooms.advising import Advises

NARROW = 72
"""The cells from which both sides are shown at once."""


class HasTwoSides(Advises):
    """A room in which F6 goes from one side to the other."""

    _is_in_draft = True

    def home(self) -> Widget:
        """The draft has the cursor, unless one is among the lines."""
        return self.area if self._is_in_draft else self.left_side()

    def left_side(self) -> Widget:
        """What is shown at the left."""
        return self.sheet if self.sheet.display else self.evidence

    def on_resize(self) -> None:
        """Both sides where there is room for them."""
        self.show_sides()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Show the keys of the side that has the cursor."""
        if event.widget in (self.area, self.evidence, self.sheet):
            self._is_in_draft = event.widget is self.area
            self.show_keys(FEEDBACK_LINES if event.widget is self.evidence else FEEDBACK)
            self.show_sides()

    def show_sides(self) -> None:
        """Show both, or the one that has the cursor."""
        is_narrow = self.app.size.width < NARROW
        self.set_class(is_narrow, "narrow")
        self.query_one("#left").display = not (is_narrow and self._is_in_draft)
        self.query_one("#right").display = not is_narrow or self._is_in_draft

    def go_to_draft(self) -> None:
        """Put the cursor into the draft."""
        self._is_in_draft = True
        self.show_sides()
        self.set_focus(self.area)

    def go_left(self) -> None:
        """Put the cursor among the lines, or into what takes their place."""
        self._is_in_draft = False
        self.show_sides()
        self.set_focus(self.left_side())

    def action_other_side(self) -> None:
        """Go to the lines, or back to the draft."""
        if self._is_in_draft:
            self.go_left()
        else:
            self.go_to_draft()

    def action_evidence_draft(self) -> None:
        """Go to the draft."""
        self.go_to_draft()
