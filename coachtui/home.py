"""Whether a home is fit for a notebook: its owner's alone, and on this computer alone; and what a person said to that.

A home that is not fit is refused before anything in it is opened. Who insists is heard once and for all, for this folder
and for what was wrong with it then.
"""

import contextlib
import os
import stat
from pathlib import Path

from coachtui.disk import put_whole, read_small, sync_folder
from coachtui.model.synced import told_service
from coachtui.places import NoHome, Places, folder_told, has_arrived, prepare
from coachtui.reasons import reason_of
from coachtui.surroundings import service_of
from coachtui.wording import _, _m, _t

_OTHERS = _m("others can look into it")
_COPIES = _m("{service} copies what is in it")
_READABLE = 0o066  # of a folder: its group, or anybody, may read it or put something into it
_KEPT_HERE = "This notebook is kept in this folder on purpose ('coachtui --anyway'), although:"


def settle(places: Places) -> None:
    """See that there is a folder for the notebook that is fit for it. Raises NoHome, which says how to go on."""
    _refuse(places, _synced(places))  # before a folder is made there
    prepare(places)
    arrive(places)
    close_to_others(places)
    _refuse(places, _open(places))


def _refuse(places: Places, wrong: list[str]) -> None:
    """Raise NoHome for what is wrong and was not accepted."""
    if left := [each for each in wrong if each not in insisted_on(places)]:
        raise NoHome(_sentence(places, left[0]))


def what_is_wrong(places: Places) -> list[str]:
    """Why the home is not fit, in English words; empty where it is."""
    return _synced(places) + _open(places)


def told_wrong(wrong: str) -> str:
    """What is wrong with a folder, as a person reads it: what was accepted of it is kept in English."""
    if wrong == _OTHERS:
        return _t(wrong)
    return _t(_COPIES).format(service=told_service(wrong.removesuffix(_COPIES.removeprefix("{service}"))))


def _synced(places: Places) -> list[str]:
    service = service_of(places.home)
    return [_COPIES.format(service=service)] if service else []


def _open(places: Places) -> list[str]:
    return [_OTHERS] if _is_open_to_others(places.home) else []


def insist(places: Places) -> None:
    """Keep the notebook here whatever is wrong with the folder now, and remember it. Raises NoHome."""
    prepare(places)
    wrong = what_is_wrong(places)
    if not wrong:
        return
    try:
        put_whole(places.kept_here, "\n".join([_KEPT_HERE, *wrong, f"Folder: {places.home}", ""]).encode())
    except OSError as fault:
        reason = reason_of(fault)
        raise NoHome(
            _("The folder '{home}' can't be written to ({reason}). Choose another with --home.").format(
                home=places.home, reason=reason
            )
        ) from fault


def insisted_on(places: Places) -> set[str]:
    """What the person accepted about this folder."""
    with contextlib.suppress(OSError):
        rows = read_small(places.kept_here).decode("utf-8", "replace").splitlines()[:20]
        if f"Folder: {places.home}" in rows:
            return set(rows)
    return set()


def close_to_others(places: Places) -> None:
    """Make a folder its owner's alone while nothing was written in it yet: one that was made by hand seldom is."""
    if _is_open_to_others(places.home) and not places.notebook.exists() and _holds_only_ours(places):
        with contextlib.suppress(OSError):
            places.home.chmod(0o700)


def arrive(places: Places) -> None:
    """Finish a move to this home, if it is as good as done. Raises NoHome where it was cut off before."""
    source = folder_told(places.moving_from)
    if not source:
        return
    if not has_arrived(places):
        raise NoHome(
            _(
                "A notebook was being moved here from '{source}' when that was cut off. It is whole where it was. "
                "Do it again: coachtui --home {source_folder} move {home_folder}."
            ).format(source=source, source_folder=_quoted(source), home_folder=_quoted(str(places.home)))
        )
    places.moved_to.unlink(missing_ok=True)  # in this order: with both notes gone this is a home as any other
    places.moving_from.unlink(missing_ok=True)
    sync_folder(places.home)


def _holds_only_ours(places: Places) -> bool:
    with contextlib.suppress(OSError):
        return {path.name for path in places.home.iterdir()} <= {path.name for path in places.all_of_them()}
    return False


def _is_open_to_others(home: Path) -> bool:
    if os.name == "nt":  # there the rights of the account's own folders hold
        return False
    with contextlib.suppress(OSError):
        found = home.stat()
        return bool(stat.S_IMODE(found.st_mode) & _READABLE) or found.st_uid not in (os.geteuid(), 0)
    return False


def _sentence(places: Places, wrong: str) -> str:
    """What is wrong, what that does, and the ways out."""
    this = f"coachtui --home {_quoted(str(places.home))}"
    if not places.notebook.exists():
        ways = _("Choose another one, on this computer and yours alone: 'coachtui --home FOLDER' makes it.")
    else:
        ways = _(
            "Move the notebook: '{this} move FOLDER', with a folder on this computer such as '~/coachtui'."
        ).format(this=this)
    if wrong == _OTHERS:
        harm = _("What you write about colleagues could be read there.")
        ways += _(" '{this} doctor --repair' makes this folder yours alone.").format(this=this)
        what = _("Others on this computer can look into the folder '{home}'.").format(home=places.home)
    else:
        harm = _("A notebook gets damaged by that, and what you write about colleagues leaves this computer.")
        what = _("The folder '{home}' is not on this computer alone: {wrong}.").format(
            home=places.home, wrong=told_wrong(wrong)
        )
    return _(
        "{what} {harm} Nothing was changed. {ways} To use it all the same, say so once: '{this} --anyway'."
    ).format(what=what, harm=harm, ways=ways, this=this)


def _quoted(folder: str) -> str:
    """A folder as it is typed after a command."""
    from shlex import quote  # late: only what is refused needs it

    return quote(folder)
