"""Opens the plain mode on a home: the notebook, or the drop box where another window has it; and ends it well."""

from typing import TYPE_CHECKING

from coachtui.ids import new_id
from coachtui.plain.keyboard import Ended, Keyboard
from coachtui.plain.listener import Leaves, Line
from coachtui.plain.session import Session
from coachtui.store.errors import NotebookError

if TYPE_CHECKING:
    from coachtui.clock import Clock
    from coachtui.places import Places
    from coachtui.settings import Settings

_TOGETHER = (
    "This notebook stands in Together: a lead may be looking on, so nothing of it is said here. "
    "To be alone again, type {}. Ctrl+D leaves it as it is."
)
_NOT_IT = "That is not it. The notebook stays in Together."
GOODBYE = "Everything is saved. Goodbye."


def open_plain(places: "Places", clock: "Clock", room: str, team: str | None, lead: str | None) -> int:
    """Hold the conversation until the person leaves it; the exit code."""
    from coachtui.home import settle
    from coachtui.settings import read_settings

    settle(places)
    settings, complaints = read_settings(places.settings)
    with Keyboard() as keyboard:
        session = _opened(places, clock, settings, keyboard)
        for sentence in complaints:
            session.say(sentence)
        try:
            return _hold(session, room, team, lead)
        finally:
            session.close()


def _opened(places: "Places", clock: "Clock", settings: "Settings", keyboard: Keyboard) -> Session:
    """A session with the notebook; with the drop box where that can't be opened."""
    from coachtui.store.notebook import Notebook

    try:
        notebook = Notebook.open(places, clock, new_id)
        notebook.begin_session()
    except NotebookError as refusal:
        from coachtui.store.dropbox import DropBox

        return Session(places, clock, settings, keyboard, None, DropBox(places, clock, new_id()), refusal)
    return Session(places, clock, settings, keyboard, notebook, None, None)


def _hold(session: Session, room: str, team: str | None, lead: str | None) -> int:
    from coachtui.plain.today import Today

    try:
        if session.refusal is None and session.notebook.left_together:
            _leave_together(session)
        Today(session).hear_first(room, team, lead)
    except Leaves:
        session.keep_house()
        session.say(GOODBYE)
    except Ended as fault:
        return 128 + fault.number
    return 0


def _leave_together(session: Session) -> None:
    """Say nothing of the notebook until it was confirmed that one is alone. Raises Leaves."""
    together = session.notebook.together
    has_passphrase = together.has_passphrase()
    while together.on() is not None:
        session.say(_TOGETHER.format("the passphrase" if has_passphrase else "leave"))
        said = session.listener.ask(Line("Together: ", is_secret=has_passphrase)).text.strip()
        if together.is_passphrase(said) if has_passphrase else said.casefold() == "leave":
            together.leave()
            session.say("You are alone again.")
        elif said:
            session.say(_NOT_IT)
