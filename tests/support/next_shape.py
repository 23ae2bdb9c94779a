"""A shape of the notebook to come: a migration put on top of ours, as the next coachtui will bring one."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from sqlite_utils import Database, Migrations

from coachtui.store import migrations, notebook
from coachtui.store.notebook import SHAPE
from coachtui.store.present import TABLES

NEXT_SHAPE = SHAPE + 1
STATEMENTS = (
    "ALTER TABLE leads ADD COLUMN note TEXT NOT NULL DEFAULT 'none yet'",
    "CREATE TABLE coming (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, lead TEXT NOT NULL REFERENCES leads (id)) STRICT",
    "INSERT INTO coming (id, lead) SELECT 'step of ' || id, id FROM leads",
    "CREATE INDEX coming_by_lead ON coming (lead)",
    "ALTER TABLE drafts ADD COLUMN place TEXT NOT NULL DEFAULT 'entry'",
    "CREATE TABLE gaps_made_anew (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, observation TEXT NOT NULL, "
    "from_ms INTEGER NOT NULL, to_ms INTEGER NOT NULL CHECK (to_ms >= from_ms), reason TEXT NOT NULL DEFAULT 'not running', "
    "moved_ms INTEGER NOT NULL DEFAULT 0) STRICT",
    "INSERT INTO gaps_made_anew SELECT n, id, observation, from_ms, to_ms, reason, moved_ms FROM gaps",
    "DROP TABLE gaps",
    "ALTER TABLE gaps_made_anew RENAME TO gaps",
)
"""Of every kind that migrations are made of: a column, a table, rows, an index, a table made anew."""


def nothing_more(_: int) -> None:
    """Let a statement be run."""


@contextmanager
def the_next_shape(before: Callable[[int], None] = nothing_more) -> Iterator[None]:
    """Let this process be a coachtui of the next shape; `before` is called with the number of each statement, from 0."""
    newer = Migrations("coachtui")
    newer()(migrations.the_first_shape)
    newer()(migrations.the_room_complete)
    newer()(migrations.leads_and_cycles)

    @newer()
    def the_next_shape(db: Database) -> None:
        for number, statement in enumerate(STATEMENTS):
            before(number)
            db.execute(statement)
        before(len(STATEMENTS))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(migrations, "migrations", newer)
        patch.setattr(notebook, "SHAPE", NEXT_SHAPE)
        patch.setitem(TABLES, "leads", (*TABLES["leads"], "note"))
        yield
