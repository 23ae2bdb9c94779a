"""The scribe: the one thread that owns the notebook while the program runs.

What is asked of it is done in the order it was asked. Half-typed text goes through a slot of its own that is never
waited for: a newer text takes the place of an older one that is not written yet. What a person wrote is insisted on:
while the disk won't take it, it is tried again and again, and everything asked for later waits behind it, in order.
"""

import asyncio
import contextlib
import threading
from collections import deque
from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from coachtui.store.errors import NotebookBusy, NotebookDamaged, NotebookError, NotebookFull, NotebookReadOnly
from coachtui.store.promises import Task, tell

if TYPE_CHECKING:
    from coachtui.model.draft import Draft

RETRY_SECONDS = 1.0
OPENING_PATIENCE = 1.0
"""Seconds that closing waits for a notebook that is still being opened, if nothing was asked of it."""
_CLOSED = "The notebook is closed already. Everything filed before is safe, this was not done."
_TROUBLES = (NotebookFull, NotebookReadOnly, NotebookBusy, NotebookDamaged)

T = TypeVar("T")
N = TypeVar("N", bound="Closable")


class Closable(Protocol):
    """What the scribe must be able to do with a notebook of any kind."""

    def close(self) -> None:
        """Let go of it."""
        ...


class Scribe:
    """Runs verbs of the notebook on its own thread, in order."""

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
        self._ended = False
        self._notebook: Any = None
        self._thread: threading.Thread | None = None

    async def start(self, open_notebook: Callable[[], N]) -> N:
        """Open the notebook on the scribe's thread and return it, only to be named: verbs run through `do`.

        Raises what opening raised; the scribe can then be started again.
        """
        loop = asyncio.get_running_loop()
        opened: asyncio.Future[N] = loop.create_future()
        thread = threading.Thread(target=self._run, args=(open_notebook, opened, loop), name="scribe", daemon=True)
        self._thread = thread
        thread.start()
        return await opened

    async def do(self, work: Callable[[Any], T]) -> T:
        """Run a verb on the notebook and return what it returned, once it is done. Raises what the verb raised."""
        return await self.ask(work)

    def ask(self, work: Callable[[Any], T], *, insist: bool = False) -> "asyncio.Future[T]":
        """Put a verb in the queue at once, and give the promise of what it returns.

        With `insist` a fault of the disk does not settle the promise: the verb is tried again until it is done.
        """
        loop = asyncio.get_running_loop()
        promise: asyncio.Future[T] = loop.create_future()
        with self._wake:
            if self._ended:
                promise.set_exception(NotebookError(_CLOSED))
            else:
                self._tasks.append(Task(work, promise, loop, insist))
                self._wake.notify()
        return promise

    def jot(self, draft: "Draft") -> None:
        """Keep a half-typed text; never waits. A newer one takes the place of one not written yet."""
        with self._wake:
            if self._tasks and not isinstance(self._tasks[-1], Task) and self._tasks[-1].scope == draft.scope:
                self._tasks[-1] = draft
            else:
                self._tasks.append(draft)
            self._wake.notify()

    async def tried(self, patience: float = 2.0) -> NotebookError | None:
        """Wait until all that was asked for was done, or tried at least; what keeps it from being written, if anything.

        `patience` is in seconds.
        """
        done, deadline = self.ask(lambda _: None), monotonic() + patience
        while not done.done() and self._trouble is None and monotonic() < deadline:
            await asyncio.sleep(0.01)
        done.cancel()
        return self._trouble

    def close(self, patience: float = 10.0) -> bool:
        """Finish what was asked for, close the notebook, end the thread.

        `patience` is in seconds; returns whether all was finished within it, and all that was insisted on is written.
        """
        with self._wake:
            self._closing = True
            self._wake.notify()
        thread = self._thread
        if thread is None:
            return not self._tasks
        is_owed = self._notebook is not None or bool(self._tasks)
        thread.join(patience if is_owed else min(patience, OPENING_PATIENCE))
        return not (is_owed and thread.is_alive()) and not self._is_lost

    @property
    def wrote_elsewhere(self) -> bool:
        """Whether what was written last went into the stand-in."""
        return self._stand_in is not None

    def _run(self, open_notebook: Callable[[], Any], opened: "asyncio.Future[Any]",
             loop: asyncio.AbstractEventLoop) -> None:  # fmt: skip
        try:
            self._notebook = open_notebook()
        except BaseException as fault:  # noqa: BLE001  (whoever asked is told)
            tell(loop, opened, fault=fault)
            return
        tell(loop, opened, result=self._notebook)
        try:
            while self._do_next():
                pass
        finally:
            self._notebook.close()
            if self._stand_in is not None:
                self._stand_in.close()

    def _do_next(self) -> bool:
        """Do one thing and let go of it: what it read may be large. False once there will be no more."""
        task = self._next()
        if task is not None:
            self._perform(task)
        return task is not None

    def _next(self) -> "Task | Draft | None":
        """The next thing to do, waited for; None once all is done and the scribe is closing."""
        with self._wake:
            while not self._tasks and not self._closing:
                self._wake.wait()
            self._ended = not self._tasks
            return None if self._ended else self._tasks.popleft()

    def _perform(self, task: "Task | Draft") -> None:
        if not isinstance(task, Task):
            self._keep(task)
            return
        try:
            result = self._persist(task.work) if task.insist else task.work(self._notebook)
        except BaseException as fault:  # noqa: BLE001  (whoever asked is told)
            tell(task.loop, task.promise, fault=fault)
        else:
            tell(task.loop, task.promise, result=result)

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
