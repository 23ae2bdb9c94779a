"""Finding words among a million lines, against the same words asked of the raw index."""

import random
import sqlite3
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from bench.figures import Figure, median
from bench.homes import fill, sentence
from coachtui.clock import Clock
from coachtui.places import find_places
from coachtui.store.notebook import Notebook

LINES = 1_000_000
RARE = "heliotrope"
QUERIES = {"a rare word": RARE, "two words": "exit ticket", "a frequent word": "question"}
RAW = "SELECT rowid FROM lines_index WHERE lines_index MATCH ? ORDER BY rank LIMIT 50"


def grow(connection: sqlite3.Connection) -> None:
    """Fill the tables of the present in bulk; the events are left out, for searching does not read them."""
    chance = random.Random(6)
    (owner,) = connection.execute("SELECT id FROM observations LIMIT 1").fetchone()
    (place,) = connection.execute("SELECT max(place) FROM lines").fetchone()

    def rows() -> object:
        for number in range(LINES):
            text = sentence(chance) + (f" {RARE}" if number % 60_000 == 0 else "")
            yield (f"x{number:031x}", owner, place + 1 + number, number, text)

    connection.execute("BEGIN")
    connection.executemany(
        "INSERT INTO lines (id, observation, place, at_ms, about, provenance, kind, speaker, text, codes, starred, "
        "visibility, minutes) VALUES (?, ?, ?, ?, 0, 'live', 'evidence', NULL, ?, '[]', 0, 'shareable', NULL)",
        rows(),  # type: ignore[arg-type]
    )
    connection.execute("COMMIT")


def timed(work: Callable[[], object], runs: int) -> float:
    """The median of so many runs, in ms, after one that does not count."""
    work()
    times: list[float] = []
    for _ in range(runs):
        began = perf_counter()
        work()
        times.append((perf_counter() - began) * 1000)
    return median(times)


def search_for(notebook: Notebook, name: str, words: str, runs: int) -> Figure:
    """The figure of one query."""
    raw_words = " ".join(f'"{word}"' for word in words.split()) + "*"
    ours = timed(lambda: notebook.search.find(words), runs)
    raw = timed(lambda: notebook.file.rows(RAW, (raw_words,)), runs)
    return Figure(f"search for {name}", ours, raw, "ms", 1.5, f"{LINES:,} lines")


def measure(runs: int) -> list[Figure]:
    """The figures of each kind of query."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        fill(home, 1, 10)
        with Notebook.open(find_places(str(home)), Clock()) as notebook:
            grow(notebook.file.connection)
            return [search_for(notebook, name, words, runs) for name, words in QUERIES.items()]
