package complaint

import (
	"slices"
	"time"

	"leermoment/internal/calendar"
	"leermoment/internal/procedure"
)

// plan reckons the duties of one complaint.
type plan struct {
	c   *Complaint
	p   *procedure.Procedure
	cal calendar.Calendar
}

func (pl *plan) duty(o procedure.Obligation) Duty {
	d := Duty{Obligation: o, LateFor: pl.c.Late[o.ID]}
	d.MetAt = pl.latest(o.MetBy, pl.c.facts)
	pl.start(o, &d)
	if w, ok := pl.c.Waived[o.ID]; ok && d.MetAt.IsZero() {
		d.Waived = &w
	}
	pl.drop(o, &d)
	return d
}

// latest is the moment at which the last of these facts came; zero while one
// is missing or none is asked.
func (pl *plan) latest(facts []procedure.Fact, known map[procedure.Fact]time.Time) time.Time {
	var last time.Time
	for _, f := range facts {
		at, ok := known[f]
		if !ok {
			return time.Time{}
		}
		if at.After(last) {
			last = at
		}
	}
	return last
}

// start sets when the duty starts and ends.
func (pl *plan) start(o procedure.Obligation, d *Duty) {
	if o.Ahead != nil {
		pl.startAhead(o, d)
		return
	}
	starts := o.Starts
	if other, ok := o.StartsAfter[pl.c.Ending]; ok {
		starts = other
	}
	start := pl.latest(starts, pl.conditions(o))
	if start.IsZero() || o.Held && len(pl.c.Holds) > 0 {
		return
	}
	if again := pl.c.ReopenedAt; start.Before(again) && (d.MetAt.IsZero() || d.MetAt.After(again)) && pl.handling(o) {
		start = again // a reopened complaint gets its terms anew
	}
	d.StartsAt = start
	if o.Opens != nil {
		d.StartsAt = pl.opening(start, *o.Opens)
	}
	if o.Due == procedure.DueRuling && !pl.c.Ruling.By.IsZero() {
		d.DueAt = pl.cal.EndOf(pl.c.Ruling.By)
		pl.soon(o, d, start)
		return
	}
	if o.Term == nil || o.Term.Unit == calendar.AtOnce {
		return
	}
	from := start
	switch {
	case o.From == procedure.FromLastFact && pl.c.LastFact.After(start):
		from = pl.c.LastFact
	case o.From == procedure.FromOpening:
		from = d.StartsAt
	}
	d.DueAt, d.Reckoning = pl.cal.Due(from, *o.Term)
	pl.extend(o, d)
	pl.soon(o, d, from)
	pl.stayLate(o, d)
}

// opening is when an obligation opens that long after its start: with the
// beginning of that day; one kept for months (S38) not before its end.
func (pl *plan) opening(start time.Time, after calendar.Term) time.Time {
	at, _ := pl.cal.Due(start, after)
	if after.Unit == calendar.Days || after.Unit == calendar.WorkingDays {
		return pl.cal.StartOf(pl.cal.Day(at))
	}
	return at
}

// conditions are the facts that can start this obligation: those that came,
// and those that a waived obligation would have brought.
func (pl *plan) conditions(o procedure.Obligation) map[procedure.Fact]time.Time {
	if len(pl.c.Waived) == 0 {
		return pl.c.facts
	}
	known := map[procedure.Fact]time.Time{}
	for _, x := range pl.p.Obligations {
		if w, ok := pl.c.Waived[x.ID]; ok && x.ID != o.ID {
			for _, f := range x.MetBy {
				known[f] = w.At
			}
		}
	}
	for f, at := range pl.c.facts {
		// what follows a waived one runs since the waiver, also when it is done after all
		if waived, ok := known[f]; !ok || at.Before(waived) {
			known[f] = at
		}
	}
	return known
}

// startAhead opens a duty before another one's end; both end together (S21).
func (pl *plan) startAhead(o procedure.Obligation, d *Duty) {
	other, ok := pl.p.Obligation(o.Ahead.Of)
	if !ok {
		return
	}
	of := pl.duty(other)
	if of.DueAt.IsZero() {
		return
	}
	d.DueAt = of.DueAt
	d.StartsAt = before(of.DueAt, o.Ahead.Lead)
	pl.soon(o, d, d.StartsAt)
	// a notice in time moved the end, which asks for a notice of its own
	d.MetAt = time.Time{}
	for _, delay := range pl.c.Delays {
		if delay.At.After(d.DueAt) && d.MetAt.IsZero() {
			d.MetAt = delay.At
		}
	}
	if !of.Closed() || !d.MetAt.IsZero() || slices.ContainsFunc(o.Unless, func(f procedure.Fact) bool { return pl.c.has(f) }) {
		return
	}
	if of.MetAt.After(d.DueAt) {
		d.MetAt = of.MetAt // solved too late without a word about it
		return
	}
	if n := len(pl.c.Delays); n > 0 && !of.MetAt.IsZero() {
		d.MetAt = pl.c.Delays[n-1].At // solved before another one was owed
		return
	}
	d.NotApplicable, d.Reason = true, ReasonPassed
	d.StartsAt, d.SoonAt, d.DueAt = time.Time{}, time.Time{}, time.Time{}
}

// extend gives the duty the day that was promised in time (S21).
func (pl *plan) extend(o procedure.Obligation, d *Duty) {
	if !o.Extendable {
		return
	}
	for _, delay := range pl.c.Delays {
		if delay.At.After(d.DueAt) {
			continue // too late is late
		}
		if d.OriginalDueAt.IsZero() {
			d.OriginalDueAt = d.DueAt
		}
		d.DueAt = pl.cal.EndOf(delay.Until)
	}
}

func (pl *plan) soon(o procedure.Obligation, d *Duty, from time.Time) {
	if o.Soon != nil {
		d.SoonAt = before(d.DueAt, *o.Soon)
	} else {
		d.SoonAt = d.DueAt.Add(-d.DueAt.Sub(from) / 4).Truncate(time.Second)
	}
	if d.SoonAt.Before(d.StartsAt) {
		d.SoonAt = d.StartsAt
	}
}

// stayLate keeps what was late under a receipt moment that was corrected
// afterwards: what was too late stays too late.
func (pl *plan) stayLate(o procedure.Obligation, d *Duty) {
	if len(o.Starts) != 1 || o.Starts[0] != procedure.Received {
		return
	}
	for _, r := range pl.c.Receipts {
		due, _ := pl.cal.Due(r.At, *o.Term)
		until := r.Until
		if !d.MetAt.IsZero() && d.MetAt.Before(until) {
			until = d.MetAt
		}
		if until.After(due) {
			d.LateFor = true
		}
	}
}

// drop marks what cannot come any more.
func (pl *plan) drop(o procedure.Obligation, d *Duty) {
	if !d.MetAt.IsZero() || d.NotApplicable {
		return
	}
	for _, f := range o.Unless {
		if pl.c.has(f) {
			d.NotApplicable, d.Reason, d.ReasonFact = true, ReasonUnless, f
			return
		}
	}
	if e := pl.c.Ending; (e == procedure.Withdrawn || e == procedure.NoComplaint) && !slices.Contains(o.Endings, e) {
		d.NotApplicable, d.Reason = true, ReasonEnding
		return
	}
	if over := pl.over(o); over && (d.StartsAt.IsZero() || len(o.MetBy) == 0) {
		d.NotApplicable, d.Reason = true, ReasonPassed
	}
}

// over says whether the phase of the obligation's step is behind the complaint.
func (pl *plan) over(o procedure.Obligation) bool {
	step, _ := pl.p.Step(o.Step)
	if !o.Gate && len(o.MetBy) > 0 && o.Ahead == nil {
		return false // it outlives its phase
	}
	switch step.Phase {
	case procedure.Handling:
		return pl.c.has(procedure.Settled)
	default:
		return pl.c.has(procedure.CaseCompleted)
	}
}

func (pl *plan) handling(o procedure.Obligation) bool {
	step, _ := pl.p.Step(o.Step)
	return step.Phase == procedure.Handling
}

// before is that long before an end.
func before(end time.Time, t calendar.Term) time.Time {
	switch t.Unit {
	case calendar.Hours:
		return end.Add(-time.Duration(t.Count) * time.Hour)
	case calendar.Months:
		return end.AddDate(0, -t.Count, 0)
	default:
		return end.AddDate(0, 0, -t.Count)
	}
}
