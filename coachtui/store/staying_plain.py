"""What lies in a home and would stay a plain file while the notebook is locked: a lock does not begin before that is seen to.

What a link leads to lies elsewhere, and only the link would be replaced. A notebook that was set aside because it is damaged
can't be copied row by row; a whole home that was moved away is no part of this one.
"""

from collections.abc import Iterator
from pathlib import Path

from coachtui.places import Places
from coachtui.store.dropbox import PLAIN_END, UNREAD
from coachtui.store.errors import NotebookError
from coachtui.store.key import is_encrypted
from coachtui.store.set_aside import set_aside
from coachtui.wording import _

_LINK = _(
    "'{name}' is a link to a file elsewhere, and that would stay readable without the passphrase. Nothing was changed. "
    "Put the file itself in the place of the link, then try again."
)
_ASIDE = _(
    "'{name}' was set aside here and can't be locked with the notebook, so it would stay readable without the passphrase. "
    "Nothing was changed. 'coachtui purge --set-aside' removes it; or move it out of '{home}'. Then try again."
)
_WORDS = (".db", PLAIN_END, UNREAD)


def stays_plain(places: Places) -> list[Path]:
    """All of it, nothing where all that holds words can be locked."""
    return [*_links(places), *_aside(places)]


def see_that_nothing_stays_plain(places: Places) -> None:
    """Raises NotebookError for the first such thing, with what to do about it."""
    for path in stays_plain(places):
        sentence = _LINK if path.is_symlink() else _ASIDE
        raise NotebookError(sentence.format(name=path.name, home=places.home))


def _links(places: Places) -> Iterator[Path]:
    """The notebook, or a copy of it, where it is a link to a plain file."""
    copies = [*places.home.glob("notebook*.db"), *places.backups.glob("*.db")]
    yield from (path for path in sorted(copies) if path.is_symlink() and path.is_file() and not is_encrypted(path))


def _aside(places: Places) -> Iterator[Path]:
    """What was set aside by a repair or a move, and is plain or holds something plain."""
    for path in set_aside(places.home):
        if path.is_dir():
            held = [each for each in path.rglob("*") if each.suffix in _WORDS and each.is_file()]
        else:
            held = [path] if path.name.startswith("notebook-damaged-") else []
        if any(not is_encrypted(each) for each in held):
            yield path
