package procedure

import (
	"fmt"
	"slices"
	"strings"
)

// Fault is one thing that is wrong in a procedure file.
type Fault struct {
	File    string
	Line    int // from 1
	Message string
}

// String is "file:line: message", as editors understand it.
func (f Fault) String() string { return fmt.Sprintf("%s:%d: %s", f.File, f.Line, f.Message) }

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
