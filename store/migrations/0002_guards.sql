-- A recorded fact never changes. Its personal part and salt can be destroyed,
-- and nothing else can happen to it.
CREATE TRIGGER events_stay BEFORE DELETE ON events
BEGIN
  SELECT RAISE (ABORT, 'a recorded fact stays');
END;
CREATE TRIGGER events_unchanged BEFORE UPDATE ON events
WHEN NEW.position IS NOT OLD.position OR NEW.stream IS NOT OLD.stream OR NEW.seq IS NOT OLD.seq
  OR NEW.happened_at IS NOT OLD.happened_at OR NEW.recorded_at IS NOT OLD.recorded_at
  OR NEW.actor IS NOT OLD.actor OR NEW.name IS NOT OLD.name OR NEW.figures IS NOT OLD.figures
  OR NEW.figures_digest IS NOT OLD.figures_digest OR NEW.personal_digest IS NOT OLD.personal_digest
  OR (NEW.personal IS NOT NULL AND NEW.personal IS NOT OLD.personal)
  OR (NEW.salt IS NOT NULL AND NEW.salt IS NOT OLD.salt)
BEGIN
  SELECT RAISE (ABORT, 'a recorded fact does not change');
END;
CREATE INDEX events_first ON events (position, stream) WHERE seq = 1;

-- One half-filled form per person, subject and action; incident forms are not
-- about anything yet, so there may be many.
DELETE FROM drafts WHERE action <> 'new' AND EXISTS (
  SELECT 1 FROM drafts later
  WHERE later.person = drafts.person AND later.subject = drafts.subject AND later.action = drafts.action
    AND (later.saved_at, later.id) > (drafts.saved_at, drafts.id));
CREATE UNIQUE INDEX drafts_place ON drafts (person, subject, action) WHERE action <> 'new';
CREATE INDEX drafts_forms ON drafts (saved_at) WHERE action = 'new';

-- What the lists ask: what does somebody owe, what is too late, how many.
CREATE INDEX duties_owed ON duties (owed_by, starts_at, complaint)
  WHERE met_at IS NULL AND not_applicable = 0 AND waived = 0 AND starts_at IS NOT NULL AND actionable = 1;
CREATE INDEX duties_due ON duties (due_at, starts_at, complaint)
  WHERE met_at IS NULL AND not_applicable = 0 AND waived = 0 AND starts_at IS NOT NULL AND due_at IS NOT NULL;
DROP INDEX complaints_phase;
CREATE INDEX complaints_phase ON complaints (phase, category, owner);
CREATE INDEX complaints_serial ON complaints (serial, year);

ALTER TABLE measures ADD COLUMN position INTEGER NOT NULL DEFAULT 0;
CREATE INDEX measures_complaint ON measures (complaint, position);

-- Beginnings of words while typing; what is deleted is really gone.
CREATE VIRTUAL TABLE search_2 USING fts5 (text, prefix = '1 2 3', tokenize = 'unicode61 remove_diacritics 2');
INSERT INTO search_2 (search_2, rank) VALUES ('secure-delete', 1);
INSERT INTO search_2 (rowid, text) SELECT rowid, text FROM search;
DROP TABLE search;
ALTER TABLE search_2 RENAME TO search;
