package complaint

import (
	"slices"
	"time"

	"leermoment/internal/calendar"
	"leermoment/internal/procedure"
)

// Status is how an obligation stands at a moment.
type Status string

// The statuses of obligations.
const (
	Waiting       Status = "waiting"        // its condition has not come
	NotApplicable Status = "not-applicable" // cannot come any more, or not possible
	Open          Status = "open"
	DueSoon       Status = "due-soon"
	Overdue       Status = "overdue"
	Extended      Status = "extended" // a delay announced in time runs
	Met           Status = "met"
	MetLate       Status = "met-late"
	WaivedStatus  Status = "waived"
)

// Reason is why an obligation is not applicable, as a catalogue key.
type Reason string

// Why an obligation does not apply.
const (
	ReasonUnless Reason = "unless" // a fact excludes it
	ReasonEnding Reason = "ending" // the complaint ended in a way that drops it
	ReasonPassed Reason = "passed" // its phase is over without its condition
)

// Duty is an obligation as one complaint has it: the moments that, compared
// with now, give its status. Zero moments mean "none". It holds no status, so
// that lists need no rewriting as time passes.
type Duty struct {
	Obligation    procedure.Obligation
	StartsAt      time.Time
	SoonAt        time.Time
	DueAt         time.Time
	OriginalDueAt time.Time // before an announced delay; zero: never extended
	MetAt         time.Time
	Waived        *Waiver
	NotApplicable bool
	Reason        Reason
	ReasonFact    procedure.Fact // with ReasonUnless
	LateFor       bool           // late under a receipt moment that was corrected afterwards
	Reckoning     []calendar.Step
}

// Closed says that nothing is owed any more.
func (d Duty) Closed() bool { return d.NotApplicable || d.Waived != nil || !d.MetAt.IsZero() }

// Status compares the duty's moments with now.
func (d Duty) Status(now time.Time) Status {
	switch {
	case d.NotApplicable:
		return NotApplicable
	case !d.MetAt.IsZero():
		if d.LateFor || !d.DueAt.IsZero() && d.MetAt.After(d.DueAt) {
			return MetLate
		}
		return Met
	case d.Waived != nil:
		return WaivedStatus
	case d.StartsAt.IsZero() || now.Before(d.StartsAt):
		return Waiting
	case d.DueAt.IsZero():
		return Open
	case now.After(d.DueAt):
		return Overdue
	case !d.OriginalDueAt.IsZero():
		return Extended
	case !d.SoonAt.IsZero() && !now.Before(d.SoonAt):
		return DueSoon
	}
	return Open
}

// IsOpen says whether somebody has to do something about it at this moment.
func (d Duty) IsOpen(now time.Time) bool {
	switch d.Status(now) {
	case Open, DueSoon, Overdue, Extended:
		return true
	}
	return false
}

// Duties computes what the complaint owes, in the procedure's order, from its
// facts, the procedure and the calendar alone.
func Duties(c *Complaint, p *procedure.Procedure, cal calendar.Calendar) []Duty {
	out := make([]Duty, len(p.Obligations))
	pl := plan{c, p, cal}
	for i, o := range p.Obligations {
		out[i] = pl.duty(o)
	}
	return out
}

// NextDuty is the first open duty in the procedure's order: "Nu te doen". The
// register asks its stored moments the same question; a test holds the two equal.
func NextDuty(duties []Duty, now time.Time) (Duty, bool) {
	i := slices.IndexFunc(duties, func(d Duty) bool { return d.IsOpen(now) && len(d.Obligation.MetBy) > 0 })
	if i < 0 {
		return Duty{}, false
	}
	return duties[i], true
}

// FirstDue is the obligation of a complaint received at this moment that ends
// first (S09), with its end; false where none has a term.
func FirstDue(p *procedure.Procedure, cal calendar.Calendar, received time.Time) (first procedure.Obligation, due time.Time, ok bool) {
	for _, o := range p.Obligations {
		if o.Term == nil || o.Term.Unit == calendar.AtOnce || !slices.Equal(o.Starts, []procedure.Fact{procedure.Received}) {
			continue
		}
		if at, _ := cal.Due(received, *o.Term); !ok || at.Before(due) {
			first, due, ok = o, at, true
		}
	}
	return first, due, ok
}
