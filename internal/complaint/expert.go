package complaint

import (
	"fmt"
	"strings"
	"time"

	"leermoment/internal/calendar"
	"leermoment/internal/event"
	"leermoment/internal/procedure"
)

// expertPrefix begins the person concerned who is an expert.
const expertPrefix = "expert:"

// Expert is a trainer or adviser put to work at a client, with a file of his
// own: what was found, also from other sources than complaints, and what was
// done about it (S40).
type Expert struct {
	ID       string
	Seq      int
	Name     string
	Email    string
	Phone    string
	Findings []Finding
	Measures []ExpertMeasure

	facts map[procedure.Fact]time.Time
}

// Finding is how an expert performed, as somebody found.
type Finding struct {
	At           time.Time
	Insufficient bool
	Source       Source
	Complaint    string // "" from another source
	Text         string
}

// ExpertMeasure is what was done; an exclusion names the client.
type ExpertMeasure struct {
	At        time.Time
	Kind      ExpertMeasureKind
	Client    string
	Until     calendar.Day // zero: no end
	What      string
	Complaint string
}

// ExpertRef is an expert as others may know him, and where he is excluded.
type ExpertRef struct {
	ID, Name   string
	Exclusions []Exclusion
}

// Exclusion keeps an expert from one client.
type Exclusion struct {
	Client string
	Until  calendar.Day // zero: no end
}

// Excludes says whether the expert may not be put to work at a client on a day.
func (e ExpertRef) Excludes(client string, on calendar.Day) bool {
	for _, x := range e.Exclusions {
		if sameClient(x.Client, client) && (x.Until.IsZero() || !x.Until.Before(on)) {
			return true
		}
	}
	return false
}

func sameClient(a, b string) bool {
	plain := func(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }
	return plain(a) != "" && plain(a) == plain(b)
}

// Excluded names the expert of a form who is excluded at its client (S40).
func (s *Situation) Excluded(concerned, client, organisation string) (ExpertRef, bool) {
	id, ok := strings.CutPrefix(concerned, expertPrefix)
	for _, e := range s.Experts {
		today := s.Calendar.Day(s.Now)
		if (ok && e.ID == id || sameClient(e.Name, concerned)) && (e.Excludes(client, today) || client == "" && e.Excludes(organisation, today)) {
			return e, true
		}
	}
	return ExpertRef{}, false
}

// Ref is the expert without what only a director may read.
func (e *Expert) Ref() ExpertRef {
	r := ExpertRef{ID: e.ID, Name: e.Name}
	for _, m := range e.Measures {
		if m.Kind == ExcludedAtClient {
			r.Exclusions = append(r.Exclusions, Exclusion{m.Client, m.Until})
		}
	}
	return r
}

// Duties are those of the procedure that an expert's file itself owes: what
// follows from a finding. The last finding counts.
func (e *Expert) Duties(p *procedure.Procedure, cal calendar.Calendar) []Duty {
	c := fresh(e.ID)
	c.facts = e.facts
	var out []Duty
	for _, d := range Duties(c, p, cal) {
		for _, f := range d.Obligation.Starts {
			if f == procedure.ExpertInsufficient {
				out = append(out, d)
			}
		}
	}
	return out
}

type expertFact interface {
	event.Event
	applyTo(e *Expert, r event.Recorded)
}

// FoldExpert makes an expert's file from its recorded facts.
func FoldExpert(id string, facts []event.Recorded) (*Expert, error) {
	x := &Expert{ID: id, facts: map[procedure.Fact]time.Time{}}
	for _, r := range facts {
		e, ok := r.Event.(expertFact)
		if !ok {
			return nil, fmt.Errorf("%s, fact %d: %w %q", id, r.Seq, event.ErrUnknown, r.Event.EventName())
		}
		x.Seq = r.Seq
		e.applyTo(x, r)
	}
	return x, nil
}

// AddExpert opens a file for an expert.
type AddExpert struct{ Name, Email, Phone string }

// Fields implements Action.
func (a *AddExpert) Fields(*Situation) []Field {
	return []Field{text("name", &a.Name).required(), text("email", &a.Email).checked(checkEmail), text("phone", &a.Phone)}
}

// Guard implements Action.
func (a *AddExpert) Guard(*Situation) *Refusal { return nil }

// Decide implements Action.
func (a *AddExpert) Decide(*Situation) ([]event.Event, error) { return nil, nil }

// Elsewhere implements elsewhere: the expert has a stream of his own.
func (a *AddExpert) Elsewhere(s *Situation) []Elsewhere {
	return []Elsewhere{{Stream: s.NextExpert, Events: []event.Event{ExpertAddedEvent{a.Name, a.Email, a.Phone}}}}
}

// ExpertAddedEvent begins an expert's file.
type ExpertAddedEvent struct {
	Name  string `json:"name"`
	Email string `json:"email"`
	Phone string `json:"phone"`
}

// EventName implements event.Event.
func (ExpertAddedEvent) EventName() string { return "expert-added" }

func (e ExpertAddedEvent) applyTo(x *Expert, _ event.Recorded) {
	x.Name, x.Email, x.Phone = e.Name, e.Email, e.Phone
}
