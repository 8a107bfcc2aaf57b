package lang

import (
	"errors"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestParseMomentReadsWhatPeopleType(t *testing.T) {
	now := at(t, "2026-11-24 15:00")
	for text, want := range map[string]string{
		"2026-11-23T14:05:00+01:00":       "2026-11-23 14:05",
		"2026-11-23T13:05:00Z":            "2026-11-23 14:05",
		"2026-11-23T14:05":                "2026-11-23 14:05",
		"2026-11-23 14:05":                "2026-11-23 14:05",
		"2026-11-23":                      "2026-11-23 00:00",
		"24-11-2026 09:40":                "2026-11-24 09:40",
		"24-11-2026":                      "2026-11-24 00:00",
		"24/11/2026":                      "2026-11-24 00:00",
		"24.11.2026 9.40":                 "2026-11-24 09:40",
		"3-2-27":                          "2027-02-03 00:00",
		"24-11":                           "2026-11-24 00:00",
		"24-11 9.40":                      "2026-11-24 09:40",
		"9:40":                            "2026-11-24 09:40",
		"9.40":                            "2026-11-24 09:40",
		"9u40":                            "2026-11-24 09:40",
		"14u":                             "2026-11-24 14:00",
		"om 14 uur":                       "2026-11-24 14:00",
		"nu":                              "2026-11-24 15:00",
		"now":                             "2026-11-24 15:00",
		"vandaag":                         "2026-11-24 00:00",
		"Today 14:10":                     "2026-11-24 14:10",
		"gisteren 14.00":                  "2026-11-23 14:00",
		"  gisteren  om 14.00 uur ":       "2026-11-23 14:00",
		"yesterday at 14:00":              "2026-11-23 14:00",
		"morgen":                          "2026-11-25 00:00",
		"di 24-11-2026 09.40":             "2026-11-24 09:40",
		"Tue 24-11-2026 09:40":            "2026-11-24 09:40",
		"wo 25-11 09.40":                  "2026-11-25 09:40",
		"woensdag 25 november, 9.40":      "2026-11-25 09:40",
		"24 november 2026":                "2026-11-24 00:00",
		"3 mrt. 2027":                     "2027-03-03 00:00",
		"1 March":                         "2026-03-01 00:00",
		"di. 24-11":                       "2026-11-24 00:00",
		"29-02-2028":                      "2028-02-29 00:00",
		"\u200e24-11-2026\u00a0\t09:40\n": "2026-11-24 09:40", // pasted from a mail
	} {
		for _, l := range []Language{NL, EN} {
			got, err := New(l, amsterdam(t)).ParseMoment(text, now)
			if err != nil || !got.Equal(at(t, want)) {
				t.Errorf("%s %q: got %v, %v, want %s", l, text, got, err, want)
			}
		}
	}
}

func TestParseMomentSaysWhatIsWrong(t *testing.T) {
	now := at(t, "2026-11-24 15:00")
	for text, want := range map[string]MomentFault{
		"":                     NotRead,
		"gauw":                 NotRead,
		"14":                   NotRead,
		"9.4":                  NotRead,
		"wo":                   NotRead,
		"wo 9.40":              NotRead,
		"24-11-2026 en nog":    NotRead,
		"9.40 24-11":           NotRead,
		"2026":                 NotRead,
		"24-11-2026-3":         NotRead,
		"١٢-١١-٢٠٢٦":           NotRead,
		"31-11":                NoSuchDay,
		"29-02-2026":           NoSuchDay,
		"2026-13-01":           NoSuchDay,
		"0-0":                  NoSuchDay,
		"31 april":             NoSuchDay,
		"25.10":                NoSuchTime,
		"24-11 9.60":           NoSuchTime,
		"vandaag 24:00":        NoSuchTime,
		"29-03-2026 02:30":     NoSuchTime, // summer time begins
		"ma 24-11-2026":        OtherWeekday,
		"monday 24 november":   OtherWeekday,
		"vrijdag morgen 10.00": OtherWeekday,
	} {
		s := New(NL, amsterdam(t))
		_, err := s.ParseMoment(text, now)
		var fault *MomentError
		if !errors.As(err, &fault) || fault.Fault != want || fault.Text != text {
			t.Errorf("%q: got %v, want %s", text, err, want)
			continue
		}
		if !s.Has(fault.Key()) {
			t.Errorf("the catalogue has no %s", fault.Key())
		}
	}
}

// Of 02.30 on 25-10-2026, which comes twice, a person who writes no more means
// the first; RFC 3339 can say the second.
func TestTheHourThatComesTwiceIsTheFirst(t *testing.T) {
	s := New(NL, amsterdam(t))
	now := at(t, "2026-10-26 12:00")
	for text, want := range map[string]time.Time{
		"25-10-2026 02:30":          time.Date(2026, 10, 25, 0, 30, 0, 0, time.UTC),
		"25-10-2026 02:00":          time.Date(2026, 10, 25, 0, 0, 0, 0, time.UTC),
		"25-10-2026 03:00":          time.Date(2026, 10, 25, 2, 0, 0, 0, time.UTC),
		"2026-10-25T02:30:00+01:00": time.Date(2026, 10, 25, 1, 30, 0, 0, time.UTC),
	} {
		if got, err := s.ParseMoment(text, now); err != nil || !got.Equal(want) {
			t.Errorf("%q: got %v, %v, want %v", text, got.UTC(), err, want)
		}
	}
}

func TestParseDayGivesMidnight(t *testing.T) {
	s := New(NL, amsterdam(t))
	now := at(t, "2026-11-24 15:00")
	for text, want := range map[string]string{
		"nu":                   "2026-11-24 00:00",
		"morgen":               "2026-11-25 00:00",
		"24-12":                "2026-12-24 00:00",
		"do 24-12-2026":        "2026-12-24 00:00",
		"24 december 2026":     "2026-12-24 00:00",
		"gisteren 14.00":       "2026-11-23 00:00",
		"2026-11-23T23:30:00Z": "2026-11-24 00:00", // that is the 24th here
		"29-03-2026":           "2026-03-29 00:00",
	} {
		if got, err := s.ParseDay(text, now); err != nil || !got.Equal(at(t, want)) {
			t.Errorf("%q: got %v, %v, want %s", text, got, err, want)
		}
	}
	for _, text := range []string{"9.40", "", "31-11"} {
		if got, err := s.ParseDay(text, now); err == nil {
			t.Errorf("%q is no day, got %v", text, got)
		}
	}
}

func TestWhatIsPrintedCanBeTypedBack(t *testing.T) {
	zone := amsterdam(t)
	rapid.Check(t, func(t *rapid.T) {
		now := time.Unix(rapid.Int64Range(1.7e9, 2e9).Draw(t, "now"), 0)
		m := now.Add(time.Duration(rapid.Int64Range(-1e6, 1e6).Draw(t, "minutes")) * time.Minute).Truncate(time.Minute)
		if first := m.Add(-time.Hour).In(zone); first.Hour() == m.In(zone).Hour() {
			t.Skip("the second of two equal hours")
		}
		s := New(rapid.SampledFrom([]Language{NL, EN}).Draw(t, "language"), zone)
		reader := New(rapid.SampledFrom([]Language{NL, EN}).Draw(t, "reader"), zone)
		for _, text := range []string{s.Moment(m), s.When(m, now)} {
			if got, err := reader.ParseMoment(text, now); err != nil || !got.Equal(m) {
				t.Fatalf("%q: got %v, %v, want %v", text, got, err, m)
			}
		}
		year, month, day := m.In(zone).Date()
		for _, text := range []string{s.Day(m), s.LongDay(m)} {
			if got, err := reader.ParseDay(text, now); err != nil || !got.Equal(time.Date(year, month, day, 0, 0, 0, 0, zone)) {
				t.Fatalf("%q: got %v, %v", text, got, err)
			}
		}
	})
}

func FuzzParseMoment(f *testing.F) {
	for _, text := range []string{"di 24-11-2026 09.40", "nu", "1 maart", "9u40", "2026-11-23T14:05", "op om uur"} {
		f.Add(text)
	}
	zone := amsterdam(f)
	now := time.Date(2026, 11, 24, 15, 0, 0, 0, zone)
	f.Fuzz(func(t *testing.T, text string) {
		got, err := New(NL, zone).ParseMoment(text, now)
		var fault *MomentError
		if err != nil && !errors.As(err, &fault) {
			t.Errorf("%q: an error of another kind: %v", text, err)
		}
		if err == nil && got.Location() != zone {
			t.Errorf("%q: not in the speaker's zone", text)
		}
	})
}
