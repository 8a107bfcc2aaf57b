package complaint

import (
	"leermoment/internal/event"
	"leermoment/internal/procedure"
)

// AddressPerson records the talk with the person concerned (S24); only the
// director and the owner can read it.
type AddressPerson struct{ With, Summary string }

// Fields implements Action.
func (a *AddressPerson) Fields(s *Situation) []Field {
	return []Field{
		text("with", &a.With).required().or(s.ConcernedName(s.Complaint.Form.PersonConcerned)),
		long("summary", &a.Summary).required(),
	}
}

// Guard implements Action.
func (a *AddressPerson) Guard(s *Situation) *Refusal {
	switch {
	case s.Complaint.has(procedure.NobodyConcerned):
		return refuse("S24", "nobody-concerned")
	case !s.known(procedure.Judged):
		return refuse("S24", "judgement-first")
	}
	return first(s.once("S24", "already-addressed", procedure.PersonAddressed), s.unfinished("S24"))
}

// Decide implements Action.
func (a *AddressPerson) Decide(*Situation) ([]event.Event, error) {
	return []event.Event{PersonAddressedEvent{a.With, a.Summary}}, nil
}

// PersonAddressedEvent: somebody talked with the person concerned.
type PersonAddressedEvent struct {
	With    string `json:"with"`
	Summary string `json:"summary"`
}

// EventName implements event.Event.
func (PersonAddressedEvent) EventName() string { return "person-addressed" }

func (e PersonAddressedEvent) apply(c *Complaint, r event.Recorded) {
	c.mark(procedure.PersonAddressed, r.HappenedAt)
}

// Restricted marks a personnel matter: director and owner only (S24).
func (PersonAddressedEvent) Restricted() {}
