package complaint

import (
	"leermoment/internal/calendar"
	"leermoment/internal/event"
	"leermoment/internal/procedure"
)

// Favour is whom a ruling puts in the right.
type Favour string

// A ruling is for the complainant, for neither wholly, or for the organisation.
const (
	ForComplainant  Favour = "complainant"
	ForBoth         Favour = "both"
	ForOrganisation Favour = "organisation"
)

// Ruling is the independent person's ruling; it binds both parties (S30).
type Ruling struct {
	On     calendar.Day
	Favour Favour
	Orders bool
	By     calendar.Day // what it orders has to be done by then
	Text   string
	What   string // it orders
}

// RecordRuling records the ruling; it locks the outcome (S30).
type RecordRuling struct {
	Ruling Ruling
	Orders Answer
}

// Fields implements Action.
func (a *RecordRuling) Fields(*Situation) []Field {
	return []Field{
		day("ruled_on", &a.Ruling.On).required(),
		choice("favour", &a.Ruling.Favour, ForComplainant, ForBoth, ForOrganisation).required(),
		long("ruling", &a.Ruling.Text).required(),
		choice("orders", &a.Orders, Yes, No).required(),
		long("what_ordered", &a.Ruling.What).required().when("orders", string(Yes)),
		day("by", &a.Ruling.By).required().when("orders", string(Yes)),
	}
}

// Guard implements Action.
func (a *RecordRuling) Guard(s *Situation) *Refusal {
	switch {
	case !s.Complaint.has(procedure.Referred):
		return refuse("S30", "referral-first")
	case s.Complaint.has(procedure.RulingRecorded):
		return refuse("S30", "ruling-stands")
	case s.Complaint.has(procedure.OutcomeReached):
		return refuse("S30", "outcome-stands")
	}
	return s.handling("S30")
}

// Decide implements Action.
func (a *RecordRuling) Decide(s *Situation) ([]event.Event, error) {
	a.Ruling.Orders = a.Orders == Yes
	referred, _ := s.Complaint.Fact(procedure.Referred)
	switch {
	case a.Ruling.On.After(s.Calendar.Day(s.Now)):
		return nil, Faults{{Field: "ruled_on", Key: "future"}}
	case a.Ruling.On.Before(s.Calendar.Day(referred)):
		return nil, Faults{{Field: "ruled_on", Key: "before-referral"}}
	case a.Ruling.Orders && a.Ruling.By.Before(a.Ruling.On):
		return nil, Faults{{Field: "by", Key: "before-ruling"}}
	}
	return []event.Event{RulingRecordedEvent{Ruled: a.Ruling.On, Favour: a.Ruling.Favour, Orders: a.Ruling.Orders,
		By: a.Ruling.By, Ruling: a.Ruling.Text, What: a.Ruling.What}}, nil
}

// RulingRecordedEvent: the ruling is known.
type RulingRecordedEvent struct {
	Ruled  calendar.Day `json:"ruled" part:"figure"`
	Favour Favour       `json:"favour" part:"figure"`
	Orders bool         `json:"orders" part:"figure"`
	By     calendar.Day `json:"by" part:"figure"`
	Ruling string       `json:"ruling"`
	What   string       `json:"what"`
}

// EventName implements event.Event.
func (RulingRecordedEvent) EventName() string { return "ruling-recorded" }

func (e RulingRecordedEvent) apply(c *Complaint, r event.Recorded) {
	c.Ruling = Ruling{e.Ruled, e.Favour, e.Orders, e.By, e.Ruling, e.What}
	c.Ending = procedure.Ruled
	c.mark(procedure.RulingRecorded, r.HappenedAt)
	c.mark(procedure.OutcomeReached, r.HappenedAt)
	if e.Orders {
		c.mark(procedure.RulingOrders, r.HappenedAt)
	}
}
