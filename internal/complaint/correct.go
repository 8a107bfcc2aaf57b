package complaint

import (
	"time"

	"leermoment/internal/event"
	"leermoment/internal/procedure"
)

// Correct corrects the form, with a reason; old and new both stay on record.
// The receipt moment only the director corrects, and what was late under the
// old one stays late.
type Correct struct {
	Form       Form
	ReceivedAt time.Time
	Reason     string
}

// Fields implements Action: the form as it stands, with the receipt moment.
func (a *Correct) Fields(s *Situation) []Field {
	a.Form, a.ReceivedAt = s.Complaint.Form, s.Complaint.ReceivedAt
	fields := []Field{long("reason", &a.Reason).required()}
	received := moment("received_at", &a.ReceivedAt)
	received.Default = s.Complaint.ReceivedAt.In(s.Calendar.Zone()).Format(time.RFC3339)
	current := s.Complaint.Form.Values()
	for _, f := range formFields(&a.Form, s, s.Complaint.Form.Category) {
		f.Default = current[f.Name]
		fields = append(fields, f)
	}
	return append(fields, received)
}

// Guard implements Action.
func (a *Correct) Guard(s *Situation) *Refusal { return s.unfinished("S12") }

// Decide implements Action.
func (a *Correct) Decide(s *Situation) ([]event.Event, error) {
	e := CorrectedEvent{Reason: a.Reason}
	if !a.ReceivedAt.Equal(s.Complaint.ReceivedAt) {
		if s.mayTake(procedure.CorrectReceipt) != nil {
			return nil, refuse("S09", "receipt-director")
		}
		if a.ReceivedAt.After(s.Now) {
			return nil, Faults{{Field: "received_at", Key: "future"}}
		}
		e.ReceivedAt, e.OldReceivedAt = a.ReceivedAt, s.Complaint.ReceivedAt
	}
	was := s.Complaint.Form.Values()
	is := a.Form.Values()
	for _, f := range formFields(&a.Form, s, s.Complaint.Form.Category) {
		if was[f.Name] != is[f.Name] {
			e.Changes = append(e.Changes, Change{f.Name, was[f.Name], is[f.Name]})
		}
	}
	if len(e.Changes) == 0 && e.ReceivedAt.IsZero() {
		return nil, Faults{{Field: "reason", Key: "nothing-changed"}}
	}
	e.OtherPerson = is["person_concerned"] != was["person_concerned"] && s.Complaint.Phase == procedure.Handling
	if !e.ReceivedAt.IsZero() || e.OtherPerson {
		e.Late = s.late()
	}
	e.Concerned = a.Form.PersonConcerned != Nobody && a.Form.PersonConcerned != ""
	return append([]event.Event{e}, s.anotherOwner(a.Form.PersonConcerned)...), nil
}

// Change is one corrected field, old and new.
type Change struct {
	Field string `json:"field"`
	Old   string `json:"old"`
	New   string `json:"new"`
}

// CorrectedEvent: the form was corrected.
type CorrectedEvent struct {
	ReceivedAt    time.Time `json:"received_at" part:"figure"`
	OldReceivedAt time.Time `json:"old_received_at" part:"figure"`
	Concerned     bool      `json:"concerned" part:"figure"`
	OtherPerson   bool      `json:"other_person" part:"figure"`
	Late          []string  `json:"late" part:"figure"`
	Changes       []Change  `json:"changes"`
	Reason        string    `json:"reason"`
}

// EventName implements event.Event.
func (CorrectedEvent) EventName() string { return "corrected" }

func (e CorrectedEvent) apply(c *Complaint, r event.Recorded) {
	c.stayLate(e.Late)
	if e.OtherPerson { // somebody else has to get his copy and be spoken to
		for _, f := range []procedure.Fact{procedure.PersonConcerned, procedure.PersonCopied, procedure.PersonAddressed} {
			delete(c.facts, f)
		}
	}
	if !e.ReceivedAt.IsZero() {
		c.Receipts = append(c.Receipts, Receipt{e.OldReceivedAt, r.HappenedAt})
		c.ReceivedAt = e.ReceivedAt
		c.facts[procedure.Received] = e.ReceivedAt
	}
	for _, ch := range e.Changes {
		c.Form.set(ch.Field, ch.New)
		if ch.Field != "person_concerned" {
			continue
		}
		for i := range c.Letters { // what another person was sent is not his to read
			c.Letters[i].ForPerson = false
		}
	}
	if c.has(procedure.FormCompleted) && len(e.Changes) > 0 {
		c.concern(e.Concerned, r)
	}
}

// set puts one field of the form by its name.
func (f *Form) set(name, value string) {
	switch name {
	case "channel":
		f.Channel = Channel(value)
	case "complainant_kind":
		f.ComplainantKind = Kind(value)
	case "category":
		f.Category = value
	case "serious_suspected":
		f.SeriousSuspected = value == "true"
	}
	for _, t := range f.text() {
		if t.name == name {
			*t.value = value
		}
	}
}
