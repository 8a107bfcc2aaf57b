package lang

import (
	"maps"
	"regexp"
	"strings"
)

// Sentences that name a key have it as [[new:n]]: the action, by its name in
// the table of keys, and the key that it usually has. Who gave the action
// another key reads that one.

var mark = regexp.MustCompile(`\[\[([a-z0-9-]+):([^\]]+)\]\]`)

// keyed says whether a sentence names a key.
func keyed(text string) bool { return strings.Contains(text, "[[") }

// usual is a sentence with the usual keys.
func usual(text string) string {
	if !keyed(text) {
		return text
	}
	return mark.ReplaceAllString(text, "$2")
}

// template makes a template of a sentence that names keys; what is filled in
// beside them is no part of it, whatever it says.
func template(text string) string {
	if !keyed(text) {
		return text
	}
	return mark.ReplaceAllString(text, `{{call .Press "$1" "$2"}}`)
}

// withKeys adds the keys to what a sentence is filled with.
func (s *Speaker) withKeys(data Args) Args {
	all := Args{"Press": s.keyOf}
	maps.Copy(all, data)
	return all
}

func (s *Speaker) keyOf(action, usual string) string {
	if s.press == nil {
		return usual
	}
	return s.press(action, usual)
}

// Pressing is the same speaker to somebody with keys of his own: press gives
// the key of an action, as people read it.
func (s *Speaker) Pressing(press func(action, usual string) string) *Speaker {
	with := *s
	with.press = press
	return &with
}

// Marks are the keys that sentences name: for each action the keys that the
// catalogue of a language takes for the usual one.
func Marks(l Language) map[string][]string {
	out := map[string][]string{}
	for _, e := range catalogueOf(l).entries {
		for _, found := range mark.FindAllStringSubmatch(e.one+e.other, -1) {
			out[found[1]] = append(out[found[1]], found[2])
		}
	}
	return out
}
