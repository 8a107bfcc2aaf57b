-- What a duty's index asks of a row stands in the index itself, so that to count
-- what is owed reads no row of a duty.
DROP INDEX duties_open;
CREATE INDEX duties_open ON duties (complaint, position, starts_at, due_at, actionable, owed_by, personnel, met_at, not_applicable, waived)
  WHERE met_at IS NULL AND not_applicable = 0 AND waived = 0 AND starts_at IS NOT NULL;
DROP INDEX duties_ends;
CREATE INDEX duties_ends ON duties (owed_by, actionable, due_at, complaint, position, starts_at, personnel, met_at, not_applicable, waived)
  WHERE met_at IS NULL AND not_applicable = 0 AND waived = 0 AND starts_at IS NOT NULL;
DROP INDEX duties_kinds;
CREATE INDEX duties_kinds ON duties (obligation, actionable, due_at, complaint, position, starts_at, owed_by, personnel, met_at, not_applicable, waived)
  WHERE met_at IS NULL AND not_applicable = 0 AND waived = 0 AND starts_at IS NOT NULL;
