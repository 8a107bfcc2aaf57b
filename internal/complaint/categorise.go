package complaint

import (
	"leermoment/internal/event"
	"leermoment/internal/procedure"
)

// Categorise confirms the proposed category or changes it (S32).
type Categorise struct{ Category string }

// Fields implements Action.
func (a *Categorise) Fields(s *Situation) []Field {
	return []Field{choice("category", &a.Category).labelled(s.offered(procedure.CategoryList, "")).required().
		or(s.counts(procedure.CategoryList, s.Complaint.Form.Category))}
}

// Guard implements Action.
func (a *Categorise) Guard(s *Situation) *Refusal {
	if s.Complaint.Phase == procedure.Learning {
		return nil
	}
	return first(s.unfinished("S32"), s.assessed("S32"))
}

// Decide implements Action.
func (a *Categorise) Decide(*Situation) ([]event.Event, error) {
	return []event.Event{CategorisedEvent{a.Category}}, nil
}

// CategorisedEvent: the category was confirmed or changed.
type CategorisedEvent struct {
	Category string `json:"category" part:"figure"`
}

// EventName implements event.Event.
func (CategorisedEvent) EventName() string { return "categorised" }

func (e CategorisedEvent) apply(c *Complaint, r event.Recorded) {
	c.Form.Category = e.Category
	c.mark(procedure.Categorised, r.HappenedAt)
}
