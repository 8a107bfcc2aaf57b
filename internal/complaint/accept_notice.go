package complaint

import (
	"slices"

	"leermoment/internal/event"
)

// AcceptNotice makes a complaint of a notice, with the incident form filled
// with what is known; its clock runs from the notice's receipt (S09).
type AcceptNotice struct {
	record Record
	facts  []Pending
}

// Fields implements Action.
func (a *AcceptNotice) Fields(s *Situation) []Field {
	n := s.Notice
	known := map[string]string{"channel": string(n.Channel), "complainant_name": n.Sender.Name, "organisation": n.Sender.Organisation,
		"email": n.Sender.Email, "phone": n.Sender.Phone, "subject": n.Subject, "description": n.Description}
	fields := slices.DeleteFunc(a.record.Fields(s), func(f Field) bool { return f.Name == "received_at" })
	for i, f := range fields {
		if v, ok := known[f.Name]; ok {
			fields[i] = f.or(v)
		}
	}
	return fields
}

// Guard implements Action.
func (a *AcceptNotice) Guard(s *Situation) *Refusal { return s.waiting() }

func (s *Situation) waiting() *Refusal {
	switch s.Notice.State {
	case NoticeAccepted:
		return refuse("S06", "notice-accepted", "Number", s.Notice.Complaint)
	case NoticeAside:
		return refuse("S06", "notice-aside")
	}
	return nil
}

// Decide implements Action.
func (a *AcceptNotice) Decide(s *Situation) ([]event.Event, error) {
	a.record.At = s.Notice.ReceivedAt
	events, err := a.record.Decide(s)
	if err != nil {
		return nil, err
	}
	var facts []Pending
	for _, e := range events {
		facts = append(facts, Pending{Event: e, HappenedAt: s.Notice.ReceivedAt, Actor: s.Actor.ID})
	}
	if a.facts, err = s.settle(facts, s.Notice.ReceivedAt); err != nil {
		return nil, err
	}
	return []event.Event{NoticeAcceptedEvent{s.Number}}, nil
}

// Elsewhere implements elsewhere: the complaint begins.
func (a *AcceptNotice) Elsewhere(s *Situation) []Elsewhere {
	var events []event.Event
	for _, p := range a.facts {
		events = append(events, p.Event)
	}
	return []Elsewhere{{Stream: s.Number, Events: events, At: s.Notice.ReceivedAt}}
}

// NoticeAcceptedEvent: the notice became a complaint.
type NoticeAcceptedEvent struct {
	Complaint string `json:"complaint" part:"figure"`
}

// EventName implements event.Event.
func (NoticeAcceptedEvent) EventName() string { return "notice-accepted" }

func (e NoticeAcceptedEvent) applyTo(n *Notice, _ event.Recorded) {
	n.State, n.Complaint = NoticeAccepted, e.Complaint
}

// Aside is why a notice is no complaint of its own.
type Aside string

// Spam, something that was there already, or a reply to an existing dossier.
const (
	AsideSpam      Aside = "spam"
	AsideDuplicate Aside = "duplicate"
	AsideReply     Aside = "reply"
)

// SetAsideNotice sets a notice aside: only spam, a duplicate or a reply, since
// whether something is a complaint the director judges (S07).
type SetAsideNotice struct {
	Why    Aside
	To     string
	Reason string
}

// Fields implements Action.
func (a *SetAsideNotice) Fields(s *Situation) []Field {
	return []Field{
		choice("aside", &a.Why, AsideReply, AsideDuplicate, AsideSpam).required(),
		text("belongs_to", &a.To).checked(s.checkNumber),
		long("reason", &a.Reason).required(),
	}
}

// Guard implements Action.
func (a *SetAsideNotice) Guard(s *Situation) *Refusal { return s.waiting() }

// Decide implements Action.
func (a *SetAsideNotice) Decide(*Situation) ([]event.Event, error) {
	if a.Why != AsideSpam && a.To == "" {
		return nil, Faults{{Field: "belongs_to", Key: "belongs-where"}}
	}
	return []event.Event{NoticeSetAsideEvent{a.Why, a.To, a.Reason}}, nil
}

// Elsewhere implements elsewhere: what it says is kept in the dossier it belongs to.
func (a *SetAsideNotice) Elsewhere(s *Situation) []Elsewhere {
	if a.To == "" {
		return nil
	}
	return []Elsewhere{{Stream: a.To, Events: []event.Event{NotedEvent{Text: s.Notice.ID + ": " + s.Notice.Subject + "\n" + s.Notice.Description}}}}
}

// NoticeSetAsideEvent: the notice is no complaint of its own.
type NoticeSetAsideEvent struct {
	Why       Aside  `json:"why" part:"figure"`
	Complaint string `json:"complaint" part:"figure"`
	Reason    string `json:"reason"`
}

// EventName implements event.Event.
func (NoticeSetAsideEvent) EventName() string { return "notice-set-aside" }

func (e NoticeSetAsideEvent) applyTo(n *Notice, _ event.Recorded) {
	n.State, n.Aside, n.Complaint, n.Reason = NoticeAside, e.Why, e.Complaint, e.Reason
}
