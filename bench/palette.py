"""The list of commands and names on a notebook of ten years: from Ctrl+P, and from each key typed there, to the list painted."""

import asyncio
import gc
import tempfile
from pathlib import Path
from time import perf_counter

from bench.figures import Figure, median, quantile
from bench.homes import fill
from bench.search import LINES, grow
from coachtui.clock import Clock
from coachtui.ids import new_id
from coachtui.places import Places, find_places
from coachtui.settings import DARK_THEME
from coachtui.store import by_name
from coachtui.store.notebook import Notebook
from coachtui.tui.app import CoachApp
from coachtui.tui.commands import TODAY
from coachtui.tui.dialogs.find import FindPage

YEARS, A_YEAR, LEADS, TEAMS = 10, 300, 60, 40
PHRASES = ("observe", "grade 6", "lead 4", "team lead", "mar", "observation grade", "zz")
MOST_MS = 50.0
_RAW = "SELECT id, team, lead, anchor_utc_ms FROM observations ORDER BY anchor_utc_ms DESC LIMIT ?"


def fill_ten_years(places: Places) -> None:
    """Leads, teams, 300 observations a year, a million lines."""
    fill(places.home, YEARS * A_YEAR, 2)
    with Notebook.open(places, Clock()) as notebook:
        for number in range(TEAMS):
            notebook.people.add_team(f"Team {number}", f"Lead {number}", (f"Teacher {number}", f"Aide {number}"))
        for number in range(TEAMS, LEADS):
            notebook.people.add_lead(f"Lead {number}")
        grow(notebook.file.connection)


async def _painted(page: FindPage, words: str, *, whole: bool) -> None:
    """Wait until what these words find is painted."""
    while page.found_for != words or (whole and not page.is_whole):
        await asyncio.sleep(0.001)  # idle, as a program that waits is
    page._compositor.render_strips()


async def press_and_type(places: Places, runs: int) -> tuple[list[float], list[float], list[float]]:
    """Ms from Ctrl+P to the commands, to the whole list, and from each key to what it finds."""
    app = CoachApp(places, Clock(), new_id, room=TODAY)
    app.dress_in(DARK_THEME, [])
    commands, wholes, keys = list[float](), list[float](), list[float]()
    async with app.run_test(size=(80, 24)) as pilot:
        while not app.workplace.is_open:
            await pilot.pause(0.01)
        gc.freeze()  # as the program does once its first room stands; headless it does not
        for phrase in PHRASES * runs:
            began = perf_counter()
            app.action_command_palette()
            while not (isinstance(app.screen, FindPage) and app.screen.is_mounted):
                await asyncio.sleep(0.001)
            page = app.screen
            await _painted(page, "", whole=False)
            commands.append((perf_counter() - began) * 1000)
            await _painted(page, "", whole=True)
            wholes.append((perf_counter() - began) * 1000)
            for letter in phrase:
                began = perf_counter()
                page.entry.insert(letter)
                await _painted(page, page.entry.text, whole=False)
                keys.append((perf_counter() - began) * 1000)
            await pilot.press("escape")
            await pilot.pause()
        app.exit()
    app.flush()
    gc.unfreeze()
    return commands, wholes, keys


def read_raw(places: Places, runs: int) -> list[float]:
    """Ms of reading the observations alone, by one raw query."""
    times: list[float] = []
    with Notebook.open(places, Clock()) as notebook:
        for _ in range(runs * 3):
            began = perf_counter()
            notebook.file.rows(_RAW, (by_name.MOST,))
            times.append((perf_counter() - began) * 1000)
    return times


def measure(runs: int) -> list[Figure]:
    """The figures of the list of commands and names."""
    with tempfile.TemporaryDirectory() as folder:
        places = find_places(str(Path(folder) / "home"))
        fill_ten_years(places)
        commands, wholes, keys = asyncio.run(press_and_type(places, max(2, runs // 2)))
        raw = read_raw(places, runs)
    note = f"{YEARS * A_YEAR:,} observations, {LINES:,} lines"
    return [
        Figure("Ctrl+P to the commands painted, p50", median(commands), MOST_MS, "ms", 1.0, f"{note}; bare: 50 ms"),
        Figure(
            "Ctrl+P to every name known, p50", median(wholes), median(raw), "ms", None, "bare: the observations, raw"
        ),
        Figure("a key in the list to what it finds painted, p50", median(keys), None, "ms", note=f"{len(keys):,} keys"),
        Figure("the same, p99", quantile(keys, 0.99), MOST_MS, "ms", 1.0, "bare: 50 ms"),
    ]
