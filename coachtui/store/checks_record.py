"""What the doctor looks at around the record: whether it is delivered, and whether its folder is there."""

from collections.abc import Iterator
from pathlib import Path

from coachtui.places import Places
from coachtui.settings import read_settings
from coachtui.store.checks import Check, look
from coachtui.store.notebook import Notebook
from coachtui.wording import Noun, _, _m, _n

_WAITS = Noun("{n} file of the record waits to be delivered.", "{n} files of the record wait to be delivered.")
_DELIVERED = Noun(
    "{n} file of the record is delivered, nothing waits.", "{n} files of the record are delivered, nothing waits."
)
_SYNC = _("Run 'coachtui sync'; it says what keeps it.")


def checks_of_record(notebook: Notebook, places: Places) -> Iterator[Check]:
    """What waits, the folder, and what was set aside there."""
    yield look(_m("record"), _SYNC, lambda: _record(notebook, places))


def _record(notebook: Notebook, places: Places) -> Check:
    chosen = read_settings(places.settings)[0].record_folder.strip()
    folder = places.home / Path(chosen).expanduser() if chosen else places.record
    waiting = len(notebook.outbox.waiting(str(folder)))
    delivered = len(notebook.outbox.delivered(str(folder)))
    if not waiting and not delivered:
        return Check(_m("record"), True, _("Nothing was shared yet, so nothing is to be delivered."))
    if not folder.is_dir() and (chosen or delivered):
        return Check(
            _m("record"), False, _("The folder of the record, '{folder}', is not there.").format(folder=folder), _SYNC
        )
    if waiting:
        return Check(
            _m("record"),
            False,
            _WAITS.of(waiting),
            _SYNC,
        )
    return _unread(folder) or Check(
        _m("record"),
        True,
        _DELIVERED.of(delivered),
    )


def _unread(folder: Path) -> Check | None:
    """What was set aside there; None where nothing was."""
    unread = sorted(path.name for path in folder.glob("*.unread.md"))
    if unread:
        words = _n(
            "{n} file of the record could not be understood: {unread}.",
            "{n} files of the record could not be understood: {unread}.",
            len(unread),
        ).format(n=len(unread), unread=", ".join(unread[:3]))
        return Check(
            _m("record"),
            False,
            words,
            _("Read them in '{folder}'; what matters, keep; then take them away.").format(folder=folder),
        )
    return None
