"""Values read from a file that may be damaged: each is of the kind it was written as, or the notebook is damaged."""

from typing import Any

from coachtui.store.errors import NotebookDamaged
from coachtui.store.explain import DAMAGED
from coachtui.store.file import Row

LONGEST = 2**44
"""Milliseconds; no number that we write is larger, and a time this far from another can still be told."""
_EARLIEST, _LATEST = -30_610_224_000_000, 221_845_392_000_000  # ms since 1970 UTC: the years 1000 and 9000


def of_kinds(kinds: str, row: Row) -> Row:
    """The row, if its values are of these kinds: t for text, n for a number, m for a moment in ms since 1970 UTC.

    T, N and M may be nothing. Raises NotebookDamaged: what a damaged page brings is not to be taken for what was written.
    """
    for kind, value in zip(kinds, row, strict=True):
        if not _is_of_kind(kind, value):
            raise NotebookDamaged(DAMAGED)
    return row


def _is_of_kind(kind: str, value: Any) -> bool:
    if value is None:
        return kind.isupper()
    if kind in "tT":
        return type(value) is str
    if type(value) is not int:
        return False
    return _EARLIEST <= value <= _LATEST if kind in "mM" else -LONGEST <= value <= LONGEST
