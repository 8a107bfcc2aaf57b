package lang

import (
	"errors"
	"strings"
	"time"
)

// ErrMoment says that a text is no moment or day that people write.
var ErrMoment = errors.New("no day or moment")

var dayLayouts = []string{"2006-01-02", "2-1-2006", "2/1/2006", "2-1", "2/1"}
var clockLayouts = []string{"15:04", "15.04", "15:04:05"}

// ParseMoment reads what people type, in the speaker's zone: RFC 3339,
// 2026-11-23 14:05, 24-11-2026 9.40, 24-11, 9:40 (today), nu, vandaag,
// gisteren 14.00, morgen, with or without a weekday before it. A day alone is
// its midnight. At the end of summer time the hour that comes twice is the
// first; a time that the clocks skip is an hour later.
func (s *Speaker) ParseMoment(text string, now time.Time) (time.Time, error) {
	text = strings.ToLower(strings.TrimSpace(text))
	if t, err := time.Parse(time.RFC3339, strings.ToUpper(text)); err == nil {
		return t, nil
	}
	if s.is(text, "now") {
		return now, nil
	}
	words := strings.Fields(strings.ReplaceAll(text, ",", " "))
	if len(words) > 1 && s.isWeekday(words[0]) {
		words = words[1:]
	}
	switch len(words) {
	case 1:
		if clock, err := s.clock(words[0]); err == nil {
			return s.at(now, clock), nil
		}
		return s.day(words[0], now)
	case 2:
		day, err := s.day(words[0], now)
		if err != nil {
			return day, err
		}
		clock, err := s.clock(words[1])
		if err != nil {
			return time.Time{}, err
		}
		return s.at(day, clock), nil
	}
	return time.Time{}, ErrMoment
}

// ParseDay reads a day as people type it; midnight in the zone.
func (s *Speaker) ParseDay(text string, now time.Time) (time.Time, error) {
	t, err := s.ParseMoment(text, now)
	if err != nil {
		return t, err
	}
	return s.at(t, time.Time{}), nil
}

func (s *Speaker) at(day, clock time.Time) time.Time {
	d := day.In(s.zone)
	return time.Date(d.Year(), d.Month(), d.Day(), clock.Hour(), clock.Minute(), clock.Second(), 0, s.zone)
}

func (s *Speaker) clock(text string) (time.Time, error) {
	for _, layout := range clockLayouts {
		if t, err := time.Parse(layout, text); err == nil {
			return t, nil
		}
	}
	return time.Time{}, ErrMoment
}

func (s *Speaker) day(text string, now time.Time) (time.Time, error) {
	midnight := s.at(now, time.Time{})
	for name, days := range map[string]int{"today": 0, "yesterday": -1, "tomorrow": 1} {
		if s.is(text, name) {
			return midnight.AddDate(0, 0, days), nil
		}
	}
	for _, layout := range dayLayouts {
		t, err := time.ParseInLocation(layout, text, s.zone)
		if err != nil {
			continue
		}
		if t.Year() == 0 {
			t = time.Date(now.In(s.zone).Year(), t.Month(), t.Day(), 0, 0, 0, 0, s.zone)
		}
		return t, nil
	}
	return time.Time{}, ErrMoment
}

// is says whether a word is the Dutch or the English one for it.
func (s *Speaker) is(text, word string) bool {
	return text == read[NL]().entries["word."+word].other || text == read[EN]().entries["word."+word].other
}

func (s *Speaker) isWeekday(text string) bool {
	for _, l := range []Language{NL, EN} {
		for _, n := range "0123456" {
			if text == strings.ToLower(read[l]().entries["weekday."+string(n)].other) {
				return true
			}
		}
	}
	return false
}
