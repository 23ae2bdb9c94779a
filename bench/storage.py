"""How long the thread that paints waits for the one that writes, while a process beside it syncs without pause."""

import asyncio
import tempfile
from pathlib import Path
from time import perf_counter
from typing import Any

from bench.figures import Figure, quantile
from bench.homes import fill
from bench.keys import FRAME_MS, LINES, competing
from coachtui.clock import Clock
from coachtui.ids import new_id
from coachtui.places import find_places
from coachtui.settings import DARK_THEME
from coachtui.store.scribe import Scribe
from coachtui.tui.app import CoachApp
from coachtui.tui.commands import OBSERVE


class Watched(Scribe):
    """A scribe that notes, in ms, how long whoever asks it for something is kept."""

    def __init__(self) -> None:
        super().__init__(lambda _: None)
        self.kept: list[float] = []

    def ask(self, *asked: Any, **more: Any) -> Any:
        """Ask, and note how long that took."""
        began = perf_counter()
        promise = super().ask(*asked, **more)
        self.kept.append((perf_counter() - began) * 1000)
        return promise

    def jot(self, draft: Any) -> None:
        """Jot, and note how long that took."""
        began = perf_counter()
        super().jot(draft)
        self.kept.append((perf_counter() - began) * 1000)


async def type_lines(home: Path, count: int) -> list[float]:
    """File so many lines key by key beside 5,000; how long each key and each Enter was kept by the storage."""
    app = CoachApp(find_places(str(home)), Clock(), new_id, room=OBSERVE, team=None, lead=None)
    app.dress_in(DARK_THEME, [])
    watched = app.workplace.scribe = Watched()
    async with app.run_test(size=(100, 30)) as pilot:
        while not app.workplace.is_open:
            await pilot.pause(0.01)
        for number in range(count):
            await pilot.press(*f"line {number} as typed", "enter")
        await watched.do(lambda _: None)
        app.exit()
    app.flush()
    return watched.kept


def measure(runs: int) -> list[Figure]:
    """The figures of waiting; the target is one frame at 60 a second."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        fill(home, 1, LINES, cut_off=True)
        with competing(Path(folder)):
            kept = asyncio.run(type_lines(home, 10 * runs))
    note = f"{len(kept):,} keys and lines; bare: one frame"
    return [
        Figure("the screen kept waiting by storage, p99", quantile(kept, 0.99), FRAME_MS, "ms", 1.0, note),
        Figure("the screen kept waiting by storage, longest", max(kept), FRAME_MS, "ms", 1.0, note),
    ]
