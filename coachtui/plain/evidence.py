"""The lines that a draft may stand on, said with their numbers, and carried over into a part by them."""

from coachtui.feedback_at_hand import slot_of
from coachtui.model.cited import with_mark
from coachtui.model.draft import Draft
from coachtui.model.evidence import evidence_of, has_star, may_be_cited
from coachtui.model.feedback_parts import Part, parts_of
from coachtui.model.feedback_shape import FeedbackShape, PlannedPart
from coachtui.model.line import Kind, Line
from coachtui.model.observation import Observation
from coachtui.model.timing import clock_text
from coachtui.plain.conversation import Conversation
from coachtui.plain.said_words import begins_answer
from coachtui.plain.spoken import line_words
from coachtui.wording import _, _m

_NOT_EVIDENCE = _(
    "That is your own thought, not what was seen or heard. Feedback stands on evidence alone; it stays with you."
)


class TellsEvidence(Conversation):
    """A conversation about a draft and the lines of its meeting."""

    identity: str

    def text(self) -> str:
        """The draft as it was kept last."""
        return self.session.notebook.feedback.get(self.identity).text

    def shape(self) -> FeedbackShape:
        """The shape that it is in."""
        shapes = self.session.shapes
        return shapes.get(self.session.notebook.feedback.get(self.identity).shape) or next(iter(shapes.values()))

    def meeting(self) -> Observation:
        """The meeting that it is on."""
        found = self.session.notebook.feedback.get(self.identity)
        return self.session.notebook.observations.get(found.observation)

    def do_evidence(self, rest: str) -> None:
        """The lines that it may stand on: the starred ones, where any is and they are asked for; segments between them."""
        meeting = self.meeting()
        lines = evidence_of(self.session.notebook.lines.of(meeting.id))
        starred = begins_answer(rest, "starred") and has_star(lines)
        shown = [
            each.line for each in lines
            if each.line.kind is Kind.SEGMENT or (may_be_cited(each.line) and (each.line.starred or not starred))
        ]  # fmt: skip
        for line in shown:
            self.say(line_words(line, meeting))
        if not shown:
            self.say(_("No evidence was written in this meeting."))

    def do_cite(self, rest: str) -> None:
        """Let a part stand on a line."""
        self._carry_over(rest, with_words=False)

    def do_quote(self, rest: str) -> None:
        """The same with its words."""
        self._carry_over(rest, with_words=True)

    def _carry_over(self, rest: str, *, with_words: bool) -> None:
        number, more = self.numbered(rest)
        line = self.line_called(number)
        planned = None if line is None else self.chosen(more, self.shape().parts)
        if line is None or planned is None:
            return
        before = part_in(self.text(), self.shape(), planned)
        words = before + self.carried(line, before, with_words=with_words)
        self.put(planned, words, _m("line carried over"))
        self.say(f"{planned.heading}: {words}")

    def line_called(self, number: str) -> Line | None:
        """The line of this number, if a draft may stand on it; if not, that is said."""
        lines = self.session.notebook.lines.of(self.meeting().id)
        line = lines[-1] if number == "last" and lines else None
        line = line or next((each for each in lines if str(each.place) == number), None)
        if line is None or line.kind in (Kind.SEGMENT, Kind.IN_CONFIDENCE):
            self.say(_("Say the number of a line: cite 3. evidence says which there are."))
            return None
        if not may_be_cited(line):
            self.say(_NOT_EVIDENCE)
            return None
        return line

    def carried(self, line: Line, before: str, *, with_words: bool) -> str:
        """What is put behind these words so that they stand on a line, which is carried over with that."""
        meeting = self.meeting()
        time = "" if line.at_ms is None else clock_text(meeting.anchor.utc_ms + line.at_ms, meeting.zone)
        citation = self.session.notebook.feedback.cite(self.identity, line.id, time)
        return with_mark(citation.mark, before, line.text if with_words else "")

    def put(self, planned: PlannedPart, words: str, what: str = _m("words of the feedback")) -> None:
        """Let these be the words of a part: on the disk, as one thing that can be taken back."""
        text = with_part(self.text(), self.shape(), planned, words)
        self.session.notebook.feedback.write(self.identity, text, what)
        self.session.notebook.drafts.keep(Draft(slot_of(self.identity), text, len(text), None))


def _found(text: str, shape: FeedbackShape, planned: PlannedPart) -> Part | None:
    return next((each for each in parts_of(text, shape) if each.heading == planned.heading), None)


def part_in(text: str, shape: FeedbackShape, planned: PlannedPart) -> str:
    """The words of a part of a draft."""
    found = _found(text, shape, planned)
    return "" if found is None else found.words


def with_part(text: str, shape: FeedbackShape, planned: PlannedPart, words: str) -> str:
    """The draft with other words in a part; one that it does not have any more stands at its end."""
    found = _found(text, shape, planned)
    if found is not None:
        return text[: found.start] + words + text[found.start + len(found.words) :]
    gap = " " if planned.inline else "\n"
    return f"{text.rstrip()}\n\n{planned.heading}{':' if planned.inline else ''}{gap}{words}\n"
