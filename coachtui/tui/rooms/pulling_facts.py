"""Facts from lines: what was seen and heard in the lead's meetings, to be pulled into a plan with one key."""

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from coachtui.model.dates import say_date
from coachtui.model.line import Kind, Line, Visibility
from coachtui.model.timing import clock_text, local_time
from coachtui.tui.rooms.asking_of_plans import AsksOfPlans
from coachtui.tui.widgets.sheet import SheetRow, heading
from coachtui.wording import _

_MEETINGS = 12
"""How many of the lead's last meetings are looked through."""
_NONE = _("There is no evidence of this lead's meetings yet. Facts can be typed: a on the row of facts.")


class Seen(NamedTuple):
    """A line of evidence with the meeting it is of."""

    line: Line
    meeting: str
    day: date
    time: str


class PullsFacts(AsksOfPlans):
    """The part of a plan's room that shows the lines."""

    is_pulling = False
    _lines: tuple[Seen, ...] = ()

    def action_fact(self) -> None:
        """Show the evidence of the lead's last meetings, starred lines first; again puts it away."""
        if self.is_pulling:
            self.stop_pulling()
            return
        page = self.page
        if page is None:
            return

        async def deed() -> None:
            self._lines = await self.workplace.scribe.do(lambda notebook: _seen(notebook, page.plan.lead))
            if not self._lines:
                self.say(_NONE)
                return
            self.is_pulling = True
            self.sheet.show(self.line_rows())
            self.sheet.go_to(f"line:{self._lines[0].line.id}")
            self.say(_("Enter takes a line as a fact, with its day. Esc goes back to the plan."))

        self.attempt(deed, group="read")

    def stop_pulling(self) -> None:
        """Back to the plan."""
        self.is_pulling = False
        self.hush()
        self.reload()

    def line_rows(self) -> Iterator[SheetRow]:
        """The lines, meeting by meeting."""
        pulled = {row.source for row in self.page.rows} if self.page else set[str | None]()
        meeting = ""
        for seen in self._lines:
            if seen.meeting != meeting:
                meeting = seen.meeting
                yield heading(f"{meeting}, {say_date(seen.day, self.today())}")
            line = seen.line
            who = f"{line.speaker}: " if line.speaker else ""
            star = " *" if line.starred else ""
            yield SheetRow(
                f"line:{line.id}", seen.time, f"{who}{line.text}{star}", _("taken") if line.id in pulled else ""
            )

    def pull(self, line_id: str) -> None:
        """Take a line as a fact; it is the principal's alone until it is opened for both. Taken twice it stands once."""
        page, seen = self.page, next((each for each in self._lines if each.line.id == line_id), None)
        if page is None or seen is None:
            return
        if any(row.source == line_id and row.part == "facts" for row in page.rows):
            self.say(_("That line is among the facts already."))
            return
        who = f"{seen.line.speaker}: " if seen.line.speaker else ""

        def work(notebook: Any) -> None:
            notebook.conversations.add_row(page.plan.id, "facts", f"{seen.time} {who}{seen.line.text}".strip(), "principal",
                                           is_private=True, day=seen.day, source=line_id)  # fmt: skip

        self.change(work, _("Taken as a fact. Enter takes more, Esc goes back to the plan."))


def _seen(notebook: Any, lead_id: str) -> tuple[Seen, ...]:
    """The evidence of the lead's last meetings, newest first, starred lines first in each; runs on the scribe's thread."""
    found: list[Seen] = []
    for observation in notebook.observations.of_lead(lead_id, _MEETINGS):
        day = local_time(observation.anchor.utc_ms, observation.zone).date()
        lines = [line for line in notebook.lines.of(observation.id)
                 if line.kind is Kind.EVIDENCE and line.visibility is not Visibility.MINE and line.text]  # fmt: skip
        for line in sorted(lines, key=lambda each: not each.starred):
            time = "" if line.at_ms is None else clock_text(observation.anchor.utc_ms + line.at_ms, observation.zone)
            found.append(Seen(line, observation.team or _("A meeting"), day, time))
    return tuple(found)
