package store

import (
	"context"
	"database/sql"

	"leermoment/internal/office"
)

// putMeasures replaces the measures of a complaint.
func (t tx) putMeasures(ctx context.Context, complaint string, measures []string) error {
	if err := t.exec(ctx, `DELETE FROM measures WHERE complaint = ?`, complaint); err != nil {
		return err
	}
	for i, m := range measures {
		if err := t.exec(ctx, `
			INSERT INTO measures (measure, complaint, position) VALUES (?, ?, ?)
			ON CONFLICT (measure) DO UPDATE SET complaint = excluded.complaint, position = excluded.position`, m, complaint, i); err != nil {
			return err
		}
	}
	return nil
}

// MeasureHome implements office.Register.
func (t tx) MeasureHome(ctx context.Context, measure string) (number string, err error) {
	err = t.scan(ctx, []any{&number}, `SELECT complaint FROM measures WHERE measure = ?`, measure)
	return number, notFound(err)
}

// PutMeasure implements office.Papers.
func (t tx) PutMeasure(ctx context.Context, m office.MeasureRow) error {
	return t.exec(ctx, `
		INSERT INTO measure_states (id, complaint, what, owner, by_day, done_at, checked_at) VALUES (?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (id) DO UPDATE SET what = excluded.what, owner = excluded.owner, by_day = excluded.by_day,
			done_at = excluded.done_at, checked_at = excluded.checked_at`,
		m.ID, m.Complaint, m.What, m.Owner, m.Day, unix(m.DoneAt), unix(m.CheckedAt))
}

// measures asks for those that somebody sees, found by an index.
func measures(index string) string {
	return `
	SELECT m.id, m.complaint, m.what, m.owner, m.by_day, m.done_at, m.checked_at FROM measure_states m INDEXED BY ` + index + `
	CROSS JOIN complaints c ON c.number = m.complaint
	WHERE (` + whole + ` OR m.owner IN (SELECT value FROM json_each(@owners)))`
}

// Measures implements office.Papers.
func (t tx) Measures(ctx context.Context, sight office.Sight, open, done int) ([]office.MeasureRow, error) {
	rows, err := t.QueryContext(ctx, `
		SELECT * FROM (SELECT * FROM (`+measures("measure_states_open")+` AND m.done_at IS NULL ORDER BY m.by_day, m.id LIMIT 0 + @open)
			UNION ALL SELECT * FROM (`+measures("measure_states_done")+` AND m.done_at IS NOT NULL ORDER BY m.done_at DESC LIMIT 0 + @done))
		ORDER BY done_at IS NOT NULL, checked_at IS NOT NULL, by_day, id`, append(sightArgs(sight), sql.Named("open", open), sql.Named("done", done))...)
	return measureRows(rows, err)
}

// OwnMeasures implements office.Papers.
func (t tx) OwnMeasures(ctx context.Context, sight office.Sight, from string, most int) ([]office.MeasureRow, error) {
	rows, err := t.QueryContext(ctx, measures("measure_states_owner")+`
		AND m.done_at IS NULL AND m.owner IN (SELECT value FROM json_each(@owners)) AND m.by_day >= @from ORDER BY m.by_day, m.id LIMIT 0 + @most`,
		append(sightArgs(sight), sql.Named("from", from), sql.Named("most", most))...)
	return measureRows(rows, err)
}

func measureRows(rows *sql.Rows, err error) ([]office.MeasureRow, error) {
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []office.MeasureRow
	for rows.Next() {
		var m office.MeasureRow
		var done, checked sql.NullInt64
		if err := rows.Scan(&m.ID, &m.Complaint, &m.What, &m.Owner, &m.Day, &done, &checked); err != nil {
			return nil, err
		}
		m.DoneAt, m.CheckedAt = moment(done), moment(checked)
		out = append(out, m)
	}
	return out, rows.Err()
}
