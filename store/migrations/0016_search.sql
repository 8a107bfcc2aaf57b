-- To wipe the index of a complaint anew with every note takes most of the time of
-- recording one, and hides nothing: the words are in the new text too, and in the
-- facts. Who destroys something turns this on for it, and merges the index whole
-- ('optimize'), since what was replaced before lies in it still.
INSERT INTO search (search, rank) VALUES ('secure-delete', 0);
