package complaint

import (
	"leermoment/internal/event"
	"leermoment/internal/procedure"
)

// MeasureSatisfaction records how satisfied the former complainant is, or that
// no answer came to the request and its reminder (S37).
type MeasureSatisfaction struct {
	Answered Answer
	Score    int
	Remark   string
	Means    Channel
}

// Fields implements Action.
func (a *MeasureSatisfaction) Fields(*Situation) []Field {
	return []Field{
		choice("answered", &a.Answered, Yes, No).required().or(string(Yes)),
		choice("means", &a.Means, ByPhone, ByMail, InPerson, ByLetter, OtherChannel).required().or(string(ByPhone)),
		number("score", &a.Score, 1, 10).required().when("answered", string(Yes)),
		long("remark", &a.Remark),
	}
}

// Guard implements Action.
func (a *MeasureSatisfaction) Guard(s *Situation) *Refusal {
	return first(s.learning("S37"), s.once("S37", "already-measured", procedure.SatisfactionKnown))
}

// Decide implements Action.
func (a *MeasureSatisfaction) Decide(s *Situation) ([]event.Event, error) {
	if a.Answered == No && !s.Complaint.Reminded {
		return nil, refuse("S37", "reminder-first")
	}
	return []event.Event{SatisfactionMeasuredEvent{a.Answered == Yes, a.Score, a.Means, a.Remark}}, nil
}

// SatisfactionMeasuredEvent: the score is known, or no answer came.
type SatisfactionMeasuredEvent struct {
	Answered bool    `json:"answered" part:"figure"`
	Score    int     `json:"score" part:"figure"`
	Means    Channel `json:"means" part:"figure"`
	Remark   string  `json:"remark"`
}

// EventName implements event.Event.
func (SatisfactionMeasuredEvent) EventName() string { return "satisfaction-measured" }

func (e SatisfactionMeasuredEvent) apply(c *Complaint, r event.Recorded) {
	c.Score = e.Score
	c.mark(procedure.SatisfactionKnown, r.HappenedAt)
}
