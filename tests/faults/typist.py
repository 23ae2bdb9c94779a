"""Types a meeting through the scribe until it is killed, and says what was typed and what was acknowledged.

Run as `python -m tests.faults.typist HOME FIRST SABOTAGE`. It types as fast as the notebook keeps up, but never slower
than a fast person: the next key comes when the last one is kept, or 66 ms later.
"""

import asyncio
import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from coachtui.clock import Clock
from coachtui.ids import new_id
from coachtui.model.draft import Draft
from coachtui.model.grammar import read_line
from coachtui.model.line import Line
from coachtui.model.moment import Moment
from coachtui.places import Places
from coachtui.store.errors import NotebookError
from coachtui.store.notebook import Notebook
from coachtui.store.scribe import Scribe
from tests.faults.deeds import Person
from tests.support.clocks import FakeClock

FAST = 0.066  # seconds between two keys of a fast typist
DEBOUNCE = 0.3  # seconds; what many programs wait before they keep half-typed text


def say(**facts: Any) -> None:
    """Say something in one write, so that a kill leaves all of it or nothing."""
    os.write(1, (json.dumps({**facts, "at": time.monotonic()}) + "\n").encode())


class Typist:
    """Someone who types one meeting."""

    def __init__(self, places: Places, first: int, sabotage: str) -> None:
        self._places = places
        self._clock = Clock()
        self._scribe = Scribe(self._trouble)
        self._sabotage = sabotage
        self._kept = asyncio.Event()
        self._typed = ""
        self._words = Person(FakeClock(), seed=first)
        self._first = first
        self._late: asyncio.TimerHandle | None = None
        self._held_back: list[Callable[[], None]] = []

    def _trouble(self, trouble: NotebookError | None) -> None:
        say(trouble=str(trouble))

    async def type(self) -> None:
        """Open, take up the observation that was cut off or begin one, and type until killed."""
        loop = asyncio.get_running_loop()
        await self._scribe.start(lambda: self._opened(loop))
        observation = await self._scribe.do(self._begin)
        say(ready=observation)
        number = self._first
        while True:
            text = f"{number} {self._words.sentence()}"[: 8 + number * 7 % 40]
            await self._line(observation, f"line-{number}", text.rstrip(" *#"))
            number += 1

    def _opened(self, loop: asyncio.AbstractEventLoop) -> Notebook:
        """The notebook, which tells when it begins to write and when it has written."""
        notebook = Notebook.open(self._places, self._clock)
        write, keep = notebook.file.write, notebook.drafts.keep

        def told(work: Callable[[Any], Any]) -> Any:
            say(writing=True)
            try:
                return write(work)
            finally:
                say(writing=False)

        def kept(draft: Draft) -> None:
            keep(draft)
            if draft.text == self._typed:
                loop.call_soon_threadsafe(self._kept.set)

        vars(notebook.file)["write"], vars(notebook.drafts)["keep"] = told, kept
        return notebook

    def _begin(self, notebook: Notebook) -> str:
        found = notebook.observations.unfinished()
        if found is None:
            return notebook.observations.begin(new_id(), self._clock.now(), "UTC").id
        notebook.observations.resume(found.id, self._clock.now())
        return found.id

    async def _line(self, observation: str, line_id: str, text: str) -> None:
        """Type one line, key by key, and go on typing while it is filed."""
        began = self._clock.now()
        for length in range(1, len(text) + 1):
            self._kept.clear()
            self._typed = text[:length]
            say(typed=self._typed)
            self._jot(Draft(observation, text[:length], length, began))
            try:
                await asyncio.wait_for(self._kept.wait(), FAST)
            except TimeoutError:
                continue
        if self._late is not None:
            self._late.cancel()
        self._file(observation, line_id, text, began)

    def _jot(self, draft: Draft) -> None:
        if self._sabotage != "debounce":
            self._scribe.jot(draft)
            return
        if self._late is not None:
            self._late.cancel()
        self._late = asyncio.get_running_loop().call_later(DEBOUNCE, self._scribe.jot, draft)

    def _file(self, observation: str, line_id: str, text: str, began: Moment) -> None:
        """File the line; it is told as filed once the disk has it."""
        say(entered=text)

        def ask() -> None:
            promise = self._scribe.ask(
                lambda notebook: notebook.lines.file(observation, read_line(text), began, line_id), insist=True
            )
            promise.add_done_callback(lambda done: self._filed(done.result()))

        if self._sabotage != "early":
            ask()
            return
        self._held_back.append(ask)
        say(filed=text, at_ms=None)
        if len(self._held_back) == 3:
            while self._held_back:
                self._held_back.pop(0)()

    def _filed(self, line: Line) -> None:
        if self._sabotage != "early":
            say(filed=line.text, at_ms=line.at_ms)


if __name__ == "__main__":
    asyncio.run(Typist(Places(Path(sys.argv[1])), int(sys.argv[2]), sys.argv[3]).type())
