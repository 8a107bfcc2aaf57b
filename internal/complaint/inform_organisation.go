package complaint

import (
	"leermoment/internal/event"
	"leermoment/internal/procedure"
)

// InformOrganisation records to whom and where the outcome was told inside the
// organisation (S02, S26).
type InformOrganisation struct{ Whom, What string }

// Fields implements Action.
func (a *InformOrganisation) Fields(*Situation) []Field {
	return []Field{text("whom", &a.Whom).required(), long("what", &a.What)}
}

// Guard implements Action.
func (a *InformOrganisation) Guard(s *Situation) *Refusal {
	if !s.Complaint.has(procedure.OutcomeReached) && !s.owes(procedure.OrganisationTold) {
		return refuse("S26", "outcome-first")
	}
	return s.unfinished("S26")
}

// Decide implements Action.
func (a *InformOrganisation) Decide(*Situation) ([]event.Event, error) {
	return []event.Event{OrganisationInformedEvent{a.Whom, a.What}}, nil
}

// OrganisationInformedEvent: the organisation heard the outcome.
type OrganisationInformedEvent struct {
	Whom string `json:"whom"`
	What string `json:"what"`
}

// EventName implements event.Event.
func (OrganisationInformedEvent) EventName() string { return "organisation-informed" }

func (e OrganisationInformedEvent) apply(c *Complaint, r event.Recorded) {
	c.mark(procedure.OrganisationTold, r.HappenedAt)
}
