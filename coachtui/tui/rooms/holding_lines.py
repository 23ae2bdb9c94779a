"""Lines in hand: a cursor on the lines of a room. What is half-typed in the entry stays as it is."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from textual import on
from textual.widget import Widget

from coachtui.model.line import Line
from coachtui.tui.commands import LINES
from coachtui.tui.meeting_view import MeetingView
from coachtui.tui.rooms.asking import Asks
from coachtui.tui.telling import row_of
from coachtui.tui.widgets.line_keys import LineKeys
from coachtui.tui.widgets.timeline import Timeline
from coachtui.wording import _

if TYPE_CHECKING:
    from coachtui.model.observation import Observation
    from coachtui.model.people import Roster

Changed = TypeVar("Changed")


class HoldsLines(Asks):
    """A room whose lines can be taken in hand."""

    timeline: Timeline
    line_keys: LineKeys
    view: MeetingView
    chosen: frozenset[str] = frozenset()
    _path: tuple[str, ...] = ()
    """The lines that are gone through one after the other; none for all."""

    def present(self) -> "Observation | None":
        """The observation that is shown; None where there is none, or where nothing of it can be changed."""
        raise NotImplementedError

    def speakers(self) -> "Roster":
        """Who may speak."""
        raise NotImplementedError

    def reload(self) -> None:
        """Read the observation anew and show it as it is now."""
        raise NotImplementedError

    def change_lines(self, work: Callable[[Any], Any], then: Callable[[Any], None]) -> None:
        """Do a verb of the notebook and go on with what it gave; what it can't do is said."""
        raise NotImplementedError

    def keep_keys(self) -> None:
        """Let the keys that come next wait until what was asked of the notebook is on the screen, where they would not."""

    def action_lines(self) -> None:
        """Take the lines in hand, the last one first."""
        if not self.view.lines:
            self.say(_("There is no line here yet."))
        elif self.present() is None:
            self.say(_("Type to go on with this observation, or end it: then its lines can be changed."))
        else:
            self._path = ()
            self._take(next(reversed(self.view.lines)))

    def triage(self) -> None:
        """Take in hand, one after the other, the lines that want another look."""
        self._path = tuple(line.id for line in self.view.to_triage())
        if not self._path:
            self.say(_("Every line has a code and none is starred: nothing is left to look at."))
            return
        self._take(self._path[0])
        self._tell_place()

    def _take(self, line_id: str) -> None:
        self.chosen = frozenset()
        self.hush()
        self.timeline.point(line_id)
        self.set_focus(self.line_keys)
        self.show_keys(LINES)

    def _tell_place(self) -> None:
        """Where in the triage the line in hand is."""
        place = self._path.index(self.timeline.pointed or "") + 1 if self.timeline.pointed in self._path else 0
        self.say(
            _("{place} of {n}. Alt and a letter of the pad codes it, s takes a star away, ↓ goes on, Esc ends.").format(
                place=place, n=len(self._path)
            )
        )

    def action_line_back(self) -> None:
        """Let go of the lines."""
        self.let_go()
        self.hush()

    def let_go(self) -> None:
        """Have no line in hand any more, and no question about one."""
        if self.ask_entry.is_asking:
            self.withdraw_question()
        if self.timeline.pointed is not None:
            self.timeline.point(None)
            self.timeline.choose(())
            self.show_keys(self.NAME)
        self.go_home()

    def home(self) -> Widget | None:
        """The lines, while they are in hand."""
        return self.line_keys if self.timeline.pointed is not None else self.resting()

    def resting(self) -> Widget | None:
        """Who has the cursor when no line is in hand."""
        raise NotImplementedError

    def go_into(self, widget: Widget) -> None:
        """Put the cursor there; what is not about the lines lets go of them."""
        if self.timeline.pointed is not None:
            self.action_line_back()
        super().go_into(widget)

    @on(Timeline.Clicked)
    def line_clicked(self, event: Timeline.Clicked) -> None:
        """Take the line that was clicked in hand; where a meeting is written, only one that was clicked twice."""
        event.stop()
        if event.key not in self.view.lines or (
            self.IS_WRITTEN_IN and event.times < 2 and self.timeline.pointed is None
        ):
            return
        if self.timeline.pointed is None:
            self.action_lines()
        if self.timeline.pointed is not None:
            self.timeline.point(event.key)

    @on(Timeline.Wanted)
    def lines_wanted(self, event: Timeline.Wanted) -> None:
        """Take the lines in hand."""
        event.stop()
        self.action_lines()

    def in_hand(self) -> Line | None:
        """The line under the cursor."""
        return self.view.lines.get(self.timeline.pointed or "")

    def all_in_hand(self) -> list[str]:
        """The chosen lines in their order, or the one under the cursor."""
        chosen = [line_id for line_id in self.view.lines if line_id in self.chosen]
        line = self.in_hand()
        return chosen or ([] if line is None else [line.id])

    def step(self, by: int) -> None:
        """Go so many lines on, or back."""
        ids = [line_id for line_id in self._path if line_id in self.view.lines] or list(self.view.lines)
        if self.timeline.pointed in ids:
            place = ids.index(self.timeline.pointed) + by
            self.timeline.point(ids[max(0, min(len(ids) - 1, place))])
            self._tell_place() if self._path else self.hush()

    def step_off(self, ids: Sequence[str]) -> None:
        """Go from these lines to the nearest one that stays; with none left, no line is in hand."""
        pointed = self.timeline.pointed
        if pointed is None or pointed not in ids:
            return
        order = list(self.view.lines)
        place = order.index(pointed)
        staying = [line_id for line_id in order[place:] + order[:place][::-1] if line_id not in ids]
        self.timeline.point(staying[0]) if staying else self.let_go()

    def went_through(self) -> None:
        """What was to be done with the line is done: in triage, on to the next."""
        if not self._path:
            return
        if self.timeline.pointed == self._path[-1]:
            self.action_line_back()
            self.say(_("That was the last of them. s shows the summary."))
        else:
            self.step(1)

    def action_line_up(self) -> None:
        """The line before."""
        self.step(-1)

    def action_line_down(self) -> None:
        """The line after."""
        self.step(1)

    def action_line_first(self) -> None:
        """The first line."""
        self.step(-len(self.view.lines))

    def action_line_last(self) -> None:
        """The last line."""
        self.step(len(self.view.lines))

    def action_line_choose(self) -> None:
        """Choose the line, or no longer, and go to the next."""
        line = self.in_hand()
        if line is not None:
            self.chosen ^= {line.id}
            self.timeline.choose(self.chosen)
            self.step(1)

    def change_line(self, work: Callable[[Any], Line]) -> None:
        """Change one line, and paint it anew."""
        self.change_lines(work, lambda line: self._changed([line]))

    def change_several(self, work: Callable[[Any], list[Line]], gone: Sequence[str] = ()) -> None:
        """Change several lines, or take them out, and paint them anew."""

        def taken_out(lines: list[Line], named: str) -> None:
            self.view.take_out(gone)
            self.timeline.take_out(gone)
            self.say(_("{n} taken out. Ctrl+Z brings back. {named}").format(n=len(lines), named=named).strip())

        self.chosen = frozenset()
        self.timeline.choose(())
        if gone:
            self.change_named(gone, work, taken_out)
        else:
            self.change_lines(work, self._changed)

    def change_named(
        self, ids: Sequence[str], work: Callable[[Any], Changed], then: Callable[[Changed, str], None]
    ) -> None:
        """Take something of lines away, and go on with what that gave and a sentence on the feedback that names them, if any."""

        def both(notebook: Any) -> tuple[Changed, str]:
            from coachtui.model.citation import cited_words  # late: what it hashes with is not for the first keys

            named = cited_words(notebook.feedback.cited_in(ids))
            return work(notebook), named

        self.change_lines(both, lambda told: then(*told))

    def _changed(self, lines: list[Line]) -> None:
        observation = self.present()
        if observation is None:
            return
        for line in lines:
            self.view.change(line)
            self.timeline.replace(row_of(line, observation.anchor.utc_ms, observation.zone, is_open=self.IS_OPEN))
        self.counted()

    IS_OPEN = True
    """Whether all of a line is shown; not where others may look on."""

    def counted(self) -> None:
        """What is counted of the lines may have changed."""
