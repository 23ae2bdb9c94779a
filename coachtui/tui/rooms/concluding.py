"""The end of a meeting, and the next one; then three short questions, and the lines that want another look."""

from coachtui.model.observation import Observation
from coachtui.tui.capture import Capture
from coachtui.tui.opening import ended_sentence
from coachtui.tui.rooms.closing_words import AsksClosingWords
from coachtui.tui.rooms.marking import Marks
from coachtui.tui.rooms.room import GoTo
from coachtui.tui.widgets.entry import Entry
from coachtui.wording import _


class Concludes(Marks, AsksClosingWords):
    """How a room that writes an observation ends it."""

    capture: Capture
    entry: Entry
    _ended: str | None = None
    """The observation that was ended last here, as long as its closing words can be asked for."""

    def action_end(self) -> None:
        """End the observation, with what is half-typed as its last line."""
        self.let_go()
        if self.capture.meeting is None:
            if self.capture.held:
                self.say(_("The notebook is being opened. What you typed is kept; F8 again in a moment ends it."))
            elif self._ended is not None and self.workplace.refusal is None:
                self.conclude(self._ended)
            else:
                self.say(_("Nothing to end yet: the first key begins an observation."))
            return
        self._ended = self.capture.meeting.id
        self.capture.end()
        self.entry.set_text("", 0)
        self.show_reading("")

    def action_next_meeting(self) -> None:
        """End this observation and be ready for the next one, with nothing of this one on the screen."""
        self.let_go()
        if self.capture.meeting is not None:
            self.capture.end()
        self.entry.set_text("", 0)
        self.capture.forget()
        self._ended = None
        self.stand_as_usual()
        self.watch_for()
        self.show_none()
        self.say(_("Ready for the next meeting. The first key begins it."))

    def ended(self, observation: Observation) -> None:
        """Say that it is over, and be ready for the next one."""
        meeting = self.capture.shown
        if meeting is not None and meeting.id == observation.id:
            self.reload()  # what was half-typed is a line now, and what went on was stopped
            self.stand_as_usual()
            self.say(ended_sentence(observation, is_in_notebook=self.workplace.refusal is None))
            if observation.lines > len(self.view.lines) and self.workplace.refusal is None:
                self.reload()  # the half-typed line was filed with the end
        self.show_title()

    def conclude(self, identity: str) -> None:
        """Ask the three questions, then go on to the observation as it can be read."""
        self.ask_closing_words(identity, lambda: self._concluded(identity))

    def _concluded(self, identity: str) -> None:
        self._ended = None
        self.hush()
        self.post_message(GoTo("reading", identity, self.closing_sentence(), from_today=True))

    def show_none(self) -> None:
        """Show no line."""
        raise NotImplementedError
