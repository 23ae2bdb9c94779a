"""A clock that a test sets from outside, through a small file: for a program in a process of its own."""

import mmap
import struct
import sys
from pathlib import Path

from coachtui.clock import Clock
from coachtui.model.moment import Moment
from tests.support.clocks import A_MORNING


class ToldClock(Clock):
    """Tells the time that stands in the file: A_MORNING and so many ms, on both clocks."""

    def __init__(self, path: Path) -> None:
        if not path.exists():
            path.write_bytes(bytes(8))
        with path.open("r+b") as file:
            self._told = mmap.mmap(file.fileno(), 8)

    def now(self) -> Moment:
        """The moment it was told."""
        (ms,) = struct.unpack("<q", self._told[:8])
        return Moment(A_MORNING.utc_ms + ms, A_MORNING.boot_ms + ms, A_MORNING.boot_id)

    def zone(self) -> str:
        """Always UTC."""
        return "UTC"

    def tell(self, ms: int) -> None:
        """Set it to so many ms after the morning."""
        self._told[:8] = struct.pack("<q", ms)


def told_program(home: Path, clock: Path, room: str = "observe") -> list[str]:
    """The command line of the program in capture, or on Today, on this home, with the clock that the file tells."""
    return [sys.executable, "-m", "tests.support.told_clock", str(home), str(clock), room]


def told_plain(home: Path, clock: Path, room: str) -> list[str]:
    """The command line of the plain mode, likewise."""
    return [*told_program(home, clock, room), "plain"]


def _main() -> int:
    from coachtui.places import find_places, make_private
    from coachtui.tui.early import Asked
    from coachtui.tui.idling import GoesBlank
    from coachtui.tui.launch import launch

    GoesBlank.look_every = 3600.0  # the clock goes by leaps
    make_private()
    if sys.argv[4:] == ["plain"]:
        from coachtui.plain.opening import open_plain

        return open_plain(find_places(sys.argv[1]), ToldClock(Path(sys.argv[2])), sys.argv[3], None, None)
    return launch(find_places(sys.argv[1]), ToldClock(Path(sys.argv[2])), Asked(sys.argv[3]))


if __name__ == "__main__":
    sys.exit(_main())
