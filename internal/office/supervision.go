package office

import (
	"context"
	"maps"
	"slices"
	"time"

	"leermoment/internal/calendar"
	"leermoment/internal/complaint"
	"leermoment/internal/organisation"
	"leermoment/internal/procedure"
)

// Supervision reads the stored duties over all complaints that a viewer sees
// whole.
type Supervision interface {
	// OpenKinds are the ids of the obligations of which a duty is open, or will be.
	OpenKinds(ctx context.Context) ([]string, error)
	// OpenDuties of some kinds stand open: those too late first, the serious before
	// the others. Of each kind it gives those that end first, at most so many; more
	// says that there are others.
	OpenDuties(ctx context.Context, sight Sight, now time.Time, kinds []string, most int) (open []OpenDuty, more bool, err error)
	// Waiting counts what stands open, by what makes it somebody's.
	Waiting(ctx context.Context, sight Sight, now time.Time) ([]Waiting, error)
	// OwnDuties stand open, end within [from, until) and are the viewer's to do: what
	// ends first on top, at most so many.
	OwnDuties(ctx context.Context, sight Sight, from, until, now time.Time, most int) ([]OpenDuty, error)
	// LateDuties ended within [from, until) without having been met in time, at most
	// so many.
	LateDuties(ctx context.Context, sight Sight, from, until, now time.Time, most int) ([]OpenDuty, error)
	// Explained are those of these complaints in which it was ever told why something
	// is late: a delay was announced, or a note was made about an obligation.
	Explained(ctx context.Context, numbers []string) ([]string, error)
}

// MostOfAKind is how many duties of one obligation a list has: those that end
// first. A kind of which there are thousands hides no other.
const MostOfAKind = 500

// Waiting is how much stands open of what the same people owe: Duty says no more
// than whose it is.
type Waiting struct {
	Duty          OpenDuty
	Open, Overdue int
	Oldest        time.Time // since when the first of them stands open
}

// OpenDuty is a duty with the complaint that owes it.
type OpenDuty struct {
	Number, Complainant, Subject string
	Owner, Assessor, Concerned   string
	Severity                     complaint.Severity
	Duty                         DutyRow
}

// Overview answers the three questions of who has to watch over the handling
// (S13): what goes wrong now, for whom does it wait, what was late that month
// and why.
type Overview struct {
	Now   time.Time
	Open  []OpenDuty // too late, or soon due
	More  bool       // of some kind there are more than these MostOfAKind
	Waits []Waits
	Month calendar.Day // its first day
	Late  []LateDuty
}

// Waits is how much waits for one person or role.
type Waits struct {
	Name    string         // of the problem owner, or "" for a role
	Role    procedure.Role // whose holders owe it where Name is ""
	Open    int
	Overdue int
	Oldest  time.Time // since when the first of them stands open
}

// LateDuty is what was too late, with the reason on record, "" for none.
type LateDuty struct {
	OpenDuty
	By  time.Duration // how much too late, so far
	Why string
}

// Supervise gives the overview; month is any day of the month that is asked
// about, the zero Day is last month.
func (o *Office) Supervise(ctx context.Context, v Viewer, month calendar.Day) (out Overview, err error) {
	err = o.look(ctx, v, func(tx Tx, org *organisation.Organisation, v Viewer) error {
		cal := calendar.New(o.set.Zone)
		out = Overview{Now: o.Now()}
		if month.IsZero() {
			today := cal.Day(out.Now)
			month = calendar.Day{Year: today.Year, Month: today.Month, Day: 1}.AddDays(-1)
		}
		out.Month = calendar.Day{Year: month.Year, Month: month.Month, Day: 1}
		sight := sightOf(org, v)
		kinds, err := tx.OpenKinds(ctx)
		if err != nil {
			return err
		}
		open, more, err := tx.OpenDuties(ctx, sight, out.Now, kinds, MostOfAKind)
		if err != nil {
			return err
		}
		waiting, err := tx.Waiting(ctx, sight, out.Now)
		if err != nil {
			return err
		}
		out.More, out.Waits = more, waits(waiting, whoseIn(org))
		for _, d := range open {
			if !d.Duty.DueAt.IsZero() && (out.Now.After(d.Duty.DueAt) || !out.Now.Before(d.Duty.SoonAt)) || d.Severity == complaint.SeriousCase {
				out.Open = append(out.Open, d)
			}
		}
		next := out.Month.AddDays(32)
		until := cal.StartOf(calendar.Day{Year: next.Year, Month: next.Month, Day: 1})
		late, err := tx.LateDuties(ctx, sight, cal.StartOf(out.Month), until, out.Now, MostOfAKind)
		if err != nil {
			return err
		}
		out.More = out.More || len(late) == MostOfAKind
		out.Late, err = o.reasons(ctx, tx, late, out.Now)
		return err
	})
	return out, err
}

// waits counts by whom something is owed; the longest list comes first.
func waits(waiting []Waiting, whose func(OpenDuty) (string, procedure.Role)) []Waits {
	var out []Waits
	for _, d := range waiting {
		var who Waits
		who.Name, who.Role = whose(d.Duty)
		i := slices.IndexFunc(out, func(w Waits) bool { return w.Name == who.Name && w.Role == who.Role })
		if i < 0 {
			out, i = append(out, who), len(out)
		}
		out[i].Open += d.Open
		out[i].Overdue += d.Overdue
		if out[i].Oldest.IsZero() || d.Oldest.Before(out[i].Oldest) {
			out[i].Oldest = d.Oldest
		}
	}
	slices.SortStableFunc(out, func(a, b Waits) int {
		if a.Overdue != b.Overdue {
			return b.Overdue - a.Overdue
		}
		return b.Open - a.Open
	})
	return out
}

// reasons finds why each was late: what somebody explained, else the delay that
// was announced.
func (o *Office) reasons(ctx context.Context, tx Tx, late []OpenDuty, now time.Time) ([]LateDuty, error) {
	out := make([]LateDuty, len(late))
	of := map[string][]int{} // which of them a complaint has
	for i, d := range late {
		end := d.Duty.MetAt
		if end.IsZero() {
			end = now
		}
		out[i] = LateDuty{OpenDuty: d, By: end.Sub(d.Duty.DueAt)}
		of[d.Number] = append(of[d.Number], i)
	}
	explained, err := tx.Explained(ctx, slices.Collect(maps.Keys(of)))
	if err != nil {
		return nil, err
	}
	for _, number := range explained {
		facts, err := passing(ctx, tx, number, complaint.Codec())
		if err != nil {
			return nil, err
		}
		c, err := complaint.Fold(number, facts)
		if err != nil {
			return nil, err
		}
		for _, i := range of[number] {
			out[i].Why = c.WhyLate(late[i].Duty.ID, !late[i].Duty.OriginalDueAt.IsZero())
		}
	}
	return out, nil
}
