"""What a command is: its id, keys, name and meaning. Each stands once, in the table of its room in keys/.

The bindings of each room, the footer, the help page, the command palette and `coachtui keys` are all made from the tables.
"""

from collections.abc import Collection
from functools import cache
from importlib import import_module
from typing import NamedTuple

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
    TODAY, OBSERVE, READING, LINES, FEEDBACK, FEEDBACK_LINES, FEEDBACK_LIST, LEADS, LEAD, TEAMS, TEAM, CYCLE, STEP,
    ONE_ON_ONES, ONE_ON_ONE, BLOCKS, GATE, SEEN, DEADLINES, CALENDAR, BELLS, CONVERSATIONS, CONVERSATION, REHEARSE, TOGETHER,
    SEARCH, ANSWER, EVERYWHERE,
)  # fmt: skip
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

    @property
    def action(self) -> str:
        """The action's name, as Textual calls it."""
        return self.id.split(".")[-1].replace("-", "_")

    @property
    def shown_key(self) -> str:
        """The first key as a person reads it on the keyboard; of keys that mean different things, the first and the last."""
        keys = self.key.split(",")
        if self.each:
            return f"{key_name(keys[0])}…{keys[-1].rpartition('+')[2].upper()}"
        return key_name(keys[0])


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


def commands_of(room: str) -> list[Command]:
    """The commands that apply in a room: its own, then those that apply everywhere."""
    return [*table_of(room).commands, *table_of(EVERYWHERE).commands]


def footer_of(room: str) -> list[Command]:
    """The commands a room's footer shows, the most needed first."""
    return sorted((command for command in commands_of(room) if command.rank), key=lambda command: command.rank)


_NAMES = {
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "escape": "Esc",
    "enter": "Enter",
    "tab": "Tab",
    "space": "Space",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "home": "Home",
    "end": "End",
    "backspace": "Backspace",
    "delete": "Del",
}


def key_name(key: str) -> str:
    """A key as a person reads it: "Ctrl+Z", "F8", "PgUp", "o"."""
    *held, last = key.split("+")
    if last in _NAMES:
        last = _NAMES[last]
    elif held or (last.startswith("f") and last[1:].isdigit()):
        last = last.upper()
    return "+".join([*(part.capitalize() for part in held), last])


def footer_parts(room: str, width: int, without: Collection[str] = ()) -> tuple[tuple[str, str], ...]:
    """The footer's keys and names, the most needed first, only whole ones, never wider than `width` cells.

    Those `without`, by their ids, mean nothing now.
    """
    parts: list[tuple[str, str]] = []
    used = 1
    for command in (each for each in footer_of(room) if each.id not in without):
        used += len(command.shown_key) + len(command.name) + 3
        if used - 2 > width:
            break
        parts.append((command.shown_key, command.name))
    return tuple(parts)
