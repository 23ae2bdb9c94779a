"""The lead's step in the room where a meeting is written: it stands on the pad, and one key says that it was seen."""

from coachtui.tui.capture import Capture
from coachtui.tui.rooms.confiding import Confides
from coachtui.tui.watched_steps import WatchedStep, read_steps
from coachtui.tui.widgets.entry import Entry
from coachtui.tui.widgets.pad import Pad
from coachtui.wording import _

NO_STEP = _("No step is known that this lead agreed to. F5 says whose meeting it is.")


class WatchesSteps(Confides):
    """A room that knows what the lead of its meeting agreed to do, also where the lead is named later."""

    capture: Capture
    entry: Entry
    pad: Pad
    steps: tuple[WatchedStep, ...] = ()

    def about(self) -> tuple[str | None, str | None, str | None]:
        """The team, the lead and the framework as they are known now."""
        raise NotImplementedError

    def can_change(self) -> bool:
        """Whether anything but lines can be kept."""
        raise NotImplementedError

    def look_for_steps(self) -> None:
        """Read the steps of the lead whose meeting it is."""
        if self.workplace.is_open and self.workplace.refusal is None:
            self.attempt(self._read_steps, group="steps", leads=False)

    async def _read_steps(self) -> None:
        meeting = self.capture.shown
        identity = meeting.id if meeting is not None and meeting.begun else None
        team, lead, __ = self.about()
        today, before = self.workplace.clock.today(), self.steps
        self.steps = await self.workplace.scribe.do(lambda notebook: read_steps(notebook, identity, team, lead, today))
        if self.steps != before:
            self.counted()
            self._tell_of_step()

    def _tell_of_step(self) -> None:
        """Where the pad is not shown, say it before the first key of the meeting, and never while one is written."""
        waiting = self._waiting()
        if (
            waiting is None
            or self.pad.display
            or self.capture.shown is not None
            or self.entry.text
            or self.notice.display
        ):
            return
        self.say(
            _("{first_name}'s step: “{words}” Alt+S says that you see it.").format(
                first_name=waiting.first_name, words=waiting.words
            )
        )

    def _waiting(self) -> WatchedStep | None:
        return next((step for step in self.steps if not step.is_seen), None)

    def action_step_seen(self) -> None:
        """Say that the step was seen now, behind all that was typed before."""
        if self.can_change():
            self.capture.behind(self._see)

    def _see(self) -> None:
        step = self._waiting()
        if step is None:
            self.say(_("The step was seen already. Ctrl+Z takes that back.") if self.steps else NO_STEP)
            return
        self.steps = tuple(each._replace(is_seen=True) if each is step else each for each in self.steps)
        self.capture.see(step.id, lambda __: self._seen(step))

    def _seen(self, step: WatchedStep) -> None:
        self.counted()
        self.say(_("Seen: “{words}” Ctrl+Z takes it back.").format(words=step.words))
