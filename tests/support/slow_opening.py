"""The program on a notebook that takes as long to open as a test wants: until a file is there.

With "first" the screen waits for it, as it would if the notebook were opened before anything is painted: the sabotage.
"""

import sys
from pathlib import Path
from time import sleep
from typing import Any


def slow_program(home: Path, go: Path, how: str = "behind") -> list[str]:
    """The command line of the program in capture on this home; its notebook opens once the file `go` is there."""
    return [sys.executable, "-m", "tests.support.slow_opening", str(home), str(go), how]


def _main() -> int:
    from coachtui.cli import main
    from coachtui.store.notebook import Notebook

    _, home, go, how = sys.argv

    def wait() -> None:
        while not Path(go).exists():
            sleep(0.01)

    opened = Notebook.open

    def open_slowly(*given: Any, **named: Any) -> Notebook:
        wait()
        return opened(*given, **named)

    if how == "first":
        wait()
    Notebook.open = open_slowly  # type: ignore[method-assign]
    sys.argv = ["coachtui", "--home", home, "observe"]
    return main()


if __name__ == "__main__":
    sys.exit(_main())
