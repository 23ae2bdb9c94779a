"""Rooms for tests: the program on a real home without a terminal, its keys pressed and its rows read."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from typing import Any

from textual import events
from textual.pilot import Pilot

from coachtui.ids import new_id
from coachtui.places import Places
from coachtui.settings import DARK_THEME
from coachtui.store.errors import NotebookError
from coachtui.store.notebook import Notebook
from coachtui.store.scribe import Scribe
from coachtui.tui.app import CoachApp
from coachtui.tui.commands import OBSERVE, READING
from coachtui.tui.rooms.room import GoTo
from tests.support.clocks import FakeClock

HOSTILE_NAMES = ["[/", "[bold]x[/bold] [@click=app.quit]y[/]", "a\x1b[2J\x07\x9b31mb", "two\nlines", "\u202eevil\u2066"]
"""Names that would be markup, keys, colours or directions if they were taken for more than words."""


SLOW_DISK = 0.25
"""Seconds after which the next key is pressed although what the last one asked of the notebook is not done."""


class Visitor:
    """Someone at the program: presses keys, reads rows."""

    def __init__(self, app: CoachApp, pilot: Pilot[Any]) -> None:
        self.app = app
        self.pilot = pilot
        self._scribe = Counted(app.workplace.scribe)

    def rows(self) -> list[str]:
        """The rows of the screen as they are painted, without the blanks at their ends."""
        strips = self.app.screen._compositor.render_strips()
        return ["".join(segment.text for segment in strip).rstrip() for strip in strips]

    def text(self) -> str:
        """All rows in one, with single blanks, so that words broken over two rows are found."""
        return " ".join(" ".join(self.rows()).split())

    async def until(self, wanted: str | Callable[[], bool]) -> None:
        """Wait until these words are seen, or until this is so. Raises AssertionError with what is seen."""
        deadline = time.monotonic() + 15
        while not (wanted in self.text() if isinstance(wanted, str) else wanted()):
            assert time.monotonic() < deadline, "\n".join([f"never seen: {wanted}", *self.rows()])
            await self.pilot.pause(0.01)

    async def press(self, *keys: str) -> None:
        """Press keys, by Textual's names, each once the one before is done, if the disk answers."""
        for key in keys:
            await self.pilot.press(key)
            await self._done()

    async def type(self, text: str) -> None:
        """Type this text, key by key."""
        await self.pilot.press(*text)
        await self._done()

    async def file(self, text: str) -> None:
        """Type this line, and Enter; wait until its entry is empty again."""
        await self.type(text)
        await self.press("enter")
        await self.settled()

    async def paste(self, text: str) -> None:
        """Paste this text."""
        self.app.post_message(events.Paste(text))
        await self.settled()

    async def read_newest(self) -> None:
        """Go to the newest observation that is over."""
        newest = await self.app.workplace.scribe.do(lambda notebook: notebook.observations.latest(9))
        self.app.go_to(GoTo(READING, next(each.id for each in newest if each.ended_utc_ms is not None)))
        await self.settled()

    async def settled(self) -> None:
        """Wait until the scribe has done what it was asked, and what that led to, and it is painted."""
        await self.pilot.pause()
        while self.app.workplace.is_open and self.app.locked_page is None:
            if not self._scribe.counts(self.app.workplace.scribe):  # unlocked, or locked: there is another one
                self._scribe = Counted(self.app.workplace.scribe)
            asked = self._scribe.asked
            await self._scribe.catch_up()
            await self.pilot.pause()
            if self._scribe.asked == asked:
                break

    async def _done(self) -> None:
        """Wait until what was pressed is done, unless the disk does not answer."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self.settled(), SLOW_DISK)


@asynccontextmanager
async def visit(places: Places, clock: FakeClock, room: str = OBSERVE, *, size: tuple[int, int] = (80, 24),
                team: str | None = None, lead: str | None = None, theme: str = DARK_THEME,
                complaints: tuple[str, ...] = (), asks: bool = False) -> AsyncIterator[Visitor]:  # fmt: skip
    """The program on this home, its notebook open or refused; closed as by quitting. With `asks` it begins locked."""
    app = CoachApp(places, clock, new_id, room=room, team=team, lead=lead)
    app.look_every = 3600.0  # the clock goes by leaps here: a test says when the program looks at it
    app.dress_in(theme, list(complaints))
    try:
        async with app.run_test(size=size, notifications=True) as pilot:
            visitor = Visitor(app, pilot)
            if asks:
                await visitor.until("This notebook is locked.")
            else:
                await visitor.until(lambda: app.workplace.is_open)
                await visitor.settled()
            yield visitor
            for each in app.screen_stack:
                getattr(each, "leaving", lambda: None)()
    finally:
        app.flush()


class Counted:
    """Counts what a scribe is asked for, to see whether one thing led to another."""

    def __init__(self, scribe: Scribe) -> None:
        self.asked = 0
        self._of = scribe
        self._ask = scribe.ask
        vars(scribe)["ask"] = self._counted

    def counts(self, scribe: Scribe) -> bool:
        """Whether it is this one whose askings are counted."""
        return scribe is self._of

    async def catch_up(self) -> None:
        """Wait until all is done that was asked; one that was closed meanwhile has done it."""
        with suppress(NotebookError):
            await self._ask(lambda _: None)

    def _counted(self, work: Callable[[Any], Any], *, insist: bool = False) -> asyncio.Future[Any]:
        self.asked += 1
        return self._ask(work, insist=insist)


class Fault:
    """A verb of the notebook that fails a number of times, then does what it always did."""

    def __init__(self, verb: Callable[..., Any], error: NotebookError, times: int = 1) -> None:
        self._verb, self._error, self.left = verb, error, times

    def __get__(self, shelf: Any, kind: Any = None) -> Callable[..., Any]:
        def call(*given: Any, **named: Any) -> Any:
            if self.left:
                self.left -= 1
                raise self._error
            return self._verb(shelf, *given, **named)

        return call


def read(places: Places, clock: FakeClock, verb: Callable[[Notebook], Any]) -> Any:
    """What a notebook opened anew on this home reads."""
    with Notebook.open(places, clock) as notebook:
        return verb(notebook)


def texts(places: Places, clock: FakeClock) -> list[list[str]]:
    """The texts of every observation, oldest first."""
    return list(reversed(read(places, clock, lambda notebook: [
        [line.text for line in notebook.lines.of(each.id)] for each in notebook.observations.latest(50)
    ])))  # fmt: skip
