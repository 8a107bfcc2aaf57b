package store

import (
	"context"
	"database/sql"
	"time"

	"leermoment/internal/office"
)

// Happened implements office.History.
func (t tx) Happened(ctx context.Context, sight office.Sight, q office.PastQuery) ([]office.Happening, error) {
	return t.happenings(ctx, `
		SELECT e.happened_at, e.recorded_at, e.stream, e.actor, e.name,
			coalesce(c.subject, ''), coalesce(c.complainant, ''), coalesce(c.owner, ''), coalesce(c.assessor, ''), coalesce(c.concerned, '')
		FROM events e LEFT JOIN complaints c ON c.number = e.stream
		WHERE e.happened_at >= @from AND e.happened_at < @until AND (@by = '' OR e.actor = @by) AND (@name = '' OR e.name = @name)
			AND CASE WHEN c.id IS NULL THEN @personnel ELSE `+whole+` END
		ORDER BY e.happened_at DESC, e.position DESC LIMIT 0 + @limit`, sight, q)
}

// Openings implements office.History.
func (t tx) Openings(ctx context.Context, sight office.Sight, q office.PastQuery) ([]office.Happening, error) {
	return t.happenings(ctx, `
		SELECT o.at, o.at, o.subject, o.person, '`+office.OpenedName+`',
			coalesce(c.subject, ''), coalesce(c.complainant, ''), coalesce(c.owner, ''), coalesce(c.assessor, ''), coalesce(c.concerned, '')
		FROM openings o LEFT JOIN complaints c ON c.number = o.subject
		WHERE o.at >= @from AND o.at < @until AND (@by = '' OR o.person = @by) AND (c.id IS NULL OR `+whole+`)
		ORDER BY o.at DESC, o.person, o.subject LIMIT 0 + @limit`, sight, q)
}

func (t tx) happenings(ctx context.Context, query string, sight office.Sight, q office.PastQuery) ([]office.Happening, error) {
	rows, err := t.QueryContext(ctx, query, append(sightArgs(sight), sql.Named("from", q.From.Unix()), sql.Named("until", q.Until.Unix()),
		sql.Named("by", q.By), sql.Named("name", q.Name), sql.Named("limit", limited(q.Limit)))...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []office.Happening
	for rows.Next() {
		var h office.Happening
		var at, recorded int64
		if err := rows.Scan(&at, &recorded, &h.Stream, &h.Actor.ID, &h.Name, &h.Subject, &h.Complainant, &h.Owner, &h.Assessor, &h.Concerned); err != nil {
			return nil, err
		}
		h.At, h.RecordedAt = time.Unix(at, 0).UTC(), time.Unix(recorded, 0).UTC()
		out = append(out, h)
	}
	return out, rows.Err()
}

// Opened implements office.History.
func (t tx) Opened(ctx context.Context, person, subject, day string, at, keptSince time.Time) error {
	if err := t.exec(ctx, `INSERT INTO openings (person, subject, day, at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING`,
		person, subject, day, at.Unix()); err != nil {
		return err
	}
	err := t.exec(ctx, `DELETE FROM openings WHERE at < ?`, keptSince.Unix())
	return err
}
