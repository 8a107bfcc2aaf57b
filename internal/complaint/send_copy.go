package complaint

import (
	"leermoment/internal/event"
	"leermoment/internal/procedure"
)

// Recipient is who gets a copy of the complaint (S15).
type Recipient string

// The recipients: whom it is about, and director and project leader together.
const (
	ToPerson     Recipient = "person-concerned"
	ToManagement Recipient = "management"
)

// SendCopy sends or hands over the copy of the received complaint, or leaves
// it out with a reason (S15).
type SendCopy struct {
	Recipient Recipient
	By        CopyWay
	To, Text  string
	Reason    string
}

// CopyWay is how a copy went, or that it was left out.
type CopyWay string

// The ways of a copy.
const (
	CopyHanded CopyWay = "handed"
	CopyMailed CopyWay = "mail"
	CopyPosted CopyWay = "post"
	CopyLeft   CopyWay = "left-out"
)

// Fields implements Action.
func (a *SendCopy) Fields(s *Situation) []Field {
	return []Field{
		choice("recipient", &a.Recipient, ToPerson, ToManagement).required().or(string(s.copyDue())),
		choice("by", &a.By, CopyMailed, CopyHanded, CopyPosted, CopyLeft).required().or(string(CopyMailed)),
		text("to", &a.To).or(s.copyNames()),
		long("reason", &a.Reason).required().when("by", string(CopyLeft)),
		long("text", &a.Text).letter(s, CopyLetter),
	}
}

// copyDue is who still waits for a copy, the person concerned first.
func (s *Situation) copyDue() Recipient {
	if s.Complaint.has(procedure.PersonConcerned) && !s.Complaint.has(procedure.PersonCopied) {
		return ToPerson
	}
	return ToManagement
}

// copyNames names those who still wait.
func (s *Situation) copyNames() string {
	if s.copyDue() == ToPerson {
		return s.ConcernedName(s.Complaint.Form.PersonConcerned)
	}
	return s.managementNames()
}

// Guard implements Action.
func (a *SendCopy) Guard(s *Situation) *Refusal {
	if !s.known(procedure.FormCompleted) {
		return refuse("S14", "form-first")
	}
	if s.Complaint.has(procedure.ManagementCopied) && s.copyDue() != ToPerson {
		return refuse("S15", "copies-done")
	}
	return s.handling("S15")
}

// Decide implements Action.
func (a *SendCopy) Decide(s *Situation) ([]event.Event, error) {
	if a.Recipient == ToPerson && !s.Complaint.has(procedure.PersonConcerned) {
		return nil, refuse("S15", "nobody-concerned")
	}
	if a.By == CopyLeft {
		a.Text = ""
	} else if a.To == "" {
		return nil, Faults{{Field: "to", Key: "required"}}
	}
	return []event.Event{CopySentEvent{a.Recipient, a.By, a.To, a.Text, a.Reason}}, nil
}

// CopySentEvent: a copy went to somebody, or was left out with a reason.
type CopySentEvent struct {
	Recipient Recipient `json:"recipient" part:"figure"`
	By        CopyWay   `json:"by" part:"figure"`
	To        string    `json:"to"`
	Text      string    `json:"text"`
	Reason    string    `json:"reason"`
}

// EventName implements event.Event.
func (CopySentEvent) EventName() string { return "copy-sent" }

func (e CopySentEvent) apply(c *Complaint, r event.Recorded) {
	if e.Recipient == ToPerson {
		c.mark(procedure.PersonCopied, r.HappenedAt)
	} else {
		c.mark(procedure.ManagementCopied, r.HappenedAt)
	}
	if e.By != CopyLeft {
		c.file(Letter{Kind: CopyLetter, State: LetterSent, By: Delivery(e.By), To: e.To, Text: e.Text, At: r.HappenedAt, Actor: r.Actor,
			ForPerson: e.Recipient == ToPerson})
	}
}
