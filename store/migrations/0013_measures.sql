-- The measures as the list shows them; those that are there are read from their
-- facts.
CREATE TABLE measure_states (
  id TEXT PRIMARY KEY,
  complaint TEXT NOT NULL,
  what TEXT NOT NULL,
  owner TEXT NOT NULL,
  by_day TEXT NOT NULL,
  done_at INTEGER,
  checked_at INTEGER
) WITHOUT ROWID;
INSERT INTO measure_states (id, complaint, what, owner, by_day, done_at, checked_at)
SELECT e.stream, json_extract(e.figures, '$.complaint'), coalesce(json_extract(e.personal, '$.what'), ''),
  coalesce((SELECT json_extract(h.figures, '$.owner') FROM events h WHERE h.stream = e.stream AND h.name = 'measure-handed-over' ORDER BY h.seq DESC LIMIT 1),
    json_extract(e.figures, '$.owner')),
  json_extract(e.figures, '$.by'),
  (SELECT max(d.happened_at) FROM events d WHERE d.stream = e.stream AND d.name = 'measure-completed'),
  (SELECT max(k.happened_at) FROM events k WHERE k.stream = e.stream AND k.name = 'measure-checked')
FROM events e WHERE e.name = 'measure-opened';
