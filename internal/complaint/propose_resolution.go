package complaint

import (
	"leermoment/internal/event"
	"leermoment/internal/procedure"
)

// Resolution is the solution as it stands with the complainant (S18).
type Resolution struct {
	Proposal string
	With     string
	Accepted Answer // "" no proposal yet; unknown: the answer is awaited
	Quote    string
}

// ProposeResolution records the solution offered, and the complainant's answer
// where it is known; unknown is never silently yes (S18).
type ProposeResolution struct {
	Proposal, With string
	Accepted       Answer
}

// Fields implements Action.
func (a *ProposeResolution) Fields(s *Situation) []Field {
	return []Field{
		text("discussed_with", &a.With).required().or(s.Complaint.Form.ComplainantName),
		long("proposal", &a.Proposal).required(),
		choice("accepted", &a.Accepted, Unknown, Yes, No).required().or(string(Unknown)),
	}
}

// Guard implements Action.
func (a *ProposeResolution) Guard(s *Situation) *Refusal {
	if s.Complaint.has(procedure.OutcomeReached) {
		return refuse("S18", "outcome-stands")
	}
	if s.Complaint.Resolution.Accepted == Unknown {
		return refuse("S18", "answer-awaited")
	}
	return s.assessed("S07")
}

// Decide implements Action.
func (a *ProposeResolution) Decide(*Situation) ([]event.Event, error) {
	return []event.Event{ResolutionProposedEvent{a.Accepted, a.Proposal, a.With}}, nil
}

// ResolutionProposedEvent: a solution was offered.
type ResolutionProposedEvent struct {
	Accepted Answer `json:"accepted" part:"figure"`
	Proposal string `json:"proposal"`
	With     string `json:"with"`
}

// EventName implements event.Event.
func (ResolutionProposedEvent) EventName() string { return "resolution-proposed" }

func (e ResolutionProposedEvent) apply(c *Complaint, r event.Recorded) {
	c.Resolution = Resolution{Proposal: e.Proposal, With: e.With, Accepted: e.Accepted}
	c.agree(e.Accepted, r)
}

// agree reaches the outcome once the complainant agrees.
func (c *Complaint) agree(a Answer, r event.Recorded) {
	if a == Yes {
		c.Ending = procedure.Agreed
		c.mark(procedure.OutcomeReached, r.HappenedAt)
	}
}
