"""The end of a meeting: three short questions, each may be skipped; then the lines that want another look."""

from coachtui.model.closing import Closing
from coachtui.model.observation import Observation
from coachtui.tui.capture import Capture
from coachtui.tui.opening import ended_sentence
from coachtui.tui.rooms.marking import Marks
from coachtui.tui.rooms.room import GoTo
from coachtui.tui.telling import count_text
from coachtui.tui.widgets.entry import Entry

QUESTIONS = ("One strength", "One idea for a step", "One question")


class Concludes(Marks):
    """How a room that writes an observation ends it."""

    capture: Capture
    entry: Entry
    _ended: Observation | None = None

    def action_end(self) -> None:
        """End the observation, with what is half-typed as its last line."""
        if self.capture.meeting is None:
            if self._ended is not None and self.workplace.refusal is None:
                self.conclude(self._ended)
            else:
                self.say("Nothing to end yet: the first key begins an observation.")
            return
        self.capture.end()
        self.entry.set_text("", 0)
        self.show_reading("")

    def action_next_meeting(self) -> None:
        """End this observation and be ready for the next one, with nothing of this one on the screen."""
        if self.capture.meeting is not None:
            self.capture.end()
        self.entry.set_text("", 0)
        self.capture.shown = None
        self.capture.team = self.capture.lead = None
        self.show_none()
        self.say("Ready for the next meeting. The first key begins it.")

    def ended(self, observation: Observation) -> None:
        """Say that it is over, and be ready for the next one."""
        meeting = self.capture.shown
        if meeting is not None and meeting.id == observation.id:
            self._ended = observation
            self.stand(None)
            self.say(ended_sentence(observation, in_drop_box=self.workplace.refusal is not None))
            if observation.lines > len(self.view.lines) and self.workplace.refusal is None:
                self.reload()  # the half-typed line was filed with the end
        self.show_title()

    def conclude(self, observation: Observation) -> None:
        """Ask the three questions, one after the other."""
        self._ask_next(observation, [])

    def _ask_next(self, observation: Observation, answers: list[str]) -> None:
        if len(answers) == len(QUESTIONS):
            closing = Closing(*answers)
            self.change_lines(
                lambda notebook: notebook.closings.keep(observation.id, closing), lambda _: self._concluded(observation)
            )
            return
        self.say("Enter goes on, also with nothing; Esc leaves it for later.")
        self.ask(QUESTIONS[len(answers)], "", lambda words: self._ask_next(observation, [*answers, words]))

    def _concluded(self, observation: Observation) -> None:
        """The words are kept: go to the observation, where the lines that want another look are gone through."""
        self._ended = None
        waiting = sum(1 for _ in self.view.to_triage())
        lines = count_text(waiting, "line wants another look", "lines want another look")
        self.say(f"Kept. {lines}: t goes through them.")
        self.post_message(GoTo("reading", observation.id))

    def show_none(self) -> None:
        """Show no line."""
        raise NotImplementedError
