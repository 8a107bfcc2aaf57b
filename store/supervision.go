package store

import (
	"context"
	"database/sql"
	"time"

	"leermoment/internal/complaint"
	"leermoment/internal/office"
)

const ofDuties = `
	SELECT c.number, c.complainant, c.subject, c.owner, c.assessor, c.concerned, c.severity, ` + dutyColumns + `
	FROM complaints c JOIN duties d ON d.complaint = c.id
	WHERE d.actionable = 1 AND d.not_applicable = 0 AND ` + readable + ` AND ` + whole

// OpenDuties implements office.Supervision.
func (t tx) OpenDuties(ctx context.Context, sight office.Sight, now time.Time) ([]office.OpenDuty, error) {
	return t.supervised(ctx, ofDuties+`
		AND c.opens_at <= @now AND d.met_at IS NULL AND d.waived = 0 AND d.starts_at <= @now
		ORDER BY d.due_at IS NULL, d.due_at >= @now, c.severity = 'serious' DESC, d.due_at, c.year, c.serial, d.position`,
		append(sightArgs(sight), sql.Named("now", now.Unix()))...)
}

// OwnDuties implements office.Supervision.
func (t tx) OwnDuties(ctx context.Context, sight office.Sight, now time.Time) ([]office.OpenDuty, error) {
	return t.supervised(ctx, ofDuties+` AND `+owed+`
		AND c.opens_at <= @now AND d.met_at IS NULL AND d.waived = 0 AND d.starts_at <= @now AND d.due_at IS NOT NULL
		ORDER BY d.due_at, c.year, c.serial, d.position`,
		append(sightArgs(sight), sql.Named("now", now.Unix()))...)
}

// LateDuties implements office.Supervision.
func (t tx) LateDuties(ctx context.Context, sight office.Sight, from, until, now time.Time) ([]office.OpenDuty, error) {
	return t.supervised(ctx, ofDuties+`
		AND (d.due_at >= @from AND d.due_at < @until AND d.due_at < @now AND (d.met_at > d.due_at OR d.met_at IS NULL AND d.waived = 0)
			OR d.late_for = 1 AND d.met_at >= @from AND d.met_at < @until)
		ORDER BY d.due_at, c.year, c.serial, d.position`,
		append(sightArgs(sight), sql.Named("from", from.Unix()), sql.Named("until", until.Unix()), sql.Named("now", now.Unix()))...)
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
