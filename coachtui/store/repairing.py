"""Repair: what the doctor can mend safely. What is taken from is kept: by a backup, or set aside as it is."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from coachtui.clock import Clock
from coachtui.disk import PART
from coachtui.places import Places
from coachtui.store.backups import back_up, contents_of, newest, reading
from coachtui.store.ballast import SIZE, Ballast
from coachtui.store.checks_notebook import checks_of_notebook
from coachtui.store.checks_place import give_back_rights, mend_permissions
from coachtui.store.doctor import close_quietly, rebuild
from coachtui.store.errors import NotebookDamaged, NotebookError
from coachtui.store.file import FAULTS
from coachtui.store.lock import NotebookLock
from coachtui.store.notebook import Notebook
from coachtui.store.restoring import left_prepared
from coachtui.store.salvaging import Salvaged, salvage
from coachtui.wording import _

if TYPE_CHECKING:
    from coachtui.store.key import Key

_MADE_FROM_EVENTS = {"links", "search index", "tables"}
"""The checks whose findings are mended by making the tables anew."""
_OF_LOCKED = _(
    "It is locked, so a page with a wrong byte could only be searched for what happened: half-typed text that stood on "
    "such a page is gone."
)


def repair(places: Places, clock: Clock, key: "Key | None" = None) -> Iterator[str]:
    """Mend what can be mended; a sentence for each thing that was done. `key` opens an encrypted notebook.

    Raises a NotebookError for what can't be.
    """
    given = give_back_rights(places)
    if given:
        yield _("You can read and write {names} again.").format(names=_names(given))
    mended = mend_permissions(places)
    if mended:
        yield _("Only you can read {names} now.").format(names=_names(mended))
    lock = NotebookLock(places.lock)
    lock.take(clock.now())  # with it, what looks left behind is left behind
    try:
        left = _clear_away(places)
    finally:
        lock.release()
    if left:
        yield _("{names} had been left behind by something that was cut off, and was taken away.").format(
            names=_names(left)
        )
    if places.notebook.exists():
        yield from _mend_notebook(places, clock, key)
    ballast = Ballast(places.ballast)
    if not _is_whole(places.ballast):
        ballast.drop()
        ballast.lay_in()
        if places.ballast.exists():
            yield _("Room for the last lines before a full disk was kept again.")


def _mend_notebook(places: Places, clock: Clock, key: "Key | None") -> Iterator[str]:
    """Open the notebook, see what is not well, and make that anew from what is."""
    try:
        notebook = Notebook.open(places, clock, key=key)
    except NotebookDamaged:
        yield from _salvaged(places, clock, key)
        return
    try:
        wrong = {check.name for check in checks_of_notebook(notebook) if not check.ok}
        if not wrong:
            return
        if wrong <= _MADE_FROM_EVENTS:
            yield from _made_anew(notebook, places, clock)
            return
    except NotebookError:
        pass  # what can't be made anew in its place is salvaged
    finally:
        close_quietly(notebook)
    yield from _salvaged(places, clock, key)


def _made_anew(notebook: Notebook, places: Places, clock: Clock) -> Iterator[str]:
    made = back_up(notebook.file.connection, places.backups, clock.now(), "before-repair")
    events = rebuild(notebook)
    yield _(
        "The tables and the search index were made anew from {events} events. The backup from before is {name}."
    ).format(events=events, name=made.name)


def _salvaged(places: Places, clock: Clock, key: "Key | None") -> Iterator[str]:
    """Salvage, and say what came of it."""
    salvaged = salvage(places, clock, key=key)
    yield from _told(salvaged)
    if key is not None:
        yield _OF_LOCKED
    yield from _more_in_a_backup(places, key, salvaged)


def _more_in_a_backup(places: Places, key: "Key | None", salvaged: Salvaged) -> Iterator[str]:
    """Where the newest backup holds more than could be salvaged, that it does."""
    last = newest(places.backups)
    if last is None:
        return
    with suppress(*FAULTS, NotebookError), reading(last.path, key) as copy:
        held = contents_of(copy)
        if held.lines > salvaged.lines or held.observations > salvaged.observations:
            yield _(
                "The newest backup, {name}, holds more (observations: {observations}, lines: {lines}): "
                "'coachtui restore' shows what differs before it does anything."
            ).format(name=last.path.name, observations=held.observations, lines=held.lines)


def _told(salvaged: Salvaged) -> Iterator[str]:
    """What came of a salvage, in sentences."""
    yield _(
        "The notebook was damaged. What is whole is in a new one: observations: {observations}, lines: "
        "{lines}. The damaged file is set aside as '{aside}'."
    ).format(observations=salvaged.observations, lines=salvaged.lines, aside=salvaged.aside)
    yield from salvaged.unread[:20]
    if salvaged.report is None:
        yield _("Nothing of it was unreadable.")
    else:
        yield _("What could not be read is listed in '{report}', {n} in all.").format(
            report=salvaged.report, n=len(salvaged.unread)
        )


def _clear_away(places: Places) -> list[Path]:
    """Do away with what something that was cut off left behind."""
    found = [path for path in (*left_prepared(places), *places.home.glob(f".*{PART}")) if path.is_file()]
    found += [path for path in places.backups.glob(".making-*") if path.is_file()]
    gone: list[Path] = []
    for path in found:
        with suppress(OSError):
            path.unlink()
            gone.append(path)
    return gone


def _is_whole(ballast: Path) -> bool:
    with suppress(OSError):
        return ballast.stat().st_size == SIZE
    return False


def _names(paths: list[Path]) -> str:
    return ", ".join(path.name for path in paths[:3]) + (
        _(" and {n} more").format(n=len(paths) - 3) if len(paths) > 3 else ""
    )
