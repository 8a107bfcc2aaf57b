package store

import (
	"context"
	"database/sql"

	"leermoment/internal/complaint"
)

// PutExpert implements office.Papers.
func (t tx) PutExpert(ctx context.Context, e complaint.ExpertRef) error {
	if err := t.exec(ctx, `
		INSERT INTO experts (id, name) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name`, e.ID, e.Name); err != nil {
		return err
	}
	if err := t.exec(ctx, `DELETE FROM exclusions WHERE expert = ?`, e.ID); err != nil {
		return err
	}
	for _, x := range e.Exclusions {
		until := ""
		if !x.Until.IsZero() {
			until = x.Until.String()
		}
		if err := t.exec(ctx, `INSERT INTO exclusions (expert, client, until) VALUES (?, ?, ?)`, e.ID, x.Client, until); err != nil {
			return err
		}
	}
	return nil
}

// Experts implements office.Papers.
func (t tx) Experts(ctx context.Context) ([]complaint.ExpertRef, error) {
	rows, err := t.QueryContext(ctx, `
		SELECT e.id, e.name, x.client, x.until FROM experts e LEFT JOIN exclusions x ON x.expert = e.id ORDER BY e.id, x.rowid`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	out := []complaint.ExpertRef{}
	for rows.Next() {
		var id, name string
		var client, until sql.NullString
		if err := rows.Scan(&id, &name, &client, &until); err != nil {
			return nil, err
		}
		if len(out) == 0 || out[len(out)-1].ID != id {
			out = append(out, complaint.ExpertRef{ID: id, Name: name})
		}
		if !client.Valid {
			continue
		}
		x := complaint.Exclusion{Client: client.String}
		if until.String != "" {
			if err := x.Until.UnmarshalText([]byte(until.String)); err != nil {
				return nil, err
			}
		}
		last := &out[len(out)-1]
		last.Exclusions = append(last.Exclusions, x)
	}
	return out, rows.Err()
}
