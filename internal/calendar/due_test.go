package calendar_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"leermoment/internal/calendar"
)

const minute = "2006-01-02 15:04"

func amsterdam(t testing.TB) *time.Location {
	t.Helper()
	zone, err := time.LoadLocation("Europe/Amsterdam")
	if err != nil {
		t.Fatal(err)
	}
	return zone
}

func at(t testing.TB, layout, s string) time.Time {
	t.Helper()
	m, err := time.ParseInLocation(layout, s, amsterdam(t))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func term(t testing.TB, s string) calendar.Term {
	t.Helper()
	x, err := calendar.ParseTerm(s)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func day(t testing.TB, s string) calendar.Day {
	t.Helper()
	d, err := calendar.ParseDay(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// The vectors of sentences.md, and the edges around them.
func TestDue(t *testing.T) {
	for name, c := range map[string]struct{ from, term, due string }{
		"S09 summer time begins: an hour is skipped":  {"2026-03-28 14:00", "24 hours", "2026-03-29 15:00:00 +0200"},
		"S09 summer time ends: an hour comes twice":   {"2026-10-24 14:00", "24 hours", "2026-10-25 13:00:00 +0100"},
		"S09 Christmas does not stop the clock":       {"2026-12-24 16:00", "24 hours", "2026-12-25 16:00:00 +0100"},
		"S09 a weekend does not stop the clock":       {"2026-11-27 17:30", "24 hours", "2026-11-28 17:30:00 +0100"},
		"S09 leap day is a day":                       {"2028-02-28 09:00", "24 hours", "2028-02-29 09:00:00 +0100"},
		"S09 the turn of the year":                    {"2026-12-31 23:30", "24 hours", "2027-01-01 23:30:00 +0100"},
		"S20 31 January ends with February":           {"2026-01-31 10:00", "1 month", "2026-02-28 23:59:59 +0100"},
		"S20 31 January of a leap year":               {"2028-01-31 10:00", "1 month", "2028-02-29 23:59:59 +0100"},
		"S20 31 March ends with April":                {"2026-03-31 10:00", "1 month", "2026-04-30 23:59:59 +0200"},
		"S20 leap day to 29 March":                    {"2028-02-29 10:00", "1 month", "2028-03-29 23:59:59 +0200"},
		"S20 28 February is not stretched":            {"2026-02-28 10:00", "1 month", "2026-03-28 23:59:59 +0100"},
		"S20 over the turn of the year":               {"2026-12-31 10:00", "1 month", "2027-01-31 23:59:59 +0100"},
		"S20 late in the evening counts as that day":  {"2026-01-31 23:59", "1 month", "2026-02-28 23:59:59 +0100"},
		"S20 just after midnight is the next day":     {"2026-02-01 00:00", "1 month", "2026-03-01 23:59:59 +0100"},
		"S20 over the beginning of summer time":       {"2026-03-01 10:00", "1 month", "2026-04-01 23:59:59 +0200"},
		"S20 over the end of summer time":             {"2026-10-01 10:00", "1 month", "2026-11-01 23:59:59 +0100"},
		"S38 24 months from leap day":                 {"2024-02-29 10:00", "24 months", "2026-02-28 23:59:59 +0100"},
		"AVG extension from 31 December":              {"2025-12-31 10:00", "2 months", "2026-02-28 23:59:59 +0100"},
		"working days: the weekend does not count":    {"2026-11-27 10:00", "1 working day", "2026-11-30 23:59:59 +0100"},
		"working days: Easter Monday does not count":  {"2026-04-03 10:00", "1 working day", "2026-04-07 23:59:59 +0200"},
		"working days: both Christmas days":           {"2026-12-24 10:00", "2 working days", "2026-12-29 23:59:59 +0100"},
		"working days: from a Sunday":                 {"2026-11-22 10:00", "1 working day", "2026-11-23 23:59:59 +0100"},
		"working days: leap day on a Tuesday":         {"2028-02-28 10:00", "1 working day", "2028-02-29 23:59:59 +0100"},
		"same working day":                            {"2026-11-24 10:00", "same working day", "2026-11-24 23:59:59 +0100"},
		"same working day: a Saturday becomes Monday": {"2026-11-28 10:00", "same working day", "2026-11-30 23:59:59 +0100"},
		"same working day: King's Day becomes 28-4":   {"2026-04-27 10:00", "same working day", "2026-04-28 23:59:59 +0200"},
		"days count every day":                        {"2026-11-24 10:00", "7 days", "2026-12-01 23:59:59 +0100"},
		"days over the end of summer time":            {"2026-10-24 10:00", "1 day", "2026-10-25 23:59:59 +0100"},
		"at once":                                     {"2026-11-24 10:00", "at once", "2026-11-24 10:00:00 +0100"},
	} {
		t.Run(name, func(t *testing.T) {
			cal := calendar.New(amsterdam(t))
			due, steps := cal.Due(at(t, minute, c.from), term(t, c.term))
			if got := due.In(cal.Zone()).Format("2006-01-02 15:04:05 -0700"); got != c.due {
				t.Errorf("due %s, not %s", got, c.due)
			}
			if len(steps) == 0 || steps[0].Kind != calendar.StepStart {
				t.Errorf("a reckoning begins with its start: %v", steps)
			}
		})
	}
}

// The receipt moment is in UTC in the file; the term must not care.
func TestDueDoesNotDependOnTheZoneOfTheMoment(t *testing.T) {
	cal := calendar.New(amsterdam(t))
	for _, length := range []string{"24 hours", "7 days", "2 working days", "1 month"} {
		local := at(t, minute, "2026-01-31 00:30") // still 30 January in UTC
		a, _ := cal.Due(local, term(t, length))
		b, _ := cal.Due(local.UTC(), term(t, length))
		if !a.Equal(b) {
			t.Errorf("%s: %s from local time, %s from UTC", length, a, b)
		}
	}
}

func TestReckoningSaysHowItWent(t *testing.T) {
	kinds := func(from, length string) (out []calendar.StepKind) {
		_, steps := calendar.New(amsterdam(t)).Due(at(t, minute, from), term(t, length))
		for _, s := range steps {
			out = append(out, s.Kind)
		}
		return out
	}
	for name, c := range map[string]struct {
		from, term string
		want       []calendar.StepKind
	}{
		"a clock change is said": {"2026-03-28 14:00", "24 hours", []calendar.StepKind{
			calendar.StepStart, calendar.StepAddHours, calendar.StepClockChange, calendar.StepDue}},
		"a shorter month is said, and the last working day": {"2026-01-31 10:00", "1 month", []calendar.StepKind{
			calendar.StepStart, calendar.StepAddMonths, calendar.StepClamped, calendar.StepDue, calendar.StepLastWorkingDay}},
		"each holiday on the way is said, weekends are not": {"2026-12-24 10:00", "2 working days", []calendar.StepKind{
			calendar.StepStart, calendar.StepAddWorkingDays, calendar.StepSkipped, calendar.StepDue}},
	} {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, kinds(c.from, c.term)); diff != "" {
				t.Errorf("steps (-want +got):\n%s", diff)
			}
		})
	}
}

func TestTheEndOfAMonthNamesTheLastWorkingDayBeforeIt(t *testing.T) {
	cal := calendar.New(amsterdam(t))
	for end, want := range map[string]string{
		"2026-02-28": "2026-02-27", // a Saturday
		"2026-04-06": "2026-04-03", // Easter Monday; Good Friday is worked by default
		"2026-12-27": "2026-12-24", // Sunday after both Christmas days
		"2026-11-24": "2026-11-24",
	} {
		if got := cal.LastWorkingDayBefore(day(t, end)).String(); got != want {
			t.Errorf("last working day before %s: %s, not %s", end, got, want)
		}
	}
}

// S09 is not moved for Christmas, but who reads the reckoning sees that it is
// to be sent today.
func TestATermThatEndsOnAClosedDayNamesTheDayToPlanOn(t *testing.T) {
	for name, c := range map[string]struct{ from, term, want string }{
		"S09 before Christmas: today":            {"2026-12-24 16:00", "24 hours", "2026-12-24"},
		"S09 on a Friday: today":                 {"2026-11-27 17:30", "24 hours", "2026-11-27"},
		"hours that end on a working day":        {"2026-11-24 10:00", "24 hours", ""},
		"S09 on a Saturday: Friday is gone":      {"2026-11-28 10:00", "24 hours", ""},
		"days that end on a Sunday":              {"2026-11-24 10:00", "5 days", "2026-11-27"},
		"days that end on a working day":         {"2026-11-24 10:00", "7 days", ""},
		"S20 a month that ends on a Saturday":    {"2026-01-31 10:00", "1 month", "2026-02-27"},
		"S20 a month always, on a Thursday too":  {"2026-11-24 10:00", "1 month", "2026-12-24"},
		"working days end on a working day":      {"2026-12-24 10:00", "2 working days", ""},
		"at once on a Saturday has nothing left": {"2026-11-28 10:00", "at once", ""},
	} {
		t.Run(name, func(t *testing.T) {
			cal, got := calendar.New(amsterdam(t)), ""
			_, steps := cal.Due(at(t, minute, c.from), term(t, c.term))
			for _, s := range steps {
				if s.Kind == calendar.StepLastWorkingDay {
					got = cal.Day(s.At).String()
				}
			}
			if got != c.want {
				t.Errorf("last working day %q, not %q", got, c.want)
			}
		})
	}
}

func TestMomentsAreWholeSeconds(t *testing.T) {
	cal := calendar.New(amsterdam(t))
	whole := at(t, minute, "2026-11-24 10:00")
	for _, length := range []string{"at once", "24 hours", "1 month"} {
		due, steps := cal.Due(whole.Add(999*time.Millisecond), term(t, length))
		if due.Nanosecond() != 0 || !steps[0].At.Equal(whole) {
			t.Errorf("%s: from %s to %s", length, steps[0].At, due)
		}
	}
}
