package calendar

import "time"

// StepKind is what happens in one step of a reckoning.
type StepKind string

// The steps of a reckoning.
const (
	StepStart          StepKind = "start"
	StepAddHours       StepKind = "add-hours"
	StepAddDays        StepKind = "add-days"
	StepAddWorkingDays StepKind = "add-working-days"
	StepAddMonths      StepKind = "add-months"
	StepClamped        StepKind = "clamped"          // the month has no such day
	StepClockChange    StepKind = "clock-change"     // summer time begins or ends between
	StepSkipped        StepKind = "skipped"          // a holiday, named
	StepDue            StepKind = "due"              // the end
	StepLastWorkingDay StepKind = "last-working-day" // the last working day on or before the end
)

// Step is one step of a reckoning, for people to follow.
type Step struct {
	Kind  StepKind  `json:"kind"`
	At    time.Time `json:"at,omitzero"`
	Count int       `json:"count,omitempty"`
	Name  string    `json:"name,omitempty"`
}

// Due reckons the end of a term that begins at from. Hours are clock hours, by
// day and night (S09). Days and months end with their last day (S20); the n-th
// working day does too, and a term of none ends today, or on the next working
// day where today is not one.
func (c Calendar) Due(from time.Time, t Term) (time.Time, []Step) {
	from = from.Truncate(time.Second)
	steps := []Step{{Kind: StepStart, At: from}}
	var due time.Time
	switch t.Unit {
	case AtOnce:
		due = from
	case Hours:
		due = from.Add(time.Duration(t.Count) * time.Hour)
		steps = append(steps, Step{Kind: StepAddHours, Count: t.Count})
		steps = append(steps, c.clockChange(from, due)...)
	case Days:
		due = c.EndOf(c.Day(from).AddDays(t.Count))
		steps = append(steps, Step{Kind: StepAddDays, Count: t.Count})
	case WorkingDays:
		day, skipped := c.workingDay(c.Day(from), t.Count)
		due = c.EndOf(day)
		steps = append(append(steps, Step{Kind: StepAddWorkingDays, Count: t.Count}), skipped...)
	case Months:
		start := c.Day(from)
		day := start.AddMonths(t.Count)
		due = c.EndOf(day)
		steps = append(steps, Step{Kind: StepAddMonths, Count: t.Count})
		if day.Day != start.Day {
			steps = append(steps, Step{Kind: StepClamped, At: due})
		}
	}
	steps = append(steps, Step{Kind: StepDue, At: due})
	return due, append(steps, c.lastWorkingDay(from, due, t.Unit)...)
}

// lastWorkingDay is the day to plan on: always said of months, of other terms
// where the office is shut on the day they end. It never lies before the start.
func (c Calendar) lastWorkingDay(from, due time.Time, unit Unit) []Step {
	end := c.Day(due)
	last := c.LastWorkingDayBefore(end)
	if last == end && unit != Months || last.Before(c.Day(from)) {
		return nil
	}
	return []Step{{Kind: StepLastWorkingDay, At: c.EndOf(last)}}
}

func (c Calendar) clockChange(from, due time.Time) []Step {
	_, before := from.In(c.zone).Zone()
	_, after := due.In(c.zone).Zone()
	if before == after {
		return nil
	}
	return []Step{{Kind: StepClockChange, Count: (after - before) / 3600}}
}

// workingDay is the n-th working day after a day, with the holidays on the way.
func (c Calendar) workingDay(d Day, n int) (Day, []Step) {
	var skipped []Step
	note := func(d Day) {
		if name, closed := c.closed(d); closed && d.Weekday() != time.Saturday && d.Weekday() != time.Sunday {
			skipped = append(skipped, Step{Kind: StepSkipped, At: c.EndOf(d), Name: name})
		}
	}
	if n == 0 {
		for ; !c.WorkingDay(d); d = d.AddDays(1) {
			note(d)
		}
		return d, skipped
	}
	for n > 0 {
		d = d.AddDays(1)
		if c.WorkingDay(d) {
			n--
		} else {
			note(d)
		}
	}
	return d, skipped
}
