package complaint

import (
	"slices"

	"leermoment/internal/event"
)

// Link ties a complaint to another one, both ways.
type Link struct{ To, Reason string }

// Fields implements Action.
func (a *Link) Fields(s *Situation) []Field {
	return []Field{
		text("to", &a.To).required().checked(func(v string) *Fault { return s.checkNumber(v) }),
		long("reason", &a.Reason).required(),
	}
}

// checkNumber wants the number of another complaint that the actor may see.
func (s *Situation) checkNumber(v string) *Fault {
	if s.Known == nil || !s.Known(v) || s.Complaint != nil && v == s.Complaint.Number {
		return fault("complaint-number", "Value", v)
	}
	return nil
}

// Guard implements Action.
func (a *Link) Guard(s *Situation) *Refusal { return s.undestroyed("S36") }

// Decide implements Action.
func (a *Link) Decide(s *Situation) ([]event.Event, error) {
	if slices.Contains(s.Complaint.Links, a.To) {
		return nil, Faults{{Field: "to", Key: "linked-already", Args: map[string]string{"Value": a.To}}}
	}
	return []event.Event{LinkedEvent{a.To, a.Reason}}, nil
}

// Elsewhere implements elsewhere: the other complaint knows of it too.
func (a *Link) Elsewhere(s *Situation) []Elsewhere {
	return []Elsewhere{{Stream: a.To, Events: []event.Event{LinkedEvent{s.Complaint.Number, a.Reason}}}}
}

// LinkedEvent: the complaint belongs with another one.
type LinkedEvent struct {
	To     string `json:"to" part:"figure"`
	Reason string `json:"reason"`
}

// EventName implements event.Event.
func (LinkedEvent) EventName() string { return "linked" }

func (e LinkedEvent) apply(c *Complaint, _ event.Recorded) {
	if !slices.Contains(c.Links, e.To) {
		c.Links = append(c.Links, e.To)
	}
}
