package store

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"slices"
	"strings"
	"time"

	"leermoment/internal/complaint"
	"leermoment/internal/office"
	"leermoment/internal/procedure"
)

// Project implements office.Register. It writes only what differs from what
// stands there: most facts change little of it. The words come last, since SQLite
// brings the index of words to the file before most other changes.
func (t tx) Project(ctx context.Context, rows ...office.Row) error {
	all := make([]wording, 0, len(rows))
	for _, r := range rows {
		w, err := t.projectRow(ctx, r)
		if err != nil {
			return err
		}
		all = append(all, w)
	}
	for _, w := range all {
		if err := t.putWords(ctx, w); err != nil {
			return err
		}
	}
	return nil
}

// wording is what is searched of a complaint, and what was until now.
type wording struct {
	id     int64
	before sql.NullString
	now    string
}

func (t tx) putWords(ctx context.Context, w wording) error {
	switch {
	case !w.before.Valid:
		return t.exec(ctx, `INSERT INTO search (rowid, text) VALUES (?, ?)`, w.id, w.now)
	case w.before.String != w.now:
		return t.exec(ctx, `UPDATE search SET text = ? WHERE rowid = ?`, w.now, w.id)
	}
	return nil
}

func (t tx) projectRow(ctx context.Context, r office.Row) (wording, error) {
	w := wording{now: r.Search}
	kept, id, err := t.projected(ctx, r.Number)
	if err != nil && !errors.Is(err, office.ErrNotFound) {
		return w, err
	}
	there := err == nil
	w.before = sql.NullString{String: kept.Search, Valid: there}
	if w.id, err = t.putComplaint(ctx, id, kept, r, there); err != nil {
		return w, err
	}
	if err := t.putDuties(ctx, w.id, kept.Duties, r.Duties); err != nil {
		return w, err
	}
	if slices.Equal(kept.Measures, r.Measures) {
		return w, nil
	}
	return w, t.putMeasures(ctx, r.Number, r.Measures)
}

// putComplaint gives the complaint's place in the file.
func (t tx) putComplaint(ctx context.Context, id int64, kept, r office.Row, there bool) (int64, error) {
	is := complaintValues(r)
	if !there {
		return t.insert(ctx, `
			INSERT INTO complaints (year, serial, received_at, recorded_at, phase, outcome, step, severity, category, channel, kind, owner,
				concerned, complainant, organisation, email, subject, same_name, same_organisation, same_email, assessor, opens_at, number, seq)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, append(is, r.Number, r.Seq)...)
	}
	if slices.Equal(is, complaintValues(kept)) {
		return id, t.exec(ctx, `UPDATE complaints SET seq = ? WHERE id = ?`, r.Seq, id)
	}
	return id, t.exec(ctx, `
		UPDATE complaints SET year = ?, serial = ?, received_at = ?, recorded_at = ?, phase = ?, outcome = ?, step = ?, severity = ?,
			category = ?, channel = ?, kind = ?, owner = ?, concerned = ?, complainant = ?, organisation = ?, email = ?, subject = ?,
			same_name = ?, same_organisation = ?, same_email = ?, assessor = ?, opens_at = ?, seq = ?
		WHERE id = ?`, append(is, r.Seq, id)...)
}

// complaintValues are what is kept of a complaint besides its number and seq.
func complaintValues(r office.Row) []any {
	return []any{r.Year, r.Serial, r.ReceivedAt.Unix(), r.RecordedAt.Unix(), string(r.Phase), string(r.Outcome), string(r.Step),
		string(r.Severity), r.Category, string(r.Channel), string(r.Kind), r.Owner, r.Concerned, r.Complainant, r.Organisation,
		r.Email, r.Subject, fold(r.Complainant), fold(r.Organisation), foldEmail(r.Email), r.Assessor, unix(opens(r.Duties))}
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
	r, _, err = t.projected(ctx, number)
	return r, err
}

// projected gives a complaint's place in the file too.
func (t tx) projected(ctx context.Context, number string) (r office.Row, id int64, err error) {
	rows, err := t.QueryContext(ctx, `
		SELECT `+rowColumns+`, (SELECT text FROM search WHERE rowid = c.id), c.id FROM complaints c WHERE c.number = ?`, number)
	if err != nil {
		return r, 0, err
	}
	defer rows.Close()
	if !rows.Next() {
		return r, 0, cmp.Or(rows.Err(), office.ErrNotFound)
	}
	var search sql.NullString
	if err := scanRow(rows, &r, &search, &id); err != nil {
		return r, 0, err
	}
	if err := rows.Close(); err != nil {
		return r, 0, err
	}
	r.Search = search.String
	r.Duties, err = t.DutiesOf(ctx, number)
	return r, id, err
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
