package lang

import (
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"
)

// at reads 2006-01-02 15:04 in Amsterdam.
func at(t *testing.T, text string) time.Time {
	t.Helper()
	moment, err := time.ParseInLocation("2006-01-02 15:04", text, amsterdam(t))
	if err != nil {
		t.Fatal(err)
	}
	return moment
}

func TestDaysAndTimes(t *testing.T) {
	nl, en := New(NL, amsterdam(t)), New(EN, amsterdam(t))
	m := at(t, "2026-11-24 09:40").UTC() // shown in the zone, wherever it comes from
	for _, tt := range []struct{ got, want string }{
		{nl.Day(m), "di 24-11-2026"},
		{en.Day(m), "Tue 24 Nov 2026"},
		{nl.ShortDay(m.AddDate(0, 0, 1)), "wo 25-11"},
		{en.ShortDay(m.AddDate(0, 0, 1)), "Wed 25 Nov"},
		{nl.NearDay(m, m.AddDate(0, -10, 0)), "di 24-11"},
		{nl.NearDay(m, m.AddDate(-2, 0, 0)), "di 24-11-2026"},
		{en.NearDay(m, m.AddDate(-2, 0, 0)), "Tue 24 Nov 2026"},
		{nl.LongDay(m), "24 november 2026"},
		{en.LongDay(m), "24 November 2026"},
		{nl.LongDay(at(t, "2026-03-01 00:00")), "1 maart 2026"},
		{nl.Clock(m), "09.40"},
		{en.Clock(m), "09:40"},
		{nl.Moment(m), "di 24-11-2026 09.40"},
		{en.Moment(m), "Tue 24 Nov 2026 09:40"},
		{nl.Day(time.Date(2026, 11, 24, 23, 30, 0, 0, time.UTC)), "wo 25-11-2026"},
	} {
		if tt.got != tt.want {
			t.Errorf("got %q, want %q", tt.got, tt.want)
		}
	}
}

func TestWhen(t *testing.T) {
	now := at(t, "2026-11-24 15:00")
	for _, tt := range []struct{ moment, nl, en string }{
		{"2026-11-24 14:10", "vandaag 14.10", "today 14:10"},
		{"2026-11-24 00:00", "vandaag 00.00", "today 00:00"},
		{"2026-11-23 09:05", "gisteren 09.05", "yesterday 09:05"},
		{"2026-11-25 10:00", "morgen 10.00", "tomorrow 10:00"},
		{"2026-11-26 09:40", "do 26-11 09.40", "Thu 26 Nov 09:40"},
		{"2026-01-02 09:40", "vr 02-01 09.40", "Fri 2 Jan 09:40"},
		{"2027-01-04 09:40", "ma 04-01-2027 09.40", "Mon 4 Jan 2027 09:40"},
	} {
		if got := New(NL, amsterdam(t)).When(at(t, tt.moment), now); got != tt.nl {
			t.Errorf("got %q, want %q", got, tt.nl)
		}
		if got := New(EN, amsterdam(t)).When(at(t, tt.moment), now); got != tt.en {
			t.Errorf("got %q, want %q", got, tt.en)
		}
	}
}

func TestLeft(t *testing.T) {
	now := at(t, "2026-11-24 15:00")
	for _, tt := range []struct{ due, long, short string }{
		{"2026-11-24 15:00", "nog 1 minuut", "nog 1 min."},
		{"2026-11-24 15:20", "nog 20 minuten", "nog 20 min."},
		{"2026-11-24 15:59", "nog 59 minuten", "nog 59 min."},
		{"2026-11-24 16:00", "nog 1 uur", "nog 1 uur"},
		{"2026-11-24 18:59", "nog 3 uur", "nog 3 uur"}, // never more than there is
		{"2026-11-25 14:59", "nog 23 uur", "nog 23 uur"},
		{"2026-11-25 15:00", "morgen", "morgen"},
		{"2026-11-25 23:59", "morgen", "morgen"},
		{"2026-11-26 00:00", "nog 2 dagen", "2 dagen"},
		{"2026-12-21 23:59", "nog 27 dagen", "27 dagen"},
		{"2026-11-24 14:59", "1 minuut te laat", "1 m te laat"},
		{"2026-11-24 14:01", "59 minuten te laat", "59 m te laat"},
		{"2026-11-24 11:00", "4 uur te laat", "4 u te laat"},
		{"2026-11-23 16:00", "23 uur te laat", "23 u te laat"},
		{"2026-11-23 15:00", "1 dag te laat", "1 d te laat"},
		{"2026-11-22 23:59", "2 dagen te laat", "2 d te laat"},
		{"2026-08-17 12:00", "99 dagen te laat", "99 d te laat"},
		{"2026-08-16 12:00", "100 dagen te laat", "lang te laat"},
	} {
		s := New(NL, amsterdam(t))
		if got := s.Left(at(t, tt.due), now); got != tt.long {
			t.Errorf("due %s: got %q, want %q", tt.due, got, tt.long)
		}
		if got := s.ShortLeft(at(t, tt.due), now); got != tt.short {
			t.Errorf("due %s: got %q, want %q", tt.due, got, tt.short)
		}
	}
}

func TestLeftInEnglish(t *testing.T) {
	now := at(t, "2026-11-24 15:00")
	for _, tt := range []struct{ due, long, short string }{
		{"2026-11-24 15:20", "20 minutes left", "20 min left"},
		{"2026-11-24 18:00", "3 hours left", "3 h left"},
		{"2026-11-25 23:59", "tomorrow", "tomorrow"},
		{"2026-11-26 12:00", "2 days left", "2 days"},
		{"2026-11-24 11:00", "4 hours late", "4 h late"},
		{"2026-11-23 12:00", "1 day late", "1 day late"},
		{"2025-11-23 12:00", "366 days late", "long overdue"},
	} {
		s := New(EN, amsterdam(t))
		if got := s.Left(at(t, tt.due), now); got != tt.long {
			t.Errorf("due %s: got %q, want %q", tt.due, got, tt.long)
		}
		if got := s.ShortLeft(at(t, tt.due), now); got != tt.short {
			t.Errorf("due %s: got %q, want %q", tt.due, got, tt.short)
		}
	}
}

// Summer time ends on 25-10-2026 and begins on 29-03-2026: hours are those of a
// clock that simply runs on, days are those of the calendar.
func TestLeftWhenTheClocksChange(t *testing.T) {
	s := New(NL, amsterdam(t))
	for _, tt := range []struct{ now, due, want string }{
		{"2026-10-25 01:00", "2026-10-25 04:00", "nog 4 uur"},
		{"2026-03-29 01:00", "2026-03-29 04:00", "nog 2 uur"},
		{"2026-10-25 00:10", "2026-10-25 23:59", "nog 24 uur"}, // that day has 25
		{"2026-10-24 12:00", "2026-10-25 12:00", "morgen"},
		{"2026-03-28 12:00", "2026-03-29 12:00", "nog 23 uur"},
		{"2026-03-28 12:00", "2026-03-30 00:30", "nog 2 dagen"},
		{"2026-03-30 00:30", "2026-03-28 12:00", "2 dagen te laat"},
	} {
		if got := s.Left(at(t, tt.due), at(t, tt.now)); got != tt.want {
			t.Errorf("%s seen on %s: got %q, want %q", tt.due, tt.now, got, tt.want)
		}
	}
}

func TestAgo(t *testing.T) {
	now := at(t, "2026-11-24 15:00")
	for _, tt := range []struct{ moment, nl, en string }{
		{"2026-11-24 15:00", "1 minuut geleden", "1 minute ago"},
		{"2026-11-24 14:40", "20 minuten geleden", "20 minutes ago"},
		{"2026-11-24 14:00", "1 uur geleden", "1 hour ago"},
		{"2026-11-23 15:01", "23 uur geleden", "23 hours ago"},
		{"2026-11-23 15:00", "gisteren", "yesterday"},
		{"2026-11-22 23:59", "2 dagen geleden", "2 days ago"},
		{"2026-10-24 15:00", "31 dagen geleden", "31 days ago"}, // the clocks changed between
		{"2026-11-24 18:00", "1 minuut geleden", "1 minute ago"},
	} {
		if got := New(NL, amsterdam(t)).Ago(at(t, tt.moment), now); got != tt.nl {
			t.Errorf("%s: got %q, want %q", tt.moment, got, tt.nl)
		}
		if got := New(EN, amsterdam(t)).Ago(at(t, tt.moment), now); got != tt.en {
			t.Errorf("%s: got %q, want %q", tt.moment, got, tt.en)
		}
	}
}

func TestShortLeftFitsItsColumn(t *testing.T) {
	zone := amsterdam(t)
	rapid.Check(t, func(t *rapid.T) {
		now := time.Unix(rapid.Int64Range(1.7e9, 2e9).Draw(t, "now"), 0)
		due := now.Add(time.Duration(rapid.Int64Range(-3e8, 3e8).Draw(t, "seconds")) * time.Second)
		for _, l := range []Language{NL, EN} {
			if got := New(l, zone).ShortLeft(due, now); ansi.StringWidth(got) > 12 {
				t.Fatalf("%q is wider than 12 cells", got)
			}
		}
	})
}
