"""What every shelf of the notebook is given: the file, the events, the clock and new ids."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from coachtui.clock import Clock
from coachtui.store.events import EventLog
from coachtui.store.file import NotebookFile
from coachtui.store.present import Watch


@dataclass(frozen=True, slots=True)
class Desk:
    """The tools that the shelves share."""

    file: NotebookFile
    events: EventLog
    clock: Clock
    new_id: Callable[[], str]


class Shelf:
    """One noun's place in the notebook."""

    def __init__(self, desk: Desk) -> None:
        self._file = desk.file
        self._events = desk.events
        self._clock = desk.clock
        self._new_id = desk.new_id

    def _record(self, subject: str, what: str, *changes: Any, undoable: bool = True, final: bool = False,
                later_ms: int = 0, watch: Watch = iter) -> None:  # fmt: skip
        """Append one event with these changes, within the caller's transaction."""
        self._events.record(
            subject, what, list(changes), undoable=undoable, final=final, later_ms=later_ms, watch=watch
        )
