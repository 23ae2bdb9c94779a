"""An Observe room for tests: a team that is known, the pad and the hints read, and what a notebook opened anew holds."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from coachtui.model.line import Line
from coachtui.model.people import Slot
from coachtui.model.whole import Whole
from coachtui.settings import Settings
from coachtui.store.notebook import Notebook
from coachtui.tui.rooms.observe import ObserveRoom
from tests.support.clocks import FakeClock
from tests.support.homes import make_home, put_new_notebook
from tests.support.rooms import Visitor, read, visit

TEAM = "Grade 4"
MEMBERS = ("Tom Adeyemi", "Priya Nair", "Tomas Muñoz")


class Meeting:
    """A home with a team in it, a clock, and whoever is in the room."""

    def __init__(self, folder: Path) -> None:
        self.places, self.clock = make_home(folder), FakeClock()
        put_new_notebook(self.places)
        read(self.places, self.clock, self._people)

    @staticmethod
    def _people(notebook: Notebook) -> None:
        notebook.people.add_team(TEAM, "Jo Ash", MEMBERS)
        notebook.people.add_team("Grade 6", "Daniel Reyes", ("Ana Castillo",))
        notebook.people.add_slot("Grade 6", Slot(2, 8 * 60 + 30, 45))  # the fake morning is a Tuesday

    @asynccontextmanager
    async def held(self, *, team: str | None = TEAM, size: tuple[int, int] = (100, 30),
                   settings: Settings | None = None) -> AsyncIterator[Visitor]:  # fmt: skip
        """The room, once all that is read behind the first picture is there."""
        async with visit(self.places, self.clock, team=team, size=size) as here:
            await here.until(lambda: here.app.workplace.lexicon is not None)
            if settings is not None:
                here.app.workplace.settings = settings
                room_of(here).furnished()
            await here.settled()
            yield here

    def wholes(self) -> list[Whole]:
        """Every observation as a notebook opened anew reads it, oldest first."""
        found: list[Whole] = read(
            self.places,
            self.clock,
            lambda notebook: [notebook.whole(each) for each in notebook.observations.all()],
        )
        return sorted(found, key=lambda whole: whole.observation.anchor.utc_ms)

    def lines(self) -> list[Line]:
        """The lines of the newest observation."""
        return list(self.wholes()[-1].lines)


def room_of(here: Visitor) -> ObserveRoom:
    """The Observe room one is in."""
    room = here.app.screen
    assert isinstance(room, ObserveRoom)
    return room


def entry(here: Visitor) -> str:
    """What the entry line shows."""
    return here.rows()[-2].removeprefix("›").strip()
