package complaint

import (
	"leermoment/internal/event"
	"leermoment/internal/procedure"
)

// PreventRecurrence records what was put in place against repetition, or why
// nothing is needed (S25).
type PreventRecurrence struct {
	Needed Answer
	What   string
}

// Fields implements Action.
func (a *PreventRecurrence) Fields(*Situation) []Field {
	return []Field{
		choice("needed", &a.Needed, Yes, No).required().or(string(Yes)),
		long("what", &a.What).required(),
	}
}

// Guard implements Action.
func (a *PreventRecurrence) Guard(s *Situation) *Refusal {
	if !s.known(procedure.Judged) {
		return refuse("S24", "judgement-first")
	}
	return first(s.once("S25", "already-prevented", procedure.RecurrencePrevented), s.unfinished("S25"))
}

// Decide implements Action.
func (a *PreventRecurrence) Decide(*Situation) ([]event.Event, error) {
	return []event.Event{RecurrencePreventedEvent{a.Needed == Yes, a.What}}, nil
}

// RecurrencePreventedEvent: the conditions against repetition stand, or none
// are needed.
type RecurrencePreventedEvent struct {
	Needed bool   `json:"needed" part:"figure"`
	What   string `json:"what"`
}

// EventName implements event.Event.
func (RecurrencePreventedEvent) EventName() string { return "recurrence-prevented" }

func (e RecurrencePreventedEvent) apply(c *Complaint, r event.Recorded) {
	c.mark(procedure.RecurrencePrevented, r.HappenedAt)
}
