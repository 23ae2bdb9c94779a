"""What is done before a command changes much: a backup."""

from typing import TYPE_CHECKING

from coachtui.commandline.call import Call
from coachtui.wording import _

if TYPE_CHECKING:
    from coachtui.store.notebook import Notebook


TAKES_BACK = _("'coachtui import --undo' takes it back.")


def back_up_before_import(call: Call, notebook: "Notebook") -> None:
    """Make a backup of the notebook as it is before something is taken in."""
    from coachtui.store.backup_rotation import rotate
    from coachtui.store.backups import back_up

    now = call.clock.now()
    back_up(notebook.file.connection, call.places.backups, now, "before-import")
    rotate(call.places.backups, now, notebook.file.key)
