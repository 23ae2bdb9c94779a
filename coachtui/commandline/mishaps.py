"""What went wrong, in one sentence; what nobody foresaw goes into the log as places in the code, never as text."""

import contextlib
import os
import traceback
from datetime import UTC, datetime
from pathlib import Path

from coachtui import __version__
from coachtui.clock import Clock
from coachtui.commandline.call import Refused
from coachtui.commandline.speech import NotWritten, complain, hush
from coachtui.places import NoHome, find_places
from coachtui.sharing.errors import SharingError
from coachtui.store.errors import NotebookError
from coachtui.wording import _


def tell(fault: Exception, home: str | None) -> int:
    """Say what went wrong; the exit status. `home` is where the log is, None for the usual place."""
    if isinstance(fault, Refused | NoHome | NotebookError | SharingError):
        complain(str(fault))
        return 1
    if isinstance(fault, NotWritten):
        complain(_("The answer could not be written ({fault}). What is in the notebook is safe.").format(fault=fault))
        hush()
        return 1
    log = _note_down(fault, home)
    complain(
        _("Something went wrong inside coachtui ({name}). What was filed before is safe.").format(
            name=type(fault).__name__
        )
        + (" " + _("Where it happened is noted, without your words, in '{log}'.").format(log=log) if log else "")
    )
    return 1


def _note_down(fault: Exception, home: str | None) -> Path | None:
    """Add to the log where in the code it happened: file, line and function of each step, no values."""
    steps = traceback.extract_tb(fault.__traceback__)
    when = datetime.fromtimestamp(Clock().now().utc_ms / 1000, UTC).isoformat(timespec="seconds")
    rows = [f"{when} coachtui {__version__} {type(fault).__name__}"]
    rows += [f"  {Path(step.filename).name}:{step.lineno} {step.name}" for step in steps]
    with contextlib.suppress(OSError, NoHome):
        log = find_places(home).log
        handle = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0), 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write("\n".join(rows) + "\n")
        return log
    return None
