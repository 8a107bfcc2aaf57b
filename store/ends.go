package store

import (
	"strings"

	"leermoment/internal/complaint"
	"leermoment/internal/office"
	"leermoment/internal/procedure"
)

// standing is a duty that stands open at @now, found by its end; again the first four
// terms are those of the index.
const standing = unclosed + ` AND d.starts_at <= @now AND ` + readable

// unclosed is a duty that nothing has closed yet.
const unclosed = `d.met_at IS NULL AND d.not_applicable = 0 AND d.waived = 0 AND d.starts_at IS NOT NULL`

// ending are the duties by whom owes them, what ends first on top.
const ending = `SELECT d.complaint AS id` + fromEnds

// endingAt are the same with what is needed to find the duty itself.
const endingAt = `SELECT d.complaint AS id, d.position AS position, d.due_at AS due_at` + fromEnds

const fromEnds = ` FROM duties d INDEXED BY duties_ends CROSS JOIN complaints c ON c.id = d.complaint WHERE ` + standing

// everybody are all that can owe something.
func everybody() []procedure.Role {
	return []procedure.Role{procedure.OfficeManager, procedure.ProjectLeader, procedure.Director, procedure.Owner, procedure.MeasureOwner, procedure.Program}
}

// A source is where duties of a view are found: what their role is, and what
// more holds for them.
type source struct{ owedBy, and string }

// sources are where the duties of a view can lie.
func sources(q question) (out []source) {
	if q.View == office.OverdueView {
		for _, r := range everybody() {
			out = append(out, source{string(r), ``})
		}
		return out
	}
	for _, r := range held(q.Sight) {
		out = append(out, source{string(r), ``})
	}
	return append(out, source{string(procedure.Owner), ` AND c.owner IN (SELECT value FROM json_each(@owners))`},
		source{string(procedure.OfficeManager), ` AND c.concerned = @instead AND @instead <> ''`})
}

// acting are the complaints in which the viewer acts as the director.
const acting = `SELECT id FROM complaints WHERE assessor <> '' AND assessor IN (SELECT value FROM json_each(@owners))`

// candidates are the complaints that belong to a view: all that owe something, or
// are too late with it, once for each such duty, and for which more holds. What is
// searched is looked at first, before a complaint is read.
func candidates(q question, and string) string {
	var roles, own []string
	for _, s := range sources(q) {
		roles = append(roles, `'`+s.owedBy+`'`)
		own = append(own, `d.owed_by = '`+s.owedBy+`'`+s.and)
	}
	walk := ending + ` AND d.owed_by IN (` + strings.Join(roles, `, `) + `)` + q.among(`d.complaint`)
	if q.View == office.OverdueView {
		return walk + ` AND d.actionable IN (0, 1) AND d.due_at < @now` + and
	}
	return walk + ` AND d.actionable = 1 AND (` + strings.Join(own, ` OR `) + `)` + and + `
		UNION ALL SELECT c.id FROM complaints c WHERE c.id IN (` + acting + `) AND ` + condition(q.View) + q.among(`c.id`) + and
}

// byEnd says whether a page is the beginning, or goes on, of what is too late: by
// the end of the next duty, and so needs no more read than the page.
func byEnd(q question) bool {
	if q.View != office.Todo && q.View != office.OverdueView || q.Limit <= 0 || orderKeys(q.Order) != "" || q.throughHits() {
		return false
	}
	return q.After == nil && q.Offset == 0 || q.After != nil && !isPressing(q.After) && late(q.After, q)
}

func late(l *office.Line, q question) bool { return !l.Due.IsZero() && l.Due.Before(q.Now) }

func isPressing(l *office.Line) bool {
	return l.Severity == complaint.SeriousCase && l.Phase != procedure.Completed && l.Phase != procedure.Destroyed
}

// fullPage says that nothing which was not read belongs before the end of the page:
// what was not read ends behind what was, or is not too late.
func fullPage(q question, lines []office.Line) bool {
	if len(lines) < q.Limit {
		return false
	}
	last := &lines[len(lines)-1]
	return isPressing(last) || late(last, q)
}

// lateQuery asks for a page of what presses or is too late. It looks at the
// pressing complaints, at the first of those whose next duty is too late, and at
// the few of which the next duty has no end, since their time is that of another.
func lateQuery(q question) string {
	next, behind, behindLine := `d.actionable = 1`, ``, ``
	if q.View == office.Todo {
		next = owed
	}
	parts := []string{acting}
	if q.After == nil {
		parts = append(parts, `SELECT c.id FROM complaints c WHERE `+pressing)
	} else {
		behind = ` AND d.due_at >= @after_due AND (d.due_at, c.year, c.serial) > (@after_due, @after_year, @after_serial)`
		behindLine = ` AND NOT ` + pressing + ` AND (due, c.year, c.serial) > (@after_due, @after_year, @after_serial)`
	}
	for _, s := range sources(q) {
		walk := ending + ` AND d.owed_by = '` + s.owedBy + `'` + s.and
		parts = append(parts, walk+` AND d.actionable = 1 AND d.due_at IS NULL`,
			// of a complaint the duty that is next counts, or it would come up twice
			`SELECT id FROM (`+walk+` AND d.actionable = 1 AND d.due_at < @now AND `+others+` AND NOT `+pressing+narrowed+q.among(`d.complaint`)+behind+`
				AND d.position = (SELECT min(d.position) `+running+` AND `+next+`) ORDER BY d.due_at, c.year, c.serial LIMIT 0 + @limit)`)
		if q.View == office.OverdueView {
			parts = append(parts, walk+` AND d.actionable = 0 AND d.due_at < @now`)
		}
	}
	return q.with() + linesSelect + nextOf(q.View) + `
		WHERE c.id IN (` + strings.Join(parts, `
			UNION ALL `) + `) AND ` + condition(q.View) + narrowed + q.among(`c.id`) + behindLine + `
		ORDER BY ` + pressingFirst + `
		LIMIT 0 + @limit`
}
