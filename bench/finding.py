"""Search as one types over a million lines: from each key to the hits painted, against the raw index asked for the same."""

import asyncio
import gc
import tempfile
from pathlib import Path
from time import perf_counter

from bench.figures import Figure, median, quantile
from bench.homes import fill
from bench.search import LINES, RARE, grow
from coachtui.clock import Clock
from coachtui.ids import new_id
from coachtui.places import Places, find_places
from coachtui.settings import DARK_THEME
from coachtui.store.notebook import Notebook
from coachtui.store.search import as_query
from coachtui.tui.app import CoachApp
from coachtui.tui.commands import SEARCH
from coachtui.tui.rooms.search import MOST, SearchRoom

PHRASES = (
    "question data",
    "exit ticket",
    "the teacher said why",
    RARE,
    f"so {RARE}",
    "who",
    "to of in",
    "almost yet maybe",
)
BY_RANK = "SELECT rowid FROM lines_index WHERE lines_index MATCH ? ORDER BY rank LIMIT 50"
BY_AGE = f"SELECT rowid FROM lines_index WHERE lines_index MATCH ? ORDER BY rowid DESC LIMIT {MOST}"
FRAME_MS, MOST_MS = 1000 / 60, 50.0


async def type_phrases(places: Places, runs: int) -> dict[str, list[float]]:
    """Type each phrase so many times; ms from each key to its hits painted, by what was typed so far."""
    app = CoachApp(places, Clock(), new_id, room=SEARCH)
    app.dress_in(DARK_THEME, [])
    found: dict[str, list[float]] = {}
    async with app.run_test(size=(80, 24)) as pilot:
        room = app.screen
        assert isinstance(room, SearchRoom)
        while not app.workplace.is_open:
            await pilot.pause(0.01)
        gc.freeze()  # as the program does once its first room stands (GuardedApp.start_is_over); headless it does not
        for phrase in PHRASES * runs:
            room.entry.replace_text("")
            await pilot.pause()
            for letter in phrase:
                began = perf_counter()
                room.entry.insert(letter)
                while room.found_for != room.entry.text:
                    await asyncio.sleep(0.001)  # idle, as a program that waits is: spinning would hold the scribe up
                room._compositor.render_strips()
                found.setdefault(room.entry.text, []).append((perf_counter() - began) * 1000)
                await pilot.pause()
        app.exit()
    app.flush()
    gc.unfreeze()
    return found


def ask_raw(places: Places, typed: list[str], query: str) -> list[float]:
    """Ms of the raw query for each of these, the lesser of two."""
    times: list[float] = []
    with Notebook.open(places, Clock()) as notebook:
        for words in typed:
            some: list[float] = []
            for _ in range(2):
                began = perf_counter()
                notebook.file.rows(query, (as_query(words) or '"nothing"',))
                some.append((perf_counter() - began) * 1000)
            times.append(min(some))
    return times


def measure(runs: int) -> list[Figure]:
    """The figures of searching as one types."""
    with tempfile.TemporaryDirectory() as folder:
        places = find_places(str(Path(folder) / "home"))
        fill(places.home, 1, 10)
        with Notebook.open(places, Clock()) as notebook:
            grow(notebook.file.connection)
            notebook.observations.end(notebook.observations.latest(1)[0].id, Clock().now().utc_ms)
        by_text = asyncio.run(type_phrases(places, max(2, runs // 2)))
        typed = list(by_text)
        by_rank, by_age = ask_raw(places, typed, BY_RANK), ask_raw(places, typed, BY_AGE)
    ours = [ms for some in by_text.values() for ms in some]
    note = f"{len(ours):,} keys, {LINES:,} lines"
    p99 = quantile(ours, 0.99)
    return [
        Figure("search as one types, key to hits painted, p50", median(ours), None, "ms", note=note),
        Figure("the same, p99", p99, MOST_MS, "ms", 1.0, f"{note}; bare: 50 ms"),
        Figure("the same, p99", p99, quantile(by_rank, 0.99), "ms", 2.0, "bare: the raw query in order of rank"),
        Figure("the raw query newest first, p99, without paint", quantile(by_age, 0.99), None, "ms"),
    ]
