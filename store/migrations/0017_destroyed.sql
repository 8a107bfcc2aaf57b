-- Facts of which the personal part was destroyed: how many of a stream there are
-- says whether what a program knows of it still stands there.
CREATE INDEX events_destroyed ON events (stream) WHERE salt IS NULL;
