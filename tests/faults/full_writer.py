"""Fills a small disk for real: mounts one where nobody else sees it, writes until it is full, makes room, and goes on.

Run as `python -m tests.faults.full_writer FOLDER BALLAST` in a mount namespace of its own; what happened is printed as JSON.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from coachtui.model.draft import Draft
from coachtui.model.grammar import read_line
from coachtui.places import Places
from coachtui.store import ballast
from coachtui.store.errors import NotebookFull
from coachtui.store.notebook import Notebook
from tests.support.clocks import FakeClock
from tests.support.homes import make_home
from tests.support.state import faults_of

DISK = "20m"
OTHERS = 6 * 1024 * 1024  # bytes that other programs use of it
LONG = "words " * 500


class Writer:
    """Someone who writes long lines on a small disk."""

    def __init__(self, places: Places) -> None:
        self.places = places
        self.clock = FakeClock()
        self.told: list[str] = []

    def open(self) -> Notebook:
        """The notebook."""
        return Notebook.open(self.places, self.clock)

    def write_one(self, notebook: Notebook) -> None:
        """Type and file a line. Raises a NotebookError."""
        text, began = f"{len(self.told)} {LONG}".strip(), self.clock.advance(1000)
        notebook.drafts.keep(Draft("o1", text[:9], 9, began))
        notebook.lines.file("o1", read_line(text), began, f"line-{len(self.told)}")
        self.told.append(text)

    def write_until_full(self, notebook: Notebook) -> tuple[str, int]:
        """File lines until one is refused; the sentence, and how many had been filed when the ballast went."""
        with_ballast = 0
        while True:
            try:
                self.write_one(notebook)
            except NotebookFull as fault:
                return str(fault), with_ballast
            if self.places.ballast.exists():
                with_ballast = len(self.told)

    def all_there(self, notebook: Notebook) -> bool:
        """Whether every line that was acknowledged reads back, and no other."""
        return [line.text for line in notebook.lines.of("o1")] == self.told


def fill(folder: Path, *, with_ballast: bool) -> dict[str, Any]:
    """Write until the disk is full, look at what is left, make room, and go on."""
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={DISK}", "tmpfs", str(folder)], check=True)
    ballast.ENOUGH_SPACE = 0
    others = folder / "others"
    others.write_bytes(bytes(OTHERS))
    writer, facts = Writer(make_home(folder)), dict[str, Any]()
    with writer.open() as notebook:
        if with_ballast:
            notebook.ballast.lay_in()
        notebook.observations.begin("o1", writer.clock.now(), "UTC")
        facts["sentence"], facts["lines before the ballast went"] = writer.write_until_full(notebook)
        facts["lines"] = len(writer.told)
        facts["refused again"], _ = writer.write_until_full(notebook)
        facts["all read while full"] = writer.all_there(notebook)
    with writer.open() as notebook:
        facts["all read when opened while full"] = writer.all_there(notebook)
    others.unlink()
    with writer.open() as notebook:
        writer.write_one(notebook)
        facts["all there once there was room"] = writer.all_there(notebook)
        facts["faults"] = faults_of(notebook)
    return facts


if __name__ == "__main__":
    print(json.dumps(fill(Path(sys.argv[1]), with_ballast=sys.argv[2] == "yes")))
