package store

import (
	"context"
	"database/sql"
	"errors"
	"strings"
	"time"
	"unicode"

	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"

	"leermoment/internal/complaint"
	"leermoment/internal/office"
	"leermoment/internal/procedure"
)

// Project implements office.Register.
func (t tx) Project(ctx context.Context, r office.Row) error {
	if err := t.drop(ctx, r.Number); err != nil {
		return err
	}
	res, err := t.ExecContext(ctx, `
		INSERT INTO complaints (number, year, serial, seq, received_at, recorded_at, phase, outcome, step, severity, category,
			channel, kind, owner, concerned, complainant, organisation, email, subject, same_name, same_organisation, same_email)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		r.Number, r.Year, r.Serial, r.Seq, r.ReceivedAt.Unix(), r.RecordedAt.Unix(), string(r.Phase), string(r.Outcome),
		string(r.Step), string(r.Severity), r.Category, string(r.Channel), string(r.Kind), r.Owner, r.Concerned,
		r.Complainant, r.Organisation, r.Email, r.Subject, fold(r.Complainant), fold(r.Organisation), fold(r.Email))
	if err != nil {
		return err
	}
	id, err := res.LastInsertId()
	if err != nil {
		return err
	}
	for _, d := range r.Duties {
		if err := t.putDuty(ctx, id, d); err != nil {
			return err
		}
	}
	for _, m := range r.Measures {
		if _, err := t.ExecContext(ctx, `INSERT INTO measures (measure, complaint) VALUES (?, ?) ON CONFLICT DO NOTHING`, m, r.Number); err != nil {
			return err
		}
	}
	_, err = t.ExecContext(ctx, `INSERT INTO search (rowid, text) VALUES (?, ?)`, id, r.Search)
	return err
}

// drop takes a complaint out of the read model.
func (t tx) drop(ctx context.Context, number string) error {
	var id int64
	err := t.QueryRowContext(ctx, `SELECT id FROM complaints WHERE number = ?`, number).Scan(&id)
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	if err != nil {
		return err
	}
	if _, err := t.ExecContext(ctx, `DELETE FROM search WHERE rowid = ?`, id); err != nil {
		return err
	}
	_, err = t.ExecContext(ctx, `DELETE FROM complaints WHERE id = ?`, id)
	return err
}

// Forget implements office.Register.
func (t tx) Forget(ctx context.Context) error {
	for _, sql := range []string{`DELETE FROM search`, `DELETE FROM measures`, `DELETE FROM complaints`} {
		if _, err := t.ExecContext(ctx, sql); err != nil {
			return err
		}
	}
	return nil
}

// MeasureHome implements office.Register.
func (t tx) MeasureHome(ctx context.Context, measure string) (number string, err error) {
	err = t.QueryRowContext(ctx, `SELECT complaint FROM measures WHERE measure = ?`, measure).Scan(&number)
	return number, notFound(err)
}

// fold makes names that are alike the same: without case, accents and
// surplus spaces.
func fold(s string) string {
	marks := runes.Remove(runes.In(unicode.Mn))
	folded, _, err := transform.String(transform.Chain(norm.NFD, marks, norm.NFC), s)
	if err != nil {
		folded = s
	}
	return strings.Join(strings.Fields(strings.ToLower(folded)), " ")
}

// rowColumns are the columns that scanRow reads.
const rowColumns = `c.number, c.year, c.serial, c.seq, c.received_at, c.recorded_at, c.phase, c.outcome, c.step, c.severity,
	c.category, c.channel, c.kind, c.owner, c.concerned, c.complainant, c.organisation, c.email, c.subject`

// scanRow reads rowColumns and what comes after them.
func scanRow(rows *sql.Rows, r *office.Row, more ...any) error {
	var received, recorded int64
	var phase, outcome, step, severity, channel, kind string
	to := append([]any{&r.Number, &r.Year, &r.Serial, &r.Seq, &received, &recorded, &phase, &outcome, &step, &severity,
		&r.Category, &channel, &kind, &r.Owner, &r.Concerned, &r.Complainant, &r.Organisation, &r.Email, &r.Subject}, more...)
	if err := rows.Scan(to...); err != nil {
		return err
	}
	r.ReceivedAt, r.RecordedAt = time.Unix(received, 0).UTC(), time.Unix(recorded, 0).UTC()
	r.Phase, r.Outcome, r.Step = procedure.Phase(phase), procedure.Ending(outcome), procedure.StepID(step)
	r.Severity, r.Channel, r.Kind = complaint.Severity(severity), complaint.Channel(channel), complaint.Kind(kind)
	return nil
}

// Earlier implements office.Register.
func (t tx) Earlier(ctx context.Context, who office.Same, sight office.Sight, limit int) ([]office.Row, error) {
	rows, err := t.QueryContext(ctx, `
		SELECT `+rowColumns+` FROM complaints c
		WHERE ((@name <> '' AND c.same_name = @name) OR (@organisation <> '' AND c.same_organisation = @organisation)
			OR (@email <> '' AND c.same_email = @email))
		AND c.number <> @except AND `+whole+`
		ORDER BY c.year DESC, c.serial DESC LIMIT @limit`,
		append(sightArgs(sight), sql.Named("name", fold(who.Name)), sql.Named("organisation", fold(who.Organisation)),
			sql.Named("email", fold(who.Email)), sql.Named("except", who.Except), sql.Named("limit", limit))...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []office.Row
	for rows.Next() {
		var r office.Row
		if err := scanRow(rows, &r); err != nil {
			return nil, err
		}
		out = append(out, r)
	}
	return out, rows.Err()
}
