package store

import (
	"context"
	"database/sql"
	"slices"
	"time"

	"leermoment/internal/office"
	"leermoment/internal/procedure"
)

// putDuties writes the duties of a complaint that differ from those that stand
// there, and takes away those that are no more.
func (t tx) putDuties(ctx context.Context, complaint int64, kept, duties []office.DutyRow) error {
	stand := map[int][]any{}
	for _, d := range kept {
		stand[d.Position] = dutyValues(d)
	}
	for _, d := range duties {
		is := dutyValues(d)
		if slices.Equal(is, stand[d.Position]) {
			delete(stand, d.Position)
			continue
		}
		delete(stand, d.Position)
		err := t.exec(ctx, `
		INSERT INTO duties (obligation, step, owed_by, starts_at, soon_at, due_at, original_due_at, met_at,
			late_for, not_applicable, waived, actionable, personnel, complaint, position)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (complaint, position) DO UPDATE SET obligation = excluded.obligation, step = excluded.step, owed_by = excluded.owed_by,
			starts_at = excluded.starts_at, soon_at = excluded.soon_at, due_at = excluded.due_at, original_due_at = excluded.original_due_at,
			met_at = excluded.met_at, late_for = excluded.late_for, not_applicable = excluded.not_applicable, waived = excluded.waived,
			actionable = excluded.actionable, personnel = excluded.personnel`, append(is, complaint, d.Position)...)
		if err != nil {
			return err
		}
	}
	for position := range stand {
		if err := t.exec(ctx, `DELETE FROM duties WHERE complaint = ? AND position = ?`, complaint, position); err != nil {
			return err
		}
	}
	return nil
}

// opens is the first start of a duty that nothing has closed; zero where there is none.
func opens(duties []office.DutyRow) (first time.Time) {
	for _, d := range duties {
		if d.StartsAt.IsZero() || !d.MetAt.IsZero() || d.NotApplicable || d.Waived {
			continue
		}
		if first.IsZero() || d.StartsAt.Before(first) {
			first = d.StartsAt
		}
	}
	return first
}

// dutyValues are what is kept of a duty besides its place.
func dutyValues(d office.DutyRow) []any {
	return []any{d.ID, string(d.Step), string(d.OwedBy), unix(d.StartsAt), unix(d.SoonAt), unix(d.DueAt), unix(d.OriginalDueAt),
		unix(d.MetAt), d.LateFor, d.NotApplicable, d.Waived, d.Actionable, d.Personnel}
}

// dutyColumns are the columns that dutyScan reads.
const dutyColumns = `d.position, d.obligation, d.step, d.owed_by, d.starts_at, d.soon_at, d.due_at, d.original_due_at, d.met_at,
	d.late_for, d.not_applicable, d.waived, d.actionable, d.personnel`

// nextColumns are the same of the duty that is next.
const nextColumns = `n.position, n.obligation, n.step, n.owed_by, n.starts_at, n.soon_at, n.due_at, n.original_due_at, n.met_at,
	n.late_for, n.not_applicable, n.waived, n.actionable, n.personnel`

// dutyScan reads a duty that may not be there.
type dutyScan struct {
	position                                sql.NullInt64
	id, step, owedBy                        sql.NullString
	starts, soon, due, original, met        sql.NullInt64
	late, notApplicable, waived, actionable sql.NullBool
	personnel                               sql.NullBool
}

func (d *dutyScan) to() []any {
	return []any{&d.position, &d.id, &d.step, &d.owedBy, &d.starts, &d.soon, &d.due, &d.original, &d.met,
		&d.late, &d.notApplicable, &d.waived, &d.actionable, &d.personnel}
}

func (d *dutyScan) row() office.DutyRow {
	return office.DutyRow{
		Position: int(d.position.Int64), ID: d.id.String, Step: procedure.StepID(d.step.String), OwedBy: procedure.Role(d.owedBy.String),
		StartsAt: moment(d.starts), SoonAt: moment(d.soon), DueAt: moment(d.due), OriginalDueAt: moment(d.original), MetAt: moment(d.met),
		LateFor: d.late.Bool, NotApplicable: d.notApplicable.Bool, Waived: d.waived.Bool, Actionable: d.actionable.Bool, Personnel: d.personnel.Bool,
	}
}

// DutiesOf implements office.Register.
func (t tx) DutiesOf(ctx context.Context, number string) ([]office.DutyRow, error) {
	rows, err := t.QueryContext(ctx, `
		SELECT `+dutyColumns+` FROM duties d JOIN complaints c ON c.id = d.complaint
		WHERE c.number = ? ORDER BY d.position`, number)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []office.DutyRow
	for rows.Next() {
		var d dutyScan
		if err := rows.Scan(d.to()...); err != nil {
			return nil, err
		}
		out = append(out, d.row())
	}
	return out, rows.Err()
}
