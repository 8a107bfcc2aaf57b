package complaint

import (
	"leermoment/internal/event"
	"leermoment/internal/procedure"
)

// Consult records with whom of the team the director talked it over (S08).
type Consult struct{ With, Result string }

// Fields implements Action.
func (a *Consult) Fields(*Situation) []Field {
	return []Field{text("with", &a.With).required(), long("result", &a.Result).required()}
}

// Guard implements Action.
func (a *Consult) Guard(s *Situation) *Refusal { return s.assessed("S08") }

// Decide implements Action.
func (a *Consult) Decide(*Situation) ([]event.Event, error) {
	return []event.Event{ConsultedEvent{a.With, a.Result}}, nil
}

// ConsultedEvent: the team was consulted.
type ConsultedEvent struct {
	With   string `json:"with"`
	Result string `json:"result"`
}

// EventName implements event.Event.
func (ConsultedEvent) EventName() string { return "consulted" }

func (e ConsultedEvent) apply(c *Complaint, r event.Recorded) {
	c.mark(procedure.Consulted, r.HappenedAt)
}
