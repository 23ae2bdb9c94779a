"""What the program does behind the person: frameworks and hints are read, backups made."""

from collections.abc import Callable
from typing import Any

from coachtui.store.errors import NotebookError
from coachtui.store.housekeeping import CHORES, Chore
from coachtui.store.scribe import Scribe
from coachtui.tui.guard import GuardedApp
from coachtui.tui.leaving import last_words
from coachtui.tui.long_work import LongWork, WorkStopped
from coachtui.tui.rooms.room import Room
from coachtui.tui.workplace import Workplace

FURNISH_AFTER = 0.3
"""Seconds after the opening at which frameworks and hints are read."""
HOUSEKEEPING_AFTER = 3.0
"""Seconds after the opening: the first keys of a meeting come before checks and backups."""
HOURLY = 3600.0


class KeepsHouse(GuardedApp):
    """The part of the app that nobody waits for."""

    workplace: Workplace

    def last_words(self, *, is_all_saved: bool) -> str | None:
        """What is to be said once the screen is down."""
        return last_words(is_all_saved=is_all_saved, is_in_drop_box=self.workplace.scribe.wrote_elsewhere)

    def furnish_soon(self) -> None:
        """Read the frameworks and hints once the first keys are through."""
        self.set_timer(FURNISH_AFTER, self._furnish)

    keeps_house = False
    """Whether that goes on already."""

    def keep_house(self) -> None:
        """From here on, make a backup whenever one is due."""
        self.keeps_house = True
        self.set_timer(HOUSEKEEPING_AFTER, self._keep_house)
        self.set_interval(HOURLY, self._keep_house)

    def _furnish(self) -> None:
        """Behind the first keys: the frameworks, the words worth a hint, the shapes of feedback."""
        self.run_worker(self._furnished(), group="library")

    async def _furnished(self) -> None:
        place = self.workplace

        def read(_: Any) -> Any:
            from coachtui.library import load_feedback_shapes, load_frameworks, load_lexicon

            return load_frameworks(place.places), load_lexicon(place.places), load_feedback_shapes(place.places)

        try:
            found = await place.scribe.do(read)
        except NotebookError:
            return  # the program closes already
        (place.frameworks, complaints), (place.lexicon, more), (place.shapes, still_more) = found
        for sentence in (*complaints, *more, *still_more):
            self.notify(sentence, severity="warning", timeout=20, markup=False)
        for screen in self.screen_stack:
            if isinstance(screen, Room):
                screen.furnished()

    def _keep_house(self) -> None:
        """Behind what the person does: the end of a discarding or a purge, the ballast, the backups."""
        if self.workplace.has_notebook:
            self.run_worker(self._housekeeping(), group="house")

    async def _housekeeping(self) -> None:
        scribe = self.workplace.scribe  # unlocked, or locked, there is another scribe
        for chore in CHORES:
            at_work = self.workplace.at_work
            with at_work.at(chore.words, may_stop=bool(chore.stopped), is_waited_for=False) as work:
                try:
                    work.outcome = chore.done if await scribe.do(self._chore(chore, scribe, work)) else ""
                except (NotebookError, WorkStopped) as fault:
                    work.outcome = chore.stopped if work.is_stopped else ""
                    if (
                        not work.is_stopped and scribe is self.workplace.scribe
                    ):  # else it was locked: it is seen to later
                        self.notify(f"{chore.failing} {fault}", severity="warning", markup=False)

    def _chore(self, chore: Chore, scribe: Scribe, work: LongWork) -> Callable[[Any], object]:
        """A chore as the scribe does it: what is typed meanwhile is written in between, and it can be stopped there."""
        place = self.workplace

        def breathe() -> None:
            scribe.breathe()
            work.breathe()

        return lambda notebook: chore.work(notebook, place.places, place.clock, breathe)
