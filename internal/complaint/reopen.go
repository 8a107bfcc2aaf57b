package complaint

import (
	"slices"

	"leermoment/internal/event"
	"leermoment/internal/procedure"
)

// Reopen takes a settled complaint back into handling, with a new month from
// that day; what was late stays on record. A ruling binds and stays (S30).
type Reopen struct{ Reason string }

// Fields implements Action.
func (a *Reopen) Fields(*Situation) []Field { return []Field{long("reason", &a.Reason).required()} }

// Guard implements Action.
func (a *Reopen) Guard(s *Situation) *Refusal {
	switch {
	case s.Complaint.Phase == procedure.Handling:
		return refuse("S37", "not-settled")
	case s.Complaint.Phase == procedure.Destroyed:
		return refuse("S38", "destroyed")
	case s.Complaint.Ending == procedure.Ruled:
		return refuse("S30", "ruling-stands")
	}
	return nil
}

// Decide implements Action.
func (a *Reopen) Decide(s *Situation) ([]event.Event, error) {
	var lifted []string
	for _, o := range s.Procedure.Obligations {
		step, _ := s.Procedure.Step(o.Step)
		if _, waived := s.Complaint.Waived[o.ID]; waived && step.Phase == procedure.Handling {
			lifted = append(lifted, o.ID)
		}
	}
	return []event.Event{ReopenedEvent{Late: s.late(), Lifted: lifted, Reason: a.Reason}}, nil
}

// ReopenedEvent: the complaint is in handling again. Late are the obligations
// that were too late by then, Lifted the waivers that no longer hold.
type ReopenedEvent struct {
	Late   []string `json:"late" part:"figure"`
	Lifted []string `json:"lifted" part:"figure"`
	Reason string   `json:"reason"`
}

// EventName implements event.Event.
func (ReopenedEvent) EventName() string { return "reopened" }

// again are the facts that have to come once more after a reopening: all that
// belongs to the outcome, and how satisfied the complainant is with it.
var again = []procedure.Fact{procedure.OutcomeReached, procedure.OutcomeDelivered, procedure.FeedbackApproved, procedure.FeedbackSent,
	procedure.OrganisationTold, procedure.Rejected, procedure.Referred, procedure.ReferralRefused, procedure.ReferralClosed,
	procedure.Settled, procedure.SatisfactionKnown, procedure.CaseCompleted, procedure.DelayAnnounced}

func (e ReopenedEvent) apply(c *Complaint, r event.Recorded) {
	c.stayLate(e.Late)
	for _, f := range again {
		delete(c.facts, f)
	}
	if c.Ending == procedure.NoComplaint {
		delete(c.facts, procedure.Assessed) // the director judges anew
		c.Assessment = Assessment{}
	}
	for id := range c.Waived {
		if slices.Contains(e.Lifted, id) {
			delete(c.Waived, id)
		}
	}
	c.Phase, c.Ending, c.ReopenedAt = procedure.Handling, "", r.HappenedAt
	c.Resolution, c.Feedback, c.Referral, c.Delays = Resolution{}, Approval{}, Referral{}, nil
	c.Score, c.Reminded = 0, false
}
