package command

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestOnlyOneWholeObjectIsRead(t *testing.T) {
	for text, want := range map[string][]member{
		`{}`:                                     nil,
		`{"a": "b", "a": ""}`:                    {{"a", "b"}, {"a", ""}}, // the second one is not lost
		`{"b": true, "a": null, "c": []}` + "\n": {{"b", true}, {"a", nil}, {"c", []any{}}},
		"\ufeff{\"a\": \"\\u0000\"}":             {{"a", "\x00"}}, // as a Windows editor keeps it
	} {
		got, ok := readObject([]byte(text))
		if diff := cmp.Diff(want, got, cmp.AllowUnexported(member{})); !ok || diff != "" {
			t.Errorf("%s: %v %s", text, ok, diff)
		}
	}
	for _, text := range []string{"", " ", "null", "3", `"a"`, "[]", "{", `{"a"}`, `{"a": }`, `{"a": 1,}`, "{} {}", "{} }", "{}x", "{\"a\": \"\xff\"}"} {
		if got, ok := readObject([]byte(text)); ok {
			t.Errorf("%q is read as %v", text, got)
		}
	}
}

func TestLanguageAndJSONAreKnownBeforeTheFlagsAre(t *testing.T) {
	for _, tt := range []struct {
		args     []string
		language string
		asJSON   bool
	}{
		{[]string{"list", "--bogus", "--json"}, "", true},
		{[]string{"--lang", "en", "list"}, "en", false},
		{[]string{"list", "--lang=nl", "--json=true"}, "nl", true},
		{[]string{"list", "--json=false"}, "", false},
		{[]string{"list", "--lang"}, "", false},
		{[]string{"list", "--", "--lang", "en", "--json"}, "", false},
	} {
		if language, asJSON := spoken(tt.args); language != tt.language || asJSON != tt.asJSON {
			t.Errorf("%v: %q, %v", tt.args, language, asJSON)
		}
	}
}
