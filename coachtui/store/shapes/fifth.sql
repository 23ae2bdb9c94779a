CREATE TABLE conversations (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, ref TEXT NOT NULL UNIQUE,
    lead TEXT NOT NULL REFERENCES leads (id) DEFERRABLE INITIALLY DEFERRED,
    held_by TEXT NOT NULL, with_whom TEXT NOT NULL, is_named INTEGER NOT NULL, scenario TEXT NOT NULL,
    structure TEXT NOT NULL, state TEXT NOT NULL, day TEXT, minute INTEGER, begun_on TEXT, held_on TEXT, follow_up_on TEXT,
    followed_on TEXT, set_aside_because TEXT NOT NULL
) STRICT;

CREATE INDEX conversations_by_lead ON conversations (lead);

CREATE TABLE plan_rows (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    conversation TEXT NOT NULL REFERENCES conversations (id) DEFERRABLE INITIALLY DEFERRED,
    part TEXT NOT NULL, place INTEGER NOT NULL, whose TEXT NOT NULL, is_private INTEGER NOT NULL, words TEXT NOT NULL,
    day TEXT, source TEXT
) STRICT;

CREATE INDEX plan_rows_by_conversation ON plan_rows (conversation);

CREATE TABLE supports (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    lead TEXT NOT NULL REFERENCES leads (id) DEFERRABLE INITIALLY DEFERRED,
    situation TEXT NOT NULL, asked_on TEXT NOT NULL, asked INTEGER NOT NULL, agreed INTEGER, decided_by TEXT NOT NULL,
    reason TEXT NOT NULL, steps_down_on TEXT, ended_on TEXT, conversation TEXT
) STRICT;

CREATE INDEX supports_by_lead ON supports (lead);
