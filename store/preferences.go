package store

import "context"

// Preferences implements office.Likings.
func (t tx) Preferences(ctx context.Context, person string) (map[string]string, error) {
	rows, err := t.QueryContext(ctx, `SELECT name, value FROM preferences WHERE person = ?`, person)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	out := map[string]string{}
	for rows.Next() {
		var name, value string
		if err := rows.Scan(&name, &value); err != nil {
			return nil, err
		}
		out[name] = value
	}
	return out, rows.Err()
}

// Prefer implements office.Likings.
func (t tx) Prefer(ctx context.Context, person, name, value string) error {
	err := t.exec(ctx, `INSERT INTO preferences (person, name, value) VALUES (?, ?, ?) ON CONFLICT (person, name) DO UPDATE SET value = excluded.value`,
		person, name, value)
	return err
}
