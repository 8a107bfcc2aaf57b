package lang

import (
	"maps"
	"strings"
	"time"

	"github.com/nicksnyder/go-i18n/v2/i18n"
)

// Args fill the names in a sentence.
type Args map[string]any

// Speaker speaks one language in one time zone. It is safe for concurrent use.
type Speaker struct {
	language Language
	zone     *time.Location
	says     *catalogue
	press    func(action, usual string) string // the key of an action; nil: the usual one
}

// New makes a speaker; any other language than English speaks Dutch.
func New(l Language, zone *time.Location) *Speaker {
	if l != EN {
		l = NL
	}
	return &Speaker{language: l, zone: zone, says: catalogueOf(l)}
}

// Language is the language spoken.
func (s *Speaker) Language() Language { return s.language }

// Zone is the time zone of its dates.
func (s *Speaker) Zone() *time.Location { return s.zone }

// Has says whether the catalogue knows a key.
func (s *Speaker) Has(key string) bool {
	_, ok := s.says.entries[key]
	return ok
}

// T says a sentence. Where a number decides, N in the args is that number. A
// key that is not there shows itself as ⟦key⟧, a name that was not given as ⟦?⟧.
func (s *Speaker) T(key string, args ...Args) string {
	e, ok := s.says.entries[key]
	switch {
	case !ok:
		return missing(key)
	case e.one == "" && !strings.Contains(e.other, "{{") && !keyed(e.other):
		return e.other
	}
	data := merge(args)
	return s.say(key, e, data, data["N"])
}

// N says a sentence about a number of things; the sentence has it as {{.N}}.
func (s *Speaker) N(key string, n int, args ...Args) string {
	e, ok := s.says.entries[key]
	if !ok {
		return missing(key)
	}
	data := Args{"N": n}
	for _, a := range args {
		maps.Copy(data, a)
	}
	return s.say(key, e, data, n)
}

func missing(key string) string { return "⟦" + key + "⟧" }

func merge(args []Args) Args {
	if len(args) == 1 {
		return args[0]
	}
	all := Args{}
	for _, a := range args {
		maps.Copy(all, a)
	}
	return all
}

// say fills a sentence; count decides between one and other.
func (s *Speaker) say(key string, e entry, data Args, count any) string {
	if e.one == "" {
		count = nil
	}
	if keyed(e.other) {
		data = s.withKeys(data)
	}
	config := &i18n.LocalizeConfig{MessageID: key, TemplateData: map[string]any(data), PluralCount: count}
	text, err := s.says.localize(config)
	if err != nil && count != nil { // the count is no number
		config.PluralCount = nil
		text, err = s.says.localize(config)
	}
	if err != nil {
		return missing(key)
	}
	return strings.ReplaceAll(text, "<no value>", "⟦?⟧")
}
