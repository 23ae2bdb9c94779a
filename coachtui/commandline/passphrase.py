"""Asking for the passphrase: on the terminal, without showing it; never as an argument, never from the environment."""

import os
import sys
from typing import TYPE_CHECKING

from coachtui.commandline.call import Call, Refused
from coachtui.commandline.speech import complain
from coachtui.store.errors import NotebookLocked, WrongPassphrase
from coachtui.wording import _

if TYPE_CHECKING:
    from coachtui.places import Places
    from coachtui.store.key import Key
    from coachtui.store.notebook import Notebook

TRIES = 3
NO_TERMINAL = _(
    "This notebook is locked, and there is no terminal to ask for its passphrase. Nothing was changed. "
    "Run this in a terminal, or let this computer remember the key: 'coachtui lock --remember'."
)
WRONG = _("That passphrase does not open this notebook. Large and small letters count; perhaps Caps Lock is on.")


def ask(prompt: str, without_terminal: str = NO_TERMINAL) -> str:
    """What is typed at the terminal, which does not show it. Raises Refused where there is no terminal."""
    if sys.platform != "win32":
        try:
            os.close(os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY))
        except OSError as fault:
            raise Refused(without_terminal) from fault
    from getpass import getpass

    try:
        return getpass(_("{prompt} (not shown as you type): ").format(prompt=prompt))
    except EOFError as fault:
        complain("")
        raise Refused(_("No passphrase was typed. Nothing was changed.")) from fault
    except KeyboardInterrupt as stop:
        complain("")
        raise Refused(_("Stopped. Nothing was changed.")) from stop


def chosen(prompt: str, otherwise: str, without_terminal: str = NO_TERMINAL) -> str:
    """A new passphrase, asked for twice, with advice where it is soon guessed. Raises Refused, ending with `otherwise`."""
    from coachtui.model.passphrase import advice_on

    passphrase = ask(prompt, without_terminal)
    if not passphrase:
        raise Refused(_("No passphrase was typed. {otherwise}").format(otherwise=otherwise))
    advice = advice_on(passphrase)
    if advice is not None:
        complain(_("{advice} Type it again to take it all the same; Ctrl+C stops here.").format(advice=advice))
    if ask(_("The same once more")) != passphrase:
        raise Refused(_("The two are not the same. {otherwise} Try again.").format(otherwise=otherwise))
    return passphrase


def key_asked_for(places: "Places") -> "Key":
    """The key that the passphrase makes, asked for until it fits, three times at most. Raises Refused."""
    from coachtui.store.seal import key_of_passphrase

    for __ in range(TRIES):
        try:
            return key_of_passphrase(places, ask(_("Passphrase of the notebook")))
        except WrongPassphrase:
            complain(WRONG)
    raise Refused(_("The notebook stays locked. Nothing was changed."))


def key_of_notebook(places: "Places") -> "Key":
    """The key of a locked notebook: remembered by this computer, or made of the passphrase that is asked for."""
    from coachtui.store.remembering import recall

    return recall(places) or key_asked_for(places)


def key_where_locked(places: "Places") -> "Key | None":
    """The same, and None where the notebook is a plain one. Raises Refused, or CantDecrypt where what opens it is missing."""
    from coachtui.store.connecting import see_that_it_is_installed
    from coachtui.store.seal import is_locked

    if not is_locked(places):
        return None
    see_that_it_is_installed()
    return key_of_notebook(places)


def opened(call: Call) -> "Notebook":
    """The notebook, opened; its passphrase is asked for where it is locked. Raises a NotebookError or Refused."""
    from coachtui.store.notebook import Notebook

    try:
        return Notebook.open(call.places, call.clock)
    except NotebookLocked:
        return Notebook.open(call.places, call.clock, key=key_of_notebook(call.places))
