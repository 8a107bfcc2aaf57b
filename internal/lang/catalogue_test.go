package lang

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestTheCataloguesAreWhole(t *testing.T) {
	for _, l := range []Language{NL, EN} {
		for key, texts := range Values(l) {
			for _, text := range texts {
				if strings.TrimSpace(text) == "" {
					t.Errorf("%s: %s says nothing", l, key)
				}
				if PlainLines(text) != text {
					t.Errorf("%s: %s has control characters: %q", l, key, text)
				}
			}
		}
	}
}

func TestBothLanguagesSayTheSameThings(t *testing.T) {
	if diff := cmp.Diff(Keys(NL), Keys(EN)); diff != "" {
		t.Errorf("- only in Dutch, + only in English:\n%s", diff)
	}
	dutch, english := Values(NL), Values(EN)
	for key, nl := range dutch {
		en, ok := english[key]
		if !ok {
			continue // said above
		}
		if len(nl) != len(en) {
			t.Errorf("%s: a number decides in one language only", key)
		}
		if diff := cmp.Diff(fields(nl), fields(en)); diff != "" {
			t.Errorf("%s: the names to fill in differ: %s", key, diff)
		}
	}
}

var field = regexp.MustCompile(`\.[A-Z]\w*`)

// fields are the names that the sentences of a key have in their templates.
func fields(texts []string) []string {
	var found []string
	for _, text := range texts {
		for _, action := range regexp.MustCompile(`\{\{.*?\}\}`).FindAllString(text, -1) {
			found = append(found, field.FindAllString(action, -1)...)
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}

func TestEverySentenceCanBeFilledIn(t *testing.T) {
	for _, l := range []Language{NL, EN} {
		s := New(l, amsterdam(t))
		for key, texts := range Values(l) {
			data := Args{}
			for _, name := range fields(texts) {
				data[strings.TrimPrefix(name, ".")] = "x"
			}
			if got := s.T(key, data); strings.ContainsAny(got, "⟦⟧") || strings.Contains(got, "{{") {
				t.Errorf("%s: %s says %q", l, key, got)
			}
			if len(texts) == 2 {
				for _, n := range []int{0, 1, 2} {
					if got := s.N(key, n, data); strings.ContainsAny(got, "⟦⟧") {
						t.Errorf("%s: %s about %d says %q", l, key, n, got)
					}
				}
			}
		}
	}
}

func TestParse(t *testing.T) {
	for text, want := range map[string]Language{
		"nl": NL, "en": EN, "NL": NL, "nl_NL.UTF-8": NL, "en-GB": EN, "nl.UTF-8": NL,
		"": "", "de": "", "C": "", "nld": "", "english": "",
	} {
		if got, ok := Parse(text); got != want || ok != (want != "") {
			t.Errorf("Parse(%q) = %q, %v", text, got, ok)
		}
	}
}
