package wording

import (
	"strings"
	"time"

	"leermoment/internal/complaint"
	"leermoment/internal/lang"
	"leermoment/internal/office"
)

// Received is the incident form's moment of receipt.
const Received = "received_at"

// Choice is a value with the word for it.
type Choice struct{ Value, Label string }

// Field is a field of a form as a person is asked it.
type Field struct {
	Name     string
	Title    string
	Hint     string
	Kind     complaint.FieldKind
	Required bool
	Strict   bool // of a person: one of the choices and nothing else
	Letter   bool // its text is a letter that was prepared
	Choices  []Choice
	Value    string
	// Shown hides the field while it says no; nil always shows it.
	Shown func(values map[string]string) bool
	// Check says what is wrong with a value, "" for nothing; nil where nothing can be.
	Check func(value string) string
	// Beside is what has to be said about what was filled in; nil says nothing.
	Beside func(values map[string]string) string
}

// Fields are those of an action as it is about to be filled in; subject "" is
// the incident form.
func Fields(sp *lang.Speaker, form office.Form, subject string, now time.Time) []Field {
	out := make([]Field, len(form.Offer.Fields))
	for i, f := range form.Offer.Fields {
		out[i] = fieldOf(sp, form, f)
		if subject == "" && f.Name == Received {
			out[i].Value = now.In(sp.Zone()).Format(time.RFC3339)
			out[i].Beside = func(values map[string]string) string { return FirstDue(sp, form, values[Received], now) }
		}
	}
	return out
}

func fieldOf(sp *lang.Speaker, form office.Form, f complaint.Field) Field {
	id := string(form.Offer.Spec.ID)
	field := Field{Name: f.Name, Title: sp.FieldTitle(id, f.Name), Hint: sp.Hint(id, f.Name), Kind: f.Kind,
		Required: f.Required, Strict: f.Strict, Letter: f.Letter != "", Value: f.Default}
	for _, c := range f.Choices {
		label := c.Label.In(string(sp.Language()))
		if label == "" {
			label = sp.ChoiceTitle(id, f.Name, c.Value)
		}
		field.Choices = append(field.Choices, Choice{Value: c.Value, Label: label})
	}
	if f.Kind == complaint.BoolKind {
		field.Choices = []Choice{{"false", sp.T("answer.no")}, {"true", sp.T("answer.yes")}}
	}
	if f.When != nil {
		when := *f.When
		field.Shown = func(values map[string]string) bool { return values[when.Field] == when.Value }
	}
	if f.Check != nil {
		field.Check = func(v string) string {
			if bad := f.Check(v); bad != nil {
				return sp.Fault(bad.Key, bad.Args)
			}
			return ""
		}
	}
	if f.Kind == complaint.PersonKind && !f.Strict && form.Warn != nil {
		field.Beside = func(values map[string]string) string { return warned(sp, form.Warn(values)) }
	}
	return field
}

// warned is what somebody has to know about what he fills in.
func warned(sp *lang.Speaker, warnings []office.Warning) string {
	var all []string
	for _, w := range warnings {
		all = append(all, sp.Warning(w.Key, w.Args))
	}
	return strings.Join(all, " ")
}

// FirstDue says until when the first thing is owed of a complaint received at
// that moment (RFC 3339); "" where it is none.
func FirstDue(sp *lang.Speaker, form office.Form, received string, now time.Time) string {
	at, err := time.Parse(time.RFC3339, received)
	if err != nil {
		return ""
	}
	first, due, ok := complaint.FirstDue(form.Procedure, form.Calendar, at)
	if !ok {
		return ""
	}
	return sp.T("intake.first-due", lang.Args{"Title": first.Title.In(string(sp.Language())), "Due": sp.When(due, now)})
}

// Faults are sentences about wrong fields, by the field's name.
func Faults(sp *lang.Speaker, faults complaint.Faults) map[string]string {
	said := map[string]string{}
	for _, f := range faults {
		said[f.Field] = sp.Fault(f.Key, f.Args)
	}
	return said
}
