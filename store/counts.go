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

// countQuery counts every view in one statement, as far as counts go.
func countQuery(q question) string {
	search, searched := searchParts(q)
	counts := make([]string, 0, len(office.Views()))
	for _, v := range office.Views() {
		q.View = v
		counts = append(counts, `(SELECT count(*) FROM (`+members(q, narrowed+searched)+`
			LIMIT `+strconv.Itoa(office.MostCounted)+`))`)
	}
	return search + `SELECT ` + strings.Join(counts, `, `)
}

// members are the complaints of a view for which more holds, in any order.
func members(q question, and string) string {
	from := `complaints c`
	if q.few { // those that were found are gone by, and not all of a phase
		from = `found CROSS JOIN complaints c ON c.id = found.id`
	}
	switch {
	case (q.View == office.Todo || q.View == office.OverdueView) && !q.throughHits():
		return `SELECT DISTINCT id FROM (` + candidates(q, ` AND `+others+and) + `)`
	case q.View == office.CompletedView:
		return `SELECT 1 FROM ` + from + ` WHERE c.phase IN ('completed', 'destroyed')` + and
	}
	return `SELECT 1 FROM ` + from + ` WHERE ` + condition(q.View) + and
}
