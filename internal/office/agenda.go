package office

import (
	"context"
	"slices"
	"time"

	"leermoment/internal/calendar"
	"leermoment/internal/organisation"
	"leermoment/internal/procedure"
)

// AgendaLine is one thing that is owed, with whose it is: the name of a member
// of staff or, where Name is "", whoever holds the role. Of an improvement
// (S39) Measure is its number and Subject what has to be done; its Duty has
// only an end.
type AgendaLine struct {
	OpenDuty
	Measure string
	Name    string
	Role    procedure.Role
	Overdue bool
}

// Agenda is everything that is owed in what the viewer sees whole, and the
// improvements that he may see: what has to be done first on top, what has no
// term last. Of each obligation it has what ends first, MostOfAKind; more says that
// there is more.
func (o *Office) Agenda(ctx context.Context, v Viewer) (out []AgendaLine, more bool, now time.Time, err error) {
	now = o.Now()
	cal := calendar.New(o.set.Zone)
	err = o.look(ctx, v, func(tx Tx, org *organisation.Organisation, v Viewer) error {
		kinds, err := tx.OpenKinds(ctx)
		if err != nil {
			return err
		}
		open, others, err := tx.OpenDuties(ctx, sightOf(org, v), now, kinds, MostOfAKind)
		if err != nil {
			return err
		}
		more = others
		whose := whoseIn(org)
		for _, d := range open {
			name, role := whose(d)
			out = append(out, AgendaLine{OpenDuty: d, Name: name, Role: role, Overdue: !d.Duty.DueAt.IsZero() && now.After(d.Duty.DueAt)})
		}
		measures, err := tx.Measures(ctx, sightOf(org, v), MostOfAKind, 0)
		if err != nil {
			return err
		}
		more = more || len(measures) == MostOfAKind
		for _, m := range measures {
			day, err := calendar.ParseDay(m.Day)
			if err != nil {
				return err
			}
			owner, _ := org.Member(m.Owner)
			due := cal.EndOf(day)
			out = append(out, AgendaLine{OpenDuty: OpenDuty{Number: m.Complaint, Subject: m.What, Owner: m.Owner, Duty: DutyRow{DueAt: due}},
				Measure: m.ID, Name: owner.Name, Overdue: now.After(due)})
		}
		return nil
	})
	slices.SortStableFunc(out, func(a, b AgendaLine) int { return byEnd(a.Duty.DueAt, b.Duty.DueAt) })
	return out, more, now, err
}

// byEnd puts what ends first on top, and what has no end last.
func byEnd(a, b time.Time) int {
	switch {
	case a.IsZero() && b.IsZero():
		return 0
	case a.IsZero():
		return 1
	case b.IsZero():
		return -1
	}
	return a.Compare(b)
}

// whoseIn says whose a duty is: an owner by name, who acts as the director too,
// others by their role; what the only office manager would do in a complaint
// about himself is the director's.
func whoseIn(org *organisation.Organisation) func(OpenDuty) (name string, role procedure.Role) {
	names, manager := map[string]string{}, loneManager(org)
	for _, m := range org.Staff {
		names[m.ID] = m.Name
	}
	return func(d OpenDuty) (string, procedure.Role) {
		switch by := d.Duty.OwedBy; {
		case by == procedure.Owner && d.Owner != "":
			return names[d.Owner], ""
		case by == procedure.Director && d.Assessor != "":
			return names[d.Assessor], ""
		case by == procedure.OfficeManager && d.Concerned != "" && d.Concerned == manager:
			return "", procedure.Director
		default:
			return "", by
		}
	}
}
