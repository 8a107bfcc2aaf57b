package complaint

import (
	"leermoment/internal/event"
	"leermoment/internal/procedure"
)

// DecideNoMeasure decides that no improvement is needed, and why (S39: a
// signal asks for a decision, not always for a measure).
type DecideNoMeasure struct{ Reason string }

// Fields implements Action.
func (a *DecideNoMeasure) Fields(*Situation) []Field {
	return []Field{long("reason", &a.Reason).required()}
}

// Guard implements Action.
func (a *DecideNoMeasure) Guard(s *Situation) *Refusal {
	return first(s.improving(), s.once("S39", "already-decided", procedure.ImprovementDecided))
}

// Decide implements Action.
func (a *DecideNoMeasure) Decide(*Situation) ([]event.Event, error) {
	return []event.Event{NoMeasureDecidedEvent{a.Reason}}, nil
}

// NoMeasureDecidedEvent: no measure, and why.
type NoMeasureDecidedEvent struct {
	Reason string `json:"reason"`
}

// EventName implements event.Event.
func (NoMeasureDecidedEvent) EventName() string { return "no-measure-decided" }

func (e NoMeasureDecidedEvent) apply(c *Complaint, r event.Recorded) {
	c.mark(procedure.ImprovementDecided, r.HappenedAt)
}
