"""Rooms in states that the sample school is not in, and what shows by a key alone: where the rest of its words are seen."""

from typing import Any, NamedTuple

from coachtui.model.clean import clean_line
from coachtui.store.notebook import Notebook
from coachtui.tui import commands
from coachtui.tui.rooms.room import Room
from coachtui.tui.widgets.ask_entry import AskEntry
from coachtui.tui.words import printable_line
from tests.support.covering import Seat
from tests.support.placing import Field, Place
from tests.support.rooms import Visitor
from tests.support.standing import CUT, WHOLE, squeezed


class Pose(NamedTuple):
    """What a school is like, which room one goes to for what, the keys that are pressed there, and what is seen only then."""

    name: str
    room: str
    subject: str
    """The statement that gives what the room is opened for."""
    fields: tuple[Field, ...]
    statements: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    typed: str = ""
    """What is typed then."""


_LEAD, _SHARED = "SELECT id FROM leads ORDER BY n", "SELECT id FROM feedback WHERE state = 'shared'"
_NOT_IN_THE_RECORD = ("DELETE FROM entries", "UPDATE shares SET entry = NULL, way = 'text file'")
_CLOSING = (("closings", "strength"), ("closings", "step_idea"), ("closings", "question"))
_HELD = "UPDATE holds SET people = json_array((SELECT id FROM leads ORDER BY n LIMIT 1))"
_PLAN = "SELECT id FROM conversations WHERE state = 'planning'"
_ENDED = "SELECT id FROM observations WHERE ended_utc_ms IS NOT NULL ORDER BY n"
POSES = (
    Pose("a plan that is set aside", commands.CONVERSATION, "SELECT id FROM conversations ORDER BY n",
         (("conversations", "set_aside_because"),), ("UPDATE conversations SET state = 'set aside'",)),
    Pose("a cycle that goes on longer", commands.CYCLE, "SELECT id FROM cycles WHERE closed_on IS NULL ORDER BY n",
         (("cycles", "extended_because"),), ("UPDATE cycles SET extended_to = '2026-04-10'",)),
    Pose("a 1:1 that was left out", commands.ONE_ON_ONE, "SELECT id FROM one_on_ones ORDER BY n",
         (("one_on_ones", "skipped_because"),), ("UPDATE one_on_ones SET state = 'skipped'",)),
    Pose("earlier 1:1s", commands.ONE_ON_ONE, _LEAD,
         (("one_on_ones", "skipped_because"),), ("UPDATE one_on_ones SET state = 'skipped'",)),
    Pose("my notes on a lead", commands.LEAD, _LEAD, (("holds", "because"), *_CLOSING), (_HELD,), ("p",)),
    Pose("what the lead wrote", commands.SEEN, _LEAD,
         (("lead_words", "words"),), ("UPDATE lead_words SET place = 'place', about = NULL",)),
    Pose("what changed since it left", commands.GATE, f"SELECT 'feedback:' || id FROM ({_SHARED})",
         (("shares", "words"),), _NOT_IN_THE_RECORD),
    Pose("what the lead answered", commands.FEEDBACK, _SHARED, (("lead_words", "words"),),
         ("UPDATE lead_words SET place = 'reply'",), ("ctrl+g",)),
    Pose("changes beside a draft", commands.FEEDBACK, _SHARED, (("shares", "words"),), (), ("alt+c",)),
)  # fmt: skip


PAGES = (
    Pose("the summary of an observation", commands.READING, _ENDED,
         (*_CLOSING, ("lines", "codes"), ("lines", "speaker"), ("teams", "name")), (), ("s",)),
    Pose("a rehearsal of a feedback", commands.FEEDBACK, _SHARED, (("feedback", "text"),), (), ("ctrl+r",)),
    Pose("a page to hold a conversation by", commands.CONVERSATION, _PLAN,
         (("plan_rows", "words"), ("conversations", "with_whom"), ("leads", "name")), (), ("c",)),
    *(Pose(f"everything called {noun}", commands.LEADS, "SELECT ''", fields, (), ("ctrl+p",), noun) for noun, fields in (
        ("lead", (("leads", "name"), ("leads", "role"), ("leads", "handle"))), ("team", (("teams", "name"),)),
        ("cycle", (("cycles", "goal"),)), ("conversation", (("conversations", "with_whom"),)),
    )),
    Pose("a card that is put off", commands.TODAY, "SELECT ''", (("teams", "name"), ("leads", "name")),
         ("DELETE FROM put_off WHERE card <> 'deadline:x'",), ("z",)),
)  # fmt: skip
"""What stands over a room, and what is said in it."""
QUESTIONS = (
    Pose("what a lead is called", commands.LEAD, _LEAD, (("leads", "name"),), (), ("e",)),
    Pose("what a team is called", commands.TEAM, "SELECT id FROM teams ORDER BY n", (("teams", "name"),), (), ("e",)),
    Pose("whose meeting it was", commands.READING, _ENDED, (("teams", "name"),), (), ("f5",)),
    Pose("closing words", commands.READING, _ENDED, (("closings", "strength"),), (), ("f8",)),
    Pose("why time was lost", commands.BLOCKS, _LEAD, (("blocks", "lost_because"),), (), ("l",)),
)
"""Questions that stand with words in them."""


def arrange(notebook: Notebook, pose: Pose) -> str:
    """Let the school be like this; what the room is opened for."""

    def work(_: object) -> None:
        for statement in pose.statements:
            notebook.file.connection.execute(statement)

    notebook.file.write(work)
    (subject,) = notebook.file.row(pose.subject) or ("",)
    return str(subject)


class Posing(Seat):
    """A seat in such a room, once its keys are pressed."""

    def __init__(self, here: Visitor, pose: Pose, subject: str) -> None:
        super().__init__(here, pose.room, subject)
        self._pose = pose
        self.has_rows_apart = self.has_rows_apart or ("shares", "words") in pose.fields

    async def enter(self) -> None:
        """Go there, and press the keys."""
        await super().enter()
        await self.press_keys()

    async def press_keys(self) -> None:
        """Press what it takes there; what a key takes away is not waited for, as it is where keys are pressed by the pilot."""
        for key in self._pose.keys:
            self.here.app.simulate_key(key)
            await self._done()
        if self._pose.typed:
            await self._found_by_name()
        await self._done()

    async def _found_by_name(self) -> None:
        """Type what is looked for, once everything that has a name is there."""
        page: Any = self.here.app.screen
        await self.here.until(lambda: page.is_whole)
        await self.here.paste(self._pose.typed)


class Above(Posing):
    """A seat before what stands over a room, or is said in it: it is shown anew each time."""

    async def look_anew(self) -> None:
        """Close it, let the school be as it was, and come to it again."""
        if not self.is_anew:
            await self.close()
        await self.here.app.workplace.scribe.do(lambda notebook: arrange(notebook, self._pose))
        await super().look_anew()
        if not self.is_anew:
            await self.press_keys()

    async def leave(self) -> None:
        """Close what stands over the room, and leave that."""
        await self.close()
        await super().leave()

    async def close(self) -> None:
        """Let the room be as it was before the keys were pressed."""
        if not isinstance(self.here.app.screen, Room):
            self.here.app.pop_screen()
            await self.here.pilot.pause()


class Asked(Above):
    """A seat before a question: what stands in it is the string, and as much of its end is seen as there is room for."""

    async def close(self) -> None:
        """Leave the question."""
        self.here.app.simulate_key("escape")
        await self._done()

    @property
    def _entry(self) -> AskEntry:
        entry = self.here.app.focused
        assert isinstance(entry, AskEntry), self._pose.name
        return entry

    def find(self, names: dict[Place, str]) -> None:
        """Which of these stands in the answer."""
        self.ways = {place: WHOLE for place, name in names.items() if name == self._entry.text}
        self.names = {place: names[place] for place in self.ways}

    def _stands(self, text: str, way: str, shown: list[list[str]]) -> str:
        """Whether the answer is this string, on one line."""
        entry, wanted = self._entry, clean_line(text)
        row, end = squeezed(self.here.rows()[entry.region.y]), squeezed(printable_line(wanted))
        is_seen = not end or any(row.endswith(end[-count:]) for count in range(min(8, len(end)), 0, -1))
        if entry.text != wanted or not is_seen:
            return ""
        return WHOLE if end in row else CUT
