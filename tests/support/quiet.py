"""Waiting for a program without a terminal: until its loop has nothing left to do, not until the computer looks idle.

Textual's pilot sleeps 20 ms at least twice for every key, to see whether the process used the processor meanwhile. What
the loop still has in hand says the same at once, and says it however busy the computer is. What a timer brings within
those 20 ms is waited for as it was.
"""

import asyncio
import sys
from collections.abc import Iterator

import pytest

_IN_A_ROW = 3
"""How often the loop must have nothing in hand: a timer that is due comes to hand in the next turn."""
_SOON = 0.02


async def quiet(min_sleep: float = 0.0, max_sleep: float = 1.0) -> None:
    """Wait until the loop has nothing in hand, and no timer will ring soon; `max_sleep` seconds at most."""
    del min_sleep
    loop, calm = asyncio.get_running_loop(), 0
    began = loop.time()
    while calm < _IN_A_ROW and loop.time() < began + max_sleep:
        await asyncio.sleep(0)
        calm = 0 if loop._ready else calm + 1  # type: ignore[attr-defined]
        if calm == _IN_A_ROW and (rings := _next_ring(loop)) <= began + _SOON:
            await asyncio.sleep(max(0.0, rings - loop.time()))
            calm = 0


def _next_ring(loop: asyncio.AbstractEventLoop) -> float:
    """When the next timer will ring, by the loop's clock."""
    timers = loop._scheduled  # type: ignore[attr-defined]
    return min((timer.when() for timer in timers if not timer.cancelled()), default=float("inf"))


@pytest.fixture(scope="session", autouse=True)
def pilots_wait_for_quiet() -> Iterator[None]:
    """Let every pilot wait so, where any test has one."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("textual.app", "textual.pilot"):
            if name in sys.modules:
                patch.setattr(sys.modules[name], "wait_for_idle", quiet)
        yield
