"""Reading: one observation of the past, line by line."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Rule

from coachtui.model.people import Roster
from coachtui.model.timing import clock_text
from coachtui.tui.bindings import bindings_for
from coachtui.tui.commands import LINES, READING
from coachtui.tui.meeting_view import MeetingView
from coachtui.tui.opening import Shown, read_shown
from coachtui.tui.pad_rows import pad_rows
from coachtui.tui.presets import NO_FUNCTION_KEYS
from coachtui.tui.rooms.describing import Describes
from coachtui.tui.rooms.discarding_whole import DiscardsWhole
from coachtui.tui.rooms.passing_on import PassesOn
from coachtui.tui.rooms.room import GoBack, GoTo
from coachtui.tui.rooms.scrolling import ScrollsTimeline
from coachtui.tui.telling import day_text, rows_of
from coachtui.tui.widgets.ask_entry import AskEntry
from coachtui.tui.widgets.line_keys import LineKeys
from coachtui.tui.widgets.pad import Pad
from coachtui.tui.widgets.timeline import Timeline
from coachtui.tui.workplace import Workplace
from coachtui.wording import _, counted

if TYPE_CHECKING:
    from coachtui.model.observation import Observation
    from coachtui.store.events import Undone


class ReadingRoom(ScrollsTimeline, PassesOn, Describes, DiscardsWhole):
    """The room in which an observation is read again."""

    NAME = READING
    BINDINGS = bindings_for(READING)
    AUTO_FOCUS = ""

    def __init__(self, workplace: Workplace, ref: str, saying: str | None = None, at: str | None = None) -> None:
        """Which observation, what to say first, and the id of the line to begin at."""
        super().__init__(workplace)
        self._ref = ref
        self._at = at
        self._saying = saying
        self._observation: Observation | None = None
        self._shown: Shown | None = None
        self.view = MeetingView()
        self.timeline = Timeline(empty_text=_("Nothing was written in this observation."), live=False)
        self.ask_entry = AskEntry(id="ask")
        self.line_keys = LineKeys()
        self.pad = Pad(id="pad")

    def compose(self) -> ComposeResult:
        """The title, the lines, the keys."""
        yield self.title_row
        yield Rule()
        with Horizontal(id="lines"):
            yield self.timeline
            yield self.pad
        yield self.notice
        yield self.ask_entry
        yield self.line_keys
        yield self.footer_row

    def on_mount(self) -> None:
        """Read the observation."""
        super().on_mount()
        self.timeline.visible = self.pad.display = False
        self.attempt(self._read, group="read")

    def on_resize(self) -> None:
        """Fit the keys and the title into the new width."""
        super().on_resize()
        self._show_title()

    async def _read(self) -> None:
        ref = self._ref
        self._show(
            await self.workplace.scribe.do(lambda notebook: read_shown(notebook, notebook.observations.get(ref)))
        )

    def _show(self, shown: Shown) -> None:
        """Show the observation as it is now; what is in view stays in view."""
        self._shown, self._observation = shown, shown.observation
        self.view = MeetingView(shown.whole)
        self.furnished()
        self._show_title()
        self.timeline.visible = True
        self.timeline.load(rows_of(shown.whole))
        if self._at is not None:
            self.timeline.point(self._at)
            self._at = None
        if self._saying is not None:
            self.say(self._saying)
            self._saying = None

    def furnished(self) -> None:
        """What was watched for is known."""
        found = self._observation
        wanted = (found and found.framework) or self.workplace.settings.framework
        self.framework = self.workplace.frameworks.get(wanted)
        self.counted()

    def counted(self) -> None:
        """Bring the pad, if it is shown, in line with the lines."""
        if self.pad.display:
            with_alt = self.workplace.settings.keys != NO_FUNCTION_KEYS
            self.pad.show(pad_rows(self.framework, self.view, Roster(), None, with_alt=with_alt))

    def show_keys(self, scope: str) -> None:
        """Show the keys that apply now; while lines are in hand, those of the pad too."""
        super().show_keys(scope)
        self.pad.display = scope == LINES
        self.counted()

    def present(self) -> "Observation | None":
        """The observation; nothing of it can be changed before it was read."""
        return self._observation

    def speakers(self) -> Roster:
        """Who may have spoken."""
        return Roster() if self._shown is None else self._shown.roster

    def resting(self) -> Widget | None:
        """Nobody: letters are keys of this room."""
        return None

    def reload(self) -> None:
        """Read it anew."""
        self.attempt(self._read, group="read")

    def change_lines(self, work: Callable[[Any], Any], then: Callable[[Any], None]) -> None:
        """Do a verb of the notebook, and go on with what it gave."""

        async def deed() -> None:
            then(await self.workplace.scribe.do(work))

        self.attempt(deed, group="change", each=True)

    def about(self) -> tuple[str | None, str | None, str | None]:
        """The team, the lead and the framework as they are known now."""
        found = self._observation
        return (None, None, None) if found is None else (found.team, found.lead, found.framework)

    def described(self, observation: "Observation") -> None:
        """Show the observation as it was described."""
        self.reload()

    def action_undo(self) -> None:
        """Take back the last thing done to this observation."""
        self._turn("undo", _("Taken back"))

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self._turn("redo", _("Done again"))

    def _turn(self, verb: str, words: str) -> None:
        found = self._observation
        if found is None:
            return

        def then(done: "Undone | None") -> None:
            self.say(f"{words}: {done.what}." if done is not None else _("There is nothing more of that."))
            self.reload()

        self.change_lines(lambda notebook: getattr(notebook, verb)(found.id), then)

    def action_triage(self) -> None:
        """Go through the lines that want another look."""
        if self._observation is not None:
            self.triage()

    def action_closing(self) -> None:
        """Ask for the closing words."""
        found = self._observation
        if found is not None:
            self.ask_closing_words(found.id, self._concluded)

    def _concluded(self) -> None:
        self.reload()
        self.say(self.closing_sentence())

    def action_summary(self) -> None:
        """Minutes by segment, codes, talk, the lines by look-for, as they are now."""
        if self._shown is not None:
            self.attempt(self._sum_up, group="summary")

    async def _sum_up(self) -> None:
        from coachtui.tui.dialogs.summary import SummaryPage

        await self._read()
        if self._shown is not None:
            self.app.push_screen(SummaryPage(self._shown.whole, self.framework))

    def _show_title(self) -> None:
        """Whose meeting, when, how much; at the right as many of these as there is room for."""
        found = self._observation
        if found is None:
            return
        who = " · ".join(part for part in (found.team, found.lead) if part) or _("team not named")
        self.show_place(who, _when(found), counted(found.lines, "{n} line", "{n} lines"), found.ref)

    def action_observe(self) -> None:
        """Sit in on a meeting."""
        self.post_message(GoTo("observe"))

    def action_leave(self) -> None:
        """Go back to where one came from."""
        self.post_message(GoBack())


def _when(observation: "Observation") -> str:
    """The day, the start and the end."""
    start, zone = observation.anchor.utc_ms, observation.zone
    ended = "" if observation.ended_utc_ms is None else f"–{clock_text(observation.ended_utc_ms, zone)}"
    return f"{day_text(start, zone)} {clock_text(start, zone)}{ended}"
