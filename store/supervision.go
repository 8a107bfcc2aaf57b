package store

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"slices"
	"strings"
	"time"

	"leermoment/internal/complaint"
	"leermoment/internal/office"
	"leermoment/internal/procedure"
)

const duty = `
	SELECT c.number, c.complainant, c.subject, c.owner, c.assessor, c.concerned, c.severity, ` + dutyColumns

// watched are the duties that somebody sees in complaints that he sees whole.
const watched = ` CROSS JOIN complaints c ON c.id = d.complaint WHERE d.actionable = 1 AND d.not_applicable = 0 AND ` + readable + ` AND ` + whole

// kinds are the obligations of which something is open: each is looked for behind
// the one before, so that as much is read as there are kinds.
const kinds = `
	WITH RECURSIVE kind (id) AS (
		SELECT min(d.obligation) FROM duties d INDEXED BY duties_kinds WHERE ` + unclosed + `
		UNION ALL
		SELECT (SELECT min(d.obligation) FROM duties d INDEXED BY duties_kinds WHERE ` + unclosed + ` AND d.obligation > kind.id) FROM kind WHERE kind.id IS NOT NULL)
	SELECT id FROM kind WHERE id IS NOT NULL`

// OpenKinds implements office.Supervision.
func (t tx) OpenKinds(ctx context.Context) (ids []string, err error) {
	rows, err := t.QueryContext(ctx, kinds)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var id string
		if err := rows.Scan(&id); err != nil {
			return nil, err
		}
		ids = append(ids, id)
	}
	return ids, rows.Err()
}

// OpenDuties implements office.Supervision.
func (t tx) OpenDuties(ctx context.Context, sight office.Sight, now time.Time, kinds []string, most int) (out []office.OpenDuty, more bool, err error) {
	for _, kind := range kinds {
		var some []office.OpenDuty
		for _, ends := range []string{`d.due_at IS NOT NULL`, `d.due_at IS NULL`} { // what has no end comes last
			limit := -1
			if most > 0 {
				limit = most + 1 - len(some)
			}
			part, err := t.supervised(ctx, duty+` FROM duties d INDEXED BY duties_kinds`+watched+` AND `+unclosed+` AND d.starts_at <= @now
				AND d.obligation = @kind AND `+ends+` ORDER BY d.due_at, c.year, c.serial LIMIT 0 + @limit`,
				append(sightArgs(sight), sql.Named("now", now.Unix()), sql.Named("kind", kind), sql.Named("limit", limit))...)
			if err != nil {
				return nil, false, err
			}
			some = append(some, part...)
		}
		if most > 0 && len(some) > most {
			some, more = some[:most], true
		}
		out = append(out, some...)
	}
	slices.SortStableFunc(out, func(a, b office.OpenDuty) int { return urgent(a, b, now) })
	return out, more, nil
}

// urgent puts what is too late first, of that the serious, and then what ends first.
func urgent(a, b office.OpenDuty, now time.Time) int {
	first := func(x, y bool) int {
		switch {
		case x == y:
			return 0
		case x:
			return -1
		}
		return 1
	}
	ends := func(d office.OpenDuty) bool { return !d.Duty.DueAt.IsZero() }
	return cmp.Or(first(ends(a), ends(b)), first(a.Duty.DueAt.Before(now), b.Duty.DueAt.Before(now)),
		first(a.Severity == complaint.SeriousCase, b.Severity == complaint.SeriousCase), a.Duty.DueAt.Compare(b.Duty.DueAt),
		len(a.Number)-len(b.Number), cmp.Compare(a.Number, b.Number), a.Duty.Position-b.Duty.Position)
}

// Waiting implements office.Supervision.
func (t tx) Waiting(ctx context.Context, sight office.Sight, now time.Time) (out []office.Waiting, err error) {
	rows, err := t.QueryContext(ctx, `
		SELECT d.owed_by, c.owner, c.assessor, c.concerned, count(*), count(CASE WHEN d.due_at < @now THEN 1 END), min(d.starts_at)
		FROM duties d INDEXED BY duties_ends`+watched+` AND `+unclosed+` AND d.starts_at <= @now
		GROUP BY d.owed_by, c.owner, c.assessor, c.concerned`, append(sightArgs(sight), sql.Named("now", now.Unix()))...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var w office.Waiting
		var by string
		var oldest int64
		if err := rows.Scan(&by, &w.Duty.Owner, &w.Duty.Assessor, &w.Duty.Concerned, &w.Open, &w.Overdue, &oldest); err != nil {
			return nil, err
		}
		w.Duty.Duty.OwedBy, w.Oldest = procedure.Role(by), time.Unix(oldest, 0).UTC()
		out = append(out, w)
	}
	return out, rows.Err()
}

// OwnDuties implements office.Supervision.
func (t tx) OwnDuties(ctx context.Context, sight office.Sight, from, until, now time.Time, most int) ([]office.OpenDuty, error) {
	between := ` AND d.actionable = 1 AND d.due_at >= @from AND d.due_at < @until`
	parts := []string{`SELECT d.complaint AS id, d.position AS position, d.due_at AS due_at FROM duties d JOIN complaints c ON c.id = d.complaint
		WHERE d.complaint IN (` + acting + `) AND ` + standing + between}
	for _, s := range sources(question{Query: office.Query{View: office.Todo, Sight: sight}}) {
		parts = append(parts, `SELECT * FROM (`+endingAt+` AND d.owed_by = '`+s.owedBy+`'`+s.and+between+` AND `+whole+` ORDER BY d.due_at LIMIT 0 + @limit)`)
	}
	return t.supervised(ctx, duty+` FROM (SELECT DISTINCT id, position FROM (`+strings.Join(parts, ` UNION ALL `)+`)) own
		CROSS JOIN duties d ON d.complaint = own.id AND d.position = own.position`+watched+` AND `+owed+`
		ORDER BY d.due_at, c.year, c.serial, d.position LIMIT 0 + @limit`,
		append(sightArgs(sight), sql.Named("from", from.Unix()), sql.Named("until", until.Unix()), sql.Named("now", now.Unix()), sql.Named("limit", most))...)
}

// LateDuties implements office.Supervision. What is still open and what was met
// are looked for apart, each by its own index.
func (t tx) LateDuties(ctx context.Context, sight office.Sight, from, until, now time.Time, most int) ([]office.OpenDuty, error) {
	month := ` AND d.due_at >= @from AND d.due_at < min(@until, @now)`
	parts := []string{
		`SELECT d.complaint, d.position FROM duties d INDEXED BY duties_late WHERE d.met_at > d.due_at AND d.not_applicable = 0` + month,
		`SELECT d.complaint, d.position FROM duties d INDEXED BY duties_late_for WHERE d.late_for = 1 AND d.not_applicable = 0 AND d.met_at >= @from AND d.met_at < @until`,
	}
	for _, r := range everybody() {
		parts = append(parts, `SELECT d.complaint, d.position FROM duties d INDEXED BY duties_ends WHERE `+unclosed+` AND d.owed_by = '`+string(r)+`' AND d.actionable = 1`+month)
	}
	return t.supervised(ctx, duty+` FROM (`+strings.Join(parts, ` UNION `)+`) late
		CROSS JOIN duties d ON d.complaint = late.complaint AND d.position = late.position`+watched+`
		ORDER BY d.due_at, c.year, c.serial, d.position LIMIT 0 + @limit`,
		append(sightArgs(sight), sql.Named("from", from.Unix()), sql.Named("until", until.Unix()), sql.Named("now", now.Unix()), sql.Named("limit", most))...)
}

// Explained implements office.Supervision.
func (t tx) Explained(ctx context.Context, numbers []string) (out []string, err error) {
	list, err := json.Marshal(numbers)
	if err != nil {
		return nil, err
	}
	rows, err := t.QueryContext(ctx, `
		SELECT n.value FROM json_each(?) n WHERE EXISTS (SELECT 1 FROM events e
			WHERE e.stream = n.value AND (e.name = ? OR e.name = ? AND json_extract(e.figures, '$.about') <> ''))`,
		string(list), complaint.DelayAnnouncedEvent{}.EventName(), complaint.NotedEvent{}.EventName())
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var number string
		if err := rows.Scan(&number); err != nil {
			return nil, err
		}
		out = append(out, number)
	}
	return out, rows.Err()
}

func (t tx) supervised(ctx context.Context, query string, args ...any) ([]office.OpenDuty, error) {
	rows, err := t.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []office.OpenDuty
	for rows.Next() {
		var o office.OpenDuty
		var severity string
		var d dutyScan
		to := append([]any{&o.Number, &o.Complainant, &o.Subject, &o.Owner, &o.Assessor, &o.Concerned, &severity}, d.to()...)
		if err := rows.Scan(to...); err != nil {
			return nil, err
		}
		o.Severity, o.Duty = complaint.Severity(severity), d.row()
		out = append(out, o)
	}
	return out, rows.Err()
}
