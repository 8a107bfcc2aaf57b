package complaint

import (
	"fmt"
	"time"

	"leermoment/internal/event"
)

// Notice is something that came in and is not yet a complaint: what a project
// leader heard, or a mail. Whether it is a complaint the director judges after
// it has a number (S07).
type Notice struct {
	ID          string
	Seq         int
	ReceivedAt  time.Time
	By          string // ID of who filed it
	Channel     Channel
	Sender      NoticeSender
	Subject     string
	Description string
	State       NoticeState
	Complaint   string // what it became, or the dossier it belongs to
	Aside       Aside
	Reason      string
}

// NoticeSender is who the notice comes from.
type NoticeSender struct {
	Name         string `json:"name,omitempty"`
	Organisation string `json:"organisation,omitempty"`
	Email        string `json:"email,omitempty"`
	Phone        string `json:"phone,omitempty"`
}

// NoticeState is how far a notice is.
type NoticeState string

// A notice waits, became a complaint, or was set aside.
const (
	NoticeOpen     NoticeState = "open"
	NoticeAccepted NoticeState = "accepted"
	NoticeAside    NoticeState = "set-aside"
)

type noticeFact interface {
	event.Event
	applyTo(n *Notice, r event.Recorded)
}

// FoldNotice makes a notice from its recorded facts.
func FoldNotice(id string, facts []event.Recorded) (*Notice, error) {
	n := &Notice{ID: id, State: NoticeOpen}
	for _, r := range facts {
		e, ok := r.Event.(noticeFact)
		if !ok {
			return nil, fmt.Errorf("%s, fact %d: %w %q", id, r.Seq, event.ErrUnknown, r.Event.EventName())
		}
		n.Seq = r.Seq
		e.applyTo(n, r)
	}
	return n, nil
}

// FileNotice passes on what somebody heard ("melding doen"); its clock runs
// from its receipt once it is a complaint.
type FileNotice struct {
	At          time.Time
	Channel     Channel
	Sender      NoticeSender
	Subject     string
	Description string
}

// Fields implements Action.
func (a *FileNotice) Fields(s *Situation) []Field {
	return []Field{
		moment("received_at", &a.At).or(s.Now.In(s.Calendar.Zone()).Format(time.RFC3339)),
		choice("channel", &a.Channel, ByPhone, ByMail, InPerson, ByLetter, OtherChannel).required(),
		text("complainant_name", &a.Sender.Name).required(), text("organisation", &a.Sender.Organisation),
		text("email", &a.Sender.Email).checked(checkEmail), text("phone", &a.Sender.Phone),
		text("subject", &a.Subject).required(), long("description", &a.Description).required(),
	}
}

// Guard implements Action.
func (a *FileNotice) Guard(*Situation) *Refusal { return nil }

// Decide implements Action.
func (a *FileNotice) Decide(s *Situation) ([]event.Event, error) {
	if a.At.After(s.Now) {
		return nil, Faults{{Field: "received_at", Key: "future"}}
	}
	return nil, nil
}

// Elsewhere implements elsewhere: the notice has a stream of its own.
func (a *FileNotice) Elsewhere(s *Situation) []Elsewhere {
	if a.At.IsZero() {
		a.At = s.Now
	}
	return []Elsewhere{{Stream: s.NextNotice, Events: []event.Event{NoticeFiledEvent{a.At, a.Channel, a.Sender, a.Subject, a.Description}}}}
}

// NoticeFiledEvent begins a notice.
type NoticeFiledEvent struct {
	ReceivedAt  time.Time    `json:"received_at" part:"figure"`
	Channel     Channel      `json:"channel" part:"figure"`
	Sender      NoticeSender `json:"sender"`
	Subject     string       `json:"subject"`
	Description string       `json:"description"`
}

// EventName implements event.Event.
func (NoticeFiledEvent) EventName() string { return "notice-filed" }

func (e NoticeFiledEvent) applyTo(n *Notice, r event.Recorded) {
	n.ReceivedAt, n.By, n.Channel, n.Sender = e.ReceivedAt, r.Actor, e.Channel, e.Sender
	n.Subject, n.Description = e.Subject, e.Description
}
