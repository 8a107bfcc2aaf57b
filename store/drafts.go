package store

import (
	"context"
	"encoding/json"
	"time"

	"leermoment/internal/office"
	"leermoment/internal/procedure"
)

// SaveDraft implements office.Drafts. A form at the same place takes the other
// one's, unless they are incident forms.
func (t tx) SaveDraft(ctx context.Context, d office.Draft) error {
	values, err := json.Marshal(d.Values)
	if err != nil {
		return err
	}
	if d.Action != procedure.NewComplaint {
		if err := t.exec(ctx, `DELETE FROM drafts WHERE person = ? AND subject = ? AND action = ? AND action <> 'new' AND id <> ?`,
			d.Person, d.Subject, string(d.Action), d.ID); err != nil {
			return err
		}
	}
	err = t.exec(ctx, `
		INSERT INTO drafts (id, person, subject, action, fields, saved_at) VALUES (?, ?, ?, ?, ?, ?)
		ON CONFLICT (id) DO UPDATE SET person = excluded.person, subject = excluded.subject, action = excluded.action,
			fields = excluded.fields, saved_at = excluded.saved_at`,
		d.ID, d.Person, d.Subject, string(d.Action), string(values), d.SavedAt.Unix())
	return err
}

// DropDraft implements office.Drafts.
func (t tx) DropDraft(ctx context.Context, id string) error {
	err := t.exec(ctx, `DELETE FROM drafts WHERE id = ?`, id)
	return err
}

// BusyOn implements office.Drafts.
func (t tx) BusyOn(ctx context.Context, subject, but string, since time.Time) ([]office.Busy, error) {
	rows, err := t.QueryContext(ctx, `
		SELECT person, max(saved_at) FROM drafts
		WHERE subject = ? AND person <> ? AND saved_at >= ? GROUP BY person ORDER BY 2 DESC, person`, subject, but, since.Unix())
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []office.Busy
	for rows.Next() {
		var b office.Busy
		var at int64
		if err := rows.Scan(&b.Person, &at); err != nil {
			return nil, err
		}
		b.At = time.Unix(at, 0).UTC()
		out = append(out, b)
	}
	return out, rows.Err()
}

// DraftsOf implements office.Drafts.
func (t tx) DraftsOf(ctx context.Context, person string) ([]office.Draft, error) {
	rows, err := t.QueryContext(ctx, `
		SELECT id, person, subject, action, fields, saved_at FROM drafts
		WHERE person = ?1 OR (?1 = '' AND action = 'new') ORDER BY saved_at, id`, person)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []office.Draft
	for rows.Next() {
		var d office.Draft
		var action, values string
		var saved int64
		if err := rows.Scan(&d.ID, &d.Person, &d.Subject, &action, &values, &saved); err != nil {
			return nil, err
		}
		if err := json.Unmarshal([]byte(values), &d.Values); err != nil {
			return nil, err
		}
		d.Action, d.SavedAt = procedure.ActionID(action), time.Unix(saved, 0).UTC()
		out = append(out, d)
	}
	return out, rows.Err()
}
