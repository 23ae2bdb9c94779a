ALTER TABLE leads ADD COLUMN retired_on TEXT;

ALTER TABLE teams ADD COLUMN retired_on TEXT;

CREATE INDEX teams_by_lead ON teams (lead);

CREATE INDEX members_by_team ON members (team);

CREATE INDEX slots_by_team ON slots (team);

CREATE INDEX observations_by_lead ON observations (lead, anchor_utc_ms);

CREATE INDEX observations_by_team ON observations (team, anchor_utc_ms);

CREATE INDEX closings_by_observation ON closings (observation);

CREATE TABLE cycles (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, ref TEXT NOT NULL UNIQUE,
    lead TEXT NOT NULL REFERENCES leads (id) DEFERRABLE INITIALLY DEFERRED,
    state TEXT NOT NULL, goal TEXT NOT NULL, measure TEXT NOT NULL, baseline TEXT NOT NULL, moment TEXT NOT NULL,
    target TEXT NOT NULL, agreed_on TEXT, starts_on TEXT, ends_on TEXT, extended_to TEXT, extended_because TEXT NOT NULL,
    verdict TEXT, verdict_because TEXT NOT NULL, closed_on TEXT, next_goal TEXT NOT NULL,
    lead_reflection TEXT NOT NULL, lead_reflected_on TEXT, my_reflection TEXT NOT NULL, my_reflected_on TEXT,
    follows TEXT
) STRICT;

CREATE INDEX cycles_by_lead ON cycles (lead);

CREATE TABLE activities (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    cycle TEXT NOT NULL REFERENCES cycles (id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL, planned_on TEXT, done_on TEXT, minutes INTEGER, note TEXT NOT NULL
) STRICT;

CREATE INDEX activities_by_cycle ON activities (cycle);

CREATE TABLE steps (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, ref TEXT NOT NULL UNIQUE,
    lead TEXT NOT NULL REFERENCES leads (id) DEFERRABLE INITIALLY DEFERRED,
    cycle TEXT, observation TEXT, state TEXT NOT NULL, words TEXT NOT NULL, looks_like TEXT NOT NULL, practice TEXT NOT NULL,
    by_when TEXT, check_back TEXT, agreed_on TEXT, practised_on TEXT, practised_times INTEGER NOT NULL, tried_on TEXT,
    seen_on TEXT, closed_on TEXT, replaced_by TEXT
) STRICT;

CREATE INDEX steps_by_lead ON steps (lead);

CREATE TABLE days_off (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, from_day TEXT NOT NULL, to_day TEXT NOT NULL, name TEXT NOT NULL
) STRICT;

CREATE TABLE entries (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    lead TEXT NOT NULL REFERENCES leads (id) DEFERRABLE INITIALLY DEFERRED,
    cycle TEXT, kind TEXT NOT NULL, about TEXT NOT NULL, day TEXT NOT NULL, title TEXT NOT NULL, version INTEGER NOT NULL,
    words TEXT NOT NULL
) STRICT;

CREATE INDEX entries_by_lead ON entries (lead, day);

CREATE TABLE shares (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    lead TEXT NOT NULL REFERENCES leads (id) DEFERRABLE INITIALLY DEFERRED,
    entry TEXT, version INTEGER, way TEXT NOT NULL, at_utc_ms INTEGER NOT NULL, zone TEXT NOT NULL, words TEXT NOT NULL,
    sha256 TEXT NOT NULL, left_out TEXT NOT NULL, settled TEXT NOT NULL
) STRICT;

CREATE INDEX shares_by_lead ON shares (lead, at_utc_ms);

CREATE INDEX shares_by_entry ON shares (entry);

CREATE INDEX entries_by_about ON entries (about, kind);

CREATE TABLE lead_words (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    lead TEXT NOT NULL REFERENCES leads (id) DEFERRABLE INITIALLY DEFERRED,
    cycle TEXT, entry TEXT, version INTEGER NOT NULL, place TEXT NOT NULL, words TEXT NOT NULL,
    at_utc_ms INTEGER NOT NULL, state TEXT NOT NULL
) STRICT;

CREATE INDEX lead_words_by_lead ON lead_words (lead, cycle);

CREATE TABLE outbox (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, lead TEXT NOT NULL, cycle TEXT, since_utc_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE delivered (
    n INTEGER PRIMARY KEY, folder TEXT NOT NULL, lead TEXT NOT NULL, cycle TEXT NOT NULL, file TEXT NOT NULL,
    sha256 TEXT NOT NULL, at_utc_ms INTEGER NOT NULL, UNIQUE (folder, lead, cycle)
) STRICT;

CREATE TABLE series (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    lead TEXT NOT NULL REFERENCES leads (id) DEFERRABLE INITIALLY DEFERRED,
    every_weeks INTEGER NOT NULL, weekday INTEGER NOT NULL, minute INTEGER NOT NULL, minutes INTEGER NOT NULL,
    starts_on TEXT NOT NULL, ended_on TEXT
) STRICT;

CREATE TABLE one_on_ones (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, ref TEXT NOT NULL UNIQUE,
    lead TEXT NOT NULL REFERENCES leads (id) DEFERRABLE INITIALLY DEFERRED,
    slot TEXT, day TEXT NOT NULL, minute INTEGER, minutes INTEGER NOT NULL, state TEXT NOT NULL,
    skipped_because TEXT NOT NULL, began_utc_ms INTEGER, ended_utc_ms INTEGER, no_decision INTEGER NOT NULL
) STRICT;

CREATE INDEX one_on_ones_by_lead ON one_on_ones (lead, day);

CREATE TABLE items (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    lead TEXT NOT NULL REFERENCES leads (id) DEFERRABLE INITIALLY DEFERRED,
    one_on_one TEXT, place INTEGER NOT NULL, author TEXT NOT NULL, words TEXT NOT NULL, private INTEGER NOT NULL,
    state TEXT NOT NULL, carried_from TEXT, source TEXT, follows TEXT
) STRICT;

CREATE INDEX items_by_lead ON items (lead);

CREATE TABLE decisions (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    lead TEXT NOT NULL REFERENCES leads (id) DEFERRABLE INITIALLY DEFERRED,
    one_on_one TEXT NOT NULL REFERENCES one_on_ones (id) DEFERRABLE INITIALLY DEFERRED,
    who TEXT NOT NULL, what TEXT NOT NULL, by_when TEXT
) STRICT;

CREATE INDEX decisions_by_one_on_one ON decisions (one_on_one);

CREATE TABLE segments (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    lead TEXT NOT NULL REFERENCES leads (id) DEFERRABLE INITIALLY DEFERRED,
    one_on_one TEXT NOT NULL REFERENCES one_on_ones (id) DEFERRABLE INITIALLY DEFERRED,
    title TEXT NOT NULL, minutes INTEGER NOT NULL, from_utc_ms INTEGER NOT NULL
) STRICT;

CREATE INDEX segments_by_one_on_one ON segments (one_on_one);

CREATE TABLE blocks (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    lead TEXT NOT NULL REFERENCES leads (id) DEFERRABLE INITIALLY DEFERRED,
    day TEXT NOT NULL, minute INTEGER, period TEXT NOT NULL, minutes INTEGER NOT NULL, planned TEXT NOT NULL,
    actual TEXT, actual_minutes INTEGER, lost_because TEXT NOT NULL, agreed INTEGER NOT NULL
) STRICT;

CREATE INDEX blocks_by_lead ON blocks (lead, day);

CREATE TABLE deadlines (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, label TEXT NOT NULL, day TEXT NOT NULL, role TEXT,
    remind_days INTEGER NOT NULL, done_on TEXT
) STRICT;

CREATE TABLE bell_schedules (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL
) STRICT;

CREATE TABLE bells (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    schedule TEXT NOT NULL REFERENCES bell_schedules (id) DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL, from_minute INTEGER NOT NULL, to_minute INTEGER NOT NULL
) STRICT;

CREATE TABLE bell_days (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, schedule TEXT, kind TEXT NOT NULL, weekday INTEGER,
    turn INTEGER, turns INTEGER, day TEXT
) STRICT;

CREATE TABLE put_off (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, card TEXT NOT NULL UNIQUE, until_utc_ms INTEGER
) STRICT
