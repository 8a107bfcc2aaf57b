package complaint

import (
	"time"

	"leermoment/internal/event"
	"leermoment/internal/procedure"
)

// SettledEvent: nothing of steps 1–4 is owed any more; the complainant is done.
type SettledEvent struct {
	Ending procedure.Ending `json:"ending" part:"figure"`
}

// EventName implements event.Event.
func (SettledEvent) EventName() string { return "settled" }

func (e SettledEvent) apply(c *Complaint, r event.Recorded) {
	c.Ending = e.Ending
	c.Phase = procedure.Learning
	c.mark(procedure.Settled, r.HappenedAt)
}

// CompletedEvent: nothing of steps 5–7 is owed any more; the organisation is done.
type CompletedEvent struct{}

// EventName implements event.Event.
func (CompletedEvent) EventName() string { return "completed" }

func (CompletedEvent) apply(c *Complaint, r event.Recorded) {
	c.Phase = procedure.Completed
	c.mark(procedure.CaseCompleted, r.HappenedAt)
}

// after is the complaint as it would be with these facts.
func (s *Situation) after(events []event.Event) *Complaint {
	c := s.Complaint.copy(s.Number)
	for _, e := range events {
		c.apply(event.Recorded{Seq: c.Seq + 1, HappenedAt: s.Now, RecordedAt: s.Now, Actor: s.Actor.ID, Event: e})
	}
	return c
}

// next is the fact that comes by itself now, if one does: the two gates. They
// stand on every path, since every path records through here.
func next(c *Complaint, s *Situation, at time.Time) (Pending, bool) {
	if id, ok := s.assessor(c); ok {
		return Pending{Event: AssessorAppointedEvent{id}, HappenedAt: at}, true
	}
	if c.Ending == "" || c.Phase == procedure.Completed || c.Phase == procedure.Destroyed {
		return Pending{}, false
	}
	pl := plan{c, s.Procedure, s.Calendar}
	closed, open := pl.gate()
	if open {
		return Pending{}, false
	}
	if c.Phase == procedure.Handling {
		if reached, ok := c.Fact(procedure.OutcomeReached); ok && reached.After(closed) {
			closed = reached
		}
		if c.ReopenedAt.After(closed) {
			closed = c.ReopenedAt
		}
		return Pending{Event: SettledEvent{c.Ending}, HappenedAt: closed}, true
	}
	if settled, _ := c.Fact(procedure.Settled); settled.After(closed) {
		closed = settled
	}
	return Pending{Event: CompletedEvent{}, HappenedAt: closed}, true
}

// gate says whether something of the complaint's phase still stands before its
// gate, and when the last of it was closed.
func (pl *plan) gate() (last time.Time, open bool) {
	for _, o := range pl.p.Obligations {
		if !o.Gate {
			continue
		}
		if step, _ := pl.p.Step(o.Step); step.Phase != pl.c.Phase {
			continue
		}
		d := pl.duty(o)
		if !d.Closed() && !d.StartsAt.IsZero() {
			return time.Time{}, true
		}
		closed := d.MetAt
		if d.Waived != nil {
			closed = d.Waived.At
		}
		if closed.After(last) {
			last = closed
		}
	}
	return last, false
}
