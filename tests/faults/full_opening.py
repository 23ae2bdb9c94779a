"""Opens coachtui on a disk that is full for real, says what it answered, makes room, and looks again.

Run as `python -m tests.faults.full_opening FOLDER` in a mount namespace of its own; what happened is printed as JSON.
"""

import json
import subprocess
import sys
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

from coachtui.places import Places
from tests.faults.damaging import a_real_notebook, lines_shown
from tests.support.homes import make_home
from tests.support.program import ask
from tests.support.terminal import Terminal, coachtui, restored

READERS = (("list", "observations"), ("show", "m0"), ("search", "grading"), ("export", "m0"), ("doctor",), ("restore",))
WRITERS = (("backup",), ("doctor", "--rebuild"))


def fill_up(folder: Path) -> Path:
    """A file that takes all the room that is left."""
    others = folder / "others"
    with suppress(OSError), others.open("wb", buffering=0) as file:
        while True:
            file.write(bytes(4096))
    with suppress(OSError), others.open("ab", buffering=0) as file:
        while True:
            file.write(b"x")
    return others


def type_on_a_full_disk(places: Places, others: Path) -> dict[str, Any]:
    """Type a line while there is no room, then make room while the program waits."""
    with Terminal(coachtui(places.home, "observe")) as terminal:
        terminal.type("said on a full disk")
        terminal.press("enter")
        terminal.wait_for("not saved yet")
        terminal.wait_for("The disk is full.")
        claimed = any("said on a full disk" in row for row in terminal.screen()[2:-6])
        others.unlink()
        terminal.wait_for(lambda rows: any("said on a full disk" in row for row in rows[2:-6]))
        terminal.wait_for(lambda rows: "not saved yet" not in rows[0])
        terminal.press("ctrl+q")
        code = terminal.wait_exit()
        return {"claimed too early": claimed, "exit": code, "restored": restored(terminal.raw)}


def open_on(folder: Path) -> dict[str, Any]:
    """A notebook and a new home on a disk without room; what is there once there is."""
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", str(folder)], check=True)
    old, new = a_real_notebook(folder), make_home(folder, "new")
    whole = lines_shown(old, "m0")
    others = fill_up(folder)
    facts: dict[str, Any] = {
        "read": {" ".join(words): asdict(ask(old.home, *words)) for words in READERS},
        "refused": {" ".join(words): asdict(ask(old.home, *words)) for words in WRITERS},
        "new": asdict(ask(new.home, "list", "observations")),
        "same": lines_shown(old, "m0") == whole,
        "typed": type_on_a_full_disk(old, others),
    }
    facts["same after"] = lines_shown(old, "m0") == whole
    facts["filed"] = ask(old.home, "search", "full", "disk", "--json").said
    facts["new after"] = asdict(ask(new.home, "list", "observations"))
    return facts


if __name__ == "__main__":
    print(json.dumps(open_on(Path(sys.argv[1]))))
