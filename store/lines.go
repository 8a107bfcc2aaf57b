package store

import (
	"context"
	"database/sql"
	"strings"
	"unicode"

	"leermoment/internal/office"
	"leermoment/internal/procedure"
)

// running is a duty that somebody has to do something about at @now.
const running = `d.met_at IS NULL AND d.not_applicable = 0 AND d.waived = 0 AND d.starts_at IS NOT NULL AND d.starts_at <= @now`

// whole is a complaint that the viewer sees whole.
const whole = `((@all OR c.owner = @viewer) AND (c.concerned = '' OR c.concerned <> @login))`

// owes is an open duty of the viewer.
const owes = `d.actionable AND ((d.owed_by = 'owner' AND c.owner = @viewer) OR instr(@roles, ' ' || d.owed_by || ' ') > 0)`

// late is a complaint of which something open is too late.
const late = `EXISTS (SELECT 1 FROM duties d WHERE d.complaint = c.id AND ` + running + ` AND d.due_at < @now)`

// views say which complaints belong to a view.
var views = map[office.View]string{
	office.Todo:          `EXISTS (SELECT 1 FROM duties d WHERE d.complaint = c.id AND ` + running + ` AND ` + owes + `)`,
	office.Mine:          `c.owner = @viewer AND c.phase IN ('handling', 'learning')`,
	office.OverdueView:   late,
	office.HandlingView:  `c.phase = 'handling'`,
	office.LearningView:  `c.phase = 'learning'`,
	office.CompletedView: `c.phase IN ('completed', 'destroyed')`,
	office.All:           `TRUE`,
}

// filter narrows every view: by category, owner and search. Everybody finds a
// number; words only in what the viewer sees whole.
const filter = `(@category = '' OR c.category = @category) AND (@owner = '' OR c.owner = @owner)
	AND (@searching = 0 OR c.number LIKE @number ESCAPE '\'
		OR (@words <> '' AND c.id IN (SELECT rowid FROM search WHERE search MATCH @words) AND ` + whole + `))`

// Lines implements office.Register.
func (t tx) Lines(ctx context.Context, q office.Query) ([]office.Line, error) {
	next := `d.actionable`
	if q.View == office.Todo {
		next = owes
	}
	order := `(c.severity = 'serious' AND c.phase NOT IN ('completed', 'destroyed')) DESC, overdue DESC, due IS NULL, due, c.year, c.serial`
	if q.View == office.All || q.View == office.CompletedView {
		order = `c.year DESC, c.serial DESC`
	}
	limit := q.Limit
	if limit == 0 {
		limit = -1
	}
	rows, err := t.QueryContext(ctx, `
		SELECT `+rowColumns+`,
			coalesce(d.due_at, (SELECT min(d.due_at) FROM duties d WHERE d.complaint = c.id AND `+running+`)) AS due,
			`+late+` AS overdue, `+whole+`, `+dutyColumns+`
		FROM complaints c
		LEFT JOIN duties d ON d.complaint = c.id AND d.position =
			(SELECT min(d.position) FROM duties d WHERE d.complaint = c.id AND `+running+` AND `+next+`)
		WHERE `+views[q.View]+` AND `+filter+`
		ORDER BY `+order+` LIMIT @limit OFFSET @offset`,
		append(queryArgs(q), sql.Named("limit", limit), sql.Named("offset", q.Offset))...)
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

// Count implements office.Register.
func (t tx) Count(ctx context.Context, q office.Query) (map[office.View]int, error) {
	counts := make([]int, len(office.Views()))
	var sums []string
	var to []any
	for i, v := range office.Views() {
		sums = append(sums, `coalesce(sum(`+views[v]+`), 0)`)
		to = append(to, &counts[i])
	}
	err := t.QueryRowContext(ctx, `SELECT `+strings.Join(sums, ", ")+` FROM complaints c WHERE `+filter, queryArgs(q)...).Scan(to...)
	out := map[office.View]int{}
	for i, v := range office.Views() {
		out[v] = counts[i]
	}
	return out, err
}

func queryArgs(q office.Query) []any {
	return append(sightArgs(q.Sight), sql.Named("now", q.Now.Unix()), sql.Named("category", q.Category), sql.Named("owner", q.Owner),
		sql.Named("searching", strings.TrimSpace(q.Search) != ""), sql.Named("number", numberPattern(q.Search)), sql.Named("words", words(q.Search)))
}

func sightArgs(s office.Sight) []any {
	roles := " "
	for _, r := range s.Roles {
		if r == procedure.OfficeManager || r == procedure.ProjectLeader || r == procedure.Director {
			roles += string(r) + " "
		}
	}
	return []any{sql.Named("viewer", s.Viewer), sql.Named("login", s.Login), sql.Named("all", s.All), sql.Named("roles", roles)}
}

// words makes a search of whole words and beginnings of words; nothing in it
// is an operator.
func words(search string) string {
	var out []string
	for _, w := range strings.FieldsFunc(search, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) }) {
		out = append(out, `"`+w+`"*`)
	}
	return strings.Join(out, " ")
}

// numberPattern finds 2026-014 by itself, by its beginning, and by 14.
func numberPattern(search string) string {
	s := strings.TrimSpace(search)
	for _, r := range s {
		if r != '-' && (r < '0' || r > '9') {
			return ""
		}
	}
	switch {
	case s == "" || len(s) > 12:
		return ""
	case strings.Contains(s, "-"):
		return s + "%"
	case len(s) < 3:
		return "%-" + strings.Repeat("0", 3-len(s)) + s
	}
	return "%-" + s
}
