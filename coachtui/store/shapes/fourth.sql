CREATE TABLE feedback (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, ref TEXT NOT NULL UNIQUE,
    lead TEXT NOT NULL REFERENCES leads (id) DEFERRABLE INITIALLY DEFERRED,
    observation TEXT NOT NULL REFERENCES observations (id) DEFERRABLE INITIALLY DEFERRED,
    shape TEXT NOT NULL, state TEXT NOT NULL, text TEXT NOT NULL, begun_utc_ms INTEGER NOT NULL, shared_utc_ms INTEGER,
    talked_on TEXT, followed_on TEXT, step TEXT
) STRICT;

CREATE INDEX feedback_by_lead ON feedback (lead);

CREATE INDEX feedback_by_observation ON feedback (observation);

CREATE TABLE citations (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, about TEXT NOT NULL, line TEXT NOT NULL, mark TEXT NOT NULL,
    words_hash TEXT NOT NULL
) STRICT;

CREATE INDEX citations_by_about ON citations (about);

CREATE INDEX citations_by_line ON citations (line);

CREATE TABLE rehearsals (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, about TEXT NOT NULL, at_utc_ms INTEGER NOT NULL,
    seconds INTEGER NOT NULL, note TEXT NOT NULL, role TEXT NOT NULL
) STRICT;

CREATE INDEX rehearsals_by_about ON rehearsals (about);

CREATE TABLE not_here (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, about TEXT NOT NULL, rule TEXT NOT NULL, words TEXT NOT NULL
) STRICT;

CREATE INDEX not_here_by_about ON not_here (about);

CREATE TABLE own_words (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, word TEXT NOT NULL
) STRICT;

ALTER TABLE shares ADD COLUMN kind TEXT;

ALTER TABLE shares ADD COLUMN about TEXT;

CREATE INDEX shares_by_about ON shares (about, kind);

ALTER TABLE lead_words ADD COLUMN about TEXT;

CREATE INDEX lead_words_by_about ON lead_words (about);
