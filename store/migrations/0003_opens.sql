-- Where can something be open by now: one moment per complaint tells it
-- quicker than two indexes over all duties.
DROP INDEX duties_owed;
DROP INDEX duties_due;
ALTER TABLE complaints ADD COLUMN opens_at INTEGER; -- the first start of a duty that nothing has closed; NULL: none
UPDATE complaints SET opens_at = (
  SELECT min(d.starts_at) FROM duties d WHERE d.complaint = complaints.id AND d.met_at IS NULL AND d.not_applicable = 0 AND d.waived = 0);
CREATE INDEX complaints_opens ON complaints (opens_at);
