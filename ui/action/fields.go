package action

import (
	"path/filepath"

	"leermoment/internal/complaint"
	"leermoment/internal/office"
	"leermoment/internal/wording"
	"leermoment/ui/kit"
)

// fields makes the terminal's fields from those that a person is asked.
func (s *Screen) fields(o opened) []kit.Field {
	var out []kit.Field
	for _, f := range wording.Fields(s.c.Speaker, o.form, s.c.Subject, o.now) {
		out = append(out, s.field(f))
	}
	return out
}

func (s *Screen) field(f wording.Field) kit.Field {
	field := kit.Field{Name: f.Name, Title: f.Title, Hint: f.Hint, Kind: kinds[f.Kind], Required: f.Required, Value: f.Value,
		Shown: f.Shown, Check: f.Check, Beside: f.Beside}
	for _, c := range f.Choices {
		field.Choices = append(field.Choices, kit.Choice{Value: c.Value, Label: c.Label})
	}
	switch {
	case f.Letter:
		field.Lines = 8
	case f.Kind == complaint.PersonKind && f.Strict:
		field.Kind = kit.ChoiceField
	case s.c.Subject == "" && f.Name == "complainant_name":
		field.Beside = func(map[string]string) string { return s.earlier.count(s.c.Speaker) }
	}
	return field
}

// kinds are the terminal's fields for the domain's kinds.
var kinds = map[complaint.FieldKind]kit.FieldKind{
	complaint.Text: kit.TextField, complaint.LongText: kit.LongField, complaint.MomentKind: kit.MomentField,
	complaint.DayKind: kit.DayField, complaint.ChoiceKind: kit.ChoiceField, complaint.BoolKind: kit.ChoiceField,
	complaint.NumberKind: kit.NumberField, complaint.PersonKind: kit.PersonField, complaint.FileKind: kit.FileField,
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
