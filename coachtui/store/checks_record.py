"""What the doctor looks at around the record: whether it is delivered, and whether its folder is there."""

from collections.abc import Iterator
from pathlib import Path

from coachtui.places import Places
from coachtui.settings import read_settings
from coachtui.store.checks import Check, look
from coachtui.store.notebook import Notebook

_SYNC = "Run 'coachtui sync'; it says what keeps it."


def checks_of_record(notebook: Notebook, places: Places) -> Iterator[Check]:
    """What waits, the folder, and what was set aside there."""
    yield look("record", _SYNC, lambda: _record(notebook, places))


def _record(notebook: Notebook, places: Places) -> Check:
    chosen = read_settings(places.settings)[0].record_folder.strip()
    folder = places.home / Path(chosen).expanduser() if chosen else places.record
    waiting = len(notebook.outbox.waiting(str(folder)))
    delivered = len(notebook.outbox.delivered(str(folder)))
    if not waiting and not delivered:
        return Check("record", True, "Nothing was shared yet, so nothing is to be delivered.")
    if not folder.is_dir() and (chosen or delivered):
        return Check("record", False, f"The folder of the record, '{folder}', is not there.", _SYNC)
    if waiting:
        return Check("record", False, f"{waiting} file(s) of the record wait to be delivered.", _SYNC)
    return _unread(folder) or Check("record", True, f"{delivered} file(s) of the record are delivered, nothing waits.")


def _unread(folder: Path) -> Check | None:
    """What was set aside there; None where nothing was."""
    unread = sorted(path.name for path in folder.glob("*.unread.md"))
    if unread:
        words = f"{len(unread)} file(s) of the record could not be understood: {', '.join(unread[:3])}."
        return Check("record", False, words, f"Read them in '{folder}'; what matters, keep; then take them away.")
    return None
