"""Rooms in states that the sample school is not in, and what shows by a key alone: where the rest of its words are seen."""

from typing import NamedTuple

from coachtui.store.notebook import Notebook
from coachtui.tui import commands
from tests.support.covering import Seat
from tests.support.placing import Field
from tests.support.rooms import Visitor


class Pose(NamedTuple):
    """What a school is like, which room one goes to for what, the keys that are pressed there, and what is seen only then."""

    name: str
    room: str
    subject: str
    """The statement that gives what the room is opened for."""
    fields: tuple[Field, ...]
    statements: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()


_LEAD, _SHARED = "SELECT id FROM leads ORDER BY n", "SELECT id FROM feedback WHERE state = 'shared'"
_NOT_IN_THE_RECORD = ("DELETE FROM entries", "UPDATE shares SET entry = NULL, way = 'text file'")
_CLOSING = (("closings", "strength"), ("closings", "step_idea"), ("closings", "question"))
_HELD = "UPDATE holds SET people = json_array((SELECT id FROM leads ORDER BY n LIMIT 1))"
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
        self._keys = pose.keys
        self.has_rows_apart = ("shares", "words") in pose.fields

    async def enter(self) -> None:
        """Go there, and press the keys."""
        await super().enter()
        await self.here.press(*self._keys)
        await self._done()
