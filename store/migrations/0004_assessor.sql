-- Who acts as the director on a complaint about the director.
ALTER TABLE complaints ADD COLUMN assessor TEXT NOT NULL DEFAULT '';
