"""What was asked of the scribe, and the promise of its outcome: kept on the loop of whoever asked."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(slots=True)
class Task:
    """One thing asked for: the work, and the promise that its outcome goes to."""

    work: Callable[[Any], Any]
    promise: "asyncio.Future[Any]"
    loop: asyncio.AbstractEventLoop
    insist: bool


def tell(loop: asyncio.AbstractEventLoop, promise: "asyncio.Future[Any]", *, result: Any = None,
          fault: BaseException | None = None) -> None:  # fmt: skip
    """Settle a promise on its own loop; a loop or a promise that is gone has nobody waiting."""

    def settle() -> None:
        if promise.done():
            return
        if fault is None:
            promise.set_result(result)
        else:
            promise.set_exception(fault)

    try:
        loop.call_soon_threadsafe(settle)
    except RuntimeError:
        return
