package complaint

import (
	"leermoment/internal/event"
	"leermoment/internal/procedure"
)

// CheckEffect records whether complaints with the cause or category that a
// measure was meant for have fallen (S39).
type CheckEffect struct {
	Fell   Answer
	Remark string
}

// Fields implements Action.
func (a *CheckEffect) Fields(*Situation) []Field {
	return []Field{choice("fell", &a.Fell, Yes, No, Unknown).required(), long("remark", &a.Remark).required()}
}

// Guard implements Action.
func (a *CheckEffect) Guard(s *Situation) *Refusal {
	switch {
	case s.Measure.DoneAt.IsZero():
		return refuse("S39", "measure-first")
	case s.Measure.Fell != "":
		return refuse("S39", "effect-known")
	}
	return nil
}

// Decide implements Action.
func (a *CheckEffect) Decide(*Situation) ([]event.Event, error) {
	return []event.Event{MeasureCheckedEvent{a.Fell, a.Remark}}, nil
}

// Elsewhere implements elsewhere: the complaint it was decided from hears of it.
func (a *CheckEffect) Elsewhere(s *Situation) []Elsewhere {
	return []Elsewhere{{Stream: s.Measure.Complaint, Events: []event.Event{EffectCheckedEvent{s.Measure.ID, a.Fell}}}}
}

// MeasureCheckedEvent: the effect of a measure is known.
type MeasureCheckedEvent struct {
	Fell   Answer `json:"fell" part:"figure"`
	Remark string `json:"remark"`
}

// EventName implements event.Event.
func (MeasureCheckedEvent) EventName() string { return "measure-checked" }

func (e MeasureCheckedEvent) applyTo(m *Measure, r event.Recorded) {
	m.CheckedAt, m.Fell, m.Effect = r.HappenedAt, e.Fell, e.Remark
}

// MeasureHandedOverEvent: somebody else carries the measure out from now on.
type MeasureHandedOverEvent struct {
	Owner string `json:"owner" part:"figure"`
}

// EventName implements event.Event.
func (MeasureHandedOverEvent) EventName() string { return "measure-handed-over" }

func (e MeasureHandedOverEvent) applyTo(m *Measure, _ event.Recorded) { m.Owner = e.Owner }

// EffectCheckedEvent tells a complaint that the effect of its measure is known.
type EffectCheckedEvent struct {
	Measure string `json:"measure" part:"figure"`
	Fell    Answer `json:"fell" part:"figure"`
}

// EventName implements event.Event.
func (EffectCheckedEvent) EventName() string { return "effect-checked" }

// apply marks the effect as checked once that of every measure is.
func (e EffectCheckedEvent) apply(c *Complaint, r event.Recorded) {
	all := true
	for i := range c.Measures {
		if c.Measures[i].ID == e.Measure {
			c.Measures[i].Checked = true
		}
		all = all && c.Measures[i].Checked
	}
	if all {
		c.mark(procedure.EffectChecked, r.HappenedAt)
	}
}
