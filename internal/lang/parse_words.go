package lang

import (
	"strconv"
	"strings"
	"sync"
	"time"
)

// civil is a day without zone; the zero civil is none.
type civil struct {
	year  int
	month time.Month
	day   int
}

func (d civil) utc() time.Time { return time.Date(d.year, d.month, d.day, 0, 0, 0, 0, time.UTC) }

func (d civil) weekday() int { return int(d.utc().Weekday()) }

func (d civil) exists() bool {
	t := d.utc()
	return t.Year() == d.year && t.Month() == d.month && t.Day() == d.day
}

type clock struct {
	hour, minute, second int
	given                bool
}

// vocabulary are the words for days in both languages: a Dutch office may have
// an English screen and still write vandaag.
type vocabulary struct {
	nows     map[string]bool
	relative map[string]int // in days from today
	weekdays map[string]int // Sunday is 0
	months   map[string]time.Month
}

var vocabularyOf = sync.OnceValue(func() vocabulary {
	v := vocabulary{map[string]bool{}, map[string]int{}, map[string]int{}, map[string]time.Month{}}
	for _, l := range []Language{NL, EN} {
		word := func(key string) string { return strings.ToLower(catalogueOf(l).entries[key].other) }
		v.nows[word("word.now")] = true
		v.relative[word("word.today")] = 0
		v.relative[word("word.yesterday")] = -1
		v.relative[word("word.tomorrow")] = 1
		for n := range 7 {
			v.weekdays[word("weekday."+strconv.Itoa(n))] = n
			v.weekdays[word("weekday-long."+strconv.Itoa(n))] = n
		}
		for m := time.January; m <= time.December; m++ {
			v.months[word("month."+strconv.Itoa(int(m)))] = m
			v.months[word("month-short."+strconv.Itoa(int(m)))] = m
		}
	}
	return v
})

// weekdayOf takes a weekday off the front; -1 is none.
func weekdayOf(words []string) (int, []string) {
	if len(words) > 0 {
		if n, ok := vocabularyOf().weekdays[strings.TrimSuffix(words[0], ".")]; ok {
			return n, words[1:]
		}
	}
	return -1, words
}

// dayOf takes a day off the front, if there is one.
func dayOf(words []string, now time.Time) (civil, []string, MomentFault) {
	if len(words) == 0 {
		return civil{}, words, ""
	}
	if n, ok := vocabularyOf().relative[words[0]]; ok {
		year, month, day := now.Date()
		t := civil{year, month, day + n}.utc()
		return civil{t.Year(), t.Month(), t.Day()}, words[1:], ""
	}
	d, used := writtenDay(words, now.Year())
	if used == 0 {
		d, used = numberedDay(words[0], now.Year())
	}
	if used > 0 && !d.exists() {
		return civil{}, words, NoSuchDay
	}
	return d, words[used:], ""
}

// writtenDay reads 24 november 2026 and 24 november, and says how many words
// that took.
func writtenDay(words []string, thisYear int) (civil, int) {
	if len(words) < 2 || !digits(words[0], 1, 2) {
		return civil{}, 0
	}
	month, ok := vocabularyOf().months[strings.TrimSuffix(words[1], ".")]
	if !ok {
		return civil{}, 0
	}
	if len(words) > 2 && digits(words[2], 4, 4) {
		return civil{number(words[2]), month, number(words[0])}, 3
	}
	return civil{thisYear, month, number(words[0])}, 2
}

// numberedDay reads 2026-11-24, 24-11-2026, 24-11-26 and 24-11, also with
// slashes or, where a year is given, full stops: without one 24.11 is a time.
func numberedDay(word string, thisYear int) (civil, int) {
	for _, sign := range []string{"-", "/", "."} {
		p := strings.Split(word, sign)
		switch {
		case len(p) == 3 && digits(p[0], 4, 4) && digits(p[1], 1, 2) && digits(p[2], 1, 2):
			return civil{number(p[0]), time.Month(number(p[1])), number(p[2])}, 1
		case len(p) == 3 && digits(p[0], 1, 2) && digits(p[1], 1, 2) && digits(p[2], 4, 4):
			return civil{number(p[2]), time.Month(number(p[1])), number(p[0])}, 1
		case len(p) == 3 && digits(p[0], 1, 2) && digits(p[1], 1, 2) && digits(p[2], 2, 2):
			return civil{2000 + number(p[2]), time.Month(number(p[1])), number(p[0])}, 1
		case len(p) == 2 && sign != "." && digits(p[0], 1, 2) && digits(p[1], 1, 2):
			return civil{thisYear, time.Month(number(p[1])), number(p[0])}, 1
		}
	}
	return civil{}, 0
}

// clockOf takes a time of day off the front, if there is one: 9.40, 09:40,
// 09:40:15, 9u40, 14u.
func clockOf(words []string) (clock, []string, MomentFault) {
	if len(words) == 0 {
		return clock{}, words, ""
	}
	for _, sign := range []string{":", ".", "u", "h"} {
		p := strings.Split(words[0], sign)
		if len(p) < 2 || len(p) > 3 || len(p) == 3 && sign != ":" || !digits(p[0], 1, 2) {
			continue
		}
		c := clock{hour: number(p[0]), given: true}
		for i, part := range p[1:] {
			if part == "" && len(p) == 2 && (sign == "u" || sign == "h") { // 14u
				break
			}
			if !digits(part, 2, 2) {
				return clock{}, words, NotRead
			}
			*[]*int{&c.minute, &c.second}[i] = number(part)
		}
		if c.hour > 23 || c.minute > 59 || c.second > 59 {
			return clock{}, words, NoSuchTime
		}
		return c, words[1:], ""
	}
	return clock{}, words, ""
}

func digits(s string, least, most int) bool {
	if len(s) < least || len(s) > most {
		return false
	}
	return strings.Trim(s, "0123456789") == ""
}

func number(s string) int {
	n, _ := strconv.Atoi(s) // digits has looked at it
	return n
}
