-- How each person likes the program: colours, language, mouse.
CREATE TABLE preferences (
  person TEXT NOT NULL,
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (person, name)
) WITHOUT ROWID;
