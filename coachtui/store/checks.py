"""One check of the doctor's, and how it is done without ever stumbling."""

from collections.abc import Callable
from dataclasses import dataclass

from coachtui.store.errors import NotebookError
from coachtui.store.explain import explain
from coachtui.store.file import FAULTS
from coachtui.wording import _

RESTORE = _(
    "Run 'coachtui doctor --repair' to take all that is whole into a new notebook, or 'coachtui restore' to go back to a "
    "backup. The notebook as it is now is set aside, not lost."
)
GO_BACK = _("Run 'coachtui restore' to go back to a backup. The notebook as it is now is set aside, not lost.")
GIVE_BACK = _(
    "Run 'coachtui doctor --repair': it gives you the right to write back where that is yours. If the disk is read-only, choose "
    "another folder with --home."
)
REBUILD = _(
    "Run 'coachtui doctor --repair' to make the tables and the search index anew from the events, after a backup."
)


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: whether it is well, what was found, and what to do where it is not."""

    name: str
    ok: bool
    detail: str
    remedy: str = ""


def look(name: str, remedy: str, work: Callable[[], Check]) -> Check:
    """Do one check; whatever it stumbles over is its finding.

    A damaged file can raise almost anything while it is read: wrong bytes, wrong types, missing fields.
    """
    try:
        return work()
    except (*FAULTS, NotebookError) as fault:
        return Check(name, False, _("It can't be read: {in_words}").format(in_words=_in_words(fault)), remedy)
    except Exception as fault:  # noqa: BLE001
        return Check(name, False, _("It can't be read ({name}).").format(name=type(fault).__name__), remedy)


def _in_words(fault: Exception) -> str:
    if isinstance(fault, NotebookError):
        return str(fault)
    known = explain(fault)
    return f"{type(known).__name__} ({getattr(fault, 'sqlite_errorname', None) or type(fault).__name__})."
