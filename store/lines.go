package store

import (
	"context"
	"database/sql"
	"strings"

	"leermoment/internal/office"
)

// What Lines asks of each complaint, from the duty that is next on, which
// depends on the view. Of what is about the viewer nothing is owed or late: the
// order would tell.
const (
	linesSelect = `
		SELECT ` + rowColumns + `,
			CASE WHEN ` + others + ` THEN
				coalesce(n.due_at, (SELECT min(d.due_at) ` + running + ` AND d.owed_by = n.owed_by), (SELECT min(d.due_at) ` + running + `)) END AS due,
			(` + others + ` AND EXISTS (SELECT 1 ` + running + ` AND d.due_at < @now)) AS overdue,
			` + whole + `, ` + nextColumns + `
		FROM complaints c
		LEFT JOIN duties n ON n.complaint = c.id AND n.position = (SELECT min(d.position) ` + running + ` AND `

	nextOfAnybody = `d.actionable = 1)`
	nextOfViewer  = owed + `)`

	pressingFirst = others + ` DESC, ` + pressing + ` DESC, overdue DESC, due ASC NULLS LAST, c.year, c.serial`
	latestFirst   = `c.year DESC, c.serial DESC`
	seriousFirst  = pressing + ` DESC, ` + latestFirst
	// pressing is a serious complaint that is not done: it stands on top of every
	// list, but tells whom it is about nothing.
	pressing = `(c.severity = 'serious' AND c.phase NOT IN ('completed', 'destroyed') AND ` + others + `)`
	page     = `
		LIMIT @limit OFFSET @offset`
)

// Lines implements office.Register.
func (t tx) Lines(ctx context.Context, q office.Query) ([]office.Line, error) {
	rows, err := t.QueryContext(ctx, linesQuery(q),
		append(queryArgs(q), sql.Named("steps", list(q.Steps)), sql.Named("limit", limited(q.Limit)), sql.Named("offset", q.Offset))...)
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

// linesQuery puts the parts together that this question needs. What is in the
// order of its number is cut to the page before anything is reckoned.
func linesQuery(q office.Query) string {
	search, searched := searchParts(q)
	asked := condition(q.View) + narrowed + searched
	if keys := orderKeys(q.Order); keys != "" {
		return search + sortedLines(q, asked, keys)
	}
	switch q.View {
	case office.All:
		return search + linesSelect + nextOfAnybody + `
		WHERE c.id IN (SELECT id FROM (
			SELECT c.id, 1 AS serious, c.year, c.serial FROM complaints c WHERE ` + pressing + ` AND ` + asked + `
			UNION ALL
			SELECT * FROM (SELECT c.id, 0, c.year, c.serial FROM complaints c WHERE NOT ` + pressing + ` AND ` + asked + ` ORDER BY ` + latestFirst + `
				LIMIT CASE WHEN @limit < 0 THEN -1 ELSE @limit + @offset END)
			ORDER BY serious DESC, year DESC, serial DESC` + page + `))
		ORDER BY ` + seriousFirst
	case office.CompletedView:
		return search + linesSelect + nextOfAnybody + `
		WHERE c.id IN (SELECT c.id FROM complaints c WHERE ` + asked + ` ORDER BY ` + latestFirst + page + `)
		ORDER BY ` + latestFirst
	case office.Todo:
		return search + linesSelect + nextOfViewer + ` WHERE ` + asked + ` ORDER BY ` + pressingFirst + page
	}
	return search + linesSelect + nextOfAnybody + ` WHERE ` + asked + ` ORDER BY ` + pressingFirst + page
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
