package complaint

import (
	"slices"

	"leermoment/internal/event"
)

// TakeBack takes the last thing back that was recorded by mistake, as long as
// nothing rests on it. Both the mistake and its correction stay on record.
type TakeBack struct{ Reason string }

// Fields implements Action.
func (a *TakeBack) Fields(*Situation) []Field { return []Field{long("reason", &a.Reason).required()} }

// restsOnNothing are facts that may come after a mistake without resting on it.
var restsOnNothing = []string{NotedEvent{}.EventName(), AttachedEvent{}.EventName(), LinkedEvent{}.EventName(),
	HeldEvent{}.EventName(), HoldReleasedEvent{}.EventName(), TakenBackEvent{}.EventName()}

// stands are facts that are not taken back: a complaint begins with them, they
// correct something themselves, or other streams know of them.
var stands = []string{ReceivedEvent{}.EventName(), OwnerAssignedEvent{}.EventName(), AssessorAppointedEvent{}.EventName(),
	CorrectedEvent{}.EventName(), ReopenedEvent{}.EventName(), SettledEvent{}.EventName(), CompletedEvent{}.EventName(),
	MeasureDecidedEvent{}.EventName(), MeasureDoneEvent{}.EventName(), EffectCheckedEvent{}.EventName(),
	ExpertJudgedEvent{}.EventName(), ExpertMeasureTakenEvent{}.EventName()}

// Mistake is the last fact on which nothing rests.
func (c *Complaint) Mistake() (event.Recorded, bool) {
	for _, r := range slices.Backward(c.log) {
		name := r.Event.EventName()
		switch {
		case slices.Contains(restsOnNothing, name):
			continue
		case slices.Contains(stands, name):
			return event.Recorded{}, false
		}
		return r, true
	}
	return event.Recorded{}, false
}

// Guard implements Action.
func (a *TakeBack) Guard(s *Situation) *Refusal {
	if _, ok := s.Complaint.Mistake(); !ok {
		return refuse("S13", "nothing-to-take-back")
	}
	return s.undestroyed("S38")
}

// Decide implements Action.
func (a *TakeBack) Decide(s *Situation) ([]event.Event, error) {
	m, _ := s.Complaint.Mistake()
	return []event.Event{TakenBackEvent{Fact: m.Seq, Name: m.Event.EventName(), Late: s.late(), Reason: a.Reason}}, nil
}

// TakenBackEvent: a fact does not count any more. Fact is its sequence, Late
// are the obligations that were too late by then.
type TakenBackEvent struct {
	Fact   int      `json:"fact" part:"figure"`
	Name   string   `json:"name" part:"figure"`
	Late   []string `json:"late" part:"figure"`
	Reason string   `json:"reason"`
}

// EventName implements event.Event.
func (TakenBackEvent) EventName() string { return "taken-back" }

// apply makes the complaint anew without that fact.
func (e TakenBackEvent) apply(c *Complaint, r event.Recorded) {
	was := *c
	*c = *fresh(was.Number)
	for _, x := range was.log {
		if x.Seq != e.Fact {
			c.apply(x)
		}
	}
	c.stayLate(e.Late)
	c.Seq = r.Seq
	if r.HappenedAt.After(c.LastFact) {
		c.LastFact = r.HappenedAt
	}
}
