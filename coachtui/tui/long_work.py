"""Work that may take longer than a glance: what is done, how far it is, whether it can be stopped, and what came of it."""

import asyncio
from collections.abc import Awaitable, Callable, Generator
from contextlib import contextmanager, suppress
from time import monotonic
from typing import TypeVar

T = TypeVar("T")


class WorkStopped(Exception):
    """A person stopped it."""


class LongWork:
    """One piece of work. `go_on` is asked, and the count told, on whatever thread does it; all else is said on the screen's."""

    def __init__(self, words: str, *, may_stop: bool, is_waited_for: bool) -> None:
        """`words` say what is being done, as in "Writing the file"; it may be stopped only where that leaves all in order.

        What nobody waits for is told later, and not where a meeting is written.
        """
        self.words = words
        self.may_stop = may_stop
        self.is_waited_for = is_waited_for
        self.began = monotonic()
        self.count: tuple[int, int] | None = None
        """How many are done, of how many, where they are counted."""
        self.is_stopped = False
        self.is_over = False
        self.outcome = ""
        """What it did, or did not; told where it took so long that it was shown."""
        self._stop = asyncio.Event()

    @property
    def can_be_stopped(self) -> bool:
        """Whether it goes on, and stopping it would leave all in order."""
        return self.may_stop and not (self.is_over or self.is_stopped)

    def stop(self) -> None:
        """The person has had enough of it."""
        if self.can_be_stopped:
            self.is_stopped = True
            self._stop.set()

    def too_late_to_stop(self) -> None:
        """From here on it is short, and done as a whole. Raises WorkStopped where it was stopped just now."""
        if self.is_stopped:
            raise WorkStopped
        self.may_stop = False

    def go_on(self, done: int, of: int) -> bool:
        """Note how far it is; whether to go on."""
        self.count = (done, of)
        return not self.is_stopped

    def breathe(self) -> None:
        """Said now and then within it. Raises WorkStopped."""
        if self.is_stopped:
            raise WorkStopped

    async def unless_stopped(self, work: Awaitable[T]) -> T:
        """What this work gives. Raises WorkStopped as soon as it is stopped: what is not needed any more ends by itself."""
        wanted, stopped = asyncio.ensure_future(work), asyncio.ensure_future(self._stop.wait())
        try:
            await asyncio.wait({wanted, stopped}, return_when=asyncio.FIRST_COMPLETED)
            if wanted.done():
                return wanted.result()
            wanted.add_done_callback(lambda done: done.cancelled() or done.exception())
            raise WorkStopped
        finally:
            stopped.cancel()


class AtWork:
    """What is being worked at now, the newest last; whoever shows it is told when something begins or ends."""

    def __init__(self) -> None:
        self.all: list[LongWork] = []
        self.on_change: Callable[[LongWork], object] = lambda _: None

    def begin(self, words: str, *, may_stop: bool = True, is_waited_for: bool = True) -> LongWork:
        """Something begins, and ends by `end`."""
        work = LongWork(words, may_stop=may_stop, is_waited_for=is_waited_for)
        self.all.append(work)
        self.on_change(work)
        return work

    def end(self, work: LongWork, outcome: str = "") -> None:
        """It is over; what came of it."""
        work.is_over, work.outcome = True, outcome or work.outcome
        with suppress(ValueError):
            self.all.remove(work)
        self.on_change(work)

    @contextmanager
    def at(self, words: str, *, may_stop: bool = True, is_waited_for: bool = True) -> Generator[LongWork, None, None]:
        """The same around a block."""
        work = self.begin(words, may_stop=may_stop, is_waited_for=is_waited_for)
        try:
            yield work
        finally:
            self.end(work)
