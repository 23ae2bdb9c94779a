"""A notebook with a passphrase, in words: asked for where it is locked; locked on a word, or when nobody typed for a while."""

from typing import TYPE_CHECKING

from coachtui.plain.listener import Line
from coachtui.plain.said_words import is_answer, told_answer
from coachtui.store.errors import NotebookError, NotebookLocked, WrongPassphrase
from coachtui.wording import _

if TYPE_CHECKING:
    from coachtui.plain.session import Session
    from coachtui.store.key import Key

JOTTING = _("This notebook is locked; lock asks for its passphrase.")
WRONG = _("That is not the passphrase of this notebook.")
NOT_ENCRYPTED = _("This notebook has no passphrase. coachtui lock, typed in a terminal, puts one before it.")
_ASKS = _(
    "This notebook is locked. Type its passphrase; it is not shown. An empty line writes without it, into the drop box."
)
_LOCKED = _("This notebook is locked. Type its passphrase; it is not shown. Ctrl+D leaves.")
_TOGETHER = _(
    "This notebook stands in Together: a lead may be looking on, so nothing of it is said here. "
    "To be alone again, type {}. Ctrl+D leaves it as it is."
)
_NOT_IT = _("That is not it. The notebook stays in Together.")


class LockedNow(Exception):
    """The notebook was locked; what was being done is left, and nothing of it is lost."""


def open_notebook(session: "Session", *, may_ask: bool) -> None:
    """Open the notebook, or the drop box where it can't be. Without `may_ask` a locked one is written beside, not waited for."""
    try:
        session.open()
    except NotebookLocked:
        if not may_ask or not _asked_for(session, _ASKS, may_jot=True):
            session.shut(NotebookLocked(JOTTING))
    except NotebookError as refusal:
        session.shut(refusal)
    see_that_one_is_alone(session)


def unlock(session: "Session") -> None:
    """Ask until the passphrase fits. Raises Leaves."""
    _asked_for(session, _LOCKED, may_jot=False)
    session.is_blank = False
    session.say(_("The notebook is open again."))


def lock_or_unlock(session: "Session") -> None:
    """Lock it; or ask for its passphrase where one writes without it. Raises LockedNow."""
    if isinstance(session.refusal, NotebookLocked):
        if _asked_for(session, _ASKS, may_jot=True):
            session.say(_("The notebook is open; what was in the drop box is taken in."))
            see_that_one_is_alone(session)
    elif session.refusal is None and session.is_encrypted:
        session.lock()
    else:
        session.say(NOT_ENCRYPTED if session.refusal is None else str(session.refusal))


def _asked_for(session: "Session", sentence: str, *, may_jot: bool) -> bool:
    """Ask for the passphrase until it opens the notebook; False where an empty line is typed, and one may write without it."""
    from coachtui.store.seal import key_of_passphrase

    while True:
        session.say(sentence)
        said = session.listener.ask(Line(_("Passphrase: "), is_secret=True)).text
        if not said and may_jot:
            return False
        try:
            session.open(key_of_passphrase(session.places, said))
        except WrongPassphrase:
            session.say(WRONG)
        except NotebookError as fault:
            session.say(str(fault))
        else:
            return True


def key_remembered(session: "Session") -> "Key | None":
    """The key that this computer remembers, if there is one to be had."""
    if not session.places.seal.exists():
        return None
    from coachtui.store.remembering import recall

    return recall(session.places)


def see_that_one_is_alone(session: "Session") -> None:
    """In Together say nothing of the notebook until it was confirmed that one is alone. Raises Leaves."""
    if session.refusal is not None or not session.notebook.left_together:
        return
    together = session.notebook.together
    has_passphrase = together.has_passphrase()
    while together.on() is not None:
        session.say(_TOGETHER.format(_("the passphrase of Together") if has_passphrase else told_answer("leave")))
        said = session.listener.ask(Line(_("Together: "), is_secret=has_passphrase)).text.strip()
        if together.is_passphrase(said) if has_passphrase else is_answer(said, "leave"):
            together.leave()
            session.say(_("You are alone again."))
        elif said:
            session.say(_NOT_IT)
