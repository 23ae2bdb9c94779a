"""Insisting: what a person wrote is tried again and again while the disk won't take it, and goes elsewhere at the end."""

import contextlib
import threading
from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from coachtui.store.errors import NotebookBusy, NotebookDamaged, NotebookError, NotebookFull, NotebookReadOnly
from coachtui.store.promises import Task

if TYPE_CHECKING:
    from coachtui.model.draft import Draft

RETRY_SECONDS = 1.0
_TROUBLES = (NotebookFull, NotebookReadOnly, NotebookBusy, NotebookDamaged)


class Insists:
    """The part of the scribe that writes what was written, whatever the disk says."""

    def __init__(self, on_trouble: Callable[[NotebookError | None], None],
                 open_stand_in: Callable[[], Any] | None = None) -> None:  # fmt: skip
        """`on_trouble` is told, on the scribe's thread, what keeps it from writing, and None once it writes again.

        `open_stand_in` gives what is written into when closing, if the notebook takes nothing. Nothing opens before `start`.
        """
        self._on_trouble = on_trouble
        self._open_stand_in = open_stand_in
        self._stand_in: Any = None
        self._is_lost = False
        self._trouble: NotebookError | None = None
        self._tasks: deque[Task | Draft] = deque()
        self._wake = threading.Condition()
        self._closing = False
        self._notebook: Any = None

    def _keep(self, draft: "Draft") -> None:
        """Write half-typed text until the disk takes it or a newer one stands in the queue."""
        try:
            self._persist(lambda notebook: notebook.drafts.keep(draft), scope=draft.scope)
        except _TROUBLES:
            return  # It was told, and a newer text stands in the queue or the program is closing.
        except Exception as fault:  # noqa: BLE001
            # A mistake in one half-typed text must not keep the lines that follow from the disk.
            from coachtui.store.explain import explain

            self._tell_trouble(explain(fault))

    def _persist(self, work: Callable[[Any], Any], scope: str | None = None) -> Any:
        """Run the work until the disk takes it. Raises the trouble when it is time to give up."""
        while self._stand_in is None:
            try:
                result = work(self._notebook)
            except _TROUBLES as trouble:
                self._trouble = trouble
                self._tell_trouble(trouble)
                if not self._wait_for_better(scope):
                    self._take_stand_in()
                    break
            else:
                if self._trouble is not None:
                    self._trouble = None
                    self._tell_trouble(None)
                return result
        return self._do_instead(work)

    def _take_stand_in(self) -> None:
        """From here on, what was written goes elsewhere: the program closes, and the notebook takes nothing."""
        if self._closing and self._open_stand_in is not None:
            with contextlib.suppress(Exception):
                self._stand_in = self._open_stand_in()

    def _do_instead(self, work: Callable[[Any], Any]) -> Any:
        """Run the work on the stand-in. Raises the trouble where there is none, or where it can't do this."""
        assert self._trouble is not None
        try:
            return work(self._stand_in)
        except Exception:  # noqa: BLE001  (there may be none, and it knows no more verbs than capture needs)
            self._is_lost = self._is_lost or self._closing
            raise self._trouble from None

    def _tell_trouble(self, trouble: NotebookError | None) -> None:
        """Say what is the matter; a listener that is gone must not keep the lines from the disk."""
        with contextlib.suppress(Exception):
            self._on_trouble(trouble)

    def _wait_for_better(self, scope: str | None) -> bool:
        """Wait a little before the next try; False when closing, or when a newer text of `scope` is in the queue."""
        with self._wake:
            if not self._closing and not self._newer(scope):
                self._wake.wait(RETRY_SECONDS)
            return not self._closing and not self._newer(scope)

    def _newer(self, scope: str | None) -> bool:
        return scope is not None and any(not isinstance(task, Task) and task.scope == scope for task in self._tasks)
