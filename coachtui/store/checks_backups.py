"""What the doctor looks at among the backups, and in the drop box."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime

from coachtui.clock import Clock
from coachtui.places import Places
from coachtui.store.backups import Backup, all_backups, contents_of, reading
from coachtui.store.begun_anew import before_sentence, notebook_before
from coachtui.store.checks import GIVE_BACK, GO_BACK, Check, look
from coachtui.store.events import EventLog
from coachtui.store.notebook import Notebook
from coachtui.wording import _, _m, _n

_A_DAY = 24 * 60 * 60 * 1000  # milliseconds
_A_WEEK = 7 * _A_DAY
_REMEDY = _("Run 'coachtui backup' to make one now.")


def checks_of_backups(places: Places, clock: Clock, notebook: Notebook | None) -> Iterator[Check]:
    """The newest backup, read whole; `notebook` is None where it can't be opened."""
    yield look(_m("backup"), _REMEDY, lambda: _newest(places, clock, notebook))


def _newest(places: Places, clock: Clock, notebook: Notebook | None) -> Check:
    folder = places.backups
    if folder.is_dir() and not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
        words = _("The folder of the backups, '{folder}', can't be read or written to.")
        return Check(_m("backup"), False, words.format(folder=folder), GIVE_BACK)
    backups = all_backups(folder)
    if not backups:
        return _none_yet(clock, notebook)
    newest = backups[0]
    if not _is_sound(newest, clock, notebook):
        good = next((backup for backup in backups[1:] if _is_sound(backup, clock, notebook)), None)
        last = (
            _("The last good one is {name}.").format(name=good.path.name)
            if good
            else _("There is no other that is sound.")
        )
        return Check(
            _m("backup"),
            False,
            _("The newest backup, {name}, is damaged. {last}").format(name=newest.path.name, last=last),
            _REMEDY,
        )
    before = None if notebook is None else notebook_before(notebook, places, clock)
    if before is not None:
        return Check(_m("backup"), False, before_sentence(before, clock.zone()), GO_BACK)
    return _of_its_age(backups, clock, notebook)


def _of_its_age(backups: list[Backup], clock: Clock, notebook: Notebook | None) -> Check:
    """The newest one is sound: how old it is, and whether much has changed since."""
    newest = backups[0]
    age = clock.now().utc_ms - newest.made_utc_ms
    words = _n(
        "{n} backup, the newest {age} old and sound.", "{n} backups, the newest {age} old and sound.", len(backups)
    ).format(n=len(backups), age=_old(age))
    if notebook is not None and age > _A_WEEK and _has_changed_since(newest, notebook):
        return Check(_m("backup"), False, _("{words} The notebook has changed since.").format(words=words), _REMEDY)
    return Check(_m("backup"), True, words)


def _none_yet(clock: Clock, notebook: Notebook | None) -> Check:
    """No backup is a fault once there has been something to lose for a day: they are made as one goes on."""
    first = next(iter(notebook.events.all()), None) if notebook is not None else None
    if notebook is not None and first is None:
        return Check(_m("backup"), True, _("There is no backup yet, and nothing to back up."))
    if first is not None:
        age = clock.now().utc_ms - datetime.fromisoformat(first.at).astimezone(UTC).timestamp() * 1000
        if age < _A_DAY:
            return Check(_m("backup"), True, _("There is no backup yet; one is made as you go on."))
    return Check(_m("backup"), False, _("There is no backup."), _REMEDY)


def _is_sound(backup: Backup, clock: Clock, notebook: Notebook | None) -> bool:
    """Whether its pages hold together and its events are what was written."""

    def work() -> Check:
        with reading(backup.path, None if notebook is None else notebook.file.key) as copy:
            whole = copy.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
            sound = all(event.is_sound() for event in EventLog(copy, clock, "").all())
        return Check(_m("backup"), whole and sound, "")

    return look(_m("backup"), "", work).ok


def _has_changed_since(backup: Backup, notebook: Notebook) -> bool:
    with reading(backup.path, notebook.file.key) as copy:
        return contents_of(copy) != contents_of(notebook.file.connection)


def _old(age_ms: int) -> str:
    """An age in words."""
    hours = max(0, age_ms) // (60 * 60 * 1000)
    if hours < 1:
        return _("less than an hour")
    if hours < 48:
        return _("{hours} hours").format(hours=hours) if hours > 1 else _("1 hour")
    return _("{n} days").format(n=hours // 24)
