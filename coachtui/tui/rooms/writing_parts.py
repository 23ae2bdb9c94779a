"""Writing part by part: what each asks for, how it may begin, and how long the whole is."""

from textual.content import Content

from coachtui.model.feedback_parts import parts_of, words_of
from coachtui.model.feedback_shape import starters_of
from coachtui.model.prompts import Starter
from coachtui.tui.rooms.two_sides import HasTwoSides
from coachtui.tui.widgets.few_lines import FewLines
from coachtui.tui.words import plain
from coachtui.tui.workplace import Workplace
from coachtui.wording import _


class WritesParts(HasTwoSides):
    """A room that helps with the part the cursor is in."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.part_lines = FewLines(grows=True, id="part")
        self.starters: tuple[Starter, ...] = ()
        """The starters for steps."""

    def show_part(self) -> None:
        """What the part under the cursor asks for, and that it can be begun."""
        found = self.part_under_cursor()
        if found is None:
            self.part_lines.show(Content(""))
        else:
            hint = _("Tab begins it. ") if found.is_empty and self._starters_here() else ""
            self.part_lines.show(Content.assemble((hint, "$text-accent"), plain(found.planned.ask)))

    def length(self) -> str:
        """How many words there are, against what the shape means to have."""
        if self.shape is None:
            return ""
        count = sum(len(part.words.split()) for part in parts_of(self.area.text, self.shape))
        shortest, longest = self.shape.shortest, self.shape.longest
        if not longest:
            return _("{count} words").format(count=count)
        return (
            _("{count} of {shortest}–{longest} words").format(count=count, shortest=shortest, longest=longest)
            if shortest
            else _("{count} of at most {longest} words").format(count=count, longest=longest)
        )

    def _starters_here(self) -> tuple[str, ...]:
        found, shape = self.part_under_cursor(), self.shape
        if found is None or shape is None:
            return ()
        return starters_of(found.planned, self.starters, words_of(parts_of(self.area.text, shape), "step"))

    def action_starter(self) -> None:
        """Begin an empty part, or begin it otherwise; where something else is written, go to the other side."""
        starters, found = self._starters_here(), self.part_under_cursor()
        words = "" if found is None else self.area.text[found.begins : found.ends]
        if found is None or not starters or (words and words not in starters):
            self.action_other_side()
            return
        following = starters[(starters.index(words) + 1) % len(starters)] if words else starters[0]
        self.area.change(found.begins, found.ends, following)
