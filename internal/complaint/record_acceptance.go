package complaint

import (
	"leermoment/internal/event"
	"leermoment/internal/procedure"
)

// RecordAcceptance records what the complainant says to the solution that was
// offered, in his own words (S18).
type RecordAcceptance struct {
	Accepted Answer
	ForGood  Answer
	Quote    string
}

// Fields implements Action.
func (a *RecordAcceptance) Fields(*Situation) []Field {
	return []Field{
		choice("accepted", &a.Accepted, Yes, No).required(),
		choice("for_good", &a.ForGood, No, Yes).required().or(string(No)).when("accepted", string(No)),
		long("quote", &a.Quote),
	}
}

// Guard implements Action.
func (a *RecordAcceptance) Guard(s *Situation) *Refusal {
	switch s.Complaint.Resolution.Accepted {
	case "":
		return refuse("S18", "proposal-first")
	case Yes:
		return refuse("S18", "outcome-stands")
	}
	if s.Complaint.has(procedure.OutcomeReached) {
		return refuse("S18", "outcome-stands")
	}
	return s.handling("S18")
}

// Decide implements Action.
func (a *RecordAcceptance) Decide(*Situation) ([]event.Event, error) {
	if a.Accepted == No && a.Quote == "" {
		return nil, Faults{{Field: "quote", Key: "quote-no"}}
	}
	return []event.Event{AcceptanceRecordedEvent{a.Accepted, a.Accepted == No && a.ForGood == Yes, a.Quote}}, nil
}

// AcceptanceRecordedEvent: the complainant answered the proposal.
type AcceptanceRecordedEvent struct {
	Accepted Answer `json:"accepted" part:"figure"`
	ForGood  bool   `json:"for_good" part:"figure"`
	Quote    string `json:"quote"`
}

// EventName implements event.Event.
func (AcceptanceRecordedEvent) EventName() string { return "acceptance-recorded" }

func (e AcceptanceRecordedEvent) apply(c *Complaint, r event.Recorded) {
	c.Resolution.Accepted, c.Resolution.Quote = e.Accepted, e.Quote
	if e.ForGood {
		c.mark(procedure.Rejected, r.HappenedAt)
	}
	c.agree(e.Accepted, r)
}
