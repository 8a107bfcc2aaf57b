package calendar_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"leermoment/internal/calendar"
)

var anyTerm = rapid.Custom(func(r *rapid.T) calendar.Term {
	switch unit := rapid.SampledFrom([]calendar.Unit{calendar.AtOnce, calendar.Hours, calendar.Days, calendar.WorkingDays, calendar.Months}).Draw(r, "unit"); unit {
	case calendar.AtOnce:
		return calendar.Term{}
	case calendar.WorkingDays:
		return calendar.Term{Count: rapid.IntRange(0, 60).Draw(r, "count"), Unit: unit}
	default:
		return calendar.Term{Count: rapid.IntRange(1, 60).Draw(r, "count"), Unit: unit}
	}
})

var anyMoment = rapid.Custom(func(r *rapid.T) time.Time {
	from := time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC)
	return from.Add(time.Duration(rapid.Int64Range(0, 6*366*24*3600).Draw(r, "second")) * time.Second)
})

func TestTermsHoldTheirPromises(t *testing.T) {
	cal := calendar.New(amsterdam(t))
	rapid.Check(t, func(r *rapid.T) {
		from, term := anyMoment.Draw(r, "from"), anyTerm.Draw(r, "term")
		due, steps := cal.Due(from, term)
		if due.Before(from) {
			r.Fatalf("%s from %s is due before it began: %s", term, from, due)
		}
		for _, s := range steps {
			if d := cal.Day(s.At); s.Kind == calendar.StepLastWorkingDay && (!cal.WorkingDay(d) || d.Before(cal.Day(from)) || s.At.After(cal.EndOf(cal.Day(due)))) {
				r.Fatalf("%s from %s to %s: no day to plan on: %s", term, from, due, d)
			}
		}
		if back, err := calendar.ParseTerm(term.String()); err != nil || back != term {
			r.Fatalf("%v is written as %q and read as %v (%v)", term, term, back, err)
		}
		start, end := cal.Day(from), cal.Day(due)
		switch term.Unit {
		case calendar.Hours:
			if due.Sub(from) != time.Duration(term.Count)*time.Hour {
				r.Fatalf("%s took %s", term, due.Sub(from))
			}
		case calendar.Days:
			if start.AddDays(term.Count) != end || !due.Equal(cal.EndOf(end)) {
				r.Fatalf("%s from %s ends %s", term, start, due)
			}
		case calendar.WorkingDays:
			if !cal.WorkingDay(end) || !due.Equal(cal.EndOf(end)) {
				r.Fatalf("%s from %s ends on %s, no end of a working day", term, start, due)
			}
			if n := workingDaysBetween(cal, start, end); term.Count > 0 && n != term.Count {
				r.Fatalf("%s from %s to %s are %d working days", term, start, end, n)
			}
		case calendar.Months:
			monthsClamp(r, start, end, term.Count)
		}
	})
}

func workingDaysBetween(cal calendar.Calendar, from, to calendar.Day) (n int) {
	for d := from.AddDays(1); !d.After(to); d = d.AddDays(1) {
		if cal.WorkingDay(d) {
			n++
		}
	}
	return n
}

// monthsClamp: the same day of the month that many months on, or the last day
// of a month that is shorter; never a day of the month after.
func monthsClamp(r *rapid.T, start, end calendar.Day, months int) {
	if got := (end.Year-start.Year)*12 + int(end.Month-start.Month); got != months {
		r.Fatalf("%d months from %s is %s", months, start, end)
	}
	last := end.AddDays(1).Day == 1
	if end.Day != start.Day && (end.Day > start.Day || !last) {
		r.Fatalf("%d months from %s is %s: neither the same day nor the last", months, start, end)
	}
}

func TestALaterReceiptIsNeverDueEarlier(t *testing.T) {
	cal := calendar.New(amsterdam(t))
	rapid.Check(t, func(r *rapid.T) {
		from, term := anyMoment.Draw(r, "from"), anyTerm.Draw(r, "term")
		later := from.Add(time.Duration(rapid.Int64Range(0, 40*24*3600).Draw(r, "later")) * time.Second)
		a, _ := cal.Due(from, term)
		b, _ := cal.Due(later, term)
		if b.Before(a) {
			r.Fatalf("%s: %s is due %s, but %s already %s", term, from, a, later, b)
		}
	})
}
