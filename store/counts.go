package store

import (
	"context"
	"strconv"
	"strings"

	"leermoment/internal/office"
)

// Count implements office.Register.
func (t tx) Count(ctx context.Context, asked office.Query) (map[office.View]int, error) {
	asked.View = ""
	q, err := t.question(ctx, asked)
	if err != nil {
		return nil, err
	}
	views := office.Views()
	counts := make([]int, len(views))
	to := make([]any, len(views))
	for i := range views {
		to[i] = &counts[i]
	}
	if err := t.scan(ctx, to, countQuery(q), queryArgs(q.Query)...); err != nil {
		return nil, err
	}
	out := make(map[office.View]int, len(views))
	for i, v := range views {
		out[v] = counts[i]
	}
	return out, nil
}

// countQuery counts every view in one statement, as far as counts go. What was
// found is gone by once for all views that are not walked by their ends.
func countQuery(q question) string {
	search := q.with()
	var counts, tallies []string
	for _, v := range office.Views() {
		q.View = v
		if q.searches && !(walked(v) && !q.throughHits()) {
			tallies = append(tallies, `count(*) FILTER (WHERE `+condition(v)+narrowed+q.seen()+`) AS "`+string(v)+`"`)
			counts = append(counts, `min((SELECT "`+string(v)+`" FROM tally), `+strconv.Itoa(office.MostCounted)+`)`)
			continue
		}
		counts = append(counts, `(SELECT count(*) FROM (`+members(q)+`
			LIMIT `+strconv.Itoa(office.MostCounted)+`))`)
	}
	if tallies != nil {
		search += `,
	tally AS MATERIALIZED (SELECT ` + strings.Join(tallies, `, `) + ` FROM found CROSS JOIN complaints c ON c.id = found.id)
	`
	}
	return search + `SELECT ` + strings.Join(counts, `, `)
}

// walked are the views of which the complaints are found by the ends of duties.
func walked(v office.View) bool { return v == office.Todo || v == office.OverdueView }

// members are the complaints of a view that a question asks for, in any order.
func members(q question) string {
	switch {
	case walked(q.View) && !q.throughHits():
		return `SELECT DISTINCT id FROM (` + candidates(q, ` AND `+others+narrowed) + `)`
	case q.View == office.CompletedView:
		return `SELECT 1 FROM complaints c WHERE c.phase IN ('completed', 'destroyed')` + narrowed + q.among(`c.id`)
	}
	return `SELECT 1 FROM complaints c WHERE ` + condition(q.View) + narrowed + q.among(`c.id`)
}
