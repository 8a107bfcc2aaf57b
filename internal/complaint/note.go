package complaint

import "leermoment/internal/event"

// Note records something worth keeping; it counts as progress (S17). It may
// explain why an obligation was too late; the lateness stays (S13).
type Note struct{ Text, About string }

// Fields implements Action.
func (a *Note) Fields(s *Situation) []Field {
	fields := []Field{long("text", &a.Text).required()}
	var late []Choice
	for _, d := range Duties(s.Complaint, s.Procedure, s.Calendar) {
		if status := d.Status(s.Now); s.knowsOf(d) && (status == Overdue || status == MetLate) {
			late = append(late, Choice{d.Obligation.ID, d.Obligation.Title})
		}
	}
	if late == nil {
		return fields
	}
	return append(fields, choice("obligation", &a.About).labelled(late))
}

// Guard implements Action.
func (a *Note) Guard(*Situation) *Refusal { return nil }

// Decide implements Action.
func (a *Note) Decide(*Situation) ([]event.Event, error) {
	return []event.Event{NotedEvent{About: a.About, Text: a.Text}}, nil
}

// NotedEvent: a note was made; About is the obligation whose lateness it explains.
type NotedEvent struct {
	About string `json:"about" part:"figure"`
	Text  string `json:"text"`
}

// EventName implements event.Event.
func (NotedEvent) EventName() string { return "noted" }

func (e NotedEvent) apply(c *Complaint, r event.Recorded) {
	c.Notes = append(c.Notes, e.Text)
	if e.About != "" {
		c.Explained[e.About] = e.Text
	}
}

// WhyLate is the reason on record for an obligation that was too late: what
// somebody explained, else, where it was extended, why; "" for none.
func (c *Complaint) WhyLate(obligation string, extended bool) string {
	if why, ok := c.Explained[obligation]; ok {
		return why
	}
	if n := len(c.Delays); extended && n > 0 {
		return c.Delays[n-1].Why
	}
	return ""
}
