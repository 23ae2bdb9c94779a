"""The report of a fault in the program: where in the code, and of what class. Never a text, a value or a message."""

import os
import traceback
from pathlib import Path
from types import TracebackType

from coachtui.wording import _

SAVED = _(
    "coachtui stopped because of a fault in the program. Everything you typed is saved.\nStart it again to go on."
)
NOT_ALL_SAVED = _(
    "coachtui stopped because of a fault in the program. What was shown as filed is safe; what you typed last may be "
    "missing.\nStart it again to see what is there and go on."
)


def report(error: BaseException) -> str:
    """The places in the code that an exception came through, oldest cause last."""
    parts: list[str] = []
    fault: BaseException | None = error
    while fault is not None and len(parts) < 8:
        parts.append(f"{type(fault).__module__}.{type(fault).__qualname__}\n{_places(fault.__traceback__)}")
        fault = fault.__cause__ or fault.__context__
    return "\ncaused by\n".join(parts)


def _places(trace: TracebackType | None) -> str:
    lines: list[str] = []
    for frame, number in traceback.walk_tb(trace):
        code = frame.f_code
        file = "/".join(Path(code.co_filename).parts[-3:])
        lines.append(f"  {file}:{number} {code.co_name}")
    return "\n".join(lines)


def write_report(error: BaseException, folder: Path | None, name: str) -> Path | None:
    """Write the report into the folder, readable by its owner only; None where that is not possible."""
    if folder is None:
        return None
    path = folder / f"fault-{name}.txt"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(report(error) + "\n")
    except OSError:
        return None
    return path
