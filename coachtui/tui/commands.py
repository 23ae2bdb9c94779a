"""What a command is: its id, keys, name and meaning. Each stands once, in the table of its room in keys/.

The bindings of each room, the footer, the help page, the command palette and `coachtui keys` are all made from the tables.
"""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType
from typing import NamedTuple

from coachtui.tui.key_names import key_name

EVERYWHERE = "everywhere"
TODAY = "today"
OBSERVE = "observe"
READING = "reading"
SEARCH = "search"
LINES = "lines"
"""The scope of the keys that change the line under the cursor, in Observe and in Reading."""
ANSWER = "answer"
"""The scope of the keys that answer a question, in whatever room it is asked."""
LEADS, LEAD, TEAMS, TEAM = "leads", "lead", "teams", "team"
CYCLE, STEP = "cycle", "step"
ONE_ON_ONES, ONE_ON_ONE, BLOCKS = "one-on-ones", "one-on-one", "blocks"
GATE, SEEN = "gate", "seen"
DEADLINES, CALENDAR, BELLS = "deadlines", "calendar", "bells"
CONVERSATIONS, CONVERSATION = "conversations", "conversation"
REHEARSE, TOGETHER = "rehearse", "together"
FEEDBACK, FEEDBACK_LIST = "feedback", "feedback-list"
FEEDBACK_LINES = "feedback-lines"
"""The scope of the keys of the evidence beside a draft."""
ROOMS = (
    TODAY,
    OBSERVE,
    READING,
    LINES,
    FEEDBACK,
    FEEDBACK_LINES,
    FEEDBACK_LIST,
    LEADS,
    LEAD,
    TEAMS,
    TEAM,
    CYCLE,
    STEP,
    ONE_ON_ONES,
    ONE_ON_ONE,
    BLOCKS,
    GATE,
    SEEN,
    DEADLINES,
    CALENDAR,
    BELLS,
    CONVERSATIONS,
    CONVERSATION,
    REHEARSE,
    TOGETHER,
    SEARCH,
    ANSWER,
    EVERYWHERE,
)
"""Every scope of keys, in the order in which they are told."""


class Command(NamedTuple):
    """One thing a person can do.

    `key` holds the keys, with commas between them, as Textual spells them; `action` is the name of the method that does it.
    `rank` is its place in the footer, 1 first; 0 keeps it out of there.
    """

    id: str
    room: str
    key: str
    name: str
    meaning: str
    rank: int = 0
    each: bool = False
    """Whether its keys mean different things: the action is told which was pressed."""
    of_row: bool = False
    """Whether it is done to the row under the cursor, and means nothing in a room that has none."""

    @property
    def action(self) -> str:
        """The action's name, as Textual calls it."""
        return self.id.split(".")[-1].replace("-", "_")

    @property
    def action_of_room(self) -> str:
        """The action's name where the room does it for a part of itself that has the cursor."""
        return _AT_CURSOR.get(self.room, "") + self.action

    @property
    def shown_key(self) -> str:
        """The first key as a person reads it on the keyboard; of keys that mean different things, the first and the last."""
        keys = self.key.split(",")
        if self.each:
            return f"{key_name(keys[0])}…{keys[-1].rpartition('+')[2].upper()}"
        return key_name(keys[0])


_AT_CURSOR = {LINES: "line_", FEEDBACK_LINES: "evidence_"}
"""The keys that are bound where the cursor is, and done by the room; how its actions for them begin."""


KEY_IN_WORDS = r"\b(?:F(?:1[0-2]|[1-9])|(?:Ctrl|Alt)\+[A-Z])\b"
"""A key as our sentences name it."""


class Keymap(NamedTuple):
    """The keys of a person's own: for the id of a command the keys that do it, in the place of those of its table."""

    keys: Mapping[str, str] = MappingProxyType({})

    def of(self, command: Command) -> Command:
        """The command with the keys that do it now."""
        keys = self.keys.get(command.id)
        return command if keys is None else command._replace(key=keys)

    def name_of(self, identity: str) -> str:
        """The first key of a command, as a person reads it, by the command's id; what it is called where it has none."""
        room = identity.partition(".")[0]
        table = table_of(EVERYWHERE if room == "app" else room)
        found = next(self.of(command) for command in table.commands if command.id == identity)
        return found.shown_key if found.key else f"“{found.name}”"

    def reworded(self, words: str, room: str) -> str:
        """A sentence of ours that is said in a room, with the keys in it as they are now; letters alone stay as they are."""
        if not self.keys:
            return words
        import re  # late: the first picture needs none

        scopes = (OBSERVE, EVERYWHERE, {OBSERVE: LINES, READING: LINES, FEEDBACK: FEEDBACK_LINES}.get(room, room), room)
        usual = [
            command for scope in scopes for command in table_of(scope).commands if command.key and not command.each
        ]
        now = {command.shown_key: self.of(command).shown_key for command in usual}
        return re.sub(KEY_IN_WORDS, lambda found: now.get(found[0], found[0]), words)

    def reworded_where_ours(self, words: str, room: str) -> str:
        """The same of a notice, in which words of a person may stand beside ours: theirs stay as they are."""
        if not self.keys:
            return words
        from coachtui.tui.own_sentences import in_own_sentences

        return in_own_sentences(words, lambda part: self.reworded(part, room))

    @property
    def leaders(self) -> frozenset[str]:
        """The keys that are followed by another one."""
        return frozenset(key.split()[0] for keys in self.keys.values() for key in keys.split(",") if " " in key)


USUAL_KEYS = Keymap()
"""Every key as it stands in the tables."""


class Table(NamedTuple):
    """The commands of one room, what it is called, and what it is for."""

    title: str
    purpose: str
    commands: tuple[Command, ...]


@cache
def table_of(room: str) -> Table:
    """The table of a room, imported when it is first asked for."""
    table: Table = import_module(f"coachtui.tui.keys.{room.replace('-', '_')}").TABLE
    return table


def all_commands() -> list[Command]:
    """Every command, room by room."""
    return [command for room in ROOMS for command in table_of(room).commands]


def own_commands(room: str, keymap: Keymap = USUAL_KEYS) -> list[Command]:
    """The commands of one scope alone."""
    return [keymap.of(command) for command in table_of(room).commands]


def commands_of(room: str, keymap: Keymap = USUAL_KEYS) -> list[Command]:
    """The commands that apply in a room: its own, then those that apply everywhere."""
    return [*own_commands(room, keymap), *own_commands(EVERYWHERE, keymap)]
