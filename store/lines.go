package store

import (
	"context"
	"database/sql"
	"strings"

	"leermoment/internal/office"
)

// What Lines asks of each complaint of a view, before the view's own
// condition. The duty that is next depends on the view.
const (
	linesSelect = `
		SELECT ` + rowColumns + `,
			coalesce(d.due_at, (SELECT min(d.due_at) FROM duties d WHERE d.complaint = c.id AND ` + running + `)) AS due,
			EXISTS (SELECT 1 FROM duties d WHERE d.complaint = c.id AND ` + running + ` AND d.due_at < @now) AS overdue,
			` + whole + `, ` + dutyColumns + `
		FROM complaints c
		LEFT JOIN duties d ON d.complaint = c.id AND d.position = (
			SELECT min(d.position) FROM duties d WHERE d.complaint = c.id AND ` + running + ` AND d.actionable = 1`

	nextOfAnybody = `)
		WHERE `
	nextOfViewer = ` AND (d.owed_by IN (SELECT value FROM json_each(@roles)) OR d.owed_by = 'owner' AND c.owner = @viewer AND @viewer <> ''))
		WHERE `

	pressingFirst = `
		ORDER BY (c.severity = 'serious' AND c.phase NOT IN ('completed', 'destroyed')) DESC, overdue DESC, due ASC NULLS LAST,
			c.year, c.serial
		LIMIT @limit OFFSET @offset`
	latestFirst = `
		ORDER BY c.year DESC, c.serial DESC
		LIMIT @limit OFFSET @offset`
)

// Lines implements office.Register.
func (t tx) Lines(ctx context.Context, q office.Query) ([]office.Line, error) {
	rows, err := t.QueryContext(ctx, linesQuery(q),
		append(queryArgs(q), sql.Named("limit", limited(q.Limit)), sql.Named("offset", q.Offset))...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []office.Line
	for rows.Next() {
		var l office.Line
		var due sql.NullInt64
		var d dutyScan
		if err := scanRow(rows, &l.Row, append([]any{&due, &l.Overdue, &l.Whole}, d.to()...)...); err != nil {
			return nil, err
		}
		l.Due, l.Next = moment(due), d.row()
		out = append(out, l)
	}
	return out, rows.Err()
}

// linesQuery puts the parts together that this question needs.
func linesQuery(q office.Query) string {
	search, searched := searchParts(q)
	next, order := nextOfAnybody, pressingFirst
	switch q.View {
	case office.Todo:
		next = nextOfViewer
	case office.CompletedView, office.All:
		order = latestFirst
	}
	return search + linesSelect + next + condition(q.View) + narrowed + searched + order
}

// Count implements office.Register.
func (t tx) Count(ctx context.Context, q office.Query) (map[office.View]int, error) {
	views := office.Views()
	counts := make([]int, len(views))
	to := make([]any, len(views))
	for i := range views {
		to[i] = &counts[i]
	}
	if err := t.QueryRowContext(ctx, countQuery(q), queryArgs(q)...).Scan(to...); err != nil {
		return nil, err
	}
	out := make(map[office.View]int, len(views))
	for i, v := range views {
		out[v] = counts[i]
	}
	return out, nil
}

// countQuery counts every view in one statement.
func countQuery(q office.Query) string {
	search, searched := searchParts(q)
	counts := make([]string, 0, len(office.Views()))
	for _, v := range office.Views() {
		counts = append(counts, `(SELECT count(*) FROM complaints c WHERE `+condition(v)+narrowed+searched+`)`)
	}
	return search + `SELECT ` + strings.Join(counts, `, `)
}

// limited is a LIMIT; 0 is all.
func limited(n int) int {
	if n == 0 {
		return -1
	}
	return n
}
