package complaint

import (
	"leermoment/internal/event"
	"leermoment/internal/procedure"
)

// CarryOutRuling records that what the ruling orders was done (S30).
type CarryOutRuling struct{ Done string }

// Fields implements Action.
func (a *CarryOutRuling) Fields(*Situation) []Field { return []Field{long("done", &a.Done).required()} }

// Guard implements Action.
func (a *CarryOutRuling) Guard(s *Situation) *Refusal {
	if !s.Complaint.has(procedure.RulingOrders) {
		return refuse("S30", "nothing-ordered")
	}
	return first(s.once("S30", "ruling-done", procedure.RulingCarriedOut), s.handling("S30"))
}

// Decide implements Action.
func (a *CarryOutRuling) Decide(*Situation) ([]event.Event, error) {
	return []event.Event{RulingCarriedOutEvent{a.Done}}, nil
}

// RulingCarriedOutEvent: what the ruling ordered was done.
type RulingCarriedOutEvent struct {
	Done string `json:"done"`
}

// EventName implements event.Event.
func (RulingCarriedOutEvent) EventName() string { return "ruling-carried-out" }

func (e RulingCarriedOutEvent) apply(c *Complaint, r event.Recorded) {
	c.mark(procedure.RulingCarriedOut, r.HappenedAt)
}
