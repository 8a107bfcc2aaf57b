package calendar

import (
	"cmp"
	"fmt"
	"time"
)

// Day is a civil day, without time or zone.
type Day struct {
	Year  int
	Month time.Month
	Day   int
}

// ParseDay reads 2006-01-02.
func ParseDay(s string) (Day, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return Day{}, fmt.Errorf("no day of the form 2006-01-02: %q", s)
	}
	return dayOf(t), nil
}

func dayOf(t time.Time) Day { return Day{t.Year(), t.Month(), t.Day()} }

func (d Day) utc() time.Time { return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC) }

// String writes 2006-01-02; the zero Day is "".
func (d Day) String() string {
	if d.IsZero() {
		return ""
	}
	return d.utc().Format(time.DateOnly)
}

// IsZero says that this is no day.
func (d Day) IsZero() bool { return d == Day{} }

// Before says whether d lies before e.
func (d Day) Before(e Day) bool { return d.Compare(e) < 0 }

// Compare is negative where d comes before e, and 0 where they are the same day.
func (d Day) Compare(e Day) int {
	return cmp.Or(cmp.Compare(d.Year, e.Year), cmp.Compare(d.Month, e.Month), cmp.Compare(d.Day, e.Day))
}

// After says whether d lies after e.
func (d Day) After(e Day) bool { return e.Before(d) }

// Weekday is the day of the week.
func (d Day) Weekday() time.Weekday { return d.utc().Weekday() }

// AddDays is n days later.
func (d Day) AddDays(n int) Day { return dayOf(d.utc().AddDate(0, 0, n)) }

// AddMonths is the same day n months later, or the last day of that month
// where it is shorter (31 Jan → last of Feb).
func (d Day) AddMonths(n int) Day {
	first := time.Date(d.Year, d.Month+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return Day{first.Year(), first.Month(), min(d.Day, last)}
}

// MarshalText implements encoding.TextMarshaler.
func (d Day) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler; "" is the zero Day.
func (d *Day) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*d = Day{}
		return nil
	}
	parsed, err := ParseDay(string(b))
	*d = parsed
	return err
}
