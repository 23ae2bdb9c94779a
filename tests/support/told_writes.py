"""The real program, telling in a file when each write to the notebook begins and when the disk has it."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import Any


def program_telling_writes(home: Path, told: Path) -> list[str]:
    """The command line of the program in Observe, on this home, telling its writes in the file `told`."""
    return [sys.executable, "-m", "tests.support.told_writes", str(told), "--home", str(home), "observe"]


def writing_since(told: Path) -> float | None:
    """When the write began that was not done when the program ended, in monotonic seconds; None where all were done."""
    words = told.read_text().split() if told.exists() else []
    return float(words[-1]) if len(words) % 2 else None


def _main() -> int:
    from coachtui.cli import main
    from coachtui.store.file import NotebookFile

    handle = os.open(sys.argv.pop(1), os.O_CREAT | os.O_WRONLY | os.O_TRUNC | os.O_APPEND, 0o600)
    write = NotebookFile.write

    def telling(file: NotebookFile, work: Callable[[Any], Any]) -> Any:
        os.write(handle, f"{monotonic()}\n".encode())
        try:
            return write(file, work)
        finally:
            os.write(handle, f"{monotonic()}\n".encode())

    NotebookFile.write = telling  # type: ignore[assignment,method-assign]
    return main()


if __name__ == "__main__":
    sys.exit(_main())
