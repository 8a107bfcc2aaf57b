package complaint

import (
	"slices"

	"leermoment/internal/event"
	"leermoment/internal/procedure"
)

// HoldKind is why a dossier may not be destroyed yet (S38).
type HoldKind string

// A serious case may become a claim (S19), a referral runs (S28), or the
// director decided it.
const (
	HoldClaim    HoldKind = "claim"
	HoldReferral HoldKind = "referral"
	HoldDecided  HoldKind = "decided"
)

func (c *Complaint) hold(k HoldKind) {
	if !slices.Contains(c.Holds, k) {
		c.Holds = append(c.Holds, k)
	}
}

// Hold keeps a dossier from destruction until it is released.
type Hold struct{ Reason string }

// Fields implements Action.
func (a *Hold) Fields(*Situation) []Field { return []Field{long("reason", &a.Reason).required()} }

// Guard implements Action.
func (a *Hold) Guard(s *Situation) *Refusal {
	if slices.Contains(s.Complaint.Holds, HoldDecided) {
		return refuse("S38", "held-already")
	}
	return s.undestroyed("S38")
}

// Decide implements Action.
func (a *Hold) Decide(*Situation) ([]event.Event, error) {
	return []event.Event{HeldEvent{a.Reason}}, nil
}

// HeldEvent: the dossier is kept until the hold is released.
type HeldEvent struct {
	Reason string `json:"reason"`
}

// EventName implements event.Event.
func (HeldEvent) EventName() string { return "held" }

func (e HeldEvent) apply(c *Complaint, _ event.Recorded) { c.hold(HoldDecided) }

// ReleaseHold ends every hold on a dossier, with a reason.
type ReleaseHold struct{ Reason string }

// Fields implements Action.
func (a *ReleaseHold) Fields(*Situation) []Field {
	return []Field{long("reason", &a.Reason).required()}
}

// Guard implements Action.
func (a *ReleaseHold) Guard(s *Situation) *Refusal {
	if len(s.Complaint.Holds) == 0 {
		return refuse("S38", "not-held")
	}
	return s.undestroyed("S38")
}

// Decide implements Action.
func (a *ReleaseHold) Decide(*Situation) ([]event.Event, error) {
	return []event.Event{HoldReleasedEvent{a.Reason}}, nil
}

// HoldReleasedEvent: nothing keeps the dossier any longer than its term.
type HoldReleasedEvent struct {
	Reason string `json:"reason"`
}

// EventName implements event.Event.
func (HoldReleasedEvent) EventName() string { return "hold-released" }

func (e HoldReleasedEvent) apply(c *Complaint, _ event.Recorded) { c.Holds = nil }

func (s *Situation) undestroyed(rule string) *Refusal {
	if s.Complaint.Phase == procedure.Destroyed {
		return refuse(rule, "destroyed")
	}
	return nil
}
