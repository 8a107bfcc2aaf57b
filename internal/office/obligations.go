package office

import (
	"context"
	"time"

	"leermoment/internal/complaint"
	"leermoment/internal/procedure"
)

// Owed is what one complaint owes at a moment.
type Owed struct {
	Number    string
	Owner     Viewer
	Procedure *procedure.Procedure
	Duties    []DutyView
}

// Obligations are those of one complaint, or of every complaint that the
// viewer may see whole when subject is "". At a moment they are told from the
// facts that had happened by then; the zero moment is now.
func (o *Office) Obligations(ctx context.Context, v Viewer, subject string, at time.Time) (out []Owed, err error) {
	err = o.store.Read(ctx, func(tx Tx) error {
		subjects := []string{subject}
		if subject == "" {
			lines, err := tx.Lines(ctx, Query{View: All, Now: o.Now(), Sight: sightOf(v)})
			if err != nil {
				return err
			}
			subjects = subjects[:0]
			for _, l := range lines {
				if accessTo(v, l.Owner, l.Assessor, l.Concerned) >= accessWhole && !(l.ReceivedAt.After(at) && !at.IsZero()) {
					subjects = append(subjects, l.Number)
				}
			}
		}
		for _, s := range subjects {
			owed, err := o.owed(ctx, tx, v, s, at)
			if err != nil {
				return err
			}
			out = append(out, owed)
		}
		return nil
	})
	return out, err
}

func (o *Office) owed(ctx context.Context, tx Tx, v Viewer, subject string, at time.Time) (Owed, error) {
	l, err := o.load(ctx, tx, v, subject, asOf{happened: at})
	if err != nil {
		return Owed{}, err
	}
	if at.IsZero() {
		at = l.Now
	}
	owner, _ := l.org.Member(l.Complaint.Owner)
	owed := Owed{Number: l.Complaint.Number, Owner: person(owner), Procedure: l.Procedure}
	if l.access() < accessWhole {
		return owed, nil
	}
	for _, d := range l.readable(complaint.Duties(l.Complaint, l.Procedure, l.Calendar)) {
		owed.Duties = append(owed.Duties, DutyView{d, d.Status(at)})
	}
	return owed, nil
}
