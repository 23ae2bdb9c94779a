"""Draws the pictures of docs/pictures/ from the program itself: the sample school, at a moment that stands still.

python -m tools.pictures
"""

import asyncio
import itertools
import re
import tempfile
from collections.abc import Awaitable, Callable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from textual.pilot import Pilot

from coachtui.clock import Clock
from coachtui.commandline.sample_school import fill
from coachtui.model.moment import Moment
from coachtui.places import Places, prepare
from coachtui.settings import DARK_THEME, Settings
from coachtui.tui.app import CoachApp
from coachtui.tui.commands import OBSERVE, READING, TODAY
from coachtui.tui.rooms.observe import ObserveRoom
from coachtui.tui.rooms.room import GoTo

PICTURES = Path(__file__).parents[1] / "docs" / "pictures"
SIZE = (80, 24)
TEAM, LEAD = "Grade 4 Math", "Maria Okafor"

_START = Moment(1_773_139_200_000, 9_000_000, "picture")  # 10 March 2026, 10:40
_MEETING = (
    (0, "= Norms 5"),
    (40, 'maria: "Where we left off: fractions on a number line."'),
    (95, 'priya: "Four of five. On Thursday the bell beat me." #norms'),
    (260, "= Data 20"),
    (275, 'maria: "Sort them: got it, almost, not yet. Two minutes." *'),
    (430, "Three piles. 11 got it, 9 almost, 6 not yet #evidence"),
    (455, 'sofia: "The almosts count tick marks, not spaces." #TM3 *'),
    (463, 'tom: "Mine too."'),
    (500, 'maria: "What would we need to see on Monday to know?"'),
    (512, "Eleven seconds of silence"),
    (530, 'priya: "A line with no ticks. They make their own." *'),
    (575, "? Would she have said it without the wait?"),
    (640, "All three lean in over the same ticket"),
)
_HALF_TYPED = (1010, 'tom: "I would rather reteach to the six')


class StillClock(Clock):
    """Stands at a moment until it is put to another."""

    def __init__(self) -> None:
        self.at(0)

    def at(self, seconds: int) -> None:
        """Stand so many seconds after the start of the meeting."""
        ms = seconds * 1000
        # Another start of the computer each time: else a room that happens to look would mark that it slept.
        self._now = Moment(_START.utc_ms + ms, _START.boot_ms + ms, f"{_START.boot_id}-{seconds}")

    def now(self) -> Moment:
        """The moment it stands at."""
        return self._now

    def zone(self) -> str:
        """The same zone on every computer."""
        return "UTC"


Play = Callable[[Pilot[Any]], Awaitable[None]]
"""What is done in the program before the picture is taken."""


async def wait(pilot: Pilot[Any]) -> None:
    """Wait until the notebook is open and what is read behind it is there, all is on the disk, and all is painted."""
    app = pilot.app
    assert isinstance(app, CoachApp)
    while not (app.workplace.is_open and app.workplace.frameworks):
        await pilot.pause(0.01)
    for _ in range(3):
        await pilot.pause()
        await app.workplace.scribe.do(lambda _: None)
    await pilot.pause()


async def hold_meeting(pilot: Pilot[Any]) -> None:
    """Type the meeting, each line at its time, and the last one by half."""
    await wait(pilot)
    room = pilot.app.screen
    assert isinstance(room, ObserveRoom) and isinstance(room.workplace.clock, StillClock)
    room.looks_at_clock = False
    for seconds, typed in _MEETING:
        room.workplace.clock.at(seconds)
        room.entry.insert(typed)
        room.entry.file()
        await wait(pilot)
    seconds, typed = _HALF_TYPED
    room.workplace.clock.at(seconds)
    room.entry.insert(typed)
    await wait(pilot)
    room.show_title()
    room.show_strip()
    await pilot.pause()


async def read_meeting(pilot: Pilot[Any]) -> None:
    """Open the newest observation that is over; above it stand two cards."""
    await wait(pilot)
    app = pilot.app
    assert isinstance(app, CoachApp)
    newest = await app.workplace.scribe.do(lambda notebook: notebook.observations.latest(9))
    app.go_to(GoTo(READING, next(each.id for each in newest if each.ended_utc_ms is not None)))
    await wait(pilot)


def pressing(*keys: str) -> Play:
    """Press these keys, each once what the one before led to is there."""

    async def play(pilot: Pilot[Any]) -> None:
        await wait(pilot)
        for key in keys:
            await pilot.press(key)
            await wait(pilot)

    return play


class Scene(NamedTuple):
    """A room and what is done in it."""

    room: str
    play: Play


SCENES = {
    "observe": Scene(OBSERVE, hold_meeting),
    "today": Scene(TODAY, wait),
    "reading": Scene(TODAY, read_meeting),
    "help": Scene(OBSERVE, pressing("f1")),
    "lead": Scene(TODAY, pressing("l", "end", "enter")),
    "cycle": Scene(TODAY, pressing("l", "end", "enter", "c")),
    "one-on-one": Scene(TODAY, pressing("l", "end", "enter", "m")),
    "gate": Scene(TODAY, pressing("end", "enter", "g")),
}


def open_school(folder: Path, room: str, theme: str = DARK_THEME) -> CoachApp:
    """The program on the sample school in this folder, its clock still, its ids always the same."""
    places, clock = Places(folder / "home"), StillClock()
    prepare(places)
    school, used = _school()
    places.notebook.touch(mode=0o600)
    places.notebook.write_bytes(school)
    ids = map("{:032x}".format, itertools.count(1 + used))
    named = (TEAM, LEAD) if room == OBSERVE else (None, None)
    watched = Settings(blank_minutes=0)  # the meeting goes by in seconds, and nobody is idle in it
    app = CoachApp(places, clock, lambda: next(ids), room=room, team=named[0], lead=named[1], settings=watched)
    app.animation_level = "none"
    app.dress_in(theme, [])
    return app


@cache
def _school() -> tuple[bytes, int]:
    """The notebook with the sample school, made once for all pictures, and how many ids that took."""
    made = itertools.count(1)
    with tempfile.TemporaryDirectory(prefix="coachtui-school-") as folder:
        places = Places(Path(folder) / "home")
        prepare(places)
        fill(places, StillClock(), lambda: f"{next(made):032x}")
        return places.notebook.read_bytes(), next(made) - 1


async def draw(scene: Scene, size: tuple[int, int] = SIZE, theme: str = DARK_THEME) -> str:
    """The picture of a scene, as SVG that names no other place."""
    with tempfile.TemporaryDirectory(prefix="coachtui-picture-") as folder:
        app = open_school(Path(folder), scene.room, theme)
        try:
            async with app.run_test(size=size) as pilot:
                await scene.play(pilot)
                return alone(app.export_screenshot(title="coachtui"))
        finally:
            app.flush()


def alone(svg: str) -> str:
    """The picture without the web font and the remark that it comes with, and with ids of its own."""
    svg = re.sub(r"@font-face\s*\{[^}]*\}\s*", "", svg)
    svg = re.sub(r"<!--.*?-->\s*", "", svg, flags=re.DOTALL)
    svg = re.sub(r"terminal-\d+", "picture", svg)
    svg = svg.replace("Fira Code, monospace", "DejaVu Sans Mono, Menlo, Consolas, monospace")
    return "\n".join(line.strip() for line in svg.splitlines() if line.strip()) + "\n"


def main() -> None:
    """Draw every scene."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    for name, scene in SCENES.items():
        path = PICTURES / f"{name}.svg"
        path.write_text(asyncio.run(draw(scene)), "utf-8")
        print(f"docs/pictures/{path.name}")


if __name__ == "__main__":
    main()
