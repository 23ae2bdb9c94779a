"""What the Observe room starts from: a new observation, or one that was cut off and is taken up again."""

from typing import Any

from coachtui.model.meeting import meeting_of
from coachtui.store.errors import NotebookError
from coachtui.tui.capture import Capture
from coachtui.tui.held import keep_in_drop_box
from coachtui.tui.opening import (
    Opening,
    Shown,
    is_another_meeting,
    read_opening,
    read_shown,
    stopped_sentence,
    taken_in_sentence,
    waiting_sentence,
)
from coachtui.tui.rooms.room import Room
from coachtui.tui.widgets.entry import Entry
from coachtui.wording import _


class TakesUp(Room):
    """The beginning of a room that writes an observation."""

    capture: Capture
    entry: Entry
    _wanted: str | None = None
    _is_aside = False

    def show_lines(self, shown: Shown) -> None:
        """Show an observation as it is now."""
        raise NotImplementedError

    def show_none(self) -> None:
        """Show that no observation has begun."""
        raise NotImplementedError

    def watch_for(self) -> None:
        """Take the framework of the meeting that is shown."""
        raise NotImplementedError

    def show_title(self) -> None:
        """Show whose meeting it is."""
        raise NotImplementedError

    def show_reading(self, typed: str) -> None:
        """Show how what is typed will be filed."""
        raise NotImplementedError

    def notebook_opened(self) -> None:
        """Go on with what was cut off, or be ready for a new observation, with all that is known by now."""
        if self.workplace.lexicon is not None:
            self.furnished()
        self.attempt(self._open, group="open", leads=False)  # what is typed waits for the notebook in the entry

    @property
    def wants_keys(self) -> bool:
        """Whether the cursor is in the entry, on the lines, or where a question is answered."""
        return self.focused is not None and super().wants_keys

    @property
    def holds_words(self) -> bool:
        """Whether something that was typed here waits for the notebook."""
        return bool(self.capture.held)

    def rescue(self) -> None:
        """Put what waits for a notebook that does not come into the drop box. Raises a NotebookError."""
        place, capture = self.workplace, self.capture
        keep_in_drop_box(place.places, place.clock, capture.held.take(), capture.team, capture.lead)

    def go_on_in(self, box: Any) -> None:
        """Begin there the meeting that is being written: what is filed next goes into it. Raises a NotebookError."""
        meeting = self.capture.shown
        if meeting is not None:
            box.begin(meeting.id, meeting.anchor, meeting.zone, meeting.team, meeting.lead)

    def asked_for(self, ref: str | None) -> None:
        """Go on with one observation that was cut off, if none is being written."""
        self.entry.focus()
        is_aside, self._is_aside = self._is_aside, False
        meeting = self.capture.meeting
        if is_aside or not self.capture.is_open:
            self._wanted = ref
            if is_aside:
                self.notebook_opened()
        elif ref is None:
            return
        elif meeting is None:
            self.attempt(lambda: self._go_on(ref), group="open")
        elif meeting.id != ref:
            self.say(_("Another observation is being written. End it first with F8."))

    def put_aside(self) -> None:
        """Leave an observation that was cut off as the notebook has it: it may be ended elsewhere meanwhile."""
        if self.capture.put_aside():
            self._is_aside = True
            self.entry.set_text("", 0)
            self.show_none()

    async def _go_on(self, ref: str) -> None:
        self._go_on_with(
            await self.workplace.scribe.do(lambda notebook: read_shown(notebook, notebook.observations.get(ref)))
        )

    async def _open(self) -> None:
        if self.workplace.refusal is not None:
            self.stand_as_usual()
            self.capture.open(None)
            return
        team, wanted = self.capture.team, self._wanted
        self._wanted = None
        try:
            opening = await self.workplace.scribe.do(lambda notebook: read_opening(notebook, team))
            self._take_up(opening, is_chosen=wanted is not None)
            if wanted is not None:
                await self._go_on(wanted)
        except NotebookError:
            self.capture.open(None)  # what was typed meanwhile begins a new one, rather than wait for ever
            raise

    def _take_up(self, opening: Opening, *, is_chosen: bool) -> None:
        """Start from what the notebook holds; what was typed meanwhile is not disturbed."""
        self.capture.roster = opening.roster
        taken_in = (
            _("\n{taken_in_sentence} See Today.").format(taken_in_sentence=taken_in_sentence(opening.taken_in))
            if opening.taken_in
            else ""
        )
        if taken_in:
            self.say(taken_in.strip())
        cut_off = opening.cut_off
        if is_chosen:
            return
        if cut_off is None:
            self.capture.open(None)
        elif is_another_meeting(cut_off, self.workplace.clock.now(), self.capture.team):
            self.say(waiting_sentence(cut_off) + taken_in)
            self.capture.open(None)
        else:
            self._go_on_with(cut_off, taken_in)
        self.show_title()

    def _go_on_with(self, cut_off: Shown, said_behind: str = "") -> None:
        """Show the observation that was cut off; the next key takes it up, or what was typed already."""
        found = cut_off.observation
        self.show_lines(cut_off)
        self.say(stopped_sentence(cut_off, self.workplace.clock.now()) + said_behind)
        meeting = meeting_of(found, cut_off.roster, cut_off.last_sign)
        draft = cut_off.whole.draft
        if draft is not None and not self.entry.text and not self.capture.held:
            self.entry.set_text(draft.text, draft.cursor)
            self.capture.first_key = draft.began
        self.capture.open(meeting, half_typed_before=draft is not None and self.entry.text != draft.text)
        self.show_reading(self.entry.text)
        self.watch_for()
        self.show_title()
