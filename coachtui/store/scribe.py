"""The scribe: the one thread that owns the notebook while the program runs.

What is asked of it is done in the order it was asked. Half-typed text goes through a slot of its own that is never
waited for: a newer text takes the place of an older one that is not written yet. What a person wrote is insisted on:
while the disk won't take it, it is tried again and again, and everything asked for later waits behind it, in order.
"""

import asyncio
import contextlib
import threading
from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from coachtui.store.errors import NotebookError
from coachtui.store.insisting import Insists
from coachtui.store.promises import Task, tell
from coachtui.wording import _

if TYPE_CHECKING:
    from coachtui.model.draft import Draft

OPENING_PATIENCE = 1.0
"""Seconds that closing waits for a notebook that is still being opened, if nothing was asked of it."""
_CLOSED = _("The notebook is closed already. Everything filed before is safe, this was not done.")

T = TypeVar("T")
N = TypeVar("N", bound="Closable")


class Closable(Protocol):
    """What the scribe must be able to do with a notebook of any kind."""

    def close(self) -> None:
        """Let go of it."""
        ...


class Scribe(Insists):
    """Runs verbs of the notebook on its own thread, in order."""

    def __init__(self, on_trouble: Callable[[NotebookError | None], None],
                 open_stand_in: Callable[[], Any] | None = None) -> None:  # fmt: skip
        """As `Insists` says. Nothing opens before `start`."""
        super().__init__(on_trouble, open_stand_in)
        self._ended = False
        self._is_resting = False
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

    async def rest(self) -> Any:
        """Do all that was asked for, then let go of the notebook: what is asked for later waits until `wake`.

        Its mark as it was left, by which one sees whether anybody else had it meanwhile.
        """
        return await self.ask(self._let_go)

    async def wake(self, open_notebook: Callable[[], N]) -> N:
        """Open the notebook again and go on with what waits. Raises what opening raised; then it rests on."""
        loop = asyncio.get_running_loop()
        opened: asyncio.Future[N] = loop.create_future()
        with self._wake:
            self._is_resting = False
            self._tasks.appendleft(Task(lambda __: self._open_again(open_notebook), opened, loop, insist=False))
            self._wake.notify()
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
        if self._is_resting:
            return None
        done, deadline = self.ask(lambda __: None), monotonic() + patience
        while not done.done() and self._trouble is None and monotonic() < deadline:
            await asyncio.sleep(0.01)
        done.cancel()
        return self._trouble

    def breathe(self) -> None:
        """Within long work on the scribe's thread: write what was typed meanwhile, as far as it stands first in the queue.

        What the disk won't take waits for the end of that work, and is then insisted on as ever.
        """
        while (task := self._taken_if_typed()) is not None:
            try:
                if isinstance(task, Task):
                    tell(task.loop, task.promise, result=task.work(self._notebook))
                else:
                    self._notebook.drafts.keep(task)
            except Exception:  # noqa: BLE001  (whatever it is, it is met and told where it is tried again)
                with self._wake:
                    self._tasks.appendleft(task)
                return

    def _taken_if_typed(self) -> "Task | Draft | None":
        """The first thing in the queue, if it is something that was typed and the notebook takes it."""
        with self._wake:
            if not self._tasks or self._trouble is not None or self._stand_in is not None:
                return None
            first = self._tasks[0]
            return None if isinstance(first, Task) and not first.insist else self._tasks.popleft()

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
            if self._notebook is not None:
                self._notebook.close()
            if self._stand_in is not None:
                self._stand_in.close()

    def _let_go(self, notebook: Any) -> Any:
        self._is_resting = True
        self._notebook = None
        mark = notebook.events.mark()
        with contextlib.suppress(Exception):  # what can't be written back just now stays in its log
            notebook.close()
        return mark

    def _open_again(self, open_notebook: Callable[[], Any]) -> Any:
        try:
            self._notebook = open_notebook()
        except BaseException:
            self._is_resting = True
            raise
        return self._notebook

    def _do_next(self) -> bool:
        """Do one thing and let go of it: what it read may be large. False once there will be no more."""
        task = self._next()
        if task is not None:
            self._perform(task)
        return task is not None

    def _next(self) -> "Task | Draft | None":
        """The next thing to do, waited for; None once all is done and the scribe is closing."""
        with self._wake:
            while (self._is_resting or not self._tasks) and not self._closing:
                self._wake.wait()
            if self._is_resting:
                self._refuse_all()
            self._ended = not self._tasks
            return None if self._ended else self._tasks.popleft()

    def _refuse_all(self) -> None:
        """It closes while it rests: what waited for the notebook is not done any more."""
        while self._tasks:
            task = self._tasks.popleft()
            if isinstance(task, Task):
                tell(task.loop, task.promise, fault=NotebookError(_CLOSED))

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
