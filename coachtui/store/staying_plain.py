"""What lies in a home and would stay a plain file while the notebook is locked: a lock does not begin before that is seen to.

What a link leads to lies elsewhere, and only the link would be replaced. A notebook that was set aside because it is damaged
can't be copied row by row; a whole home that was moved away is no part of this one.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from coachtui.places import Places
from coachtui.store.connecting import is_encrypted_with
from coachtui.store.dropbox import PLAIN_END, UNREAD
from coachtui.store.errors import NotebookError
from coachtui.store.key import is_encrypted
from coachtui.store.set_aside import set_aside
from coachtui.wording import _

if TYPE_CHECKING:
    from coachtui.store.key import Key

_LINK = _(
    "'{name}' is a link to a file elsewhere, and that would stay readable without the passphrase. Nothing was changed. "
    "Put the file itself in the place of the link, then try again."
)
_ASIDE = _(
    "'{name}' was set aside here and can't be locked with the notebook, so it would stay readable without the passphrase. "
    "Nothing was changed. 'coachtui purge --set-aside' removes it; or move it out of '{home}'. Then try again."
)
_KEEPS = _(
    "'{name}' can't be changed with the notebook, and the passphrase of now would open it for ever. Nothing was changed. "
    "'coachtui purge --set-aside' removes what was set aside; or move it out of '{home}'. Then try again."
)
_WORDS = (".db", PLAIN_END, UNREAD)


def stays_plain(places: Places) -> list[Path]:
    """All of it, nothing where all that holds words can be locked."""
    return _out_of_reach(places, lambda path: not is_encrypted(path))


def see_that_nothing_stays_plain(places: Places) -> None:
    """Raises NotebookError for the first such thing, with what to do about it."""
    for path in stays_plain(places):
        sentence = _LINK if path.is_symlink() else _ASIDE
        raise NotebookError(sentence.format(name=path.name, home=places.home))


def see_that_nothing_keeps(places: Places, key: "Key") -> None:
    """Raises NotebookError for the first thing that this key would still open once the notebook has another."""
    for path in _out_of_reach(places, lambda path: is_encrypted_with(path, key)):
        raise NotebookError(_KEEPS.format(name=path.name, home=places.home))


def _out_of_reach(places: Places, stays: Callable[[Path], bool]) -> list[Path]:
    """What a lock does not change, by what is looked for in it."""
    copies = sorted([*places.home.glob("notebook*.db"), *places.backups.glob("*.db")])
    links = [path for path in copies if path.is_symlink() and path.is_file() and stays(path)]
    return links + [path for path in set_aside(places.home) if any(map(stays, _held_in(path)))]


def _held_in(path: Path) -> list[Path]:
    """The files with words in what was set aside by a repair or a move; a copy set aside otherwise can be changed."""
    if path.is_dir():
        return [each for each in path.rglob("*") if each.suffix in _WORDS and each.is_file()]
    return [path] if path.name.startswith("notebook-damaged-") else []
