"""Long work that needs nothing of the notebook itself: done on a thread of its own, while the scribe breathes."""

import threading
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

_A_MOMENT = 0.01
"""Seconds between two breaths at most."""


def no_breath() -> None:
    """Let nothing be done meanwhile."""


def meanwhile(work: Callable[[], T], breathe: Callable[[], None]) -> T:
    """Do the work, and breathe until it is done; what it returned. Raises what it raised."""
    if breathe is no_breath:
        return work()
    done: list[T] = []
    faults: list[BaseException] = []

    def run() -> None:
        try:
            done.append(work())
        except BaseException as fault:  # noqa: BLE001  (it is raised where the work was asked for)
            faults.append(fault)

    # A daemon: a disk that never answers must not keep the program from ending.
    thread = threading.Thread(target=run, name="meanwhile", daemon=True)
    thread.start()
    while thread.is_alive():
        breathe()
        thread.join(_A_MOMENT)
    if faults:
        raise faults[0]
    return done[0]
