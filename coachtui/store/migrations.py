"""How the notebook's file has changed its shape, in order. Imported only when a notebook is new or older than this.

Each migration is a function below the last one with its statements in a file of shapes/, and raises SHAPE in notebook.py.
What it adds to a table of the present has a default: the events from before it do not know of it, and the tables must come
out of them as the migration leaves them.
"""

import sqlite3
from pathlib import Path

from sqlite_utils import Database, Migrations

from coachtui.store.words_shape import SOURCES, Source, added, statements

migrations = Migrations("coachtui")
_SHAPES = Path(__file__).with_name("shapes")


@migrations()
def the_first_shape(db: Database) -> None:
    """Events, the present they make, the half-typed text, and the search index.

    Gaps refer to their observation loosely: a marked gap is not undone, and outlasts an observation that is undone.
    """
    _run(db, "first")


@migrations()
def the_room_complete(db: Database) -> None:
    """Frameworks and pauses of observations, look-fors that last, agendas, accounts, closing words, usual slots."""
    _run(db, "second")


@migrations()
def leads_and_cycles(db: Database) -> None:
    """Leads that retire, cycles, steps, the record and its ledger, 1:1s, bells, days off, and what was put off."""
    _run(db, "third")
    for statement in statements(_up_to(18)):
        db.execute(statement)


@migrations()
def feedback(db: Database) -> None:
    """Feedback, the lines it cites, rehearsals, advice that was put aside, the person's own words."""
    _run(db, "fourth")
    for statement in added(_up_to(20), after=18):
        db.execute(statement)


@migrations()
def conversations(db: Database) -> None:
    """Plans of difficult conversations, and the support that leads asked for."""
    _run(db, "fifth")
    for statement in added(_up_to(23), after=20):
        db.execute(statement)


@migrations()
def purge_and_hold(db: Database) -> None:
    """What must stay, what was done away with, and what of the ledger outlasts that."""
    _run(db, "sixth")


def _up_to(number: int) -> tuple[Source, ...]:
    """The sources of words that a shape had, by the number of its last one."""
    return tuple(source for source in SOURCES if source.number <= number)


def _run(db: Database, shape: str) -> None:
    """Run the statements of a shape; an empty line stands between them."""
    for statement in (_SHAPES / f"{shape}.sql").read_text("utf-8").strip().split(";\n\n"):
        db.execute(statement)


def migrate(connection: sqlite3.Connection, version: int, device: str) -> None:
    """Bring the file to the shape of `version`, and give a new one its device id, within the caller's transaction."""
    db = Database(connection)
    migrations.apply(db)
    connection.execute("INSERT OR IGNORE INTO about (name, value) VALUES ('device', ?)", (device,))
    connection.execute(f"PRAGMA user_version = {version:d}")
