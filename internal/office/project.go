package office

import (
	"context"
	"strconv"
	"strings"

	"leermoment/internal/calendar"
	"leermoment/internal/complaint"
	"leermoment/internal/procedure"
)

// project brings the read model of one complaint up to date.
func (o *Office) project(ctx context.Context, tx Tx, number string) error {
	row, err := o.row(ctx, tx, number)
	if err != nil {
		return err
	}
	return tx.Project(ctx, row)
}

// row is a complaint as its facts have it.
func (o *Office) row(ctx context.Context, tx Tx, number string) (Row, error) {
	facts, err := o.facts(ctx, tx, number, complaint.Codec())
	if err != nil {
		return Row{}, err
	}
	c, err := complaint.Fold(number, facts)
	if err != nil {
		return Row{}, err
	}
	p, err := o.procedure(ctx, tx, c.Procedure)
	if err != nil {
		return Row{}, err
	}
	return rowOf(c, p, calendar.New(o.set.Zone, c.Closed...)), nil
}

// together is how many complaints are projected, or told of, in one go where all are.
const together = 500

// Rebuild makes all read models anew from the log.
func (o *Office) Rebuild(ctx context.Context) error {
	return o.store.Write(ctx, func(tx Tx) error {
		if err := tx.Forget(ctx); err != nil {
			return err
		}
		streams, err := tx.Streams(ctx)
		if err != nil {
			return err
		}
		var rows []Row
		for _, s := range streams {
			if _, _, ok := parseNumber(s); !ok {
				if err := o.projectPaper(ctx, tx, s); err != nil {
					return err
				}
				continue
			}
			row, err := o.row(ctx, tx, s)
			if err != nil {
				return err
			}
			if rows = append(rows, row); len(rows) < together {
				continue
			}
			if err := tx.Project(ctx, rows...); err != nil {
				return err
			}
			rows = rows[:0]
		}
		return tx.Project(ctx, rows...)
	})
}

// parseNumber reads 2026-001.
func parseNumber(s string) (year, serial int, ok bool) {
	y, n, found := strings.Cut(s, "-")
	year, err1 := strconv.Atoi(y)
	serial, err2 := strconv.Atoi(n)
	return year, serial, found && err1 == nil && err2 == nil && len(y) == 4 && serial > 0
}

// rowOf is a complaint as the register shows it.
func rowOf(c *complaint.Complaint, p *procedure.Procedure, cal calendar.Calendar) Row {
	duties := complaint.Duties(c, p, cal)
	row := Row{
		Number: c.Number, Seq: c.Seq, ReceivedAt: c.ReceivedAt, RecordedAt: c.RecordedAt,
		Phase: c.Phase, Outcome: c.Outcome(), Step: stepOf(c, p, duties), Severity: c.Severity(),
		Category: c.Form.Category, Channel: c.Form.Channel, Kind: c.Form.ComplainantKind,
		Owner: c.Owner, Assessor: c.Assessor, Concerned: concernedLogin(c), Complainant: c.Form.ComplainantName,
		Organisation: c.Form.Organisation, Email: c.Form.Email, Subject: c.Form.Subject, Search: searchText(c),
	}
	row.Year, row.Serial, _ = parseNumber(c.Number)
	for _, m := range c.Measures {
		row.Measures = append(row.Measures, m.ID)
	}
	for i, d := range duties {
		if d.Obligation.OwedBy != procedure.MeasureOwner { // that belongs to the measure
			row.Duties = append(row.Duties, dutyRow(i, d))
		}
	}
	return row
}

func dutyRow(position int, d complaint.Duty) DutyRow {
	return DutyRow{
		Position: position, ID: d.Obligation.ID, Step: d.Obligation.Step, OwedBy: d.Obligation.OwedBy,
		StartsAt: d.StartsAt, SoonAt: d.SoonAt, DueAt: d.DueAt, OriginalDueAt: d.OriginalDueAt, MetAt: d.MetAt,
		LateFor: d.LateFor, NotApplicable: d.NotApplicable, Waived: d.Waived != nil,
		Personnel: d.Obligation.Personnel(), Actionable: len(d.Obligation.MetBy) > 0,
	}
}

// stepOf is the step at which a complaint stands: that of the first obligation
// of its phase that still has to be closed; where none is left, the last one.
func stepOf(c *complaint.Complaint, p *procedure.Procedure, duties []complaint.Duty) procedure.StepID {
	for _, d := range duties {
		step, _ := p.Step(d.Obligation.Step)
		if step.Phase == c.Phase && d.Obligation.Gate && !d.Closed() && !d.StartsAt.IsZero() {
			return step.ID
		}
	}
	return p.Steps[len(p.Steps)-1].ID
}

// searchText is all that search looks in: number, names, organisation, subject,
// text, notes. What only director and owner may read is not in it.
func searchText(c *complaint.Complaint) string {
	f := c.Form
	parts := []string{c.Number, f.ComplainantName, f.Organisation, f.Email, f.Subject, f.Description,
		f.RemedySought, f.Course, f.Client, f.PersonConcerned}
	for _, s := range c.Statements {
		parts = append(parts, s.Who, s.Text)
	}
	parts = append(parts, c.Resolution.Proposal, c.Lesson)
	return strings.Join(append(parts, c.Notes...), "\n")
}
