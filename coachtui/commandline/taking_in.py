"""What every import does alike: a backup before it, and the word of how to take it back."""

from typing import TYPE_CHECKING

from coachtui.commandline.call import Call

if TYPE_CHECKING:
    from coachtui.store.notebook import Notebook

TAKES_BACK = "'coachtui import --undo' takes it back."


def back_up_before_import(call: Call, notebook: "Notebook") -> None:
    """Make a backup before something is taken in. Raises a NotebookError."""
    from coachtui.store.backup_rotation import rotate
    from coachtui.store.backups import back_up

    now = call.clock.now()
    back_up(notebook.file.connection, call.places.backups, now, "before-import")
    rotate(call.places.backups, now)
