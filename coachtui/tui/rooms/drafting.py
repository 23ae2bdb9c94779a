"""Drafting: the words of a draft on their way to the disk, at every key; an event at every pause."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from textual import on
from textual.widgets import TextArea

from coachtui.feedback_at_hand import AtFeedback, TakenUp, place_of, slot_of
from coachtui.model.draft import Draft
from coachtui.tui.rooms.sheet_room import SheetRoom
from coachtui.tui.widgets.draft_area import DraftArea
from coachtui.tui.workplace import Workplace

if TYPE_CHECKING:
    from textual.timer import Timer

PAUSE = 1.5
"""Seconds without a key after which what was written is an event of its own."""
GLANCE = 0.15
"""Seconds without a key after which everything around the draft is brought in line with it."""
MANY = 12
"""Changes without such a moment, after which it is done all the same, behind the picture of the last."""


class _Kept(NamedTuple):
    text: str
    cursor: int


class KeepsDraft(SheetRoom):
    """A room with one draft that is kept as it is typed."""

    area: DraftArea
    at: AtFeedback | None = None
    _pause_timer: "Timer | None" = None
    _glance_timer: "Timer | None" = None

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.area = DraftArea(id="draft")
        self.area.hold = self._keep
        self._kept: _Kept | None = None
        self._written = ""
        self._changes_unseen = 0
        self._turns_coming = 0
        self._is_turned = False
        """Whether the last change took something back, or did it again: that is no new thing that was done."""

    def on_mount(self) -> None:
        """The two clocks behind the draft stand still until something is typed."""
        self._pause_timer = self.set_interval(PAUSE, self._paused, pause=True)
        self._glance_timer = self.set_interval(GLANCE, self._glanced, pause=True)

    def look_again(self) -> None:
        """Bring everything around the draft in line with it."""
        raise NotImplementedError

    def edited(self) -> None:
        """Something new was written."""

    def put_draft(self, taken_up: TakenUp, cursor: int) -> None:
        """Show the draft as it was left."""
        self._written = taken_up.text
        self._kept = _Kept(taken_up.text, cursor)
        self.turn(lambda: self.area.put(taken_up.text, cursor))
        self.call_after_refresh(self._scroll_back, taken_up.scroll)

    def _scroll_back(self, scroll: int) -> None:
        """Scroll as far as it was; the cursor is in view in any case."""
        self.area.scroll_to(y=scroll, animate=False, force=True, immediate=True)
        self.area.scroll_cursor_visible()

    def show_words(self, text: str) -> None:
        """Show other words of the draft, as the notebook has them now; the cursor goes to where they differ."""
        before = self.area.text
        first = next((place for place, pair in enumerate(zip(before, text, strict=False)) if pair[0] != pair[1]),
                     min(len(before), len(text)))  # fmt: skip
        self._written = text
        self.turn(lambda: self.area.put(text, first))

    def rewrite(self, words: str) -> None:
        """Make these the words of the draft, as one step; a verb of the notebook does the same."""
        self.area.change(0, len(self.area.text), words)
        self.area.go_to(0)
        self._written = words

    def turn(self, work: Callable[[], None]) -> None:
        """Change the words by this without doing a new thing: one that is taken back, or was done before."""
        self._turns_coming += 1
        work()

    @on(TextArea.Changed)
    def draft_changed(self, event: TextArea.Changed) -> None:
        """Keep the words, and look at them once there is a moment."""
        event.stop()
        self._is_turned = self._turns_coming > 0
        if self._is_turned:
            self._turns_coming -= 1
        else:
            self.edited()
        if self.at is not None:
            self._keep()
            if self.area.has_focus and not self._is_turned:
                self.hush()
            self._wait_a_moment()

    @on(TextArea.SelectionChanged)
    def cursor_moved(self, event: TextArea.SelectionChanged) -> None:
        """Keep where the cursor is."""
        event.stop()
        before = self._kept
        if self.at is not None and before is not None and before.text == self.area.text and self._keep():
            self._wait_a_moment()

    def _keep(self) -> bool:
        """Put the words and the cursor into the scribe's slot; whether they are others than before."""
        now = _Kept(self.area.text, self.area.index)
        if self.at is None or now == self._kept:
            return False
        self._kept = now
        self.workplace.scribe.jot(Draft(slot_of(self.at.feedback.id), *now, None))
        return True

    def _wait_a_moment(self) -> None:
        self._changes_unseen += 1
        if self._changes_unseen >= MANY:
            self._changes_unseen = 0
            self.call_after_refresh(self._glanced)
        for timer in (self._pause_timer, self._glance_timer):
            if timer is not None:
                timer.reset()
                timer.resume()

    def _glanced(self) -> None:
        if self._glance_timer is not None:
            self._glance_timer.pause()
        self._changes_unseen = 0
        if self.at is not None:
            self.look_again()

    def _paused(self) -> None:
        if self._pause_timer is not None:
            self._pause_timer.pause()
        self.keep_place()
        if not self._is_turned:
            self.attempt(self.write_down, group="write", each=True, leads=False)

    async def write_down(self) -> None:
        """Make an event of what was written since the last one. Raises a NotebookError."""
        at, text = self.at, self.area.text
        if at is None or text == self._written:
            return
        before, self._written = self._written, text
        try:
            await self.workplace.scribe.do(lambda notebook: notebook.feedback.write(at.feedback.id, text))
        except BaseException:
            self._written = before
            raise

    def unwritten(self) -> str | None:
        """The words that are not an event yet, for a verb that makes one of them first; None where there are none."""
        text = self.area.text
        if self.at is None or text == self._written:
            return None
        self._written = text
        return text

    def keep_place(self) -> None:
        """Keep how far the draft is scrolled."""
        if self.at is not None:
            scroll = self.area.place.scroll
            self.workplace.scribe.jot(Draft(place_of(self.at.feedback.id), "scrolled", scroll, None))

    def on_screen_suspend(self) -> None:
        """Another room comes before this one: what was written is an event by then."""
        if self.at is not None:
            self.keep_place()
            self.attempt(self.write_down, group="write", each=True, leads=False)

    def leaving(self) -> None:
        """The program closes: what was written becomes an event, behind the words themselves."""
        if self.at is not None:
            self.keep_place()
            identity, text = self.at.feedback.id, self.unwritten()
            if text is not None:
                work: Any = lambda notebook: notebook.feedback.write(identity, text)  # noqa: E731
                promise = self.workplace.scribe.ask(work)
                promise.add_done_callback(lambda done: done.cancelled() or done.exception())
