"""From the start of the process to the day on the screen: ten years of a school of 20 leads, against an empty notebook."""

import random
import sqlite3
import tempfile
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from bench.figures import Figure, median
from bench.homes import sentence
from bench.startup import has, shown_after
from coachtui.clock import Clock
from coachtui.model.bell_text import read_periods
from coachtui.model.observation import ref_for
from coachtui.places import find_places, prepare
from coachtui.store.notebook import Notebook
from tests.support.terminal import coachtui

LEADS, OBSERVATIONS, LINES, ENTRIES, CYCLES = 20, 4000, 50, 8000, 1600
TEN_YEARS = 3650
PERIODS = [f"{number + 1} {number}:05-{number}:55" for number in range(24)]


def fill_ten_years(home: Path) -> None:
    """A school's ten years, laid into the tables of the present in bulk; the events are left out: Today does not read them."""
    places = find_places(str(home))
    prepare(places)
    with Notebook.open(places, Clock()) as notebook:
        notebook.bells.add_schedule("Regular", read_periods(PERIODS).periods)
        leads = [notebook.people.add_lead(f"Lead {number:02}").id for number in range(LEADS)]
        connection = notebook.file.connection
        connection.execute("BEGIN")
        now_ms = Clock().now().utc_ms
        _observations(connection, leads, now_ms)
        _work(connection, leads, Clock().today())
        connection.execute("COMMIT")


def _observations(connection: sqlite3.Connection, leads: list[str], now_ms: int) -> None:
    """All of them ended but the newest; every tenth line is coded."""
    chance = random.Random(7)
    step = TEN_YEARS * 86_400_000 // OBSERVATIONS
    for number in range(OBSERVATIONS):
        identity, began = f"o{number:031x}", now_ms - (OBSERVATIONS - number) * step
        connection.execute(
            "INSERT INTO observations VALUES (?, ?, ?, NULL, ?, ?, 0, 'earlier', 'UTC', ?, NULL, NULL, NULL)",
            (number + 1, identity, f"{ref_for(identity)}{number}", leads[number % LEADS], began, began + 2_400_000),
        )
        connection.executemany(
            "INSERT INTO lines (id, observation, place, at_ms, about, provenance, kind, speaker, text, codes, starred, "
            "visibility, minutes) VALUES (?, ?, ?, ?, 0, 'live', 'evidence', NULL, ?, ?, 0, 'shareable', NULL)",
            [(f"{identity}{place:03x}", identity, place, place * 40_000, sentence(chance), "[]" if place % 10 else '["TM3"]')
             for place in range(LINES)],
        )  # fmt: skip


def _work(connection: sqlite3.Connection, leads: list[str], today: date) -> None:
    """Entries and their shares, cycles and steps: nearly all of them over."""
    chance = random.Random(8)

    def put(table: str, rows: "list[dict[str, Any]]") -> None:
        names = list(rows[0])
        marks = ", ".join(f":{name}" for name in names)
        connection.executemany(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})", rows)

    entries: list[dict[str, Any]] = []
    shares: list[dict[str, Any]] = []
    cycles: list[dict[str, Any]] = []
    steps: list[dict[str, Any]] = []
    for number in range(ENTRIES):
        lead, day = (
            leads[number % LEADS],
            (today - timedelta(days=TEN_YEARS - number * TEN_YEARS // ENTRIES)).isoformat(),
        )
        about = f"o{max(0, number // 2 - 20):031x}"  # of the newest, nothing was shared yet
        entries.append({"id": f"e{number}", "lead": lead, "cycle": None, "kind": "observation", "about": about, "day": day,
                        "title": "Observation", "version": 1, "words": sentence(chance)})  # fmt: skip
        shares.append({"id": f"h{number}", "lead": lead, "entry": f"e{number}", "version": 1, "way": "record",
                       "at_utc_ms": number, "zone": "UTC", "words": "", "sha256": "", "left_out": "", "settled": ""})  # fmt: skip
    empty = dict.fromkeys(("measure", "baseline", "moment", "target", "extended_because", "verdict_because", "next_goal",
                           "lead_reflection", "my_reflection"), "")  # fmt: skip
    for number in range(CYCLES):
        is_open = number >= CYCLES - LEADS
        lead = leads[number % LEADS]
        starts = today - timedelta(days=20 if is_open else 60 + number)
        cycles.append({"id": f"c{number}", "ref": f"c{number}", "lead": lead, "state": "learning" if is_open else "closed",
                       "goal": sentence(chance), "starts_on": starts.isoformat(),
                       "ends_on": (starts + timedelta(days=28)).isoformat(), **empty})  # fmt: skip
        steps.append({"id": f"s{number}", "ref": f"s{number}", "lead": lead, "state": "agreed" if is_open else "mastered",
                      "words": sentence(chance), "looks_like": "", "practice": "", "practised_times": 0,
                      "by_when": (today - timedelta(days=10 if number % 2 else -10)).isoformat()})  # fmt: skip
    for table, rows in (("entries", entries), ("shares", shares), ("cycles", cycles), ("steps", steps)):
        put(table, rows)


def _is_today(rows: list[str]) -> bool:
    return rows[0].startswith(" Today")


def measure(runs: int) -> list[Figure]:
    """The figures of the first frame and of the day that is read behind it."""
    with tempfile.TemporaryDirectory() as folder:
        full, empty = Path(folder) / "full", Path(folder) / "empty"
        fill_ten_years(full)
        prepare(find_places(str(empty)))
        Notebook.open(find_places(str(empty)), Clock()).close()
        frames: dict[Path, list[float]] = {full: [], empty: []}
        days: dict[Path, list[float]] = {full: [], empty: []}
        for _ in range(runs):
            for home, shown in ((full, "Waiting for you"), (empty, "Welcome.")):
                frames[home].append(shown_after(coachtui(home), _is_today) * 1000)
                days[home].append(shown_after(coachtui(home), has(shown)) * 1000)
    note = f"{OBSERVATIONS * LINES:,} lines, {ENTRIES:,} summaries; bare: an empty notebook"
    return [
        Figure("Today's first paint", median(frames[full]), median(frames[empty]), "ms", 1.3, note),
        Figure("Today's cards and observations shown", median(days[full]), median(days[empty]), "ms", 1.3, note),
    ]
