package command

import (
	"errors"
	"testing"
	"unicode/utf8"

	"leermoment/internal/complaint"
)

// Whatever is handed to --input: it is one object of plain values, or its faults
// are named; a value that was given is never left out in silence.
func FuzzInput(f *testing.F) {
	for _, text := range []string{`{}`, `{"text": "x", "n": 3, "b": true, "c": null}`, `{"a": 1e400, "a": []}`, "\ufeff{\"a\": \"\\u0000\"}", `{"a": "\ud800"}`,
		`{"a": {"a": {"a": []}}}`, "[]", "{\"a\": \"\xff\"}", `{"at": "2026-11-24 14:05"`} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		a := &app{edge: Edge{ReadFile: func(string) ([]byte, error) { return raw, nil }}}
		values, err := a.values(given{input: "x.json"})
		if err != nil {
			var faults complaint.Faults
			if !errors.As(err, &faults) || len(faults) == 0 {
				t.Fatalf("%v names no fault", err)
			}
			return
		}
		object, ok := readObject(raw)
		if !ok {
			t.Fatal("it was read once, and not again")
		}
		for _, m := range object {
			value, there := values[m.name]
			if there != (m.value != nil) || !utf8.ValidString(value) {
				t.Errorf("%q: %v became %q (%v)", m.name, m.value, value, there)
			}
		}
	})
}
