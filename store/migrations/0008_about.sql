-- Counts ask whom a complaint is about: of one about himself the viewer may not
-- know its category and owner.
DROP INDEX complaints_phase;
CREATE INDEX complaints_phase ON complaints (phase, category, owner, concerned);
