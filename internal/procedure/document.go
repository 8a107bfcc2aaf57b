package procedure

import (
	"encoding"
	"errors"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/BurntSushi/toml"
)

// document is a TOML file being read; it gathers every fault on the way.
type document struct {
	file   string
	lines  lineIndex
	faults Faults
}

// fault says what is wrong at a path, as a key with pairs of names and values.
func (d *document) fault(path string, in Part, key string, pairs ...string) {
	d.faults = append(d.faults, Fault{d.file, d.lines.of(path), in, key, data(pairs)})
}

// table is one table of the file; what is asked of it is known, the rest is a fault.
type table struct {
	doc    *document
	path   string // "obligation[3]"
	part   Part   // how a fault calls it
	values map[string]any
	asked  map[string]bool
}

func parse(name string, text []byte) (*document, table, error) {
	values := map[string]any{}
	if _, err := toml.Decode(string(text), &values); err != nil {
		line, why := 1, err.Error()
		var syntax toml.ParseError
		if errors.As(err, &syntax) {
			line, why = max(1, syntax.Position.Line), syntax.Message
		}
		return nil, table{}, Faults{{File: name, Line: line, Key: "no-toml", Args: data([]string{"Why", why})}}
	}
	doc := &document{file: name, lines: indexLines(string(text))}
	return doc, newTable(doc, "", Part{Kind: "procedure"}, values), nil
}

func newTable(doc *document, path string, in Part, values map[string]any) table {
	return table{doc, path, in, values, map[string]bool{}}
}

func (t table) at(key string) string { return join(t.path, key) }

// fault says what is wrong with a key of the table.
func (t table) fault(key, what string, pairs ...string) {
	t.doc.fault(t.at(key), t.part, what, append([]string{"Key", key}, pairs...)...)
}

func (t table) has(key string) bool {
	_, ok := t.values[key]
	return ok
}

// read gives the value of a key; ok is false when it is left out or, which is
// the fault otherwise, of another kind.
func read[V any](t table, key, otherwise string) (value V, ok bool) {
	t.asked[key] = true
	raw, there := t.values[key]
	if !there {
		return value, false
	}
	if value, ok = raw.(V); !ok {
		t.fault(key, otherwise)
	}
	return value, ok
}

// text is a text that has to be there.
func (t table) text(key string) string {
	s, ok := read[string](t, key, "no-text")
	switch {
	case !t.has(key):
		t.fault(key, "missing")
	case ok && strings.TrimSpace(s) == "":
		t.fault(key, "empty")
	}
	return s
}

// optional is a text that may be left out; there it says something.
func (t table) optional(key string) string {
	if !t.has(key) {
		return ""
	}
	return t.text(key)
}

func (t table) number(key string) int {
	n, _ := read[int64](t, key, "no-number")
	if !t.has(key) {
		t.fault(key, "missing")
	}
	return int(n)
}

func (t table) flag(key string, otherwise bool) bool {
	if b, ok := read[bool](t, key, "no-truth"); ok {
		return b
	}
	return otherwise
}

// both is a text in the two languages.
func (t table) both(key string) Text {
	sub, ok := t.sub(key)
	if !ok {
		if !t.has(key) {
			t.fault(key, "missing")
		}
		return Text{}
	}
	defer sub.done()
	return Text{NL: sub.text("nl"), EN: sub.text("en")}
}

func (t table) sub(key string) (table, bool) {
	values, ok := read[map[string]any](t, key, "no-table")
	in := t.part
	in.Within = key
	return newTable(t.doc, t.at(key), in, values), ok
}

// each gives the tables [[key]]; faults call them by what stands under naming.
func (t table) each(key, naming string) []table {
	list, _ := read[[]map[string]any](t, key, "no-tables")
	out := make([]table, len(list))
	for i, values := range list {
		in := Part{Kind: key + "-number", Name: strconv.Itoa(i + 1)}
		if name, ok := values[naming].(string); ok {
			in = Part{Kind: key, Name: name}
		}
		out[i] = newTable(t.doc, element(t.at(key), i), in, values)
	}
	return out
}

// list is a list of texts; left out it is empty.
func (t table) list(key string) []string {
	raw, _ := read[[]any](t, key, "no-list")
	var out []string
	for _, v := range raw {
		s, ok := v.(string)
		if !ok {
			t.fault(key, "list-no-text")
			continue
		}
		if slices.Contains(out, s) {
			t.fault(key, "twice", "Value", s)
		}
		out = append(out, s)
	}
	return out
}

// parsed reads a text that has a form of its own, such as a term; false when
// it is left out or, which is the fault otherwise, wrong.
func (t table) parsed(key, otherwise string, into encoding.TextUnmarshaler) bool {
	s, ok := read[string](t, key, "no-text")
	if !ok {
		return false
	}
	if err := into.UnmarshalText([]byte(s)); err != nil {
		t.fault(key, otherwise, "Value", s)
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
			t.fault(key, "unknown-"+kind, "Value", key)
		}
	}
}
