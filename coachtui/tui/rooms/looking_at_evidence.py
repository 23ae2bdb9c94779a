"""The evidence beside a draft: which lines are looked at, and the one under the cursor."""

from typing import TYPE_CHECKING

from textual import on

from coachtui.model.evidence import (
    EVERYTHING,
    EvidenceLine,
    Filter,
    codes_of,
    evidence_of,
    has_star,
    looked_at,
    nearest,
    next_of,
    segments_in,
    speakers_of,
)
from coachtui.model.line import Kind, Line
from coachtui.model.line_times import TimeAsked, read_time
from coachtui.tui.feedback_view import row_of, rows_of
from coachtui.tui.rooms.taking_back_drafts import TakesBackDrafts
from coachtui.tui.widgets.evidence import Evidence
from coachtui.tui.widgets.one_line import OneLine
from coachtui.tui.workplace import Workplace
from coachtui.wording import _, counted

if TYPE_CHECKING:
    from coachtui.model.whole import Whole

EMPTY = _("Nothing was written in this meeting. What you write at the right is kept all the same.")
_WHEN = _("A time of the meeting is needed, such as 9:14.")


class LooksAtEvidence(TakesBackDrafts):
    """A room that shows the lines of one observation, all or some of them."""

    evidence: Evidence
    filter_row: OneLine
    whole: "Whole | None" = None
    has_all_lines = False
    """Whether every line is there, not only the first screenful."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.evidence = Evidence(EMPTY, id="evidence")
        self.filter_row = OneLine(id="filter")
        self.lines: dict[str, Line] = {}
        """Every line that may be looked at, by its id."""
        self.cited: frozenset[str] = frozenset()
        """The ids of the lines that the draft stands on."""
        self._evidence: list[EvidenceLine] = []
        self._filter: Filter | None = None

    def show_evidence(self, whole: "Whole") -> None:
        """Show the lines as they are now; at first the starred ones, where there are any."""
        known = self.whole
        if known is not None and (known.lines, known.accounts) == (whole.lines, whole.accounts):
            self._show_filter(sum(row.key in self.lines and row.kind != Kind.SEGMENT for row in self.evidence.rows))
            return
        self.whole = whole
        self._evidence = evidence_of(whole.lines)
        self.lines = {each.line.id: each.line for each in self._evidence}
        if self._filter is None:
            self._filter = Filter(starred=has_star(self._evidence))
        self._show_lines()

    def _show_lines(self) -> None:
        if self.whole is None or self._filter is None:
            return
        shown = looked_at(self._evidence, self._filter)
        self.evidence.load(rows_of(shown, self.whole, self.cited))
        ids = [each.line.id for each in shown if each.line.kind is not Kind.SEGMENT]
        if self.evidence.pointed not in ids:
            self.evidence.point(ids[0] if ids else None)
        else:
            self.call_after_refresh(lambda: self.evidence.point(self.evidence.pointed))
        self._show_filter(len(ids))

    def _show_filter(self, shown: int) -> None:
        if not self.has_all_lines:
            return
        all_lines = sum(each.line.kind is not Kind.SEGMENT for each in self._evidence)
        if self._filter in (None, EVERYTHING):
            self.filter_row.show(f" {counted(all_lines, '{n} line', '{n} lines')}")
        else:
            self.filter_row.show(
                _(" {shown} of {all_lines}: {filter_words}").format(
                    shown=shown, all_lines=all_lines, filter_words=self._filter_words()
                ),
                _("a all "),
            )

    def _filter_words(self) -> str:
        wanted = self._filter or EVERYTHING
        segment = self.lines.get(wanted.segment or "")
        parts = [
            _("starred") if wanted.starred else "",
            f"#{wanted.code}" if wanted.code else "",
            _("said by {speaker}").format(speaker=wanted.speaker) if wanted.speaker else "",
            _("in {text}").format(text=segment.text) if segment is not None else "",
        ]
        return ", ".join(part for part in parts if part)

    def _look_at(self, wanted: Filter) -> None:
        self.hush()
        self._filter = wanted
        self._show_lines()

    def show_cited(self, cited: frozenset[str]) -> None:
        """Show which lines the draft stands on now; only those for which it changed are painted anew."""
        changed, self.cited = self.cited ^ cited, cited
        if self.whole is not None:
            for line_id in changed & self.lines.keys():
                self.evidence.replace(row_of(self.lines[line_id], self.whole.observation, cited))

    def pointed_line(self) -> Line | None:
        """The line under the cursor."""
        return self.lines.get(self.evidence.pointed or "")

    @on(Evidence.Pointed)
    def line_clicked(self, event: Evidence.Pointed) -> None:
        """Put the cursor on the line that was clicked; a second click carries it over."""
        event.stop()
        if event.key in self.lines:
            self.evidence.point(event.key)
            if event.again:
                self.action_evidence_cite()

    @on(Evidence.Typed)
    def time_begun(self, event: Evidence.Typed) -> None:
        """A digit begins a time."""
        event.stop()
        self._ask_time(event.digit)

    def action_evidence_cite(self) -> None:
        """Carry the line over."""
        raise NotImplementedError

    def action_evidence_time(self) -> None:
        """Ask for a time to jump to."""
        self._ask_time("")

    def _ask_time(self, typed: str) -> None:
        self.ask(_("Jump to"), typed, self._jump, about="jump")

    def _jump(self, words: str) -> None:
        asked = read_time(words)
        if self.whole is None or not isinstance(asked, TimeAsked) or asked.wall is None:
            self.say(_WHEN)
            return
        any_line = next(iter(self.lines.values()), None)
        at_ms = None if any_line is None else asked.at_ms(self.whole.observation, any_line)
        found = None if at_ms is None else nearest(self.lines.values(), at_ms)
        if found is None:
            self.say(_("There is no line with a time."))
            return
        if self._filter is not None and not any(each.line is found for each in looked_at(self._evidence, self._filter)):
            self._look_at(EVERYTHING)
        self.evidence.point(found.id)

    def action_evidence_all(self) -> None:
        """All lines again."""
        self._look_at(EVERYTHING)

    def action_evidence_starred(self) -> None:
        """Only starred lines, or no longer."""
        if not has_star(self._evidence):
            self.say(_("No line is starred. In Reading (o), with the lines in hand, s stars one."))
        elif self._filter is not None:
            self._look_at(self._filter._replace(starred=not self._filter.starred))

    def action_evidence_code(self) -> None:
        """Only lines with a code; again for the next code."""
        wanted, codes = self._filter or EVERYTHING, codes_of(self._evidence)
        if codes:
            self._look_at(wanted._replace(code=next_of(codes, wanted.code)))
        else:
            self.say(_("No line has a code."))

    def action_evidence_speaker(self) -> None:
        """Only what one person says; again for the next one."""
        wanted, speakers = self._filter or EVERYTHING, speakers_of(self._evidence)
        if speakers:
            self._look_at(wanted._replace(speaker=next_of(speakers, wanted.speaker)))
        else:
            self.say(_("No line says who spoke."))

    def action_evidence_segment(self) -> None:
        """Only one segment; again for the next one."""
        wanted, segments = self._filter or EVERYTHING, [line.id for line in segments_in(self._evidence)]
        if segments:
            self._look_at(wanted._replace(segment=next_of(segments, wanted.segment)))
        else:
            self.say(_("The meeting was not taken apart into segments."))

    def action_evidence_up(self) -> None:
        """The line before."""
        self._step(-1)

    def action_evidence_down(self) -> None:
        """The line after."""
        self._step(1)

    def action_evidence_page_up(self) -> None:
        """Earlier lines."""
        self._step(-max(1, self.evidence.size.height // 3))

    def action_evidence_page_down(self) -> None:
        """Later lines."""
        self._step(max(1, self.evidence.size.height // 3))

    def action_evidence_first(self) -> None:
        """The first line."""
        self._step(-len(self.lines))

    def action_evidence_last(self) -> None:
        """The last line."""
        self._step(len(self.lines))

    def _step(self, by: int) -> None:
        """Go so many lines on, or back."""
        ids = [row.key for row in self.evidence.rows if row.key in self.lines and row.kind != Kind.SEGMENT]
        if ids:
            place = ids.index(self.evidence.pointed) if self.evidence.pointed in ids else 0
            self.evidence.point(ids[max(0, min(len(ids) - 1, place + by))])
            self.hush()
