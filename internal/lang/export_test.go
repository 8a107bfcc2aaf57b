package lang

import (
	"time"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"
)

// Twice speaks a language in which everything takes twice as many words.
func Twice(l Language, zone *time.Location) *Speaker {
	s := New(l, zone)
	tag := language.Make(string(l))
	bundle := i18n.NewBundle(tag)
	entries := map[string]entry{}
	for key, e := range s.entries {
		e.other += " " + e.other
		if e.one != "" {
			e.one += " " + e.one
		}
		entries[key] = e
		if err := bundle.AddMessages(tag, &i18n.Message{ID: key, One: e.one, Other: e.other}); err != nil {
			panic(err)
		}
	}
	return &Speaker{language: l, zone: zone, entries: entries, localizer: i18n.NewLocalizer(bundle, string(l))}
}
