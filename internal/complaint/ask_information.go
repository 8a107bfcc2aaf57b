package complaint

import (
	"leermoment/internal/event"
	"leermoment/internal/procedure"
)

// AskInformation records that the complainant was asked for further
// information (S23). No clock stops while the answer is awaited.
type AskInformation struct {
	Question string
	Means    Channel
}

// Fields implements Action.
func (a *AskInformation) Fields(*Situation) []Field {
	return []Field{
		long("question", &a.Question).required(),
		choice("means", &a.Means, ByPhone, ByMail, InPerson, ByLetter, OtherChannel).required().or(string(ByPhone)),
	}
}

// Guard implements Action.
func (a *AskInformation) Guard(s *Situation) *Refusal { return s.handling("S23") }

// Decide implements Action.
func (a *AskInformation) Decide(*Situation) ([]event.Event, error) {
	return []event.Event{InformationAskedEvent{a.Means, a.Question}}, nil
}

// InformationAskedEvent: the complainant was asked for more.
type InformationAskedEvent struct {
	Means    Channel `json:"means" part:"figure"`
	Question string  `json:"question"`
}

// EventName implements event.Event.
func (InformationAskedEvent) EventName() string { return "information-asked" }

func (e InformationAskedEvent) apply(c *Complaint, r event.Recorded) {
	c.mark(procedure.Information, r.HappenedAt)
}
