package complaint

import (
	"leermoment/internal/event"
	"leermoment/internal/procedure"
)

// RecordInformation records what the complainant told further, or that nothing
// more is needed (S23).
type RecordInformation struct {
	Needed      Answer
	Information string
}

// Fields implements Action.
func (a *RecordInformation) Fields(*Situation) []Field {
	return []Field{
		choice("needed", &a.Needed, No, Yes).required().or(string(No)),
		long("information", &a.Information).required().when("needed", string(Yes)),
	}
}

// Guard implements Action.
func (a *RecordInformation) Guard(s *Situation) *Refusal { return s.handling("S23") }

// Decide implements Action.
func (a *RecordInformation) Decide(*Situation) ([]event.Event, error) {
	return []event.Event{InformationRecordedEvent{a.Needed == Yes, a.Information}}, nil
}

// InformationRecordedEvent: further information came, or none is needed.
type InformationRecordedEvent struct {
	Needed      bool   `json:"needed" part:"figure"`
	Information string `json:"information"`
}

// EventName implements event.Event.
func (InformationRecordedEvent) EventName() string { return "information-recorded" }

func (e InformationRecordedEvent) apply(c *Complaint, r event.Recorded) {
	c.mark(procedure.Information, r.HappenedAt)
}
