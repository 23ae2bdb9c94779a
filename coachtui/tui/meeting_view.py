"""What the Observe room knows of the meeting on the screen: its lines by id, and what is counted of them."""

from collections import Counter
from collections.abc import Iterable, Iterator

from coachtui.model.account import Account
from coachtui.model.agenda import Planned, Segment, segments_of
from coachtui.model.closing import Closing
from coachtui.model.line import Kind, Line
from coachtui.model.span import Span
from coachtui.model.tally import Tally, Voice
from coachtui.model.whole import Whole
from coachtui.tui.strip_drawing import Written, drawn

DRAWN_EVERY_MS = 15_000


class MeetingView:
    """Kept in step with the notebook by the room; knows no widget."""

    def __init__(self, whole: Whole | None = None) -> None:
        self.lines: dict[str, Line] = {}
        """Every line by its id, in the order of entry."""
        self.codes: Counter[str] = Counter()
        """How often each code stands on a line."""
        self.spans: list[Span] = [] if whole is None else list(whole.spans)
        self.agenda: tuple[Planned, ...] = () if whole is None else whole.agenda
        self.accounts: list[Account] = [] if whole is None else list(whole.accounts)
        self.closing = (whole and whole.closing) or Closing()
        """The closing words, as far as they were given."""
        self.told: set[str] = set()
        """The words that a hint was given for."""
        self.segment: Line | None = None
        """The line that began the present segment."""
        self._tally: Tally | None = None
        """Counted from the first line on once it is wanted, then line by line; None where a line changed since."""
        self._written: list[Written] | None = None
        """The lines as the drawing needs them, in the same way."""
        self._drawing: tuple[int, int, str] = (-1, -1, "")
        self._changes = 0
        self.add(() if whole is None else whole.lines)

    @property
    def last(self) -> Line | None:
        """The line filed last."""
        return next(reversed(self.lines.values()), None)

    def add(self, lines: Iterable[Line]) -> None:
        """Lines were filed."""
        for line in lines:
            self.lines[line.id] = line
            if line.codes:
                self.codes.update(line.codes)
            if line.kind is Kind.SEGMENT:
                self.segment = line
            if self._tally is not None:
                self._tally.count(line)
            if self._written is not None:
                self._written += _written(line)
        self._changes += 1

    def change(self, line: Line) -> None:
        """A line is another one now."""
        before = self.lines.get(line.id)
        if before is not None:
            self.codes.subtract(before.codes)
            self.codes.update(line.codes)
            self.lines[line.id] = line
            self._count_anew()
            if Kind.SEGMENT in (before.kind, line.kind):
                self._find_segment()

    def take_out(self, ids: Iterable[str]) -> None:
        """Lines are no longer there."""
        for line_id in ids:
            line = self.lines.pop(line_id, None)
            if line is not None:
                self.codes.subtract(line.codes)
        self._count_anew()
        self._find_segment()

    def turn(self, span: Span) -> None:
        """A look-for that lasts was started or stopped."""
        self.spans = [each for each in self.spans if each.id != span.id] + [span]

    def going(self) -> list[Span]:
        """The look-fors that last and were not stopped yet."""
        return [span for span in self.spans if span.to_ms is None]

    def voices(self) -> tuple[Voice, ...]:
        """Who spoke, as it was written; counted on from line to line, and anew after a change."""
        if self._tally is None:
            self._tally = Tally(self.lines.values())
        return self._tally.voices()

    def segments(self, now_ms: int) -> tuple[Segment, ...]:
        """The segments so far."""
        return segments_of([line for line in self.lines.values() if line.kind is Kind.SEGMENT], now_ms)

    def next_planned(self) -> Planned | None:
        """The first item of the agenda that has not begun."""
        begun = {line.text.casefold() for line in self.lines.values() if line.kind is Kind.SEGMENT}
        return next((item for item in self.agenda if item.title.casefold() not in begun), None)

    def to_triage(self) -> Iterator[Line]:
        """The lines that want another look: starred ones, and evidence without a code."""
        for line in self.lines.values():
            if line.starred or (line.kind is Kind.EVIDENCE and not line.codes):
                yield line

    def drawing(self, now_ms: int) -> str:
        """The meeting as a row of cells: anew when a line changed, else four times a minute, for it looks at every line."""
        if self._drawing[:2] != (self._changes, now_ms // DRAWN_EVERY_MS):
            if self._written is None:
                self._written = [each for line in self.lines.values() for each in _written(line)]
            self._drawing = (self._changes, now_ms // DRAWN_EVERY_MS, drawn(self._written, now_ms))
        return self._drawing[2]

    def _count_anew(self) -> None:
        self._tally = self._written = None
        self._changes += 1

    def _find_segment(self) -> None:
        segments = [line for line in self.lines.values() if line.kind is Kind.SEGMENT]
        self.segment = segments[-1] if segments else None


def _written(line: Line) -> list[Written]:
    """A line as the drawing needs it; one whose time nobody knows is not in it."""
    return (
        []
        if line.at_ms is None
        else [Written(line.at_ms, line.starred, line.kind is Kind.SEGMENT, line.speaker is not None)]
    )
