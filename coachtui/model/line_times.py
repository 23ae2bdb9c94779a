"""The time that is asked for a line: a wall time, a step, or not known."""

import re
from typing import NamedTuple

from coachtui.model.grammar import AtTime
from coachtui.model.line import Line
from coachtui.model.observation import Observation
from coachtui.model.timing import nearest_wall_ms

_WALL = re.compile(r"([@~]?)([01]?\d|2[0-3])[:.]([0-5]\d)(?:[:.]([0-5]\d))?")
_STEP = re.compile(r"([+-])(?:(\d{1,4})m)?(?:(\d{1,5})s)?")


class TimeAsked(NamedTuple):
    """A wall time; None says that nobody knows the time."""

    wall: AtTime | None
    about: bool = False

    def at_ms(self, observation: Observation, line: Line) -> int | None:
        """The same in ms from the anchor, nearest to where the line is now."""
        if self.wall is None:
            return None
        start = observation.anchor.utc_ms
        return nearest_wall_ms(self.wall, start + (line.at_ms or 0), observation.zone) - start


def read_time(words: str) -> TimeAsked | int | None:
    """A wall time, or a step in ms, or None where it is neither."""
    words = words.strip()
    if words in ("?", "@?"):
        return TimeAsked(None)
    wall = _WALL.fullmatch(words)
    if wall is not None:
        about = wall[1] == "~"
        return TimeAsked(AtTime(int(wall[2]), int(wall[3]), None if wall[4] is None else int(wall[4]), about), about)
    step = _STEP.fullmatch(words)
    if step is None or not (step[2] or step[3]):
        return None
    seconds = int(step[2] or 0) * 60 + int(step[3] or 0)
    return seconds * 1000 * (1 if step[1] == "+" else -1)
