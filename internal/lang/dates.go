package lang

import (
	"fmt"
	"strconv"
	"time"
)

// Clock is the time of day: 09.40 in Dutch, 09:40 in English.
func (s *Speaker) Clock(t time.Time) string {
	if s.language == EN {
		return t.In(s.zone).Format("15:04")
	}
	return t.In(s.zone).Format("15.04")
}

// Day is a day with its year: di 24-11-2026 in Dutch, Tue 24 Nov 2026 in English,
// where figures alone could be read as a month before its day.
func (s *Speaker) Day(t time.Time) string {
	t = t.In(s.zone)
	if s.language == EN {
		return s.ShortDay(t) + t.Format(" 2006")
	}
	return s.ShortDay(t) + t.Format("-2006")
}

// Month is a month with its year: november 2026.
func (s *Speaker) Month(year int, month time.Month) string {
	return fmt.Sprintf("%s %d", s.T("month."+strconv.Itoa(int(month))), year)
}

// Date is Day of a day without a moment.
func (s *Speaker) Date(year int, month time.Month, day int) string {
	return s.Day(time.Date(year, month, day, 12, 0, 0, 0, s.zone))
}

// ShortDay is a day without its year: di 24-11, Tue 24 Nov.
func (s *Speaker) ShortDay(t time.Time) string {
	t = t.In(s.zone)
	if s.language == EN {
		return fmt.Sprintf("%s %d %s", s.weekday(t), t.Day(), s.T("month-short."+strconv.Itoa(int(t.Month()))))
	}
	return s.weekday(t) + t.Format(" 02-01")
}

// NearDay is a day seen from now: without its year in the same calendar year.
func (s *Speaker) NearDay(t, now time.Time) string {
	if t.In(s.zone).Year() == now.In(s.zone).Year() {
		return s.ShortDay(t)
	}
	return s.Day(t)
}

// LongDay is a day as in a letter: 24 november 2026.
func (s *Speaker) LongDay(t time.Time) string {
	t = t.In(s.zone)
	return fmt.Sprintf("%d %s %d", t.Day(), s.T("month."+strconv.Itoa(int(t.Month()))), t.Year())
}

func (s *Speaker) weekday(t time.Time) string {
	return s.T("weekday." + strconv.Itoa(int(t.Weekday())))
}

// Moment is a moment in full: di 24-11-2026 09.40, Tue 24 Nov 2026 09:40.
func (s *Speaker) Moment(t time.Time) string { return s.Day(t) + " " + s.Clock(t) }

// When is a moment seen from now: vandaag 14.10, gisteren 09.05, morgen 10.00;
// wo 25-11 09.40 in the same calendar year, else with the year.
func (s *Speaker) When(t, now time.Time) string {
	switch s.daysBetween(now, t) {
	case 0:
		return s.T("word.today") + " " + s.Clock(t)
	case 1:
		return s.T("word.tomorrow") + " " + s.Clock(t)
	case -1:
		return s.T("word.yesterday") + " " + s.Clock(t)
	}
	return s.NearDay(t, now) + " " + s.Clock(t)
}

// daysBetween counts calendar days in the zone, whatever the clocks do.
func (s *Speaker) daysBetween(from, to time.Time) int {
	day := func(t time.Time) time.Time {
		t = t.In(s.zone)
		return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
	}
	return int(day(to).Sub(day(from)) / (24 * time.Hour))
}

// Left says how long there is until due, or by how much it is too late: nog 20
// minuten, nog 3 uur, morgen, nog 27 dagen, 4 uur te laat, 1 dag te laat. Up to
// 24 hours it counts whole clock hours, beyond that calendar days.
func (s *Speaker) Left(due, now time.Time) string {
	part, n := s.span(due, now)
	return s.N("left."+part, n)
}

// longLate is from how many days on a narrow column says no number any more.
const longLate = 100

// ShortLeft is Left for a narrow column: at most 12 cells up to 27 years.
func (s *Speaker) ShortLeft(due, now time.Time) string {
	part, n := s.span(due, now)
	if part == lateDays && n >= longLate {
		part = "late-long"
	}
	return s.N("short-left."+part, n)
}

// Ago says how long ago a moment was: 20 minuten geleden, 3 uur geleden,
// gisteren, 12 dagen geleden. It counts as Left does; what lies ahead was a
// minute ago, since another machine's clock may run before this one.
func (s *Speaker) Ago(t, now time.Time) string {
	if t.After(now) {
		t = now
	}
	part, n := s.span(now, t)
	if part == nextDay { // seen from the other side
		return s.T("word.yesterday")
	}
	return s.N("ago."+part, n)
}

const (
	nextDay  = "tomorrow"
	lateDays = "late-days"
)

// span is the sentence that fits and its number. What has begun counts as one
// minute: nobody is told that there are 0 minutes left.
func (s *Speaker) span(due, now time.Time) (part string, n int) {
	span, days := due.Sub(now), s.daysBetween(now, due)
	late := span < 0
	if late {
		span, days = -span, -days
	}
	switch {
	case span < time.Hour:
		part, n = "minutes", max(1, int(span/time.Minute))
	case span < 24*time.Hour || days == 0: // the day in autumn has 25 hours
		part, n = "hours", int(span/time.Hour)
	case days == 1 && !late:
		part, n = nextDay, 1
	default:
		part, n = "days", days
	}
	if late {
		part = "late-" + part
	}
	return part, n
}
