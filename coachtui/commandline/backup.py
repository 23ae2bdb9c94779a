"""`coachtui backup`: makes a backup now."""

from coachtui.commandline.call import Call, open_notebook
from coachtui.commandline.speech import complain, say
from coachtui.wording import _


def run(call: Call) -> int:
    """Make a backup, thin out the older ones, and say where it is."""
    from coachtui.store.backup_rotation import rotate
    from coachtui.store.backups import back_up
    from coachtui.store.purged_backups import let_go

    with open_notebook(call) as notebook:
        now = call.clock.now()
        path = back_up(notebook.file.connection, call.places.backups, now, "asked")
        rotate(call.places.backups, now, notebook.file.key)
        let_go(notebook, call.places, call.clock)
    complain(_("A backup was made, and opened to see that it holds all of the notebook:"))
    say(str(path))
    return 0
