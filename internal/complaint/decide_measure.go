package complaint

import (
	"leermoment/internal/calendar"
	"leermoment/internal/event"
	"leermoment/internal/procedure"
)

// MeasureRef is a measure decided on from this complaint.
type MeasureRef struct {
	ID      string
	Done    bool
	Checked bool // its effect
}

// DecideMeasure decides on an improvement: what, who, by when (S39).
type DecideMeasure struct {
	What  string
	Owner string
	By    calendar.Day
}

// Fields implements Action.
func (a *DecideMeasure) Fields(s *Situation) []Field {
	return []Field{
		long("what", &a.What).required(),
		s.person("owner", &a.Owner).required().or(s.Actor.Login),
		day("by", &a.By).required(),
	}
}

// Guard implements Action.
func (a *DecideMeasure) Guard(s *Situation) *Refusal { return s.improving() }

func (s *Situation) improving() *Refusal {
	if !s.known(procedure.CauseKnown) {
		return refuse("S34", "cause-first")
	}
	return s.unfinished("S39")
}

// Decide implements Action.
func (a *DecideMeasure) Decide(s *Situation) ([]event.Event, error) {
	if a.By.Before(s.Calendar.Day(s.Now)) {
		return nil, Faults{{Field: "by", Key: "day-past"}}
	}
	return []event.Event{MeasureDecidedEvent{s.NextMeasure, a.Owner, a.By, a.What}}, nil
}

// Elsewhere implements elsewhere: the measure's own stream begins.
func (a *DecideMeasure) Elsewhere(s *Situation) []Elsewhere {
	return []Elsewhere{{Stream: s.NextMeasure, Events: []event.Event{MeasureOpenedEvent{s.Complaint.Number, a.Owner, a.By, a.What}}}}
}

// MeasureDecidedEvent: a measure was decided on; it has a stream of its own.
type MeasureDecidedEvent struct {
	Measure string       `json:"measure" part:"figure"`
	Owner   string       `json:"owner" part:"figure"`
	By      calendar.Day `json:"by" part:"figure"`
	What    string       `json:"what"`
}

// EventName implements event.Event.
func (MeasureDecidedEvent) EventName() string { return "measure-decided" }

func (e MeasureDecidedEvent) apply(c *Complaint, r event.Recorded) {
	c.Measures = append(c.Measures, MeasureRef{ID: e.Measure})
	c.mark(procedure.ImprovementDecided, r.HappenedAt)
}
