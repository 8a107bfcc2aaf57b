package keymap

import (
	"errors"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/BurntSushi/toml"
)

// Fault is something in a file of keys that cannot be followed: its line (0
// where it has none), and a sentence of the catalogue with its data.
type Fault struct {
	Line int
	Key  string
	Args map[string]any
}

// given are keys that a file gives, by the name of the action.
type given map[string][]string

// reading is one file as it is read.
type reading struct {
	lines  map[string]int
	faults []Fault
}

func (r *reading) fault(line int, key string, args map[string]any) {
	r.faults = append(r.faults, Fault{line, "keys." + key, args})
}

// Parse reads a file of keys. What cannot be followed is named, and there the
// usual keys hold.
func Parse(text string) (Map, []Fault) {
	r := &reading{lines: linesOf(text)}
	var table map[string]any
	if _, err := toml.Decode(text, &table); err != nil {
		line := 0
		var wrong toml.ParseError
		if errors.As(err, &wrong) {
			line = wrong.Position.Line
		}
		return Map{}, []Fault{{line, "keys.unread", nil}}
	}
	g := given{}
	for name, value := range table {
		if keys := r.keys(name, value); keys != nil {
			g[name] = keys
		}
	}
	m := r.settle(g)
	slices.SortStableFunc(r.faults, func(a, b Fault) int { return a.Line - b.Line })
	return m, r.faults
}

// named finds the lines on which something gets its keys.
var named = regexp.MustCompile(`^\s*\[?\s*["']?([^\s"'=\[\]]+)["']?\s*[=\]]`)

// linesOf says on which line each name stands; the TOML library tells lines for
// faults of syntax only.
func linesOf(text string) map[string]int {
	lines := map[string]int{}
	for i, line := range strings.Split(text, "\n") {
		if found := named.FindStringSubmatch(line); found != nil && lines[found[1]] == 0 {
			lines[found[1]] = i + 1
		}
	}
	return lines
}

// keys are those that a file gives to an action; nil where that cannot be.
func (r *reading) keys(name string, value any) (keys []string) {
	line := r.lines[name]
	a, known := find(name)
	if !known {
		r.fault(line, "unknown-action", map[string]any{"Name": name})
		return nil
	}
	written, ok := texts(value)
	if !ok || len(written) == 0 {
		r.fault(line, "no-keys", map[string]any{"Name": name})
		return nil
	}
	for _, w := range written {
		key, why := keyFor(a, w)
		if why != "" {
			r.fault(line, why, map[string]any{"Name": name, "Key": w, "Same": read(same(key))})
			return nil
		}
		if !slices.Contains(keys, key) {
			keys = append(keys, key)
		}
	}
	return keys
}

// keyFor reads one key for an action, or says why it cannot be.
func keyFor(a Action, written string) (key, why string) {
	key, ok := Name(written)
	switch {
	case !ok:
		return "", "unknown-key"
	case always(key) && !slices.Contains(a.Keys, key):
		return key, "always"
	case same(key) != "":
		return key, "same-key"
	case a.Place == Form && types(key):
		return key, "letter"
	}
	return key, ""
}

// texts are the strings of a value: one, or a list of them.
func texts(value any) (out []string, ok bool) {
	switch v := value.(type) {
	case string:
		return []string{v}, true
	case []any:
		for _, x := range v {
			s, is := x.(string)
			if !is {
				return nil, false
			}
			out = append(out, s)
		}
		return out, true
	}
	return nil, false
}

// settle takes the keys that were given, as far as no key is for two actions
// at one place. An action that the file does not name gives up a key that
// another got, if it has one left.
func (r *reading) settle(g given) Map {
	for r.clash(g) {
	}
	m := Map{own: g}
	for _, a := range Actions() {
		if left := g.left(a); g[a.Name] == nil && len(left) < len(a.Keys) {
			m.own[a.Name] = left
		}
	}
	for name, keys := range m.own { // what is as usual is not one's own
		if a, _ := find(name); slices.Equal(a.Keys, keys) {
			delete(m.own, name)
		}
	}
	return m
}

// left are the usual keys of an action that no other was given.
func (g given) left(a Action) []string {
	return slices.DeleteFunc(slices.Clone(a.Keys), func(key string) bool {
		for name, keys := range g {
			if b, _ := find(name); name != a.Name && over(a.Place, b.Place) && slices.Contains(keys, key) && !always(key) {
				return true
			}
		}
		return false
	})
}

// clash names the first key that is for two actions at one place, or that was
// the last one of an action, and takes back what was given there.
func (r *reading) clash(g given) bool {
	for i, a := range Actions() {
		for _, b := range Actions()[i+1:] {
			if key := shared(g[a.Name], g[b.Name]); key != "" && over(a.Place, b.Place) {
				r.twice(a, b, key)
				delete(g, a.Name)
				delete(g, b.Name)
				return true
			}
		}
	}
	for _, a := range Actions() {
		if g[a.Name] != nil || len(g.left(a)) > 0 {
			continue
		}
		for _, b := range Actions() {
			if key := shared(a.Keys, g[b.Name]); key != "" && over(a.Place, b.Place) {
				r.fault(r.lines[b.Name], "last-key", map[string]any{"Name": b.Name, "Key": read(key), "Other": a.Name})
				delete(g, b.Name)
				return true
			}
		}
	}
	return false
}

func (r *reading) twice(a, b Action, key string) {
	one, other := r.lines[a.Name], r.lines[b.Name]
	if other < one {
		a, b, one, other = b, a, other, one
	}
	r.fault(one, "twice", map[string]any{"Name": a.Name, "Other": b.Name, "Key": read(key), "Line": strconv.Itoa(other)})
}

// shared is the first key that is in both.
func shared(a, b []string) string {
	for _, key := range a {
		if slices.Contains(b, key) {
			return key
		}
	}
	return ""
}
