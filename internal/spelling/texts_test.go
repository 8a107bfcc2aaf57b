// Package spelling proves that everything that people read is spelled and worded
// well in both languages: the catalogues, the procedure's titles and
// explanations, the letters, the demo's stories and the manual.
//
// It is tests alone, and may import lang.
package spelling

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"leermoment/internal/lang"
)

// text is something that people read, with the place where it stands.
type text struct{ at, says string }

// ours is everything in a language that stands in the program.
func ours(t *testing.T, l lang.Language) []text {
	t.Helper()
	return slices.Concat(catalogue(l), procedureOf(t, l), letters(t, l))
}

// catalogue is every sentence of the catalogue's files, whichever there are.
func catalogue(l lang.Language) []text {
	var texts []text
	for key, values := range lang.Values(l) {
		for _, says := range values {
			texts = append(texts, text{"catalogue " + string(l) + ": " + key, says})
		}
	}
	return sorted(texts)
}

// procedureOf is what the procedure file says in a language; its sentences are
// quoted as the organisation wrote them, and are not ours.
func procedureOf(t *testing.T, l lang.Language) []text {
	t.Helper()
	var texts []text
	leaves(decode(t, "../procedure/flowconcepts.toml"), "", func(key, says string) {
		if under, ok := strings.CutSuffix(key, "."+string(l)); ok {
			texts = append(texts, text{"flowconcepts.toml: " + under, says})
		}
	})
	return sorted(texts)
}

// letters are the lines of the templates.
func letters(t *testing.T, l lang.Language) []text {
	t.Helper()
	var texts []text
	for _, name := range files(t, "../letter/templates/*."+string(l)+".txt") {
		for line := range strings.SplitSeq(read(t, name), "\n") {
			texts = append(texts, text{filepath.Base(name), line})
		}
	}
	return texts
}

// Values of a story that are no Dutch: ids, and the names, addresses and numbers
// of people and organisations.
var (
	idsOfCases   = []string{"channel", "complainant_kind", "category", "person_concerned", "judgement", "cause", "email", "phone"}
	namesOfCases = []string{"complainant_name", "organisation", "client", "address"}
)

// stories are the demo's cases, told in Dutch.
func stories(t *testing.T) []text {
	t.Helper()
	var texts []text
	for _, name := range files(t, "../demo/cases-*.toml") {
		leaves(decode(t, name), "", func(key, says string) {
			field := key[strings.LastIndex(key, ".")+1:]
			if !slices.Contains(idsOfCases, field) && !slices.Contains(namesOfCases, field) {
				texts = append(texts, text{filepath.Base(name) + ": " + field, says})
			}
		})
	}
	return sorted(texts)
}

// namesInStories are the words of which the names in the stories are made.
func namesInStories(t *testing.T) map[string]bool {
	t.Helper()
	names := map[string]bool{}
	for _, name := range files(t, "../demo/cases-*.toml") {
		leaves(decode(t, name), "", func(key, says string) {
			if slices.Contains(namesOfCases, key[strings.LastIndex(key, ".")+1:]) {
				for _, word := range wordsIn(says) {
					names[word] = true
				}
			}
		})
	}
	return names
}

// ofProcedures are the places where it says what is wrong in a procedure's file.
var ofProcedures = regexp.MustCompile(`: procedure-(fault|part)\.`)

// wordsOfProcedures are the words that stand in a procedure's file for the
// program and not for people: its keys, and what they can be.
func wordsOfProcedures(t *testing.T) map[string]bool {
	t.Helper()
	words := map[string]bool{}
	leaves(decode(t, "../procedure/flowconcepts.toml"), "", func(key, says string) {
		for part := range strings.SplitSeq(key, ".") {
			words[part] = true
		}
		if isTyped := regexp.MustCompile(`^[a-z0-9]+([ -][a-z0-9]+)*$`); isTyped.MatchString(says) {
			for word := range strings.FieldsSeq(says) {
				words[word] = true
			}
		}
	})
	return words
}

// manual is the manual without what is typed.
func manual(t *testing.T) []text {
	t.Helper()
	says := fenced.ReplaceAllString(read(t, "../../docs/handleiding.md"), "")
	var texts []text
	for line := range strings.SplitSeq(says, "\n") {
		texts = append(texts, text{"handleiding.md", line})
	}
	return texts
}

var fenced = regexp.MustCompile("(?s)```.*?```")

// leaves hands on every text in a table, with its dotted key.
func leaves(value any, key string, found func(key, says string)) {
	switch v := value.(type) {
	case string:
		found(key, v)
	case []any:
		for _, one := range v {
			leaves(one, key, found)
		}
	case []map[string]any:
		for _, one := range v {
			leaves(one, key, found)
		}
	case map[string]any:
		for _, name := range slices.Sorted(maps.Keys(v)) {
			leaves(v[name], strings.TrimPrefix(key+"."+name, "."), found)
		}
	}
}

func decode(t *testing.T, name string) map[string]any {
	t.Helper()
	var table map[string]any
	if _, err := toml.Decode(read(t, name), &table); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return table
}

func files(t *testing.T, pattern string) []string {
	t.Helper()
	names, err := filepath.Glob(pattern)
	if err != nil || len(names) == 0 {
		t.Fatalf("%s: no files (%v)", pattern, err)
	}
	return names
}

func read(t *testing.T, name string) string {
	t.Helper()
	content, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

func sorted(texts []text) []text {
	slices.SortFunc(texts, func(a, b text) int {
		return strings.Compare(a.at+"\x00"+a.says, b.at+"\x00"+b.says)
	})
	return texts
}
