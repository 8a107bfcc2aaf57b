package complaint

import (
	"fmt"
	"time"

	"leermoment/internal/calendar"
	"leermoment/internal/event"
	"leermoment/internal/procedure"
)

// Measure is an improvement with a stream of its own (S39).
type Measure struct {
	ID        string
	Seq       int
	Complaint string // from which it was decided
	What      string
	Owner     string
	By        calendar.Day
	DecidedAt time.Time
	DoneAt    time.Time // zero: not yet
	Result    string
	CheckedAt time.Time // its effect; zero: not yet
	Fell      Answer
	Effect    string
}

// measureFact is an event of a measure's stream.
type measureFact interface {
	event.Event
	applyTo(m *Measure, r event.Recorded)
}

// FoldMeasure makes a measure from its recorded facts.
func FoldMeasure(id string, facts []event.Recorded) (*Measure, error) {
	m := &Measure{ID: id}
	for _, r := range facts {
		e, ok := r.Event.(measureFact)
		if !ok {
			return nil, fmt.Errorf("%s, fact %d: %w %q", id, r.Seq, event.ErrUnknown, r.Event.EventName())
		}
		m.Seq = r.Seq
		e.applyTo(m, r)
	}
	return m, nil
}

// MeasureOpenedEvent begins a measure's stream.
type MeasureOpenedEvent struct {
	Complaint string       `json:"complaint" part:"figure"`
	Owner     string       `json:"owner" part:"figure"`
	By        calendar.Day `json:"by" part:"figure"`
	What      string       `json:"what"`
}

// EventName implements event.Event.
func (MeasureOpenedEvent) EventName() string { return "measure-opened" }

func (e MeasureOpenedEvent) applyTo(m *Measure, r event.Recorded) {
	m.Complaint, m.What, m.Owner, m.By, m.DecidedAt = e.Complaint, e.What, e.Owner, e.By, r.HappenedAt
}

// CompleteMeasure records that a measure is done.
type CompleteMeasure struct{ Result string }

// Fields implements Action.
func (a *CompleteMeasure) Fields(*Situation) []Field {
	return []Field{long("result", &a.Result).required()}
}

// Guard implements Action.
func (a *CompleteMeasure) Guard(s *Situation) *Refusal {
	if !s.Measure.DoneAt.IsZero() {
		return refuse("S39", "measure-done")
	}
	return nil
}

// Decide implements Action.
func (a *CompleteMeasure) Decide(*Situation) ([]event.Event, error) {
	return []event.Event{MeasureCompletedEvent{a.Result}}, nil
}

// Elsewhere implements elsewhere: the complaint it was decided from hears of it.
func (a *CompleteMeasure) Elsewhere(s *Situation) []Elsewhere {
	return []Elsewhere{{Stream: s.Measure.Complaint, Events: []event.Event{MeasureDoneEvent{s.Measure.ID}}}}
}

// MeasureCompletedEvent: the measure is done.
type MeasureCompletedEvent struct {
	Result string `json:"result"`
}

// EventName implements event.Event.
func (MeasureCompletedEvent) EventName() string { return "measure-completed" }

func (e MeasureCompletedEvent) applyTo(m *Measure, r event.Recorded) {
	m.DoneAt, m.Result = r.HappenedAt, e.Result
}

// MeasureDoneEvent tells a complaint that a measure taken from it is done.
type MeasureDoneEvent struct {
	Measure string `json:"measure" part:"figure"`
}

// EventName implements event.Event.
func (MeasureDoneEvent) EventName() string { return "measure-done" }

func (e MeasureDoneEvent) apply(c *Complaint, r event.Recorded) {
	for i := range c.Measures {
		if c.Measures[i].ID == e.Measure {
			c.Measures[i].Done = true
		}
	}
	c.mark(procedure.MeasureDone, r.HappenedAt)
}
