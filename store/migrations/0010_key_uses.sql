-- When each public key last logged somebody in.
CREATE TABLE key_uses (
  fingerprint TEXT PRIMARY KEY,
  at INTEGER NOT NULL
) WITHOUT ROWID;
