package calendar

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Unit is what a term is counted in.
type Unit uint8

// The units of terms.
const (
	AtOnce Unit = iota
	Hours
	Days
	WorkingDays
	Months
)

// Term is a length of time as the procedure writes it.
type Term struct {
	Count int
	Unit  Unit
}

var unitNames = map[string]Unit{
	"hour": Hours, "hours": Hours, "day": Days, "days": Days, "month": Months, "months": Months,
	"working day": WorkingDays, "working days": WorkingDays,
}

// ParseTerm reads "at once", "24 hours", "7 days", "2 working days", "same
// working day" and "1 month".
func ParseTerm(s string) (Term, error) {
	switch s {
	case "at once":
		return Term{}, nil
	case "same working day":
		return Term{0, WorkingDays}, nil
	}
	count, name, _ := strings.Cut(s, " ")
	n, err := strconv.Atoi(count)
	unit, ok := unitNames[name]
	if err != nil || !ok || n < 1 || n > 10000 {
		return Term{}, fmt.Errorf(`no term: %q; a term is "at once", "same working day", or a number with hours, days, working days or months`, s)
	}
	return Term{n, unit}, nil
}

// String is the inverse of ParseTerm.
func (t Term) String() string {
	switch {
	case t.Unit == AtOnce:
		return "at once"
	case t.Unit == WorkingDays && t.Count == 0:
		return "same working day"
	}
	name := map[Unit]string{Hours: "hour", Days: "day", WorkingDays: "working day", Months: "month"}[t.Unit]
	if t.Count != 1 {
		name += "s"
	}
	return strconv.Itoa(t.Count) + " " + name
}

// About is roughly how long a term is, to tell a longer one from a shorter one.
func (t Term) About() time.Duration {
	day := 24 * time.Hour
	switch t.Unit {
	case Hours:
		return time.Duration(t.Count) * time.Hour
	case Days:
		return time.Duration(t.Count) * day
	case WorkingDays:
		if t.Count == 0 {
			return day
		}
		return time.Duration(t.Count) * day * 7 / 5
	case Months:
		return time.Duration(t.Count) * 30 * day
	}
	return 0
}

// MarshalText implements encoding.TextMarshaler.
func (t Term) MarshalText() ([]byte, error) { return []byte(t.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (t *Term) UnmarshalText(b []byte) (err error) {
	*t, err = ParseTerm(string(b))
	return err
}
