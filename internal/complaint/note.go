package complaint

import "leermoment/internal/event"

// Note records something worth keeping; it counts as progress (S17).
type Note struct{ Text string }

// Fields implements Action.
func (a *Note) Fields(*Situation) []Field { return []Field{long("text", &a.Text).required()} }

// Guard implements Action.
func (a *Note) Guard(*Situation) *Refusal { return nil }

// Decide implements Action.
func (a *Note) Decide(*Situation) ([]event.Event, error) {
	return []event.Event{NotedEvent{a.Text}}, nil
}

// NotedEvent: a note was made.
type NotedEvent struct {
	Text string `json:"text"`
}

// EventName implements event.Event.
func (NotedEvent) EventName() string { return "noted" }

func (e NotedEvent) apply(c *Complaint, r event.Recorded) { c.Notes = append(c.Notes, e.Text) }
