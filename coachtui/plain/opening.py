"""Opens the plain mode on a home: the notebook, or the drop box where another window has it; and ends it well."""

from typing import TYPE_CHECKING

from coachtui.plain.keyboard import Ended, Keyboard
from coachtui.plain.listener import Leaves
from coachtui.plain.locking import open_notebook
from coachtui.plain.session import Session
from coachtui.wording import _

if TYPE_CHECKING:
    from coachtui.clock import Clock
    from coachtui.places import Places

GOODBYE = _("Everything is saved. Goodbye.")
GOODBYE_FROM_SAMPLE = _("Nothing of the sample school is kept. Goodbye.")


def open_plain(places: "Places", clock: "Clock", room: str, team: str | None, lead: str | None,
               saying: str = "") -> int:  # fmt: skip
    """Hold the conversation until the person leaves it, with something said at the start; the exit code."""
    from coachtui.home import settle
    from coachtui.settings import read_settings

    settle(places)
    settings, complaints = read_settings(places.settings)
    with Keyboard() as keyboard:
        session = Session(places, clock, settings, keyboard)
        for sentence in [saying, *complaints] if saying else complaints:
            session.say(sentence)
        try:
            return _hold(session, room, team, lead)
        finally:
            session.close()


def _hold(session: Session, room: str, team: str | None, lead: str | None) -> int:
    from coachtui.plain.today import Today

    try:
        open_notebook(session, may_ask=room != "observe")
        Today(session).hear_first(room, team, lead)
    except Leaves:
        session.keep_house()
        session.say(GOODBYE_FROM_SAMPLE if session.places.is_thrown_away else GOODBYE)
    except Ended as fault:
        return 128 + fault.number
    return 0
