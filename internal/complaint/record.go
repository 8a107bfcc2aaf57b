package complaint

import (
	"slices"
	"strings"
	"time"

	"leermoment/internal/calendar"
	"leermoment/internal/event"
	"leermoment/internal/procedure"
)

// Record takes a complaint in with the incident form (S06); it stands in the
// register at once (S10) and has its owner (S16).
type Record struct {
	Form Form
	At   time.Time
}

// Fields implements Action.
func (a *Record) Fields(s *Situation) []Field {
	fields := []Field{moment("received_at", &a.At)}
	fields = append(fields, formFields(&a.Form, s, "")...)
	fields = slices.DeleteFunc(fields, func(f Field) bool { return f.Name == "unreachable_reason" }) // asked in step 2
	for i, f := range fields {
		switch f.Name {
		case "channel", "complainant_kind", "complainant_name", "subject", "description":
			fields[i] = f.required()
		case "serious_suspected":
			fields[i] = f.or("false")
		}
	}
	return fields
}

// formFields describes the form once, for recording, completing and correcting;
// stands is a category that may stay as it is.
func formFields(f *Form, s *Situation, stands string) []Field {
	fields := []Field{
		choice("channel", &f.Channel, ByPhone, ByMail, InPerson, ByLetter, OtherChannel),
		choice("complainant_kind", &f.ComplainantKind, Client, Participant, Internal, OtherKind),
	}
	for _, t := range f.text() {
		field := textOf(t.kind, t.name, t.value)
		switch t.name {
		case "person_concerned":
			field.Choices = concernedChoices(s)
			field = field.checked(func(v string) *Fault { return checkConcerned(v, s) })
		case "email":
			field = field.checked(checkEmail)
		case "unreachable_reason":
			field = field.when("email", "")
		}
		fields = append(fields, field)
	}
	return append(fields,
		yesNo("serious_suspected", &f.SeriousSuspected),
		choice("category", &f.Category).labelled(s.offered(procedure.CategoryList, stands)))
}

func concernedChoices(s *Situation) []Choice {
	choices := []Choice{{Value: Nobody}}
	for _, p := range s.People {
		if !p.Disabled {
			choices = append(choices, Choice{"staff:" + p.Login, procedure.Text{NL: p.Name, EN: p.Name}})
		}
	}
	for _, e := range s.Experts {
		choices = append(choices, Choice{expertPrefix + e.ID, procedure.Text{NL: e.Name, EN: e.Name}})
	}
	return choices
}

func checkConcerned(v string, s *Situation) *Fault {
	if login, ok := strings.CutPrefix(v, "staff:"); ok {
		if _, known := s.byLogin(login); !known {
			return fault("person", "Value", login)
		}
	}
	// where no list is kept yet, a number is enough: his file begins with the first finding
	if id, ok := strings.CutPrefix(v, expertPrefix); ok && (len(s.Experts) > 0 || !expertNumber(id)) {
		if !slices.ContainsFunc(s.Experts, func(e ExpertRef) bool { return e.ID == id }) {
			return fault("expert", "Value", id)
		}
	}
	return nil
}

// checkEmail asks for something on both sides of one @; whether the address
// exists only a mail server knows.
func checkEmail(v string) *Fault {
	local, domain, ok := strings.Cut(v, "@")
	switch {
	case !ok || local == "" || strings.ContainsAny(v, " \t\n<>,;"):
		return fault("email")
	case domain == "":
		return fault("email-domain")
	case strings.Contains(domain, "@"):
		return fault("email")
	}
	return nil
}

// Guard implements Action.
func (a *Record) Guard(*Situation) *Refusal { return nil }

func (a *Record) receivedAt(s *Situation) time.Time {
	if a.At.IsZero() {
		return s.Now
	}
	return a.At
}

// Decide implements Action.
func (a *Record) Decide(s *Situation) ([]event.Event, error) {
	year := s.Calendar.Day(a.receivedAt(s)).Year
	owner, why := s.firstOwner(a.Form.PersonConcerned)
	events := []event.Event{ReceivedEvent{
		Procedure: s.Procedure.Digest(), Closed: s.Calendar.Table(year, year+2), ReceivedAt: a.receivedAt(s),
		Channel: a.Form.Channel, ComplainantKind: a.Form.ComplainantKind,
		SeriousSuspected: a.Form.SeriousSuspected, Category: a.Form.Category, Form: details(a.Form),
	}}
	if owner != "" {
		events = append(events, OwnerAssignedEvent{Owner: owner, Rule: why})
	}
	return events, nil
}

// firstOwner is the default owner; never the person concerned (S16).
func (s *Situation) firstOwner(concerned string) (id string, rule OwnerRule) {
	fits := func(p Person) bool { return !p.Disabled && "staff:"+p.Login != concerned }
	if p, ok := s.who(s.DefaultOwner); ok && fits(p) {
		return p.ID, DefaultOwner
	}
	for _, role := range []procedure.Role{procedure.ProjectLeader, procedure.Director} {
		for _, p := range s.People {
			if p.Has(role) && fits(p) {
				return p.ID, InsteadOwner
			}
		}
	}
	return "", ""
}

// anotherOwner takes over where the owner turns out to be the person concerned (S16).
func (s *Situation) anotherOwner(concerned string) []event.Event {
	if p, ok := s.who(s.Complaint.Owner); !ok || "staff:"+p.Login != concerned {
		return nil
	}
	owner, why := s.firstOwner(concerned)
	if owner == "" {
		return nil
	}
	return []event.Event{OwnerAssignedEvent{Owner: owner, Rule: why}}
}

// ReceivedEvent: a complaint was taken in.
type ReceivedEvent struct {
	Procedure        string            `json:"procedure" part:"figure"`
	Closed           []calendar.Closed `json:"closed" part:"figure"`
	ReceivedAt       time.Time         `json:"received_at" part:"figure"`
	Channel          Channel           `json:"channel" part:"figure"`
	ComplainantKind  Kind              `json:"complainant_kind" part:"figure"`
	SeriousSuspected bool              `json:"serious_suspected" part:"figure"`
	Category         string            `json:"category" part:"figure"`
	Form             FormDetails       `json:"form"`
}

// FormDetails are the form's personal fields.
type FormDetails struct {
	ComplainantName   string `json:"complainant_name,omitempty"`
	Organisation      string `json:"organisation,omitempty"`
	Email             string `json:"email,omitempty"`
	Phone             string `json:"phone,omitempty"`
	Address           string `json:"address,omitempty"`
	UnreachableReason string `json:"unreachable_reason,omitempty"`
	Subject           string `json:"subject,omitempty"`
	Description       string `json:"description,omitempty"`
	RemedySought      string `json:"remedy_sought,omitempty"`
	PersonConcerned   string `json:"person_concerned,omitempty"`
	Course            string `json:"course,omitempty"`
	Client            string `json:"client,omitempty"`
}

func details(f Form) FormDetails {
	return FormDetails{f.ComplainantName, f.Organisation, f.Email, f.Phone, f.Address, f.UnreachableReason,
		f.Subject, f.Description, f.RemedySought, f.PersonConcerned, f.Course, f.Client}
}

func (d FormDetails) into(f *Form) {
	f.ComplainantName, f.Organisation, f.Email, f.Phone = d.ComplainantName, d.Organisation, d.Email, d.Phone
	f.Address, f.UnreachableReason, f.Subject, f.Description = d.Address, d.UnreachableReason, d.Subject, d.Description
	f.RemedySought, f.PersonConcerned, f.Course, f.Client = d.RemedySought, d.PersonConcerned, d.Course, d.Client
}

// EventName implements event.Event.
func (ReceivedEvent) EventName() string { return "received" }

func (e ReceivedEvent) apply(c *Complaint, r event.Recorded) {
	c.Procedure, c.Closed = e.Procedure, e.Closed
	c.ReceivedAt, c.RecordedAt, c.Recorder = e.ReceivedAt, r.RecordedAt, r.Actor
	e.Form.into(&c.Form)
	c.Form.Channel, c.Form.ComplainantKind = e.Channel, e.ComplainantKind
	c.Form.SeriousSuspected, c.Form.Category = e.SeriousSuspected, e.Category
	c.mark(procedure.Received, e.ReceivedAt)
	c.mark(procedure.Registered, r.RecordedAt)
}
