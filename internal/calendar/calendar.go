package calendar

import (
	"slices"
	"time"

	"github.com/rickar/cal/v2"
	"github.com/rickar/cal/v2/nl"
)

// Closed is a day on which the office is shut, with the reason.
type Closed struct {
	Day  Day    `json:"day"`
	Name string `json:"name"`
}

// Calendar knows the organisation's zone and the days on which it is shut.
// Weekends are never working days.
type Calendar struct {
	zone     *time.Location
	fixed    map[Day]string
	years    map[int]bool // years of which fixed is the whole table
	shut     []Span       // besides holidays, in other years
	holidays []*cal.Holiday
}

// New makes a calendar. Years that occur in fixed have exactly those closed
// days, so that what was promised with them never moves; other years have the
// Dutch holidays of the library.
func New(zone *time.Location, fixed ...Closed) Calendar {
	c := Calendar{zone: zone, fixed: map[Day]string{}, years: map[int]bool{}, holidays: []*cal.Holiday{
		nl.Nieuwjaar, nl.TweedePaasdag, nl.Koningsdag, nl.Hemelvaart, nl.TweedePinksterDag,
		nl.EersteKerstdag, nl.TweedeKerstdag, // Easter and Whit Sunday are Sundays
	}}
	for _, f := range fixed {
		c.fixed[f.Day] = f.Name
		c.years[f.Day.Year] = true
	}
	return c
}

// WithGoodFriday is a copy in which the office is also shut on Good Friday.
func (c Calendar) WithGoodFriday() Calendar { return c.with(nl.GoedeVrijdag) }

// WithLiberationDay is a copy in which the office is also shut on 5 May.
func (c Calendar) WithLiberationDay() Calendar { return c.with(nl.BevrijdingsDag) }

// OfficeClosed is the name of a day on which the office is shut by its own choice;
// what people call that day stands elsewhere.
const OfficeClosed = "office-closed"

// Span is some days, the first and the last included.
type Span struct {
	From  Day `json:"from"`
	Until Day `json:"until"`
}

// Has says whether a day lies in the span.
func (s Span) Has(d Day) bool { return !d.Before(s.From) && !d.After(s.Until) }

// Shut is a copy in which the office is also shut on these days.
func (c Calendar) Shut(spans ...Span) Calendar {
	c.shut = append(append([]Span{}, c.shut...), spans...)
	return c
}

func (c Calendar) with(h *cal.Holiday) Calendar {
	c.holidays = append(append([]*cal.Holiday{}, c.holidays...), h)
	return c
}

// Table are the closed days of these years, both included, in order of the year.
func (c Calendar) Table(from, until int) []Closed {
	var out []Closed
	for year := from; year <= until; year++ {
		if !c.years[year] {
			for _, h := range c.holidays {
				_, observed := h.Calc(year)
				out = append(out, Closed{dayOf(observed), h.Name})
			}
		}
	}
	for _, s := range c.shut {
		for d := s.From; !d.After(s.Until); d = d.AddDays(1) {
			if name, shut := c.closed(d); shut && from <= d.Year && d.Year <= until {
				out = append(out, Closed{d, name})
			}
		}
	}
	for d, name := range c.fixed {
		if from <= d.Year && d.Year <= until {
			out = append(out, Closed{d, name})
		}
	}
	slices.SortStableFunc(out, func(a, b Closed) int { return a.Day.Compare(b.Day) })
	return slices.CompactFunc(out, func(a, b Closed) bool { return a.Day == b.Day })
}

func (c Calendar) closed(d Day) (string, bool) {
	if c.years[d.Year] {
		name, ok := c.fixed[d]
		return name, ok
	}
	for _, h := range c.holidays {
		if _, observed := h.Calc(d.Year); dayOf(observed) == d {
			return h.Name, true
		}
	}
	for _, s := range c.shut {
		if w := d.Weekday(); s.Has(d) && w != time.Saturday && w != time.Sunday {
			return OfficeClosed, true
		}
	}
	return "", false
}

// Zone is the organisation's time zone.
func (c Calendar) Zone() *time.Location { return c.zone }

// Day is the civil day of a moment in the zone.
func (c Calendar) Day(t time.Time) Day { return dayOf(t.In(c.zone)) }

// EndOf is 23:59:59 of a day in the zone.
func (c Calendar) EndOf(d Day) time.Time {
	return time.Date(d.Year, d.Month, d.Day, 23, 59, 59, 0, c.zone)
}

// StartOf is the first moment of a day in the zone.
func (c Calendar) StartOf(d Day) time.Time {
	return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, c.zone)
}

// WorkingDay says whether the office works on that day.
func (c Calendar) WorkingDay(d Day) bool {
	if w := d.Weekday(); w == time.Saturday || w == time.Sunday {
		return false
	}
	_, closed := c.closed(d)
	return !closed
}

// LastWorkingDayBefore is the last working day on or before d.
func (c Calendar) LastWorkingDayBefore(d Day) Day {
	for !c.WorkingDay(d) {
		d = d.AddDays(-1)
	}
	return d
}
