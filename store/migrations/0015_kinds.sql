-- What is open by the kind of obligation, in the order in which it ends; what was
-- met too late by its end; improvements by whether they are done.
CREATE INDEX duties_kinds ON duties (obligation, actionable, due_at, complaint, position, starts_at, owed_by, personnel)
  WHERE met_at IS NULL AND not_applicable = 0 AND waived = 0 AND starts_at IS NOT NULL;
CREATE INDEX duties_late ON duties (due_at, complaint) WHERE met_at > due_at AND not_applicable = 0;
CREATE INDEX duties_late_for ON duties (met_at, complaint) WHERE late_for = 1 AND not_applicable = 0;
CREATE INDEX measure_states_open ON measure_states (by_day, id) WHERE done_at IS NULL;
CREATE INDEX measure_states_owner ON measure_states (owner, by_day, id) WHERE done_at IS NULL;
CREATE INDEX measure_states_done ON measure_states (done_at DESC, id) WHERE done_at IS NOT NULL;
