package complaint

import (
	"leermoment/internal/calendar"
	"leermoment/internal/event"
	"leermoment/internal/procedure"
)

// Choice of the complainant when the independent person is offered (S28).
const (
	Awaited  Answer = "awaited"   // offered; no answer yet
	NoAnswer Answer = "no-answer" // offered, and never answered
)

// Referral is the offer of the independent person as it stands (S28, S29).
type Referral struct {
	Answer      Answer // "" never offered
	Offered     calendar.Day
	Independent string
}

// ReferIndependent records the offer of the independent person and what the
// complainant said to it: with his consent the dossier goes there, without it
// the complaint ends without agreement (S28–S30).
type ReferIndependent struct {
	Answer      Answer
	Offered     calendar.Day
	Independent string
	Free        Answer // free of a conflict of interest in this case
	Consent     string
	Remark      string
}

// Fields implements Action.
func (a *ReferIndependent) Fields(s *Situation) []Field {
	today := s.Calendar.Day(s.Now)
	name := ""
	if p, ok := s.Procedure.IndependentOn(today); ok {
		name = p.Name
	}
	offered := today
	if s.Complaint.Referral.Answer == Awaited {
		offered = s.Complaint.Referral.Offered
	}
	return []Field{
		day("offered_on", &a.Offered).required().or(offered.String()),
		choice("answer", &a.Answer, Yes, No, Awaited, NoAnswer).required(),
		text("independent", &a.Independent).required().or(name),
		choice("free_of_interest", &a.Free, Yes).required().when("answer", string(Yes)),
		long("consent", &a.Consent).required().when("answer", string(Yes)),
		long("remark", &a.Remark),
	}
}

// Guard implements Action.
func (a *ReferIndependent) Guard(s *Situation) *Refusal {
	c := s.Complaint
	switch {
	case c.has(procedure.ReferralClosed):
		return refuse("S28", "referral-closed")
	case c.has(procedure.OutcomeReached):
		return refuse("S28", "outcome-stands")
	case !c.has(procedure.Rejected) && c.Resolution.Accepted == "" && !s.aboutDirector():
		return refuse("S28", "proposal-first")
	}
	return s.assessed("S28")
}

// Decide implements Action.
func (a *ReferIndependent) Decide(s *Situation) ([]event.Event, error) {
	today := s.Calendar.Day(s.Now)
	switch {
	case a.Offered.After(today):
		return nil, Faults{{Field: "offered_on", Key: "future"}}
	case a.Offered.Before(s.Calendar.Day(s.Complaint.ReceivedAt)):
		return nil, Faults{{Field: "offered_on", Key: "before-receipt"}}
	case a.Answer == NoAnswer && !a.Offered.Before(today):
		return nil, Faults{{Field: "answer", Key: "offered-today"}}
	}
	return []event.Event{ReferralEvent{Answer: a.Answer, Offered: a.Offered, Independent: a.Independent,
		Consent: a.Consent, Remark: a.Remark}}, nil
}

// ReferralEvent: the independent person was offered, with what the complainant
// answered. With yes the case was referred.
type ReferralEvent struct {
	Answer      Answer       `json:"answer" part:"figure"`
	Offered     calendar.Day `json:"offered" part:"figure"`
	Independent string       `json:"independent"`
	Consent     string       `json:"consent"`
	Remark      string       `json:"remark"`
}

// EventName implements event.Event.
func (ReferralEvent) EventName() string { return "referral" }

func (e ReferralEvent) apply(c *Complaint, r event.Recorded) {
	c.Referral = Referral{e.Answer, e.Offered, e.Independent}
	switch e.Answer {
	case Yes:
		c.mark(procedure.Referred, r.HappenedAt)
		c.mark(procedure.ReferralClosed, r.HappenedAt)
		c.hold(HoldReferral)
	case No, NoAnswer:
		c.mark(procedure.ReferralRefused, r.HappenedAt)
		c.mark(procedure.ReferralClosed, r.HappenedAt)
		c.Ending = procedure.WithoutAgreement
		c.mark(procedure.OutcomeReached, r.HappenedAt)
	}
}
