"""`coachtui restore`: shows the backups, or goes back to one; the present notebook is set aside."""

import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from coachtui.commandline.call import Call, Refused, file_called
from coachtui.commandline.differences import tell_what_differs
from coachtui.commandline.passphrase import ask, key_of_notebook
from coachtui.commandline.progress import telling_progress
from coachtui.commandline.speech import say, say_folded, say_table
from coachtui.home import settle
from coachtui.model.answers import is_yes
from coachtui.model.calendar_words import weekday_day_year
from coachtui.model.listed_words import listed_and
from coachtui.store.backups import Backup, Contents, all_backups, contents_of, in_words, reading
from coachtui.store.connecting import is_encrypted_with
from coachtui.store.errors import NotebookBusy, NotebookError
from coachtui.store.file import FAULTS
from coachtui.store.key import Key, beginning_of, is_encrypted
from coachtui.store.notebook import Notebook
from coachtui.store.seal import is_locked
from coachtui.store.set_aside import as_backups
from coachtui.wording import Noun, _, _t

_OF_OBSERVATIONS = (
    Noun("{n} observation fewer", "{n} observations fewer"),
    Noun("{n} observation more", "{n} observations more"),
)
_OF_LINES = Noun("{n} line fewer", "{n} lines fewer"), Noun("{n} line more", "{n} lines more")
_HOW = _("Go back to one with 'coachtui restore NUMBER'. The present notebook is set aside, not lost.")
_BACK_AGAIN = _(
    "It was made before a purge: what was purged since comes back with it, into the notebook and every backup from then."
)
_HOLDS_STAY = _("Holds that stand now stand on.")
_NO_HOLD_KNOWN = _(
    "The present notebook can't be read, so whether there is a hold in it is not known: put it again with 'coachtui hold'."
)


def run(call: Call) -> int:
    """List the backups with what differs, or go back to the one that was named. Raises Refused."""
    key, present = _present(call)
    if call.options.backup is None:
        return _list(call, present, key)
    path = _called(call, call.options.backup)
    copy_key = _key_of_copy(path, key)
    held = _held(path, copy_key)
    if held is None:
        raise Refused(
            _("'{path}' is not a backup of a notebook, or it has damage. Nothing was changed.").format(path=path)
        )
    say_folded(f"{path.name}: {_difference(held, present)}.")
    tell_what_differs(call, path, key, copy_key)
    for sentence in _to_be_known(call, path, key, copy_key) if present is not None else (_NO_HOLD_KNOWN,):
        say_folded(sentence)
    if not call.options.yes and not _agreed():
        say(_("Nothing was changed."))
        return 1
    _go_back(call, path, key, copy_key)
    return 0


def _go_back(call: Call, path: Path, key: Key | None, copy_key: Key | None) -> None:
    """Put the backup in the notebook's place."""
    from coachtui.store.restoring import restore

    with telling_progress(_("Stopped. Nothing was changed.")) as progress:
        progress.begin_soon(_("Making a notebook of it"))
        last = progress.too_late_to_stop
        aside = restore(call.places, path, call.clock, key=key, copy_key=copy_key, on_prepared=last)
    say_folded(_("The notebook is what it was in that backup."))
    if aside is not None:
        say_folded(
            _(
                "The one until now was set aside as '{aside}'. 'coachtui restore' lists it with the backups: you can go back "
                "to it in the same way."
            ).format(aside=aside)
        )


def _list(call: Call, present: Contents | None, key: Key | None) -> int:
    backups = _all(call)
    if not backups:
        say(
            _("There are no backups in '{backups}' yet. 'coachtui backup' makes one.").format(
                backups=call.places.backups
            )
        )
        return 0
    say(
        _("The present notebook holds {in_words}.").format(in_words=in_words(present))
        if present
        else _("The present notebook can't be read.")
    )
    say_table(_row(call, number, backup, present, key) for number, backup in enumerate(backups, 1))
    say_folded(_HOW)
    return 0


def _all(call: Call) -> list[Backup]:
    """The backups, newest first, then the notebooks that were set aside."""
    return all_backups(call.places.backups) + as_backups(call.places.home)


def _row(call: Call, number: int, backup: Backup, present: Contents | None, key: Key | None) -> list[str]:
    from coachtui.model.timing import local_time

    made = local_time(backup.made_utc_ms, call.clock.zone())
    held = _held(backup.path, key)
    return [
        str(number),
        f"{weekday_day_year(made)}  {made.hour}:{made.minute:02d}",
        _t(backup.reason.replace("-", " ")),
        _difference(held, present) if held else _("can't be read"),
    ]


def _present(call: Call) -> tuple[Key | None, Contents | None]:
    """The key of the present notebook, and what it holds; None where there is none or it can't be read.

    Raises NotebookBusy.
    """
    settle(call.places)
    key = None
    if not call.places.notebook.exists():
        return None, None
    try:
        if is_locked(call.places):
            key = key_of_notebook(call.places)
        with Notebook.open(call.places, call.clock, key=key) as notebook:
            return key, contents_of(notebook.file.connection)
    except NotebookBusy:
        raise
    except (NotebookError, *FAULTS):
        return key, None


def _to_be_known(call: Call, path: Path, key: Key | None, copy_key: Key | None) -> Iterator[str]:
    """What comes back that was done away with for good, and that holds stand on. Raises a NotebookError."""
    from coachtui.store.purged_backups import purges_since

    with Notebook.open(call.places, call.clock, key=key) as notebook:
        if purges_since(path, 0, notebook.purging.all(), copy_key):
            yield _BACK_AGAIN
        if notebook.holds.all():
            yield _HOLDS_STAY


def _key_of_copy(path: Path, key: Key | None) -> Key | None:
    """The key of a backup: that of the notebook, or one made of a passphrase that is asked for. Raises Refused."""
    if not is_encrypted(path) or (key is not None and is_encrypted_with(path, key)):
        return key
    say(_("{name} is locked with a passphrase of its own.").format(name=path.name))
    return Key.of(ask(_("Its passphrase")), beginning_of(path))


def _held(path: Path, key: Key | None) -> Contents | None:
    """What a backup holds; None where it can't be read."""
    try:
        with reading(path, key) as copy:
            return contents_of(copy)
    except (*FAULTS, NotebookError):
        return None


def _difference(held: Contents, present: Contents | None) -> str:
    """What a backup holds, against the present notebook."""
    if present is None:
        return in_words(held)
    if held == present:
        return _("the same as now")
    parts = [
        (fewer if there < here else more).of(abs(there - here))
        for there, here, fewer, more in (
            (held.observations, present.observations, *_OF_OBSERVATIONS), (held.lines, present.lines, *_OF_LINES),
        )
        if there != here
    ]  # fmt: skip
    return (
        _("{in_words}, {parts} than now").format(in_words=in_words(held), parts=listed_and(parts))
        if parts
        else _("{in_words}, not the same as now").format(in_words=in_words(held))
    )


def _called(call: Call, words: str) -> Path:
    """The backup that was named, by its number in the list, its name, or as a file. Raises Refused."""
    backups = _all(call)
    if words.isascii() and words.isdigit() and 1 <= int(words[:9]) <= len(backups):
        return backups[int(words) - 1].path
    for backup in backups:
        if words in (backup.path.name, backup.path.stem):
            return backup.path
    with suppress(OSError, ValueError):  # what can't be the name of a file is none
        path = file_called(words)
        if path.is_file():
            return path
    raise Refused(
        _("There is no backup '{words}'. 'coachtui restore' lists them with their numbers.").format(words=words)
    )


def _agreed() -> bool:
    """Ask, where there is somebody to answer. Raises Refused where there is not."""
    if not sys.stdin.isatty():
        raise Refused(_("Nothing was changed. To go back to this backup without being asked, add --yes."))
    say_folded(_("Go back to it? The present notebook is set aside. Type yes:"))
    sys.stdout.flush()
    return is_yes(sys.stdin.readline(1000))
