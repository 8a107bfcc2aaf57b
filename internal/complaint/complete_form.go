package complaint

import (
	"leermoment/internal/event"
	"leermoment/internal/procedure"
)

// CompleteForm fills the registration form in whole (S12, S14). Fields that
// stand already are its defaults.
type CompleteForm struct{ Form Form }

// Fields implements Action.
func (a *CompleteForm) Fields(s *Situation) []Field {
	a.Form = s.Complaint.Form
	fields := formFields(&a.Form, s, "")
	current := s.Complaint.Form.Values()
	current["category"] = s.counts(procedure.CategoryList, s.Complaint.Form.Category)
	for i, f := range fields {
		f.Default = current[f.Name]
		switch f.Name {
		case "channel", "complainant_kind", "complainant_name", "subject", "description",
			"remedy_sought", "person_concerned", "category":
			f = f.required()
		}
		fields[i] = f
	}
	return fields
}

// Values are the form's fields as text, by field name.
func (f Form) Values() map[string]string {
	v := map[string]string{
		"channel": string(f.Channel), "complainant_kind": string(f.ComplainantKind),
		"category": f.Category, "serious_suspected": "false",
	}
	if f.SeriousSuspected {
		v["serious_suspected"] = "true"
	}
	for _, t := range f.text() {
		v[t.name] = *t.value
	}
	return v
}

// Guard implements Action.
func (a *CompleteForm) Guard(s *Situation) *Refusal {
	return first(s.once("S12", "form-already", procedure.FormCompleted), s.assessed("S14"))
}

// Decide implements Action.
func (a *CompleteForm) Decide(s *Situation) ([]event.Event, error) {
	f := a.Form
	if f.Email == "" && f.Phone == "" && f.Address == "" && f.UnreachableReason == "" {
		return nil, Faults{{Field: "email", Key: "reach"}}
	}
	return append([]event.Event{FormCompletedEvent{
		Channel: f.Channel, ComplainantKind: f.ComplainantKind, SeriousSuspected: f.SeriousSuspected,
		Category: f.Category, Concerned: f.PersonConcerned != Nobody, Version: FormVersion, Form: details(f),
	}}, s.anotherOwner(f.PersonConcerned)...), nil
}

// FormVersion is the version of the one standard form (S12), kept with every
// form that was filled in.
const FormVersion = 1

// FormCompletedEvent: the registration form is complete.
type FormCompletedEvent struct {
	Channel          Channel     `json:"channel" part:"figure"`
	ComplainantKind  Kind        `json:"complainant_kind" part:"figure"`
	SeriousSuspected bool        `json:"serious_suspected" part:"figure"`
	Category         string      `json:"category" part:"figure"`
	Concerned        bool        `json:"concerned" part:"figure"`
	Version          int         `json:"version" part:"figure"`
	Form             FormDetails `json:"form"`
}

// EventName implements event.Event.
func (FormCompletedEvent) EventName() string { return "form-completed" }

func (e FormCompletedEvent) apply(c *Complaint, r event.Recorded) {
	e.Form.into(&c.Form)
	c.Form.Channel, c.Form.ComplainantKind = e.Channel, e.ComplainantKind
	c.Form.SeriousSuspected, c.Form.Category = e.SeriousSuspected, e.Category
	c.mark(procedure.FormCompleted, r.HappenedAt)
	c.concern(e.Concerned, r)
	if !c.Form.Reachable() && c.Form.UnreachableReason != "" {
		c.mark(procedure.Unreachable, r.HappenedAt)
	}
}

// concern marks whether the form names a person concerned. What stands already
// keeps its moment: another correction of the form gives nobody a new term.
func (c *Complaint) concern(somebody bool, r event.Recorded) {
	if somebody && c.has(procedure.PersonConcerned) || !somebody && c.has(procedure.NobodyConcerned) {
		return
	}
	delete(c.facts, procedure.PersonConcerned)
	delete(c.facts, procedure.NobodyConcerned)
	if somebody {
		c.mark(procedure.PersonConcerned, r.HappenedAt)
	} else {
		c.mark(procedure.NobodyConcerned, r.HappenedAt)
	}
}
