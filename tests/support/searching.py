"""The search room, and each place whose words it finds: what a hit shows of a string that stands there."""

from collections import Counter, deque
from collections.abc import Iterator, Sequence
from typing import Any

from coachtui.model.clean import clean
from coachtui.store.words_shape import SOURCES
from coachtui.tui.commands import SEARCH
from coachtui.tui.words import printable
from tests.support.covering import Seat
from tests.support.placing import Field, Place, put
from tests.support.poisoned import AS_IT_IS
from tests.support.rooms import Visitor
from tests.support.standing import CUT, WHOLE, painted, panes, squeezed, stand

ASKED = "zzq"
"""The word that is looked for; it stands before each string."""
MOST = 18
"""So many hits of lines, and of other things, are shown at once, and more."""
LINES: Field = ("lines", "text")
OWNERS: tuple[Field, ...] = (("leads", "name"), ("teams", "name"))
"""What a hit says of whose it is."""
TRIES = 4


def fields_found() -> list[Field]:
    """Every column that a search looks through."""
    return [LINES, *((each.table, column) for each in SOURCES for words in each.words for column in columns_in(words))]


def columns_in(words: str) -> list[str]:
    """The column of a row that such words are from."""
    return [
        words if "row." not in words else words.rsplit("row.", 1)[1].split(",", maxsplit=1)[0].split(")", maxsplit=1)[0]
    ]


class Searching:
    """Looks for one word again and again, with other strings behind it."""

    def __init__(self, here: Visitor, names: dict[Place, str]) -> None:
        self.seat = Seat(here, SEARCH, None)
        self.here = here
        self._names = names
        self.counts: Counter[str] = Counter()
        self.lost: list[tuple[Field, str]] = []
        self.fields = set(fields_found())

    async def begin(self) -> None:
        """Go there, and ask."""
        await self.seat.enter()
        await self.here.paste(ASKED)

    def _batch(self, waiting: dict[Field, deque[tuple[str, int]]]) -> Iterator[tuple[Place, str, int]]:
        """Places for the next strings, each in a row of its own, as many as are shown."""
        taken: set[tuple[str, int]] = set()
        room = Counter({True: MOST, False: MOST})
        fields = sorted((each for each in waiting if waiting[each]), key=lambda each: -len(waiting[each]))
        for field in fields:
            for place in self._names:
                row, is_line = (place.table, place.row), field == LINES
                if place.field == field and row not in taken and room[is_line] and waiting[field]:
                    taken.add(row)
                    room[is_line] -= 1
                    yield place, *waiting[field].popleft()

    async def cover(self, texts: Sequence[str], *, once: bool = False) -> None:
        """Let each string stand behind the word in each field, and look; or once."""
        waiting = {field: deque((AS_IT_IS(text), 1) for text in texts) for field in self.fields}
        while any(waiting.values()):
            tried = {place: (text, times) for place, text, times in self._batch(waiting)}
            shown = await self._shown({place: f"{ASKED} {text}" for place, (text, _) in tried.items()})
            for place, (text, times) in tried.items():
                self._see(place, text, times, rows_of(text), shown, waiting[place.field])
            if once:
                break

    async def cover_owners(self, texts: Sequence[str]) -> None:
        """Let each string be the name of a team, then of a lead, whose lines are found: it stands at the right of a hit."""
        lines = {place: ASKED for place in self._names if place.field == LINES}
        plain = await self._shown(lines)
        for field in OWNERS:
            places = [
                place for place, name in self._names.items() if place.field == field and stand(squeezed(name), plain)
            ]
            assert places
            waiting = deque((AS_IT_IS(text), 1) for text in texts)
            while waiting:
                tried = {place: waiting.popleft() for place in places if waiting}
                shown = await self._shown(lines | {place: text for place, (text, _) in tried.items()})
                for place, (text, times) in tried.items():
                    self._see(place, text, times, forms_of(text), shown, waiting)

    def _see(
        self,
        place: Place,
        text: str,
        times: int,
        forms: list[str],
        shown: list[list[str]],
        waiting: deque[tuple[str, int]],
    ) -> None:
        """Count how the words stand here; where they don't, or could not be put, they are tried again."""
        ways = {stand(squeezed(each), shown) for each in forms} if place not in self.seat.refused else {""}
        how = WHOLE if WHOLE in ways else CUT if CUT in ways else ""
        self.counts[how] += 1
        if not how and times < TRIES:
            waiting.append((text, times + 1))
        elif not how:
            self.lost.append((place.field, ascii(text)[:80]))

    async def _shown(self, words: dict[Place, str]) -> list[list[str]]:
        """What is seen once these words stand in their places, all else as it was; nothing of it is live."""
        do = self.here.app.workplace.scribe.do
        before = {place: self._names[place] for place in words}
        self.seat.refused = await do(lambda notebook: put(notebook, words))
        room: Any = self.here.app.screen
        room.notebook_opened()
        await self.here.settled()
        self.counts["looks"] += 1
        self.seat.look()
        screen = self.here.app.screen
        shown = panes(screen, painted(screen))
        await do(lambda notebook: put(notebook, before))
        return shown

    def __str__(self) -> str:
        """The counts, in a sentence."""
        shown = self.counts[WHOLE] + self.counts[CUT]
        return (
            f"{len(self.fields)} fields, {shown:,} hits show them as they are ({self.counts[CUT]:,} cut with …), "
            f"{self.counts['looks']:,} looks, 0 changed, 0 crashes, 0 control bytes, 0 live spans"
        )


def forms_of(text: str) -> list[str]:
    """How a string may be shown: cleaned, or as it is where nothing of it can do anything."""
    return [printable(clean(text)), *([text] if text.isprintable() else [])]


def rows_of(text: str) -> list[str]:
    """The row of a string that a hit shows, in each of its forms: the one in which the word stands."""
    return [each.split("\n")[0] for each in forms_of(f"{ASKED} {text}")]
