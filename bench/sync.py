"""How long 1,000 summaries take from the notebook into a folder, against a plain script that writes the same files."""

import os
import random
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from time import perf_counter

from bench.figures import Figure, median
from bench.homes import sentence
from coachtui.clock import Clock
from coachtui.disk import sync_folder
from coachtui.model.cycle import Cycle
from coachtui.model.share import Sending
from coachtui.model.summary import LeftOut
from coachtui.places import Places, find_places, prepare
from coachtui.sharing.courier import Courier
from coachtui.sharing.record_folder import RecordFolder
from coachtui.store.notebook import Notebook
from coachtui.store.present import Change
from coachtui.store.rows import to_fields

LEADS, CYCLES, SUMMARIES, LINES = 20, 5, 10, 30


def summaries(lead: str, cycles: list[str], chance: random.Random) -> Iterator[Sending]:
    """The summaries of one lead, thirty lines each, as they passed the gate."""
    for cycle in cycles:
        for number in range(SUMMARIES):
            day = date(2026, 1, 5) + timedelta(number)
            title = f"Observation {number}"
            words = "\n".join([f"## {title}", "", *(f"- 10:42 {sentence(chance)}" for _ in range(LINES))])
            yield Sending("observation", f"{cycle}-{number}", lead, cycle, day, title, words, LeftOut(), 0, {})


def fill(places: Places) -> None:
    """Share 1,000 summaries."""
    chance = random.Random(5)
    prepare(places)
    with Notebook.open(places, Clock()) as notebook:
        for number in range(LEADS):
            lead = notebook.people.add_lead(f"Lead {number}").id
            cycles = [f"{number}-{cycle}" for cycle in range(CYCLES)]
            changes = [Change("cycles", None, to_fields(Cycle(each, f"c{each}", lead))) for each in cycles]

            def begin(_: object, lead: str = lead, changes: list[Change] = changes) -> None:
                notebook.events.record(lead, "begun", changes)

            notebook.file.write(begin)
            for sending in summaries(lead, cycles, chance):
                notebook.ledger.share(sending)


def deliver(places: Places, folder: Path) -> float:
    """One sync of all of it, in s."""
    with Notebook.open(places, Clock()) as notebook:
        began = perf_counter()
        report = Courier(RecordFolder(folder, is_ours=True), notebook.outbox, lambda: 0).run()
        took = perf_counter() - began
    assert len(report.delivered) == LEADS * CYCLES, report
    return took


def write_plainly(files: dict[str, bytes], folder: Path) -> float:
    """The same files by a plain script: each written, forced to the disk, renamed, and last the folder forced; in s."""
    folder.mkdir()
    began = perf_counter()
    for name, content in files.items():
        beside = folder / f"{name}.part"
        with beside.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.rename(folder / name)
    sync_folder(folder)
    return perf_counter() - began


def measure(runs: int) -> list[Figure]:
    """The figure of syncing; ours and the plain script take turns, on the same disk."""
    ours: list[float] = []
    bare: list[float] = []
    with tempfile.TemporaryDirectory() as words:
        place = Path(words)
        places = find_places(str(place / "home"))
        fill(places)
        for number in range(runs):
            folder = place / f"record {number}"
            ours.append(deliver(places, folder) * 1000)
            files = {path.name: path.read_bytes() for path in sorted(folder.glob("*.md"))}
            bare.append(write_plainly(files, place / f"plain {number}") * 1000)
    note = f"{LEADS * CYCLES} files; bare: written, fsynced, renamed by a plain script"
    return [Figure("1,000 summaries synced into a folder", median(ours), median(bare), "ms", 1.5, note)]
