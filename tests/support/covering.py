"""A room looked at again and again, until each string stood in each place for words that is seen in it."""

from collections import Counter, deque
from collections.abc import Iterable, Sequence
from itertools import cycle
from typing import Any

from coachtui.model.clean import clean
from coachtui.sharing.record_text import inert
from coachtui.tui import commands
from coachtui.tui.doors import KEPT, make_room
from coachtui.tui.rooms.room import GoTo, Room
from coachtui.tui.words import editable
from tests.support.bare_bytes import bare, live
from tests.support.placing import Field, Place, put, standing_in, without_half_typed
from tests.support.poisoned import AS_IT_IS
from tests.support.rooms import Visitor
from tests.support.standing import CUT, WHOLE, painted, panes, squeezed, stand

AS_WRITTEN = (commands.GATE, commands.SEEN)
"""The rooms that show the very bytes that leave: what would be markup there has a mark that says that it is none."""
ANEW = (commands.FEEDBACK, commands.SEEN, commands.REHEARSE, commands.TOGETHER)
"""The rooms that read what they show once, when they are entered."""
FIRST = "first"
"""How a name stands of which the first word is shown alone."""
TRIES = 6
LOWEST, MORE = 40, 20


class Seat:
    """A room that is open for one thing, and the places that are seen in it."""

    def __init__(self, here: Visitor, room: str, subject: str | None) -> None:
        self.here, self.room, self.subject = here, room, subject
        self.ways: dict[Place, str] = {}
        """How each place that is seen here was found to be shown."""
        self.names: dict[Place, str] = {}
        """The short names that stand in these places where no string is tried: a long one would push others out of sight."""
        self.refused: frozenset[Place] = frozenset()
        self.counts: Counter[str] = Counter()
        self.lost: list[tuple[Field, str]] = []
        """What never stood where it should have."""
        self.is_anew = room in ANEW
        self.is_as_written = room in AS_WRITTEN
        self.has_rows_apart = self.is_as_written
        """Whether each row of a text becomes a paragraph of its own."""

    async def enter(self) -> None:
        """Go there."""
        app = self.here.app
        if self.room in KEPT:
            app.go_to(GoTo(self.room, self.subject))
        else:
            app.push_screen(make_room(self.room, app.workplace, GoTo(self.room, self.subject)))
        await self.here.until(lambda: isinstance(app.screen, Room) and self.room == app.screen.NAME)
        await self._done()

    async def leave(self) -> None:
        """Go away from it, so that it may be entered for another thing."""
        if self.room not in KEPT:
            self.here.app.pop_screen()
        await self._done()

    async def look_anew(self) -> None:
        """Let the room show what the notebook holds now, as when one comes back to it."""
        room: Any = self.here.app.screen
        if self.is_anew:
            await self.enter()
        elif self.room == commands.TODAY:
            room.notebook_opened()
        elif self.room == commands.OBSERVE:
            room.put_aside()
            room.asked_for(self.subject)
        elif self.room != commands.SEARCH:
            room.reload()
        await self._done()

    async def _done(self) -> None:
        await self.here.settled()
        room = self.here.app.screen
        for _ in range(400):
            if all(each.is_finished for each in self.here.app.workers if each.node is room):
                break
            await self.here.pilot.pause(0.01)
        await self.here.pilot.pause()

    def find(self, names: dict[Place, str]) -> None:
        """See which of these names, each of three words, stand here, and how."""
        screen = self.here.app.screen
        shown = panes(screen, painted(screen))
        everything = "\n".join(row for rows in shown for row in rows)
        for place, name in names.items():
            if name.split()[0] in everything:
                self.ways[place] = stand(squeezed(name), shown) or FIRST
                self.names[place] = name

    async def fit(self) -> None:
        """Take as many rows as these places need, and some more: a lower picture is drawn sooner."""
        rows, app = self.here.rows(), self.here.app
        needed = sum(bool(row.strip()) for row in rows) + MORE if not self.is_anew else LOWEST
        await self.here.pilot.resize_terminal(app.size.width, min(app.size.height, max(LOWEST, needed)))
        await self.here.pilot.pause()

    async def cover(self, fields: Iterable[Field], texts: Sequence[str], tries: int = TRIES) -> None:
        """Put every string into each of these fields, as many at once as there are places for it, and look.

        One that is not seen where it should be may be beyond the edge, for what stands above it: it is tried again elsewhere.
        """
        waiting = {field: deque((text, 1) for text in texts) for field in fields}
        while any(waiting.values()):
            tried = {place: waiting[place.field].popleft() for place in self.ways if waiting.get(place.field)}
            for place in await self._missing({place: AS_IT_IS(text) for place, (text, _) in tried.items()}):
                text, times = tried[place]
                if times < tries:
                    waiting[place.field].append((text, times + 1))
                else:
                    self.lost.append((place.field, ascii(text)[:80]))

    async def look_once(self, texts: Sequence[str]) -> None:
        """Put a string into each place that is seen here, and look."""
        given = dict(zip(self.ways, cycle(texts), strict=False))
        missing = await self._missing({place: AS_IT_IS(text) for place, text in given.items()})
        self.lost += [(place.field, ascii(given[place])[:80]) for place in missing if place not in self.refused]

    async def _missing(self, words: dict[Place, str]) -> list[Place]:
        """Put these words into their places, and look; those that are not seen there."""
        do = self.here.app.workplace.scribe.do
        if self.is_anew:
            await self.leave()
            await do(without_half_typed)  # what is written in a room is kept as one leaves: it would be taken up again
        refused: frozenset[Place] = await do(lambda notebook: put(notebook, self.names | words))
        self.refused = refused & words.keys()
        left = [place for place in words if place not in self.refused]
        await self.look_anew()
        self.counts["looks"] += 1
        for _ in range(2):
            left = self._not_seen(words, left, self.look())
            if not left:
                break
            await self._done()
        self._see_that_they_stay(words, await do(lambda notebook: standing_in(notebook, words)))
        return [*left, *self.refused]

    def _see_that_they_stay(self, words: dict[Place, str], now: dict[Place, str]) -> None:
        """Looking changed nothing of what is stored; a room cleans a draft that it takes over."""
        changed = [
            (place, ascii(now[place])[:80])
            for place, text in words.items()
            if place not in self.refused and place.table != "drafts" and editable(now[place]) != editable(text)
        ]
        assert changed == [], f"{self.room}: {changed}"

    def look(self) -> list[list[str]]:
        """What is seen; nothing of it is a command to the terminal, and nothing can be clicked but what is ours."""
        screen = self.here.app.screen
        strips = painted(screen)
        assert bare("\n".join(strip.text for strip in strips), "\n") == [], self.room
        assert live(segment for strip in strips for segment in strip) == [], self.room
        return panes(screen, strips)

    def _not_seen(self, words: dict[Place, str], places: list[Place], shown: list[list[str]]) -> list[Place]:
        left = []
        for place in places:
            how = self._stands(words[place], self.ways[place], shown)
            self.counts[how] += 1
            if not how:
                left.append(place)
        return left

    def _stands(self, text: str, way: str, shown: list[list[str]]) -> str:
        """How the text stands here; where each of its rows becomes a paragraph of its own, each of them has to."""
        ways = {stand(each, shown) for each in self._forms(text, way)}
        rows = clean(text).split("\n")
        if not any(ways) and len(rows) > 1 and self.has_rows_apart:
            ways = {WHOLE} if all(self._stands(row, way, shown) for row in rows) else {""}
        return WHOLE if WHOLE in ways else CUT if CUT in ways else ""

    def _forms(self, text: str, way: str) -> list[str]:
        """How the text may be shown here, without blanks: cleaned, or as it is where nothing of it can do anything."""
        bare_forms = [clean(text), text]
        if way == FIRST:
            bare_forms = [next(iter(each.split()), "") for each in bare_forms]
        forms = [form for each in bare_forms for form in [clean(each)] + [each] * each.isprintable()]
        if self.is_as_written:
            forms += [inert(each) for each in forms] + [
                inert(f"x {each}")[2:] for each in forms
            ]  # at a beginning, and within
        return [squeezed(each) for each in dict.fromkeys(forms)]
