-- What is owed by whom, in the order in which it ends: lists read the beginning
-- of this and no more, however much is open.
CREATE INDEX duties_ends ON duties (owed_by, due_at, complaint, position, starts_at, actionable, personnel)
  WHERE met_at IS NULL AND not_applicable = 0 AND waived = 0 AND starts_at IS NOT NULL;
