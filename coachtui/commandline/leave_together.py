"""`coachtui leave-together`: leaves Together, for who forgot its passphrase."""

from coachtui.commandline.call import Call, open_notebook
from coachtui.commandline.speech import say
from coachtui.wording import _


def run(call: Call) -> int:
    """Leave Together, and ask for no passphrase from here on; whoever has a shell here can read the notebook anyway."""
    with open_notebook(call) as notebook:
        notebook.together.leave()
        notebook.together.set_passphrase("")
    say(_("You are alone at the screen again, and leaving Together asks for the word leave. Nothing else was changed."))
    return 0
