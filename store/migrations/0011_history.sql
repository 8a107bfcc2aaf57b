-- What happened by day, and who opened which dossier: one line per person,
-- dossier and day, kept for a year.
CREATE INDEX events_happened ON events (happened_at, position);
CREATE TABLE openings (
  person TEXT NOT NULL,
  subject TEXT NOT NULL,
  day TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (person, subject, day)
) WITHOUT ROWID;
CREATE INDEX openings_at ON openings (at);
