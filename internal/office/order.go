package office

import (
	"strings"

	"leermoment/internal/procedure"
)

// Column is one by which the register can be sorted.
type Column string

// The columns of the register. The complainant is known of what the viewer sees
// whole; of what is about himself he knows number and step. What is not known
// stands at the end, whichever way round.
const (
	ByNumber      Column = "number"
	ByComplainant Column = "complainant"
	ByStep        Column = "step" // as the procedure in force has them
	ByNext        Column = "next" // the place of the next duty in the procedure
	ByTime        Column = "time" // the end of the next duty
)

// Columns are all of them.
func Columns() []Column { return []Column{ByNumber, ByComplainant, ByStep, ByNext, ByTime} }

// Order is how the register is sorted. Lines that are equal, and all where By is
// empty or unknown, stand in the order of their view: serious complaints that are
// not done first, and then what presses or the newest.
type Order struct {
	By      Column
	Reverse bool
}

// OrderOf reads an order as it is remembered: a column, after a - where it is
// turned round.
func OrderOf(text string) Order {
	by, reverse := strings.CutPrefix(text, "-")
	return Order{By: Column(by), Reverse: reverse}
}

// stepsOf are those of the procedure in force.
func stepsOf(p *procedure.Procedure) []procedure.StepID {
	steps := make([]procedure.StepID, len(p.Steps))
	for i, s := range p.Steps {
		steps[i] = s.ID
	}
	return steps
}
