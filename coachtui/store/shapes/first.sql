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
