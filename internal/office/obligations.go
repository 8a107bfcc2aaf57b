package office

import (
	"context"
	"fmt"
	"time"

	"leermoment/internal/complaint"
	"leermoment/internal/organisation"
	"leermoment/internal/procedure"
)

// Owed is what one complaint owes at a moment.
type Owed struct {
	Number    string
	Owner     Viewer
	Procedure *procedure.Procedure
	Duties    []DutyView
}

// Obligations tells those of one complaint (a measure's are those of its
// complaint) or of an expert's file, or of every complaint that the
// viewer may see whole when subject is "", one after the other. At a moment they are
// told from the facts that had happened by then; the zero moment is now.
func (o *Office) Obligations(ctx context.Context, v Viewer, subject string, at time.Time, tell func(Owed) error) error {
	return o.look(ctx, v, func(tx Tx, org *organisation.Organisation, v Viewer) error {
		one := func(subject string) error {
			owed, err := o.owed(ctx, tx, v, subject, at)
			if err != nil {
				return err
			}
			return tell(owed)
		}
		if subject != "" {
			return one(subject)
		}
		q := Query{View: All, Now: o.Now(), Sight: sightOf(org, v), Limit: together}
		for {
			lines, more, err := pageOf(ctx, tx, q)
			if err != nil {
				return err
			}
			for _, l := range lines {
				if accessTo(v, l.Owner, l.Assessor, l.Concerned) < accessWhole || l.ReceivedAt.After(at) && !at.IsZero() {
					continue
				}
				if err := one(l.Number); err != nil {
					return err
				}
			}
			if !more {
				return nil
			}
			q.After, q.Offset = &lines[len(lines)-1], q.Offset+len(lines)
		}
	})
}

func (o *Office) owed(ctx context.Context, tx Tx, v Viewer, subject string, at time.Time) (Owed, error) {
	l, err := o.load(ctx, tx, v, subject, asOf{happened: at})
	if err != nil {
		return Owed{}, err
	}
	if at.IsZero() {
		at = l.Now
	}
	owed := Owed{Number: subject, Procedure: l.Procedure}
	var duties []complaint.Duty
	switch {
	case l.Expert != nil:
		duties = l.Expert.Duties(l.Procedure, l.Calendar)
	case l.Complaint == nil:
		return owed, fmt.Errorf("%w: %s", ErrNotFound, subject)
	case l.access >= accessWhole:
		owner, _ := l.org.Member(l.Complaint.Owner)
		owed.Number, owed.Owner = l.Complaint.Number, person(owner)
		duties = l.readable(complaint.Duties(l.Complaint, l.Procedure, l.Calendar))
	}
	for _, d := range duties {
		owed.Duties = append(owed.Duties, DutyView{d, d.Status(at)})
	}
	return owed, nil
}
