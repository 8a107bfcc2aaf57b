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

// Day is a day with its year: di 24-11-2026.
func (s *Speaker) Day(t time.Time) string {
	t = t.In(s.zone)
	return s.weekday(t) + t.Format(" 02-01-2006")
}

// ShortDay is a day without its year: di 24-11.
func (s *Speaker) ShortDay(t time.Time) string {
	t = t.In(s.zone)
	return s.weekday(t) + t.Format(" 02-01")
}

// LongDay is a day as in a letter: 24 november 2026.
func (s *Speaker) LongDay(t time.Time) string {
	t = t.In(s.zone)
	return fmt.Sprintf("%d %s %d", t.Day(), s.T("month."+strconv.Itoa(int(t.Month()))), t.Year())
}

func (s *Speaker) weekday(t time.Time) string {
	return s.T("weekday." + strconv.Itoa(int(t.Weekday())))
}

// Moment is a moment in full: di 24-11-2026 09.40.
func (s *Speaker) Moment(t time.Time) string { return s.Day(t) + " " + s.Clock(t) }

// When is a moment seen from now: vandaag 14.10, morgen 10.00, wo 25-11 09.40.
func (s *Speaker) When(t, now time.Time) string {
	switch s.daysBetween(now, t) {
	case 0:
		return s.T("when.today", Args{"Clock": s.Clock(t)})
	case 1:
		return s.T("when.tomorrow", Args{"Clock": s.Clock(t)})
	case -1:
		return s.T("when.yesterday", Args{"Clock": s.Clock(t)})
	}
	if t.In(s.zone).Year() == now.In(s.zone).Year() {
		return s.ShortDay(t) + " " + s.Clock(t)
	}
	return s.Moment(t)
}

// daysBetween counts calendar days in the zone.
func (s *Speaker) daysBetween(from, to time.Time) int {
	day := func(t time.Time) time.Time {
		t = t.In(s.zone)
		return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
	}
	return int(day(to).Sub(day(from)).Hours() / 24)
}

// Left says how long there is until due, or how much too late it is: nog 3 uur,
// morgen, nog 27 dagen, 4 uur te laat, 2 dagen te laat.
func (s *Speaker) Left(due, now time.Time) string { return s.left("left", due, now) }

// ShortLeft is Left for a narrow column, at most 12 cells.
func (s *Speaker) ShortLeft(due, now time.Time) string { return s.left("short-left", due, now) }

func (s *Speaker) left(area string, due, now time.Time) string {
	span, prefix := due.Sub(now), area+"."
	if span < 0 {
		span, prefix = -span, area+".late-"
	}
	days := s.daysBetween(now, due)
	if days < 0 {
		days = -days
	}
	switch {
	case span < time.Hour:
		return s.N(prefix+"minutes", max(1, int(span.Minutes())))
	case span < 24*time.Hour && (days == 0 || span < 12*time.Hour || due.Before(now)):
		return s.N(prefix+"hours", int(span.Hours()))
	case days <= 1 && !due.Before(now):
		return s.T(area + ".tomorrow")
	}
	return s.N(prefix+"days", max(1, days))
}
