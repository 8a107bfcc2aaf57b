package lang

import (
	"strconv"
	"strings"
	"time"
)

// MomentFault is why a text is no day or moment. It is also the key under
// moment. of the sentence for the person.
type MomentFault string

// What can be wrong with a day or a moment.
const (
	NotRead      MomentFault = "not-read"      // nothing that people write for a day or a time
	NoSuchDay    MomentFault = "no-such-day"   // 31-11
	NoSuchTime   MomentFault = "no-such-time"  // 25.10, or an hour that summer time skips
	OtherWeekday MomentFault = "other-weekday" // ma 24-11-2026, which is a Tuesday
)

// MomentError is the error of ParseMoment and ParseDay.
type MomentError struct {
	Text  string // as it was typed
	Fault MomentFault
}

func (e *MomentError) Error() string { return string(e.Fault) + ": " + strconv.Quote(e.Text) }

// Key is the catalogue key of the sentence that says what is wrong.
func (e *MomentError) Key() string { return "moment." + string(e.Fault) }

// ParseMoment reads what people type and what Moment, Day, LongDay and When
// print, in Dutch and in English, in the speaker's zone: RFC 3339, 2026-11-23
// 14:05, 24-11-2026 9.40, 24-11 (this year), 9:40 (today), nu, vandaag, gisteren
// 14.00, 24 november, with or without a weekday before it. A day alone is its
// midnight. Of the hour that comes twice in autumn it is the first. Anything
// else is a *MomentError.
func (s *Speaker) ParseMoment(text string, now time.Time) (time.Time, error) {
	r, err := s.read(text, now)
	return r.at, err
}

// ParseDay reads a day as ParseMoment does and gives its midnight in the
// speaker's zone; a time of day beside it does not matter, one alone is no day.
func (s *Speaker) ParseDay(text string, now time.Time) (time.Time, error) {
	r, err := s.read(text, now)
	if err != nil {
		return time.Time{}, err
	}
	if !r.hasDay {
		return time.Time{}, &MomentError{text, NotRead}
	}
	year, month, day := r.at.Date()
	return time.Date(year, month, day, 0, 0, 0, 0, s.zone), nil
}

type reading struct {
	at     time.Time
	hasDay bool
}

func (s *Speaker) read(text string, now time.Time) (reading, error) {
	if t, err := time.Parse(time.RFC3339, strings.ToUpper(strings.TrimSpace(text))); err == nil {
		return reading{t.In(s.zone), true}, nil
	}
	words := wordsOf(text)
	now = now.In(s.zone)
	if len(words) == 1 && vocabularyOf().nows[words[0]] {
		return reading{now, true}, nil
	}
	weekday, words := weekdayOf(words)
	day, words, fault := dayOf(words, now)
	hasDay := day != civil{}
	if !hasDay {
		day = civil{now.Year(), now.Month(), now.Day()}
	}
	clock, rest, clockFault := clockOf(words)
	switch {
	case fault != "":
	case clockFault != "":
		fault = clockFault
	case len(rest) > 0, !hasDay && (weekday >= 0 || !clock.given):
		fault = NotRead
	case weekday >= 0 && weekday != day.weekday():
		fault = OtherWeekday
	}
	if fault == "" {
		if at, ok := moment(day, clock, s.zone); ok {
			return reading{at, hasDay}, nil
		}
		fault = NoSuchTime
	}
	return reading{}, &MomentError{text, fault}
}

// wordsOf are the words that carry meaning. "14 uur" is one of them.
func wordsOf(text string) []string {
	text = strings.ReplaceAll(strings.ToLower(PlainLines(text)), ",", " ")
	if date, clock, ok := strings.Cut(text, "t"); ok && strings.Count(date, "-") == 2 && len(date) == len(time.DateOnly) {
		text = date + " " + clock
	}
	var words []string
	for _, w := range strings.Fields(text) {
		switch w {
		case "om", "op", "at", "on":
		case "uur", "u", "h":
			if n := len(words) - 1; n >= 0 && digits(words[n], 1, 2) {
				words[n] += ":00"
			}
		default:
			words = append(words, w)
		}
	}
	return words
}

// moment is a day and a clock in a zone; false where the clocks skip it.
func moment(d civil, c clock, zone *time.Location) (time.Time, bool) {
	at := time.Date(d.year, d.month, d.day, c.hour, c.minute, c.second, 0, zone)
	if c.given && (at.Hour() != c.hour || at.Minute() != c.minute) {
		return at, false
	}
	if first := at.Add(-time.Hour); first.Day() == d.day && first.Hour() == c.hour {
		return first, true
	}
	return at, true
}
