package complaint

import (
	"leermoment/internal/event"
	"leermoment/internal/procedure"
)

// Delivery is how a letter reached somebody; the text asks for mail or letter
// (S09), a copy may be handed over (S15).
type Delivery string

// The ways of sending.
const (
	Mailed Delivery = "mail"
	Posted Delivery = "post"
	Handed Delivery = "handed"
)

// ConfirmReceipt records that the written confirmation really went out (S09).
type ConfirmReceipt struct {
	By       Delivery
	To, Text string
}

// Fields implements Action.
func (a *ConfirmReceipt) Fields(s *Situation) []Field {
	return letterFields(s, &a.By, &a.To, &a.Text, ConfirmationLetter)
}

// letterFields are the fields of every letter to the complainant: by mail when
// there is an address for it, else by post.
func letterFields(s *Situation, by *Delivery, to, body *string, kind LetterKind) []Field {
	f := s.Complaint.Form
	way, address := Mailed, f.Email
	if f.Email == "" && f.Address != "" {
		way, address = Posted, f.Address
	}
	return []Field{
		choice("by", by, Mailed, Posted).required().or(string(way)),
		text("to", to).required().or(address),
		long("text", body).required().letter(s, kind),
	}
}

// Guard implements Action.
func (a *ConfirmReceipt) Guard(s *Situation) *Refusal {
	return first(s.once("S09", "already-confirmed", procedure.ReceiptConfirmed), s.unfinished("S09"))
}

// Decide implements Action.
func (a *ConfirmReceipt) Decide(*Situation) ([]event.Event, error) {
	return []event.Event{ReceiptConfirmedEvent{By: a.By, To: a.To, Text: a.Text}}, nil
}

// ReceiptConfirmedEvent: the confirmation was mailed or posted.
type ReceiptConfirmedEvent struct {
	By   Delivery `json:"by" part:"figure"`
	To   string   `json:"to"`
	Text string   `json:"text"`
}

// EventName implements event.Event.
func (ReceiptConfirmedEvent) EventName() string { return "receipt-confirmed" }

func (e ReceiptConfirmedEvent) apply(c *Complaint, r event.Recorded) {
	c.mark(procedure.ReceiptConfirmed, r.HappenedAt)
	c.file(Letter{Kind: ConfirmationLetter, State: LetterSent, By: e.By, To: e.To, Text: e.Text, At: r.HappenedAt, Actor: r.Actor})
}
