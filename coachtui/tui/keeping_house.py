"""What the program does behind the person: frameworks and hints are read, backups made."""

from typing import Any

from coachtui.store.errors import NotebookError
from coachtui.store.housekeeping import CHORES, Chore
from coachtui.tui.guard import GuardedApp
from coachtui.tui.leaving import last_words
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
        place, scribe = self.workplace, self.workplace.scribe  # unlocked, or locked, there is another scribe
        for chore in CHORES:

            def work(notebook: Any, chore: Chore = chore) -> object:
                return chore.work(notebook, place.places, place.clock, scribe.breathe)

            try:
                await scribe.do(work)
            except NotebookError as fault:
                if scribe is self.workplace.scribe:  # else it was locked meanwhile, and is seen to later
                    self.notify(f"{chore.failing} {fault}", severity="warning", markup=False)
