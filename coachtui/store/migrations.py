"""How the notebook's file has changed its shape, in order. Imported only when a notebook is new or older than this.

Each migration is a function below the last one, and raises SHAPE in notebook.py. What it adds to a table of the present has a
default: the events from before it do not know of it, and the tables must come out of them as the migration leaves them.
"""

import sqlite3

from sqlite_utils import Database, Migrations

migrations = Migrations("coachtui")


@migrations()
def the_first_shape(db: Database) -> None:
    """Events, the present they make, the half-typed text, and the search index.

    Gaps refer to their observation loosely: a marked gap is not undone, and outlasts an observation that is undone.
    """
    for statement in _FIRST_SHAPE.split(";\n\n"):
        db.execute(statement)


_FIRST_SHAPE = """
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

CREATE TABLE events (
    n INTEGER PRIMARY KEY, device TEXT NOT NULL, seq INTEGER NOT NULL, at TEXT NOT NULL, subject TEXT NOT NULL,
    what TEXT NOT NULL, payload TEXT NOT NULL, sha256 TEXT NOT NULL, UNIQUE (device, seq)
) STRICT;

CREATE TRIGGER events_stay BEFORE UPDATE ON events
    BEGIN SELECT raise(ABORT, 'events are append-only'); END;

CREATE TABLE undoable (
    n INTEGER PRIMARY KEY REFERENCES events (n), subject TEXT NOT NULL,
    standing TEXT NOT NULL CHECK (standing IN ('done', 'undone'))
) STRICT;

CREATE INDEX undoable_by_subject ON undoable (subject, standing, n);

CREATE TABLE leads (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, role TEXT NOT NULL, handle TEXT NOT NULL
) STRICT;

CREATE TABLE teams (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
    lead TEXT REFERENCES leads (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE members (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    team TEXT NOT NULL REFERENCES teams (id) DEFERRABLE INITIALLY DEFERRED, handle TEXT NOT NULL, name TEXT NOT NULL
) STRICT;

CREATE TABLE observations (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, ref TEXT NOT NULL UNIQUE,
    team TEXT REFERENCES teams (id) DEFERRABLE INITIALLY DEFERRED,
    lead TEXT REFERENCES leads (id) DEFERRABLE INITIALLY DEFERRED,
    anchor_utc_ms INTEGER NOT NULL, anchor_boot_ms INTEGER NOT NULL, anchor_boot_id TEXT NOT NULL, zone TEXT NOT NULL,
    ended_utc_ms INTEGER, source TEXT
) STRICT;

CREATE INDEX observations_by_time ON observations (anchor_utc_ms);

CREATE TABLE lines (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    observation TEXT NOT NULL REFERENCES observations (id) DEFERRABLE INITIALLY DEFERRED,
    place INTEGER NOT NULL, at_ms INTEGER, about INTEGER NOT NULL, provenance TEXT NOT NULL, kind TEXT NOT NULL,
    speaker TEXT, text TEXT NOT NULL, codes TEXT NOT NULL, starred INTEGER NOT NULL, visibility TEXT NOT NULL,
    minutes INTEGER, UNIQUE (observation, place)
) STRICT;

CREATE TABLE gaps (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, observation TEXT NOT NULL,
    from_ms INTEGER NOT NULL, to_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE drafts (
    scope TEXT PRIMARY KEY, text TEXT NOT NULL, cursor INTEGER NOT NULL,
    began_utc_ms INTEGER, began_boot_ms INTEGER, began_boot_id TEXT,
    at_utc_ms INTEGER NOT NULL, at_boot_ms INTEGER NOT NULL, at_boot_id TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE lines_index USING fts5 (
    text, speaker, content='lines', content_rowid='n', prefix='2 3', tokenize="unicode61 remove_diacritics 2"
);

CREATE TRIGGER lines_index_added AFTER INSERT ON lines
    BEGIN INSERT INTO lines_index (rowid, text, speaker) VALUES (new.n, new.text, new.speaker); END;

CREATE TRIGGER lines_index_gone AFTER DELETE ON lines
    BEGIN
        INSERT INTO lines_index (lines_index, rowid, text, speaker) VALUES ('delete', old.n, old.text, old.speaker);
    END;

CREATE TRIGGER lines_index_changed AFTER UPDATE OF text, speaker ON lines
    BEGIN
        INSERT INTO lines_index (lines_index, rowid, text, speaker) VALUES ('delete', old.n, old.text, old.speaker);
        INSERT INTO lines_index (rowid, text, speaker) VALUES (new.n, new.text, new.speaker);
    END
""".strip()


@migrations()
def the_room_complete(db: Database) -> None:
    """Frameworks and pauses of observations, look-fors that last, agendas, accounts, closing words, usual slots."""
    for statement in _SECOND_SHAPE.split(";\n\n"):
        db.execute(statement)


_SECOND_SHAPE = """
ALTER TABLE observations ADD COLUMN framework TEXT;

ALTER TABLE observations ADD COLUMN paused_ms INTEGER;

ALTER TABLE gaps ADD COLUMN reason TEXT NOT NULL DEFAULT 'not running';

ALTER TABLE gaps ADD COLUMN moved_ms INTEGER NOT NULL DEFAULT 0;

CREATE TABLE spans (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    observation TEXT NOT NULL REFERENCES observations (id) DEFERRABLE INITIALLY DEFERRED,
    code TEXT NOT NULL, from_ms INTEGER NOT NULL, to_ms INTEGER
) STRICT;

CREATE TABLE agenda (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    observation TEXT NOT NULL REFERENCES observations (id) DEFERRABLE INITIALLY DEFERRED,
    place INTEGER NOT NULL, title TEXT NOT NULL, minutes INTEGER NOT NULL
) STRICT;

CREATE TABLE accounts (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    observation TEXT NOT NULL REFERENCES observations (id) DEFERRABLE INITIALLY DEFERRED,
    line TEXT NOT NULL, words TEXT NOT NULL, at_utc_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE closings (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    observation TEXT NOT NULL REFERENCES observations (id) DEFERRABLE INITIALLY DEFERRED,
    strength TEXT NOT NULL, step_idea TEXT NOT NULL, question TEXT NOT NULL
) STRICT;

CREATE TABLE slots (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    team TEXT NOT NULL REFERENCES teams (id) DEFERRABLE INITIALLY DEFERRED,
    weekday INTEGER NOT NULL, minute INTEGER NOT NULL, minutes INTEGER NOT NULL
) STRICT;

CREATE INDEX spans_by_observation ON spans (observation);

CREATE INDEX accounts_by_observation ON accounts (observation)
""".strip()


def migrate(connection: sqlite3.Connection, version: int, device: str) -> None:
    """Bring the file to the shape of `version`, and give a new one its device id, within the caller's transaction."""
    db = Database(connection)
    migrations.apply(db)
    connection.execute("INSERT OR IGNORE INTO about (name, value) VALUES ('device', ?)", (device,))
    connection.execute(f"PRAGMA user_version = {version:d}")
