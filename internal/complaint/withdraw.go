package complaint

import (
	"leermoment/internal/event"
	"leermoment/internal/procedure"
)

// Withdraw records that the complainant takes the complaint back. A written
// confirmation of that, the category and the lesson stay owed.
type Withdraw struct {
	Means Channel
	Words string
}

// Fields implements Action.
func (a *Withdraw) Fields(*Situation) []Field {
	return []Field{
		choice("means", &a.Means, ByPhone, ByMail, InPerson, ByLetter, OtherChannel).required().or(string(ByPhone)),
		long("words", &a.Words).required(),
	}
}

// Guard implements Action.
func (a *Withdraw) Guard(s *Situation) *Refusal {
	if s.Complaint.has(procedure.OutcomeReached) {
		return refuse("S18", "outcome-stands")
	}
	return s.handling("S18")
}

// Decide implements Action.
func (a *Withdraw) Decide(s *Situation) ([]event.Event, error) {
	return []event.Event{WithdrawnEvent{Means: a.Means, Late: s.late(), Words: a.Words}}, nil
}

// WithdrawnEvent: the complainant took the complaint back. Late are the
// obligations that were too late by then; what remains of them starts anew.
type WithdrawnEvent struct {
	Means Channel  `json:"means" part:"figure"`
	Late  []string `json:"late" part:"figure"`
	Words string   `json:"words"`
}

// EventName implements event.Event.
func (WithdrawnEvent) EventName() string { return "withdrawn" }

func (e WithdrawnEvent) apply(c *Complaint, r event.Recorded) {
	c.stayLate(e.Late)
	c.Ending = procedure.Withdrawn
	c.mark(procedure.OutcomeReached, r.HappenedAt)
}
