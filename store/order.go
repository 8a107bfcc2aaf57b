package store

import (
	"strings"

	"leermoment/internal/office"
)

// orderKeys are what a question is sorted by, "" where it keeps the order of its
// view. What the viewer may not know, or is not there, stands at the end.
func orderKeys(o office.Order) string {
	var keys []string
	switch o.By {
	case office.ByNumber:
		keys = []string{`c.year`, `c.serial`}
	case office.ByComplainant:
		keys = []string{`CASE WHEN ` + whole + ` THEN nullif(c.same_name, '') END`}
	case office.ByStep:
		keys = []string{`(SELECT s.key FROM json_each(@steps) s WHERE s.value = c.step)`}
	case office.ByNext:
		keys = []string{`CASE WHEN ` + others + ` THEN n.position END`, `CASE WHEN ` + others + ` THEN n.obligation END`}
	case office.ByTime:
		keys = []string{`due`}
	default:
		return ""
	}
	way := ` ASC NULLS LAST`
	if o.Reverse {
		way = ` DESC NULLS LAST`
	}
	return strings.Join(keys, way+`, `) + way
}

// sortedLines asks for the lines of a view in an order of somebody's own. What
// needs no duties to be sorted is cut to the page before they are reckoned.
func sortedLines(q question, asked, keys string) string {
	reckoned := q.Order.By == office.ByNext || q.Order.By == office.ByTime
	var usual string
	switch q.View {
	case office.All:
		usual = seriousFirst
	case office.CompletedView:
		usual = latestFirst
	case office.Todo:
		return linesSelect + nextOfViewer + ` WHERE ` + asked + ` ORDER BY ` + keys + `, ` + pressingFirst + page
	default:
		return linesSelect + nextOfAnybody + ` WHERE ` + asked + ` ORDER BY ` + keys + `, ` + pressingFirst + page
	}
	order := ` ORDER BY ` + keys + `, ` + usual
	if reckoned {
		return linesSelect + nextOfAnybody + ` WHERE ` + asked + order + page
	}
	return linesSelect + nextOfAnybody + ` WHERE c.id IN (SELECT c.id FROM complaints c WHERE ` + asked + order + page + `)` + order
}
