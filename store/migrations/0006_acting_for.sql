-- On whose behalf somebody acted as a deputy; "" is his own.
DROP TRIGGER events_unchanged;
ALTER TABLE events ADD COLUMN acting_for TEXT NOT NULL DEFAULT '';
CREATE TRIGGER events_unchanged BEFORE UPDATE ON events
WHEN NEW.position IS NOT OLD.position OR NEW.stream IS NOT OLD.stream OR NEW.seq IS NOT OLD.seq
  OR NEW.happened_at IS NOT OLD.happened_at OR NEW.recorded_at IS NOT OLD.recorded_at
  OR NEW.actor IS NOT OLD.actor OR NEW.acting_for IS NOT OLD.acting_for OR NEW.name IS NOT OLD.name OR NEW.figures IS NOT OLD.figures
  OR NEW.figures_digest IS NOT OLD.figures_digest OR NEW.personal_digest IS NOT OLD.personal_digest
  OR (NEW.personal IS NOT NULL AND NEW.personal IS NOT OLD.personal)
  OR (NEW.salt IS NOT NULL AND NEW.salt IS NOT OLD.salt)
BEGIN
  SELECT RAISE (ABORT, 'a recorded fact does not change');
END;
