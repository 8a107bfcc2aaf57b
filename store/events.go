package store

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"leermoment/internal/event"
	"leermoment/internal/office"
)

// Stream implements office.Log.
func (t tx) Stream(ctx context.Context, stream string) ([]event.Envelope, error) {
	facts, _, err := t.StreamFrom(ctx, stream, 1)
	return facts, err
}

// StreamFrom implements office.Log.
func (t tx) StreamFrom(ctx context.Context, stream string, seq int) (out []event.Envelope, destroyed int, err error) {
	rows, err := t.QueryContext(ctx, `
		SELECT seq, happened_at, recorded_at, actor, acting_for, name, figures, personal, salt, figures_digest, personal_digest,
			(SELECT count(*) FROM events INDEXED BY events_destroyed WHERE stream = ?1 AND salt IS NULL)
		FROM events WHERE stream = ?1 AND seq >= ?2 ORDER BY seq`, stream, seq)
	if err != nil {
		return nil, 0, err
	}
	defer rows.Close()
	for rows.Next() {
		e := event.Envelope{Stream: stream}
		var happened, recorded int64
		if err := rows.Scan(&e.Seq, &happened, &recorded, &e.Actor, &e.For, &e.Name, &e.Figures, &e.Personal, &e.Salt,
			&e.FiguresDigest, &e.PersonalDigest, &destroyed); err != nil {
			return nil, 0, err
		}
		e.HappenedAt, e.RecordedAt = time.Unix(happened, 0).UTC(), time.Unix(recorded, 0).UTC()
		out = append(out, e)
	}
	return out, destroyed, rows.Err()
}

// Append implements office.Log. A fact that leaves a place in its stream open is
// refused.
func (t tx) Append(ctx context.Context, facts []event.Envelope) error {
	last := map[string]int{} // where each stream ends, of those written to
	for _, e := range facts {
		if e.Seq != 1 && e.Seq != last[e.Stream]+1 {
			var before int
			if err := t.scan(ctx, []any{&before}, `SELECT count(*) FROM events WHERE stream = ? AND seq = ?`, e.Stream, e.Seq-1); err != nil {
				return err
			}
			if before != 1 {
				return fmt.Errorf("%s: fact %d has no fact before it", e.Stream, e.Seq)
			}
		}
		err := t.exec(ctx, `
			INSERT INTO events (stream, seq, happened_at, recorded_at, actor, acting_for, name, figures, personal, salt, figures_digest, personal_digest)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
			e.Stream, e.Seq, e.HappenedAt.Unix(), e.RecordedAt.Unix(), e.Actor, e.For, e.Name, e.Figures, e.Personal, e.Salt,
			e.FiguresDigest, e.PersonalDigest)
		if taken(err) {
			return fmt.Errorf("%w: %s, fact %d", office.ErrStale, e.Stream, e.Seq)
		}
		if err != nil {
			return err
		}
		last[e.Stream] = e.Seq
	}
	return nil
}

// Streams implements office.Log.
func (t tx) Streams(ctx context.Context) ([]string, error) {
	rows, err := t.QueryContext(ctx, `SELECT stream FROM events WHERE seq = 1 ORDER BY position`)
	if err != nil {
		return nil, err
	}
	return texts(rows)
}

// Ends implements office.Log.
func (t tx) Ends(ctx context.Context) (map[string]office.End, error) {
	rows, err := t.QueryContext(ctx, `SELECT stream, max(seq), personal_digest FROM events GROUP BY stream`) // the digest is that of the last
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	ends := map[string]office.End{}
	for rows.Next() {
		var stream string
		var end office.End
		if err := rows.Scan(&stream, &end.Seq, &end.Digest); err != nil {
			return nil, err
		}
		ends[stream] = end
	}
	return ends, rows.Err()
}

// LastRecorded implements office.Log.
func (t tx) LastRecorded(ctx context.Context) (time.Time, error) {
	var at sql.NullInt64
	err := t.scan(ctx, []any{&at}, `SELECT (SELECT recorded_at FROM events ORDER BY position DESC LIMIT 1)`)
	return moment(at), err
}

// texts reads rows of one text each.
func texts(rows *sql.Rows) ([]string, error) {
	defer rows.Close()
	var out []string
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, rows.Err()
}
