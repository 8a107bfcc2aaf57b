package complaint

import (
	"strconv"
	"strings"

	"leermoment/internal/event"
	"leermoment/internal/procedure"
)

// Cause is the root cause at the end of a chain of whys (S34).
type Cause struct {
	ID   string
	Whys []string
}

// maxWhys is the longest chain of whys that is asked for.
const maxWhys = 5

// DetermineCause asks why, up to five times, and ends in a cause from the
// list; the symptom is the complaint's own text (S34).
type DetermineCause struct {
	Whys  [maxWhys]string
	Cause string
}

// Fields implements Action.
func (a *DetermineCause) Fields(s *Situation) []Field {
	var fields []Field
	for i := range a.Whys {
		f := text("why_"+strconv.Itoa(i+1), &a.Whys[i])
		if i == 0 {
			f = f.required()
		}
		fields = append(fields, f)
	}
	cause := choice("cause", &a.Cause).labelled(s.offered(procedure.CauseList, "")).required()
	return append([]Field{fields[0], cause}, fields[1:]...)
}

// Guard implements Action.
func (a *DetermineCause) Guard(s *Situation) *Refusal {
	if s.Complaint.Phase == procedure.Learning {
		return nil
	}
	return first(s.unfinished("S34"), s.assessed("S34"))
}

// Decide implements Action.
func (a *DetermineCause) Decide(*Situation) ([]event.Event, error) {
	var whys []string
	for i, why := range a.Whys {
		if strings.TrimSpace(why) == "" {
			continue
		}
		if len(whys) < i {
			return nil, Faults{{Field: "why_" + strconv.Itoa(len(whys)+1), Key: "why-gap"}}
		}
		whys = append(whys, why)
	}
	return []event.Event{CauseDeterminedEvent{Cause: a.Cause, Depth: len(whys), Whys: whys}}, nil
}

// CauseDeterminedEvent: the root cause is known.
type CauseDeterminedEvent struct {
	Cause string   `json:"cause" part:"figure"`
	Depth int      `json:"depth" part:"figure"`
	Whys  []string `json:"whys"`
}

// EventName implements event.Event.
func (CauseDeterminedEvent) EventName() string { return "cause-determined" }

func (e CauseDeterminedEvent) apply(c *Complaint, r event.Recorded) {
	c.Cause = Cause{e.Cause, e.Whys}
	c.mark(procedure.CauseKnown, r.HappenedAt)
}
