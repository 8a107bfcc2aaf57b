package complaint

import "leermoment/internal/event"

// RemindSatisfaction records that the request for the complainant's opinion
// was sent, once more where it was sent before (S37).
type RemindSatisfaction struct {
	By       Delivery
	To, Text string
}

// Fields implements Action.
func (a *RemindSatisfaction) Fields(s *Situation) []Field {
	return letterFields(s, &a.By, &a.To, &a.Text, SatisfactionLetter)
}

// Guard implements Action.
func (a *RemindSatisfaction) Guard(s *Situation) *Refusal { return s.learning("S37") }

// Decide implements Action.
func (a *RemindSatisfaction) Decide(*Situation) ([]event.Event, error) {
	return []event.Event{SatisfactionAskedEvent{a.By, a.To, a.Text}}, nil
}

// SatisfactionAskedEvent: the request, or the reminder, was sent.
type SatisfactionAskedEvent struct {
	By   Delivery `json:"by" part:"figure"`
	To   string   `json:"to"`
	Text string   `json:"text"`
}

// EventName implements event.Event.
func (SatisfactionAskedEvent) EventName() string { return "satisfaction-asked" }

func (e SatisfactionAskedEvent) apply(c *Complaint, r event.Recorded) {
	c.Reminded = true
	c.file(Letter{Kind: SatisfactionLetter, State: LetterSent, By: e.By, To: e.To, Text: e.Text, At: r.HappenedAt, Actor: r.Actor})
}
