"""A second window: it is refused the notebook, and writes lines into the drop box, each told once the box has it.

Run as `python -m tests.faults.beside HOME NAME LINES SABOTAGE`. With "early" the box has a line three lines after it
was told.
"""

import json
import os
import sys
from pathlib import Path
from time import monotonic
from typing import Any

from coachtui.clock import Clock
from coachtui.model.grammar import read_line
from coachtui.places import Places
from coachtui.store.dropbox import DropBox
from coachtui.store.errors import NotebookBusy
from coachtui.store.notebook import Notebook


def say(**facts: Any) -> None:
    """Say something in one write."""
    os.write(1, (json.dumps(facts) + "\n").encode())


def words(name: str, number: int) -> str:
    """The text of a line."""
    return f"said in {name}, line {number}"


def write(places: Places, name: str, lines: int, *, early: bool) -> None:
    """Ask for the notebook, then write beside it."""
    clock = Clock()
    began = monotonic()
    try:
        Notebook.open(places, clock)
    except NotebookBusy as fault:
        say(refused=str(fault), seconds=monotonic() - began)
    box = DropBox(places, clock, name)
    box.observations.begin(name, clock.now(), "UTC", "Math")
    late = 3 if early else 0
    for number in range(lines):
        if early:
            say(filed=words(name, number))
        if number >= late:
            box.lines.file(name, read_line(words(name, number - late)), clock.now(), f"{name}-{number}")
        if not early:
            say(filed=words(name, number))
    say(done=True)
    sys.stdin.read()


if __name__ == "__main__":
    write(Places(Path(sys.argv[1])), sys.argv[2], int(sys.argv[3]), early=sys.argv[4] == "early")
