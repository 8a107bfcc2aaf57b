package procedure

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Fault is one thing that is wrong in a procedure file. What is wrong is a key
// of the catalogues (procedure-fault.KEY) with its data, so that people read it
// in their own language.
type Fault struct {
	File string
	Line int // from 1
	Part Part
	Key  string
	Args map[string]string
}

// Part is what a fault is in: a kind of table with its id or, as KIND-number, its
// place in the file, and the key within it. The zero Part is the file itself.
type Part struct {
	Kind   string // a key of the catalogues (procedure-part.KIND)
	Name   string
	Within string // "title"; "" is the table itself
}

// String is "file:line: …" for who builds the program; people are told in their
// own language.
func (f Fault) String() string {
	words := []string{f.Part.Kind, f.Part.Name, f.Part.Within, f.Key}
	for _, name := range slices.Sorted(maps.Keys(f.Args)) {
		words = append(words, name+"="+f.Args[name])
	}
	return fmt.Sprintf("%s:%d: %s", f.File, f.Line, strings.Join(slices.DeleteFunc(words, func(w string) bool { return w == "" }), " "))
}

// Faults are all things that are wrong in a procedure file, by line.
type Faults []Fault

// Error names every fault, one a line.
func (f Faults) Error() string {
	lines := make([]string, len(f))
	for i, one := range f {
		lines[i] = one.String()
	}
	return strings.Join(lines, "\n")
}

func (f Faults) sorted() Faults {
	slices.SortStableFunc(f, func(a, b Fault) int { return a.Line - b.Line })
	return f
}

// data are the names and values of a fault.
func data(pairs []string) map[string]string {
	out := map[string]string{}
	for i := 0; i+1 < len(pairs); i += 2 {
		out[pairs[i]] = pairs[i+1]
	}
	return out
}
