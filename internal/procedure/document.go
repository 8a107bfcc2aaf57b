package procedure

import (
	"encoding"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"
)

// document is a TOML file being read; it gathers every fault on the way.
type document struct {
	file   string
	lines  lineIndex
	faults Faults
}

func (d *document) fault(path, format string, args ...any) {
	d.faults = append(d.faults, Fault{d.file, d.lines.of(path), fmt.Sprintf(format, args...)})
}

// table is one table of the file; what is asked of it is known, the rest is a fault.
type table struct {
	doc    *document
	path   string // "obligation[3]"
	label  string // how a fault calls it: `obligation "lesson"`
	values map[string]any
	asked  map[string]bool
}

func parse(name string, text []byte) (*document, table, error) {
	values := map[string]any{}
	if _, err := toml.Decode(string(text), &values); err != nil {
		fault := Fault{name, 1, err.Error()}
		var syntax toml.ParseError
		if errors.As(err, &syntax) {
			fault.Line, fault.Message = max(1, syntax.Position.Line), syntax.Message
		}
		return nil, table{}, Faults{fault}
	}
	doc := &document{file: name, lines: indexLines(string(text))}
	return doc, newTable(doc, "", "the procedure", values), nil
}

func newTable(doc *document, path, label string, values map[string]any) table {
	return table{doc, path, label, values, map[string]bool{}}
}

func (t table) at(key string) string { return join(t.path, key) }

func (t table) fault(key, format string, args ...any) {
	t.doc.fault(t.at(key), "%s: %s", t.label, fmt.Sprintf(format, args...))
}

func (t table) has(key string) bool {
	_, ok := t.values[key]
	return ok
}

// read gives the value of a key; ok is false when it is left out or, which is
// a fault, of another kind.
func read[V any](t table, key, kind string) (value V, ok bool) {
	t.asked[key] = true
	raw, there := t.values[key]
	if !there {
		return value, false
	}
	if value, ok = raw.(V); !ok {
		t.fault(key, "%s is not %s", key, kind)
	}
	return value, ok
}

// text is a text that has to be there.
func (t table) text(key string) string {
	s, ok := read[string](t, key, "a text between quotes")
	switch {
	case !t.has(key):
		t.fault(key, "%s is missing", key)
	case ok && strings.TrimSpace(s) == "":
		t.fault(key, "%s is empty", key)
	}
	return s
}

func (t table) number(key string) int {
	n, _ := read[int64](t, key, "a whole number")
	if !t.has(key) {
		t.fault(key, "%s is missing", key)
	}
	return int(n)
}

func (t table) flag(key string, otherwise bool) bool {
	if b, ok := read[bool](t, key, "true or false"); ok {
		return b
	}
	return otherwise
}

// both is a text in the two languages.
func (t table) both(key string) Text {
	sub, ok := t.sub(key)
	if !ok {
		if !t.has(key) {
			t.fault(key, "%s is missing", key)
		}
		return Text{}
	}
	defer sub.done()
	return Text{NL: sub.text("nl"), EN: sub.text("en")}
}

func (t table) sub(key string) (table, bool) {
	values, ok := read[map[string]any](t, key, "a table")
	return newTable(t.doc, t.at(key), t.label+", "+key, values), ok
}

// each gives the tables [[key]]; labels are made of what stands under naming.
func (t table) each(key, naming string) []table {
	list, _ := read[[]map[string]any](t, key, "written as [["+key+"]]")
	out := make([]table, len(list))
	for i, values := range list {
		label := fmt.Sprintf("%s number %d", key, i+1)
		if name, ok := values[naming].(string); ok {
			label = fmt.Sprintf("%s %q", key, name)
		}
		out[i] = newTable(t.doc, element(t.at(key), i), label, values)
	}
	return out
}

// list is a list of texts; left out it is empty.
func (t table) list(key string) []string {
	raw, _ := read[[]any](t, key, "a list")
	var out []string
	for _, v := range raw {
		s, ok := v.(string)
		if !ok {
			t.fault(key, "%s holds something that is not a text between quotes", key)
			continue
		}
		if slices.Contains(out, s) {
			t.fault(key, "%s names %q twice", key, s)
		}
		out = append(out, s)
	}
	return out
}

// parsed reads a text that has a form of its own, such as a term; false when
// it is left out or wrong.
func (t table) parsed(key string, into encoding.TextUnmarshaler) bool {
	s, ok := read[string](t, key, "a text between quotes")
	if !ok {
		return false
	}
	if err := into.UnmarshalText([]byte(s)); err != nil {
		t.fault(key, "%s: %v", key, err)
		return false
	}
	return true
}

// done names every key that nobody asked for.
func (t table) done() { t.rest("key") }

// rest is done for a table whose keys are words of a vocabulary.
func (t table) rest(kind string) {
	for _, key := range slices.Sorted(maps.Keys(t.values)) {
		if !t.asked[key] {
			t.fault(key, "unknown %s %q", kind, key)
		}
	}
}
