package complaint

import "leermoment/internal/event"

// Waive lets an obligation go, with a reason; some can never be waived.
type Waive struct{ Obligation, Reason string }

// Fields implements Action.
func (a *Waive) Fields(s *Situation) []Field {
	var open []Choice
	for _, d := range s.waivable() {
		open = append(open, Choice{d.Obligation.ID, d.Obligation.Title})
	}
	return []Field{
		choice("obligation", &a.Obligation).labelled(open).required(),
		long("reason", &a.Reason).required(),
	}
}

func (s *Situation) waivable() []Duty {
	var out []Duty
	for _, d := range Duties(s.Complaint, s.Procedure, s.Calendar) {
		if s.knowsOf(d) && d.Obligation.Waivable && !d.Closed() && !d.StartsAt.IsZero() && len(d.Obligation.MetBy) > 0 {
			out = append(out, d)
		}
	}
	return out
}

// Guard implements Action.
func (a *Waive) Guard(s *Situation) *Refusal {
	if len(s.waivable()) == 0 {
		return refuse("S13", "nothing-to-waive")
	}
	return s.unfinished("S13")
}

// Decide implements Action.
func (a *Waive) Decide(*Situation) ([]event.Event, error) {
	return []event.Event{WaivedEvent{a.Obligation, a.Reason}}, nil
}

// WaivedEvent: an obligation was let go.
type WaivedEvent struct {
	Obligation string `json:"obligation" part:"figure"`
	Reason     string `json:"reason"`
}

// EventName implements event.Event.
func (WaivedEvent) EventName() string { return "waived" }

func (e WaivedEvent) apply(c *Complaint, r event.Recorded) {
	c.Waived[e.Obligation] = Waiver{r.Actor, r.HappenedAt, e.Reason}
}
