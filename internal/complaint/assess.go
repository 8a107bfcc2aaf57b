package complaint

import (
	"leermoment/internal/event"
	"leermoment/internal/procedure"
)

// Answer is yes or no where neither may be assumed.
type Answer string

// The answers; Unknown is allowed where a reason stands beside it (S18).
const (
	Yes     Answer = "yes"
	No      Answer = "no"
	Unknown Answer = "unknown"
)

// Assess is the director's assessment: is it a complaint, how serious, and can
// he settle it alone (S07, S19).
type Assess struct {
	Complaint Answer
	Severity  Severity
	Alone     Answer
	Reason    string
}

// Assessment is what the director judged.
type Assessment struct {
	Complaint bool
	Severity  Severity
	Alone     bool
	Reason    string
}

// Fields implements Action.
func (a *Assess) Fields(s *Situation) []Field {
	severity := Normal
	if s.Complaint.Form.SeriousSuspected {
		severity = SeriousCase
	}
	return []Field{
		choice("complaint", &a.Complaint, Yes, No).required().or(string(Yes)),
		choice("severity", &a.Severity, Normal, SeriousCase).required().or(string(severity)).when("complaint", string(Yes)),
		choice("alone", &a.Alone, Yes, No).required().when("complaint", string(Yes)),
		long("reason", &a.Reason),
	}
}

// Guard implements Action.
func (a *Assess) Guard(s *Situation) *Refusal {
	return first(s.once("S07", "already-assessed", procedure.Assessed), s.handling("S07"))
}

// Decide implements Action.
func (a *Assess) Decide(*Situation) ([]event.Event, error) {
	if a.Reason == "" && a.Complaint == No {
		return nil, Faults{{Field: "reason", Key: "reason-no-complaint"}}
	}
	if a.Reason == "" && a.Severity == SeriousCase {
		return nil, Faults{{Field: "reason", Key: "reason-serious"}}
	}
	return []event.Event{AssessedEvent{
		NoComplaint: a.Complaint == No, Severity: a.Severity, Alone: a.Alone == Yes, Reason: a.Reason,
	}}, nil
}

// AssessedEvent: the director assessed the complaint.
type AssessedEvent struct {
	NoComplaint bool     `json:"no_complaint" part:"figure"`
	Severity    Severity `json:"severity" part:"figure"`
	Alone       bool     `json:"alone" part:"figure"`
	Reason      string   `json:"reason"`
}

// EventName implements event.Event.
func (AssessedEvent) EventName() string { return "assessed" }

func (e AssessedEvent) apply(c *Complaint, r event.Recorded) {
	c.Assessment = Assessment{!e.NoComplaint, e.Severity, e.Alone, e.Reason}
	c.mark(procedure.Assessed, r.HappenedAt)
	switch {
	case e.NoComplaint:
		c.Ending = procedure.NoComplaint
		c.mark(procedure.OutcomeReached, r.HappenedAt)
		return
	case e.Alone:
		c.mark(procedure.SettlesAlone, r.HappenedAt)
	default:
		c.mark(procedure.NeedsConsultation, r.HappenedAt)
	}
	if e.Severity == SeriousCase {
		c.mark(procedure.Serious, r.HappenedAt)
		c.hold(HoldClaim)
	}
}
