-- A duty that tells a personnel matter (S40) is the director's and the owner's.
ALTER TABLE duties ADD COLUMN personnel INTEGER NOT NULL DEFAULT 0;
DROP INDEX duties_open;
CREATE INDEX duties_open ON duties (complaint, position, starts_at, due_at, actionable, owed_by, personnel)
  WHERE met_at IS NULL AND not_applicable = 0 AND waived = 0 AND starts_at IS NOT NULL;
