-- Read models of notices and of experts; rebuilt from events at will.
CREATE TABLE notices (
  id          TEXT PRIMARY KEY,
  received_at INTEGER NOT NULL,
  filed_by    TEXT NOT NULL,
  state       TEXT NOT NULL,
  complaint   TEXT NOT NULL,
  sender      TEXT NOT NULL,
  subject     TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX notices_state ON notices (state, received_at);

CREATE TABLE experts (
  id   TEXT PRIMARY KEY,
  name TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE exclusions (
  expert TEXT NOT NULL REFERENCES experts (id) ON DELETE CASCADE,
  client TEXT NOT NULL,
  until  TEXT NOT NULL -- the last day, "" none
);
CREATE INDEX exclusions_expert ON exclusions (expert);
