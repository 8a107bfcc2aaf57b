package calendar_test

import (
	"testing"

	"leermoment/internal/calendar"
)

func TestTermsReadAndWriteTheSame(t *testing.T) {
	for _, s := range []string{"at once", "same working day", "1 hour", "24 hours", "1 day", "7 days",
		"1 working day", "20 working days", "1 month", "24 months", "10000 days"} {
		x, err := calendar.ParseTerm(s)
		if err != nil {
			t.Errorf("%q: %v", s, err)
			continue
		}
		if x.String() != s {
			t.Errorf("%q is written as %q", s, x)
		}
		var back calendar.Term
		if b, err := x.MarshalText(); err != nil || back.UnmarshalText(b) != nil || back != x {
			t.Errorf("%q does not survive its own text: %v, %v", s, back, err)
		}
	}
}

func TestWhatIsNoTermIsRefused(t *testing.T) {
	for _, s := range []string{"", "24", "hours", "0 hours", "-1 days", "1.5 hours", "2 weeks", "24  hours", " 24 hours",
		"same day", "At once", "10001 days", "1 year", "99999999999999999999 days"} {
		if x, err := calendar.ParseTerm(s); err == nil {
			t.Errorf("%q was read as %v", s, x)
		}
	}
}

func TestDaysReadAndWriteTheSame(t *testing.T) {
	for _, s := range []string{"2026-11-24", "2028-02-29", "0001-01-01", "9999-12-31"} {
		if got := day(t, s).String(); got != s {
			t.Errorf("%s is written as %s", s, got)
		}
	}
	for _, s := range []string{"", "24-11-2026", "2026-02-29", "2026-13-01", "2026-11-24 10:00", "morgen"} {
		if d, err := calendar.ParseDay(s); err == nil {
			t.Errorf("%q was read as %s", s, d)
		}
	}
	var none calendar.Day
	if err := none.UnmarshalText(nil); err != nil || !none.IsZero() || none.String() != "" {
		t.Errorf("no day is empty text: %v, %q", err, none)
	}
}
