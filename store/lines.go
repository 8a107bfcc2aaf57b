package store

import (
	"context"
	"database/sql"

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
		LIMIT 0 + @limit OFFSET @offset` // a LIMIT that is no more than a name has SQLite read the whole question again each time
)

// Lines implements office.Register. Where something can be too late, only the
// beginning of what ends first is read as long as that fills the page.
func (t tx) Lines(ctx context.Context, asked office.Query) ([]office.Line, error) {
	q, err := t.question(ctx, asked)
	if err != nil {
		return nil, err
	}
	if byEnd(q) {
		lines, err := t.lines(ctx, q, lateQuery(q))
		if err != nil || fullPage(q, lines) {
			return lines, err
		}
	}
	return t.lines(ctx, q, linesQuery(q))
}

func (t tx) lines(ctx context.Context, q question, query string) ([]office.Line, error) {
	rows, err := t.QueryContext(ctx, query, append(queryArgs(q.Query), pageArgs(q.Query)...)...)
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

// pageArgs name the page that is asked for.
func pageArgs(q office.Query) []any {
	var after office.Line
	if q.After != nil {
		after = *q.After
	}
	return []any{sql.Named("steps", list(q.Steps)), sql.Named("limit", limited(q.Limit)), sql.Named("offset", q.Offset),
		sql.Named("after_due", after.Due.Unix()), sql.Named("after_year", after.Year), sql.Named("after_serial", after.Serial)}
}

// linesQuery puts the parts together that this question needs. What is in the
// order of its number is cut to the page before anything is reckoned.
func linesQuery(q question) string {
	search := q.with()
	asked := condition(q.View) + narrowed
	if walked(q.View) && !q.throughHits() {
		asked = `c.id IN (` + candidates(q, ``) + `) AND ` + asked
	} else {
		asked += q.among(`c.id`)
	}
	if keys := orderKeys(q.Order); keys != "" {
		return search + sortedLines(q, asked, keys)
	}
	switch q.View {
	case office.All:
		return search + numbered(q, asked)
	case office.CompletedView:
		before, skip := earlierNumbers(q)
		return search + linesSelect + nextOfAnybody + `
		WHERE c.id IN (SELECT c.id FROM complaints c WHERE ` + asked + before + ` ORDER BY ` + q.latest() + skip + `)
		ORDER BY ` + latestFirst
	}
	return search + linesSelect + nextOf(q.View) + ` WHERE ` + asked + ` ORDER BY ` + pressingFirst + page
}

// numbered asks for all complaints by their numbers, the pressing ones on top.
func numbered(q question, asked string) string {
	before, skip, cut := ``, page, `
				LIMIT CASE WHEN @limit < 0 THEN -1 ELSE @limit + @offset END`
	top := `
			SELECT c.id, 1 AS serious, c.year, c.serial FROM complaints c WHERE ` + pressing + ` AND ` + asked + `
			UNION ALL`
	if q.After != nil && !isPressing(q.After) {
		before, skip = earlierNumbers(q)
		cut, top = skip, ``
	}
	return linesSelect + nextOfAnybody + `
		WHERE c.id IN (SELECT id FROM (` + top + `
			SELECT * FROM (SELECT c.id, 0 AS serious, c.year, c.serial FROM complaints c WHERE NOT ` + pressing + ` AND ` + asked + before + `
				ORDER BY ` + q.latest() + cut + `)
			ORDER BY serious DESC, year DESC, serial DESC` + skip + `))
		ORDER BY ` + seriousFirst
}

// latest is the order of the numbers. Few hits are read and sorted: the + keeps
// SQLite from going by all numbers until it met them.
func (q question) latest() string {
	if q.few {
		return `+c.year DESC, +c.serial DESC`
	}
	return latestFirst
}

// earlierNumbers is what comes behind the last line of the page before, by its
// number, and how much of that; on the first page all.
func earlierNumbers(q question) (before, skip string) {
	if q.After == nil {
		return "", page
	}
	return ` AND (c.year, c.serial) < (@after_year, @after_serial)`, ` LIMIT 0 + @limit`
}

// nextOf is the duty that a view tells of.
func nextOf(v office.View) string {
	if v == office.Todo {
		return nextOfViewer
	}
	return nextOfAnybody
}

// limited is a LIMIT; 0 is all.
func limited(n int) int {
	if n == 0 {
		return -1
	}
	return n
}
