"""What a room needs to know when the notebook has been opened: what was cut off, and what was half-typed."""

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from coachtui.model.moment import Moment
from coachtui.model.observation import TOO_LONG_AGO_MS
from coachtui.model.people import Roster
from coachtui.model.timing import clock_text, length_text
from coachtui.store.errors import NotebookError
from coachtui.tui.telling import day_text
from coachtui.wording import _, counted

if TYPE_CHECKING:
    from coachtui.model.observation import Observation
    from coachtui.model.whole import Whole


OPENING = _("Opening the notebook. What you type is kept")
BROUGHT_UP = _("The notebook was brought up to date, after a backup.")


class Shown(NamedTuple):
    """An observation as a room shows it: the whole of it, when something was typed in it last, who may speak."""

    whole: "Whole"
    last_sign: Moment
    roster: Roster

    @property
    def observation(self) -> "Observation":
        """Which observation it is."""
        return self.whole.observation


@dataclass(frozen=True, slots=True)
class Opening:
    """What the Observe room starts from."""

    cut_off: Shown | None
    roster: Roster
    taken_in: int


def read_opening(notebook: Any, team: str | None) -> Opening:
    """Read what the Observe room starts from; runs on the scribe's thread."""
    found = notebook.observations.unfinished()
    if found is not None and notebook.observations.withdraw_if_empty(found.id):
        found = notebook.observations.unfinished()
    cut_off = None if found is None else read_shown(notebook, found)
    roster = Roster(notebook.people.speakers_of(team))
    return Opening(cut_off, roster, read_taken_in(notebook))


def read_taken_in(notebook: Any) -> int:
    """How many lines came out of the drop box at the opening, told once; runs on the scribe's thread."""
    taken_in, notebook.taken_in = notebook.taken_in, 0
    return int(taken_in)


def read_shown(notebook: Any, observation: "Observation") -> Shown:
    """One observation with all that belongs to it; runs on the scribe's thread."""
    return Shown(
        notebook.whole(observation),
        notebook.drafts.last_touched(observation.id) or observation.anchor,
        Roster(notebook.people.speakers_of(observation.team)),
    )


def is_another_meeting(cut_off: Shown, now: Moment, team: str | None) -> bool:
    """Whether what is typed now belongs to another meeting than the one that was cut off."""
    named = team is not None and team.casefold() != (cut_off.observation.team or "").casefold()
    return named or now.utc_ms - cut_off.last_sign.utc_ms > TOO_LONG_AGO_MS


def was_in_a_meeting(notebook: Any, now: Moment) -> bool:
    """Whether the program was torn out of a meeting that may still go on; runs on the scribe's thread.

    What can't be read is told by the room that needs it.
    """
    with suppress(NotebookError):
        found = notebook.observations.unfinished() if notebook.crashed else None
        if found is not None:
            last_sign = notebook.drafts.last_touched(found.id) or found.anchor
            return bool(now.utc_ms - last_sign.utc_ms <= TOO_LONG_AGO_MS)
    return False


def stopped_sentence(cut_off: Shown, now: Moment) -> str:
    """What the room says of an observation that was cut off and can be taken up again."""
    stopped = clock_text(cut_off.last_sign.utc_ms, cut_off.observation.zone)
    away = length_text(now.utc_ms - cut_off.last_sign.utc_ms)
    return _(
        "This observation stopped at {stopped}, {away} ago. Everything typed is here.\n"
        "Type to go on: the gap is marked. F8 ends it where it stopped."
    ).format(stopped=stopped, away=away)


def waiting_sentence(cut_off: Shown) -> str:
    """What the room says of an observation that was cut off and is left for Today."""
    day = day_text(cut_off.observation.anchor.utc_ms, cut_off.observation.zone)
    return _("The observation of {day} was never ended. It waits on Today. What you type begins a new one.").format(
        day=day
    )


def taken_in_sentence(lines: int) -> str:
    """What a room says of lines that came out of the drop box."""
    return _("{number} from the drop box taken in.").format(number=counted(lines, "{n} line", "{n} lines"))


def ended_sentence(observation: "Observation", *, is_in_notebook: bool = True) -> str:
    """What the room says when an observation is over; in the drop box nothing more can be done with it."""
    ended = clock_text(observation.ended_utc_ms or 0, observation.zone)
    lines = counted(observation.lines, "{n} line", "{n} lines")
    if not is_in_notebook:
        return _("Ended at {ended}, {lines}, all saved in the drop box. Type to begin the next one.").format(
            ended=ended, lines=lines
        )
    return _(
        "Ended at {ended}, {lines}, all saved. Type to begin the next one.\n"
        "F8 asks three short questions about it. Ctrl+Z goes on with it."
    ).format(ended=ended, lines=lines)
