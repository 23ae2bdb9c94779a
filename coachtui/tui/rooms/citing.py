"""Citing: lines carried over into the draft by their marks; and from a mark back to its line."""

from coachtui.model.citation import Citation, cited_line
from coachtui.model.cited import CitedPlace, places_in, with_mark
from coachtui.model.evidence import may_be_cited
from coachtui.model.feedback_shape import FeedbackShape
from coachtui.model.line import Line
from coachtui.model.part_place import PartPlace, part_at
from coachtui.tui.commands import READING
from coachtui.tui.feedback_view import line_time
from coachtui.tui.rooms.looking_at_evidence import LooksAtEvidence
from coachtui.tui.rooms.room import GoTo
from coachtui.wording import _, _t

NOT_EVIDENCE = _(
    "That is your own thought, not what was seen or heard. Feedback stands on evidence alone; it stays with you."
)
_NO_LINE = _("There is no line under the cursor. ↑ and ↓ go through the lines; a shows all.")


class Cites(LooksAtEvidence):
    """A room whose draft stands on lines."""

    shape: FeedbackShape | None = None

    def action_evidence_cite(self) -> None:
        """Carry the line over: its mark goes to where the cursor of the draft is."""
        self._carry_over(with_words=False)

    def action_evidence_quote(self) -> None:
        """Carry its words over too."""
        self._carry_over(with_words=True)

    def _carry_over(self, *, with_words: bool) -> None:
        line, at = self.pointed_line(), self.at
        if line is None or at is None or self.whole is None:
            self.say(_NO_LINE)
        elif not may_be_cited(line):
            self.say(NOT_EVIDENCE)
        else:
            time = line_time(line, self.whole.observation)
            self.attempt(lambda: self._cite(at.feedback.id, line, time, with_words), group="cite", each=True)

    async def _cite(self, feedback_id: str, line: Line, time: str, with_words: bool) -> None:
        citation: Citation = await self.workplace.scribe.do(
            lambda notebook: notebook.feedback.cite(feedback_id, line.id, time)
        )
        at = self.at
        if at is None:
            return
        if all(each.citation != citation for each in at.cited):
            self.at = at._replace(cited=[*at.cited, cited_line(citation, line)])
        self.leave_heading()
        before = self.area.text[: self.area.index]
        self.area.put_in(with_mark(citation.mark, before, line.text if with_words else ""))
        self.look_again()
        self.say(
            _("{mark} stands in the draft. Tab goes there, Enter on another line carries that over too.").format(
                mark=citation.mark
            )
        )

    def leave_heading(self) -> None:
        """Put the cursor behind what is written under a heading, where it stands in one: a heading is never written into."""
        found = self.part_under_cursor()
        if found is not None and self.area.index < found.begins:
            self.area.go_to(found.ends)

    def part_under_cursor(self) -> PartPlace | None:
        """The part of the draft that the cursor is in."""
        return None if self.shape is None else part_at(self.area.text, self.shape, self.area.index)

    def cited_places(self) -> list[CitedPlace]:
        """Every place in the draft that names a line."""
        return [] if self.at is None else places_in(self.area.text, self.at.cited)

    def action_line(self) -> None:
        """Read the line that the draft names at the cursor; without one, the line under the cursor at the left."""
        cursor = self.area.index
        found = next((each for each in self.cited_places() if each.start - 1 <= cursor <= each.end + 1), None)
        if found is None:
            self.say(_("Put the cursor on a citation first, such as (9:14)."))
        elif found.cited.line is None:
            self.say(_("The line of {mark} is {state}.").format(mark=found.mark, state=_t(found.cited.state)))
        else:
            self._open(found.cited.line)

    def action_evidence_open(self) -> None:
        """Read the line under the cursor in its place."""
        line = self.pointed_line()
        if line is not None:
            self._open(line)

    def _open(self, line: Line) -> None:
        self.post_message(GoTo(READING, line.observation, at=line.id))
