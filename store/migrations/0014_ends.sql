-- What is owed by whom, in the order in which it ends: lists read the beginning
-- of this and no more, however much is open.
CREATE INDEX duties_ends ON duties (owed_by, actionable, due_at, complaint, position, starts_at, personnel)
  WHERE met_at IS NULL AND not_applicable = 0 AND waived = 0 AND starts_at IS NOT NULL;
-- The few complaints with somebody who acts as the director.
CREATE INDEX complaints_assessor ON complaints (assessor) WHERE assessor <> '';
