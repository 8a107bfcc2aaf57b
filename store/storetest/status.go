package storetest

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"leermoment/internal/complaint"
	"leermoment/internal/office"
	"leermoment/internal/procedure"
)

// statusAgrees draws a duty and a moment, and asks both the pure function and
// the list. The moments are few and close together, so that equal ones are
// drawn often.
func statusAgrees(t *testing.T, s office.Store) {
	rapid.Check(t, func(t *rapid.T) {
		d := anyDuty(t)
		at := anyMoment(t, "now", false)
		actionable := rapid.Bool().Draw(t, "actionable")
		if actionable {
			d.Obligation.MetBy = []procedure.Fact{procedure.Assessed}
		}
		project(t, s, row(1, with(stored(d, actionable))))

		line := lines(t, s, office.Query{View: office.All, Now: at})[0]
		_, next := complaint.NextDuty([]complaint.Duty{d}, at)
		same(t, next, line.Next.ID != "")
		same(t, d.Status(at) == complaint.Overdue, line.Overdue)
		same(t, d.IsOpen(at) && !d.DueAt.IsZero(), !line.Due.IsZero())

		inTodo := numbers(t, s, office.Query{View: office.Todo, Now: at, Sight: holding("p1", "director")})
		same(t, next, len(inTodo) == 1)
		late := numbers(t, s, office.Query{View: office.OverdueView, Now: at})
		same(t, d.Status(at) == complaint.Overdue, len(late) == 1)
	})
}

func anyDuty(t *rapid.T) complaint.Duty {
	d := complaint.Duty{
		Obligation: procedure.Obligation{ID: "any", OwedBy: procedure.Director},
		StartsAt:   anyMoment(t, "starts", true), SoonAt: anyMoment(t, "soon", true), DueAt: anyMoment(t, "due", true),
		OriginalDueAt: anyMoment(t, "original", true), NotApplicable: rapid.IntRange(0, 5).Draw(t, "not applicable") == 0,
		LateFor: rapid.Bool().Draw(t, "late for"),
	}
	if rapid.IntRange(0, 3).Draw(t, "met") == 0 {
		d.MetAt = anyMoment(t, "met at", false)
	}
	if rapid.IntRange(0, 5).Draw(t, "waived") == 0 {
		d.Waived = &complaint.Waiver{}
	}
	return d
}

func anyMoment(t *rapid.T, label string, orNone bool) time.Time {
	seconds := rapid.IntRange(-4, 4).Draw(t, label)
	if orNone && seconds == -4 {
		return time.Time{}
	}
	return now.Add(time.Duration(seconds) * time.Second)
}

func stored(d complaint.Duty, actionable bool) office.DutyRow {
	return office.DutyRow{ID: d.Obligation.ID, OwedBy: d.Obligation.OwedBy, StartsAt: d.StartsAt, SoonAt: d.SoonAt, DueAt: d.DueAt,
		OriginalDueAt: d.OriginalDueAt, MetAt: d.MetAt, LateFor: d.LateFor, NotApplicable: d.NotApplicable, Waived: d.Waived != nil,
		Actionable: actionable}
}
