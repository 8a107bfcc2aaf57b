package store

import (
	"cmp"
	"context"
	"database/sql"
	"strings"
	"time"

	"leermoment/internal/complaint"
	"leermoment/internal/office"
	"leermoment/internal/procedure"
)

// Project implements office.Register.
func (t tx) Project(ctx context.Context, r office.Row) error {
	id, err := t.putComplaint(ctx, r)
	if err != nil {
		return err
	}
	if err := t.putDuties(ctx, id, r.Duties); err != nil {
		return err
	}
	if err := t.putMeasures(ctx, r.Number, r.Measures); err != nil {
		return err
	}
	return t.putSearch(ctx, id, r.Search)
}

func (t tx) putComplaint(ctx context.Context, r office.Row) (id int64, err error) {
	err = t.scan(ctx, []any{&id}, `
		INSERT INTO complaints (number, year, serial, seq, received_at, recorded_at, phase, outcome, step, severity, category,
			channel, kind, owner, concerned, complainant, organisation, email, subject, same_name, same_organisation, same_email, assessor)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (number) DO UPDATE SET
			year = excluded.year, serial = excluded.serial, seq = excluded.seq, received_at = excluded.received_at,
			recorded_at = excluded.recorded_at, phase = excluded.phase, outcome = excluded.outcome, step = excluded.step,
			severity = excluded.severity, category = excluded.category, channel = excluded.channel, kind = excluded.kind,
			owner = excluded.owner, concerned = excluded.concerned, complainant = excluded.complainant,
			organisation = excluded.organisation, email = excluded.email, subject = excluded.subject,
			same_name = excluded.same_name, same_organisation = excluded.same_organisation, same_email = excluded.same_email, assessor = excluded.assessor
		RETURNING id`,
		r.Number, r.Year, r.Serial, r.Seq, r.ReceivedAt.Unix(), r.RecordedAt.Unix(), string(r.Phase), string(r.Outcome),
		string(r.Step), string(r.Severity), r.Category, string(r.Channel), string(r.Kind), r.Owner, r.Concerned,
		r.Complainant, r.Organisation, r.Email, r.Subject, fold(r.Complainant), fold(r.Organisation), foldEmail(r.Email), r.Assessor)
	return id, err
}

// Forget implements office.Register.
func (t tx) Forget(ctx context.Context) error {
	for _, sql := range []string{`DELETE FROM search`, `DELETE FROM measures`, `DELETE FROM measure_states`, `DELETE FROM notices`, `DELETE FROM exclusions`, `DELETE FROM experts`, `DELETE FROM complaints`} {
		if err := t.exec(ctx, sql); err != nil {
			return err
		}
	}
	return nil
}

// Projected implements office.Register.
func (t tx) Projected(ctx context.Context, number string) (r office.Row, err error) {
	rows, err := t.QueryContext(ctx, `
		SELECT `+rowColumns+`, (SELECT text FROM search WHERE rowid = c.id) FROM complaints c WHERE c.number = ?`, number)
	if err != nil {
		return r, err
	}
	defer rows.Close()
	if !rows.Next() {
		return r, cmp.Or(rows.Err(), office.ErrNotFound)
	}
	var search sql.NullString
	if err := scanRow(rows, &r, &search); err != nil {
		return r, err
	}
	if err := rows.Close(); err != nil {
		return r, err
	}
	r.Search = search.String
	r.Duties, err = t.DutiesOf(ctx, number)
	return r, err
}

// rowColumns are the columns that scanRow reads.
const rowColumns = `c.number, c.year, c.serial, c.seq, c.received_at, c.recorded_at, c.phase, c.outcome, c.step, c.severity,
	c.category, c.channel, c.kind, c.owner, c.concerned, c.complainant, c.organisation, c.email, c.subject, c.assessor,
	(SELECT group_concat(m.measure, ' '` + inOrder + ` FROM measures m WHERE m.complaint = c.number)`

// scanRow reads rowColumns and what comes after them.
func scanRow(rows *sql.Rows, r *office.Row, more ...any) error {
	var received, recorded int64
	var phase, outcome, step, severity, channel, kind string
	var measures sql.NullString
	to := append([]any{&r.Number, &r.Year, &r.Serial, &r.Seq, &received, &recorded, &phase, &outcome, &step, &severity,
		&r.Category, &channel, &kind, &r.Owner, &r.Concerned, &r.Complainant, &r.Organisation, &r.Email, &r.Subject, &r.Assessor, &measures}, more...)
	if err := rows.Scan(to...); err != nil {
		return err
	}
	r.ReceivedAt, r.RecordedAt = time.Unix(received, 0).UTC(), time.Unix(recorded, 0).UTC()
	r.Phase, r.Outcome, r.Step = procedure.Phase(phase), procedure.Ending(outcome), procedure.StepID(step)
	r.Severity, r.Channel, r.Kind = complaint.Severity(severity), complaint.Channel(channel), complaint.Kind(kind)
	if measures.Valid {
		r.Measures = strings.Fields(measures.String)
	}
	return nil
}
