CREATE TABLE events (
  position        INTEGER PRIMARY KEY AUTOINCREMENT,
  stream          TEXT    NOT NULL,
  seq             INTEGER NOT NULL,
  happened_at     INTEGER NOT NULL, -- unix seconds, as all moments here
  recorded_at     INTEGER NOT NULL,
  actor           TEXT    NOT NULL,
  name            TEXT    NOT NULL,
  figures         BLOB    NOT NULL,
  personal        BLOB,             -- NULL once destroyed, as is the salt
  salt            BLOB,
  figures_digest  BLOB    NOT NULL,
  personal_digest BLOB    NOT NULL,
  UNIQUE (stream, seq)
);

CREATE TABLE numbers (
  series TEXT    NOT NULL,
  year   INTEGER NOT NULL,
  last   INTEGER NOT NULL,
  PRIMARY KEY (series, year)
) WITHOUT ROWID;

CREATE TABLE rules (
  digest TEXT PRIMARY KEY,
  text   BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE drafts (
  id       TEXT PRIMARY KEY,
  person   TEXT    NOT NULL,
  subject  TEXT    NOT NULL,
  action   TEXT    NOT NULL,
  fields   TEXT    NOT NULL, -- JSON object
  saved_at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX drafts_person ON drafts (person, saved_at);

CREATE TABLE files (
  stream  TEXT NOT NULL,
  digest  TEXT NOT NULL,
  content BLOB NOT NULL,
  PRIMARY KEY (stream, digest)
);

-- The read model: thrown away and rebuilt from events at will.
CREATE TABLE complaints (
  id           INTEGER PRIMARY KEY,
  number       TEXT    NOT NULL UNIQUE,
  year         INTEGER NOT NULL,
  serial       INTEGER NOT NULL,
  seq          INTEGER NOT NULL,
  received_at  INTEGER NOT NULL,
  recorded_at  INTEGER NOT NULL,
  phase        TEXT NOT NULL,
  outcome      TEXT NOT NULL,
  step         TEXT NOT NULL,
  severity     TEXT NOT NULL,
  category     TEXT NOT NULL,
  channel      TEXT NOT NULL,
  kind         TEXT NOT NULL,
  owner        TEXT NOT NULL,
  concerned    TEXT NOT NULL,
  complainant  TEXT NOT NULL,
  organisation TEXT NOT NULL,
  email        TEXT NOT NULL,
  subject      TEXT NOT NULL,
  same_name         TEXT NOT NULL, -- folded, to find earlier complaints
  same_organisation TEXT NOT NULL,
  same_email        TEXT NOT NULL
);
CREATE INDEX complaints_order ON complaints (year DESC, serial DESC);
CREATE INDEX complaints_phase ON complaints (phase);
CREATE INDEX complaints_owner ON complaints (owner);
CREATE INDEX complaints_name ON complaints (same_name);
CREATE INDEX complaints_organisation ON complaints (same_organisation);
CREATE INDEX complaints_email ON complaints (same_email);

CREATE TABLE duties (
  complaint       INTEGER NOT NULL REFERENCES complaints (id) ON DELETE CASCADE,
  position        INTEGER NOT NULL,
  obligation      TEXT    NOT NULL,
  step            TEXT    NOT NULL,
  owed_by         TEXT    NOT NULL,
  starts_at       INTEGER,
  soon_at         INTEGER,
  due_at          INTEGER,
  original_due_at INTEGER,
  met_at          INTEGER,
  late_for        INTEGER NOT NULL,
  not_applicable  INTEGER NOT NULL,
  waived          INTEGER NOT NULL,
  actionable      INTEGER NOT NULL,
  PRIMARY KEY (complaint, position)
) WITHOUT ROWID;
-- what can be open at some moment, and nothing else
CREATE INDEX duties_open ON duties (complaint, position, starts_at, due_at, actionable, owed_by)
  WHERE met_at IS NULL AND not_applicable = 0 AND waived = 0 AND starts_at IS NOT NULL;

CREATE TABLE measures (
  measure   TEXT PRIMARY KEY,
  complaint TEXT NOT NULL
) WITHOUT ROWID;

CREATE VIRTUAL TABLE search USING fts5 (text, tokenize = 'unicode61 remove_diacritics 2');
