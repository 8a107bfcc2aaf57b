package calendar_test

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"leermoment/internal/calendar"
)

func closedDays(cal calendar.Calendar, year int) []string {
	var out []string
	for _, c := range cal.Table(year, year) {
		out = append(out, c.Day.String()[len("2026-"):])
	}
	return out
}

func TestDutchHolidays(t *testing.T) {
	cal := calendar.New(amsterdam(t))
	for year, want := range map[int][]string{
		2025: {"01-01", "04-21", "04-26", "05-29", "06-09", "12-25", "12-26"}, // 27 April is a Sunday
		2026: {"01-01", "04-06", "04-27", "05-14", "05-25", "12-25", "12-26"},
		2027: {"01-01", "03-29", "04-27", "05-06", "05-17", "12-25", "12-26"},
		2028: {"01-01", "04-17", "04-27", "05-25", "06-05", "12-25", "12-26"},
		2031: {"01-01", "04-14", "04-26", "05-22", "06-02", "12-25", "12-26"}, // again a Sunday
	} {
		if diff := cmp.Diff(want, closedDays(cal, year)); diff != "" {
			t.Errorf("closed days of %d (-want +got):\n%s", year, diff)
		}
	}
}

func TestGoodFridayAndLiberationDayAreSettings(t *testing.T) {
	plain := calendar.New(amsterdam(t))
	both := plain.WithGoodFriday().WithLiberationDay()
	for _, d := range []string{"2026-04-03", "2026-05-05"} {
		if !plain.WorkingDay(day(t, d)) {
			t.Errorf("%s is worked unless the organisation says otherwise", d)
		}
		if both.WorkingDay(day(t, d)) {
			t.Errorf("%s is closed by the setting", d)
		}
	}
	if plain.WithGoodFriday().WorkingDay(day(t, "2026-04-03")) || !plain.WithGoodFriday().WorkingDay(day(t, "2026-05-05")) {
		t.Error("each of the two is a setting of its own")
	}
	due, _ := both.Due(at(t, minute, "2026-04-02 10:00"), term(t, "1 working day"))
	if want := day(t, "2026-04-07"); both.Day(due) != want {
		t.Errorf("the working day after Maundy Thursday is %s, not %s", both.Day(due), want)
	}
}

func TestWeekendsAreNeverWorkingDays(t *testing.T) {
	cal := calendar.New(amsterdam(t))
	for d := day(t, "2026-01-01"); d.Year < 2029; d = d.AddDays(1) {
		if w := d.Weekday(); (w == time.Saturday || w == time.Sunday) && cal.WorkingDay(d) {
			t.Errorf("%s, a %s, is a working day", d, w)
		}
	}
}

// What was promised with a table of closed days never moves, also when the
// library later thinks otherwise about that year.
func TestFixedTableBeatsTheLibrary(t *testing.T) {
	bridge := calendar.Closed{Day: day(t, "2026-05-15"), Name: "Brugdag"}
	cal := calendar.New(amsterdam(t), bridge)
	if cal.WorkingDay(bridge.Day) {
		t.Error("the bridge day of the table is worked")
	}
	if !cal.WorkingDay(day(t, "2026-04-27")) {
		t.Error("King's Day is not in the table of 2026, so 27-4-2026 is a working day")
	}
	if cal.WorkingDay(day(t, "2027-04-27")) {
		t.Error("2027 is not in the table: the library's holidays hold")
	}
	_, steps := cal.Due(at(t, minute, "2026-05-14 10:00"), term(t, "1 working day"))
	if !slices.ContainsFunc(steps, func(s calendar.Step) bool { return s.Kind == calendar.StepSkipped && s.Name == "Brugdag" }) {
		t.Errorf("the reckoning does not name the bridge day: %v", steps)
	}
}

func TestTableOfACalendarMakesTheSameCalendar(t *testing.T) {
	lib := calendar.New(amsterdam(t)).WithGoodFriday()
	table := lib.Table(2026, 2028)
	fixed := calendar.New(amsterdam(t), table...)
	if diff := cmp.Diff(table, fixed.Table(2026, 2028)); diff != "" {
		t.Errorf("table (-library +fixed):\n%s", diff)
	}
}
