package action

import (
	"path/filepath"
	"strings"
	"time"

	"leermoment/internal/complaint"
	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/ui/kit"
)

// receivedField is the form's moment of receipt.
const receivedField = "received_at"

// fields makes the terminal's fields from the action's own description.
func (s *Screen) fields(o opened) []kit.Field {
	var out []kit.Field
	for _, f := range o.form.Offer.Fields {
		out = append(out, s.field(f, o))
	}
	return out
}

func (s *Screen) field(f complaint.Field, o opened) kit.Field {
	sp, id := s.c.Speaker, string(o.form.Offer.Spec.ID)
	field := kit.Field{Name: f.Name, Title: sp.FieldTitle(id, f.Name), Hint: sp.Hint(id, f.Name), Kind: kinds[f.Kind],
		Required: f.Required, Value: f.Default}
	for _, c := range f.Choices {
		label := c.Label.In(string(sp.Language()))
		if label == "" {
			label = sp.ChoiceTitle(id, f.Name, c.Value)
		}
		field.Choices = append(field.Choices, kit.Choice{Value: c.Value, Label: label})
	}
	switch {
	case f.Kind == complaint.BoolKind:
		field.Choices = []kit.Choice{{Value: "false", Label: sp.T("answer.no")}, {Value: "true", Label: sp.T("answer.yes")}}
	case f.Letter != "":
		field.Lines = 8
	case f.Kind == complaint.PersonKind && f.Strict:
		field.Kind = kit.ChoiceField
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
	s.incident(&field, o)
	if f.Kind == complaint.PersonKind && !f.Strict && o.form.Warn != nil {
		field.Beside = func(values map[string]string) string { return warned(sp, o.form.Warn(values)) }
	}
	return field
}

// kinds are the terminal's fields for the domain's kinds.
var kinds = map[complaint.FieldKind]kit.FieldKind{
	complaint.Text: kit.TextField, complaint.LongText: kit.LongField, complaint.MomentKind: kit.MomentField,
	complaint.DayKind: kit.DayField, complaint.ChoiceKind: kit.ChoiceField, complaint.BoolKind: kit.ChoiceField,
	complaint.NumberKind: kit.NumberField, complaint.PersonKind: kit.PersonField, complaint.FileKind: kit.FileField,
}

// warned is what somebody has to know about what he fills in.
func warned(sp *lang.Speaker, warnings []office.Warning) string {
	var all []string
	for _, w := range warnings {
		all = append(all, sp.Warning(w.Key, w.Args))
	}
	return strings.Join(all, " ")
}

// incident adds what only the incident form says: until when the receipt has
// to be confirmed, and how many earlier complaints there are.
func (s *Screen) incident(field *kit.Field, o opened) {
	if s.c.Subject != "" {
		return
	}
	switch field.Name {
	case receivedField:
		field.Value = o.now.In(s.c.Speaker.Zone()).Format(time.RFC3339)
		field.Beside = func(values map[string]string) string {
			at, err := time.Parse(time.RFC3339, values[receivedField])
			if err != nil {
				return ""
			}
			first, due, ok := complaint.FirstDue(o.form.Procedure, o.form.Calendar, at)
			if !ok {
				return ""
			}
			return s.c.Speaker.T("intake.first-due", lang.Args{"Title": first.Title.In(string(s.c.Speaker.Language())), "Due": s.c.Speaker.When(due, o.now)})
		}
	case "complainant_name":
		field.Beside = func(map[string]string) string { return s.earlier.count(s.c.Speaker) }
	}
}

// textual says whether an empty value means that a text is empty, and not that
// nothing was chosen.
func (s *Screen) textual(name string) bool {
	for _, f := range s.got.Offer.Fields {
		if f.Name == name {
			return f.Kind == complaint.Text || f.Kind == complaint.LongText || f.Kind == complaint.PersonKind && !f.Strict
		}
	}
	return false
}

func (s *Screen) files() []string {
	var out []string
	for _, f := range s.got.Offer.Fields {
		if f.Kind == complaint.FileKind {
			out = append(out, f.Name)
		}
	}
	return out
}

// readFile reads what a file field names, or says why that cannot be.
func readFile(c Config, field, path string) (office.File, error) {
	if c.ReadFile == nil {
		return office.File{}, complaint.Faults{{Field: field, Key: "remote-attach", Args: map[string]string{"Number": c.Subject}}}
	}
	content, err := c.ReadFile(path)
	if err != nil {
		return office.File{}, complaint.Faults{{Field: field, Key: "file"}}
	}
	return office.File{Name: filepath.Base(path), Content: content}, nil
}
