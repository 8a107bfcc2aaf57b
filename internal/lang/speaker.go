package lang

import (
	"strings"
	"sync"
	"time"

	"github.com/nicksnyder/go-i18n/v2/i18n"
)

// Args fill the names in a sentence.
type Args map[string]any

// Speaker speaks one language in one time zone. It is safe for concurrent use.
type Speaker struct {
	language  Language
	zone      *time.Location
	entries   map[string]entry
	localizer *i18n.Localizer
}

// catalogue is a language read once.
type catalogue struct {
	entries map[string]entry
	bundle  *i18n.Bundle
}

// read reads a catalogue once per program; the embedded files cannot change.
var read = map[Language]func() catalogue{NL: sync.OnceValue(reader(NL)), EN: sync.OnceValue(reader(EN))}

func reader(l Language) func() catalogue {
	return func() catalogue {
		entries, _, err := load(l)
		if err == nil {
			var bundle *i18n.Bundle
			if bundle, err = messages(l, entries); err == nil {
				return catalogue{entries, bundle}
			}
		}
		panic("lang: the embedded catalogue is broken: " + err.Error()) // a test excludes it
	}
}

// New makes a speaker; an unknown language speaks Dutch.
func New(l Language, zone *time.Location) *Speaker {
	if l != EN {
		l = NL
	}
	c := read[l]()
	return &Speaker{language: l, zone: zone, entries: c.entries, localizer: i18n.NewLocalizer(c.bundle, string(l))}
}

// Language is the language spoken.
func (s *Speaker) Language() Language { return s.language }

// Zone is the time zone of its dates.
func (s *Speaker) Zone() *time.Location { return s.zone }

// Has says whether the catalogue knows a key.
func (s *Speaker) Has(key string) bool { _, ok := s.entries[key]; return ok }

// T says a sentence. A key that is not there shows itself as ⟦key⟧.
func (s *Speaker) T(key string, args ...Args) string {
	e, ok := s.entries[key]
	if !ok {
		return "⟦" + key + "⟧"
	}
	if !strings.Contains(e.other, "{{") {
		return e.other
	}
	return s.say(key, merge(args), nil)
}

// N says a sentence about a number: {{.N}} in it.
func (s *Speaker) N(key string, n int, args ...Args) string {
	if !s.Has(key) {
		return "⟦" + key + "⟧"
	}
	data := merge(args)
	data["N"] = n
	return s.say(key, data, n)
}

func (s *Speaker) say(key string, data Args, count any) string {
	text, err := s.localizer.Localize(&i18n.LocalizeConfig{MessageID: key, TemplateData: map[string]any(data), PluralCount: count})
	if err != nil {
		return "⟦" + key + "⟧"
	}
	return text
}

func merge(args []Args) Args {
	out := Args{}
	for _, a := range args {
		for k, v := range a {
			out[k] = v
		}
	}
	return out
}
