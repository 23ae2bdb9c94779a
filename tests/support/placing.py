"""Words put into single places of a notebook, and the rooms in which each of these places is seen."""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from coachtui.store.notebook import Notebook
from coachtui.tui import commands
from coachtui.tui.doors import OF_NOTHING
from tests.support.poisoned import places_for_words

Field = tuple[str, str]
"""A table, and a column of it in which words stand."""


ANSWERED: frozenset[Field] = frozenset(
    {
        ("agenda", "title"), ("citations", "mark"), ("lead_words", "place"), ("observations", "source"), ("holds", "name"),
        ("supports", "decided_by"), ("supports", "reason"),
    }
)  # fmt: skip
"""Fields that no room shows as they are: a command answers them, to a person or a script (test_hostile_answers.py)."""
ARCHIVED: frozenset[Field] = frozenset(
    {("not_here", "words"), ("observations", "framework"), ("own_words", "word"), ("segments", "title")}
)
"""Fields that nothing but an archive tells: they are looked up or compared, never shown; they are read back from there."""


class Place(NamedTuple):
    """One cell of a table."""

    table: str
    column: str
    row: int

    @property
    def field(self) -> Field:
        """Which place for words it is one of."""
        return self.table, self.column


def places_in(notebook: Notebook) -> list[Place]:
    """Every place for words that there is."""
    return [
        Place(table, column, row)
        for table, column in places_for_words()
        for (row,) in notebook.file.rows(f"SELECT rowid FROM {table}")
    ]


def put(notebook: Notebook, words: Mapping[Place, str]) -> frozenset[Place]:
    """Put these words into their places, past all that would clean them; which could not be, for two would be alike."""
    refused: set[Place] = set()

    def work(_: Any) -> None:
        refused.clear()
        for place, text in words.items():
            value = json.dumps([text]) if place.column == "codes" else text
            try:
                notebook.file.connection.execute(
                    f"UPDATE {place.table} SET {place.column} = ? WHERE rowid = ?", (value, place.row)
                )
            except sqlite3.IntegrityError as fault:
                if "UNIQUE" not in str(fault) and "CHECK" not in str(fault):
                    raise
                refused.add(place)

    notebook.file.write(work)
    return frozenset(refused)


def standing_in(notebook: Notebook, places: Iterable[Place]) -> dict[Place, str]:
    """What stands in these places now."""
    found: dict[Place, str] = {}
    for place in places:
        (value,) = notebook.file.row(f"SELECT {place.column} FROM {place.table} WHERE rowid = ?", (place.row,)) or ("",)
        found[place] = json.loads(value)[0] if place.column == "codes" else value
    return found


def without_half_typed(notebook: Notebook) -> None:
    """Let go of everything that is half-typed."""
    notebook.file.write(lambda _: notebook.file.connection.execute("DELETE FROM drafts"))


def named(places: Iterable[Place]) -> dict[Place, str]:
    """For each place three words that stand nowhere else."""
    letters = ["".join(chr(ord("a") + number // 26**power % 26) for power in (2, 1, 0)) for number in range(26**3)]
    return {place: f"{each}x {each}y {each}z" for place, each in zip(places, letters, strict=False)}


def subjects(notebook: Notebook) -> dict[str, list[str | None]]:
    """What each room can be opened for in this notebook; None where it shows all there is."""

    def ids(table: str, of: str = "") -> list[str | None]:
        return [f"{of}{row[0]}" for row in notebook.file.rows(f"SELECT id FROM {table} ORDER BY n")]

    leads, ended = ids("leads"), [each.id for each in notebook.observations.latest(9) if each.ended_utc_ms is not None]
    running = [each.id for each in notebook.observations.latest(9) if each.ended_utc_ms is None]
    gate = [*(f"observation:{each}" for each in ended), *ids("feedback", "feedback:"), *ids("steps", "step:"),
            *ids("cycles", "intention:"), *ids("cycles", "reflection:"), *ids("conversations", "conversation:")]  # fmt: skip
    return {
        commands.TODAY: [None], **{room: [None] for room in OF_NOTHING}, commands.DEADLINES: [None],
        commands.OBSERVE: [*running], commands.READING: ids("observations"), commands.FEEDBACK: ids("feedback"),
        commands.FEEDBACK_LIST: ids("leads", "lead:"), commands.LEAD: leads, commands.SEEN: leads, commands.BLOCKS: leads,
        commands.TEAM: ids("teams"), commands.CYCLE: ids("cycles"), commands.STEP: ids("steps"), commands.GATE: [*gate],
        commands.ONE_ON_ONE: [*leads, *ids("one_on_ones")],
        **dict.fromkeys((commands.CONVERSATION, commands.REHEARSE, commands.TOGETHER), ids("conversations")),
    }  # fmt: skip
