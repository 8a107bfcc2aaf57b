package store

import "context"

// putMeasures replaces the measures of a complaint.
func (t tx) putMeasures(ctx context.Context, complaint string, measures []string) error {
	if _, err := t.ExecContext(ctx, `DELETE FROM measures WHERE complaint = ?`, complaint); err != nil {
		return err
	}
	for i, m := range measures {
		if _, err := t.ExecContext(ctx, `
			INSERT INTO measures (measure, complaint, position) VALUES (?, ?, ?)
			ON CONFLICT (measure) DO UPDATE SET complaint = excluded.complaint, position = excluded.position`, m, complaint, i); err != nil {
			return err
		}
	}
	return nil
}

// MeasureHome implements office.Register.
func (t tx) MeasureHome(ctx context.Context, measure string) (number string, err error) {
	err = t.QueryRowContext(ctx, `SELECT complaint FROM measures WHERE measure = ?`, measure).Scan(&number)
	return number, notFound(err)
}
