package setup

import (
	"leermoment/internal/complaint"
	"leermoment/internal/wording"
	"leermoment/ui/kit"
)

// startDemo is the choice of the made-up organisation.
const startDemo = "demo"

func organisationFields(c Config) []kit.Field {
	sp := c.Speaker
	fields := asked(wording.OrganisationFields(sp))
	for i := range fields {
		fields[i].Shown = func(v map[string]string) bool { return v["start"] != startDemo }
	}
	if !c.Demo {
		return fields
	}
	return append([]kit.Field{{Name: "start", Title: sp.T("setup.start"), Kind: kit.ChoiceField, Value: "own",
		Choices: []kit.Choice{{Value: "own", Label: sp.T("setup.start-own")}, {Value: startDemo, Label: sp.T("setup.start-demo")}}}}, fields...)
}

// asked makes the terminal's fields.
func asked(fields []wording.Field) []kit.Field {
	kinds := map[complaint.FieldKind]kit.FieldKind{complaint.Text: kit.TextField, complaint.ChoiceKind: kit.ChoiceField, complaint.DayKind: kit.DayField}
	out := make([]kit.Field, len(fields))
	for i, f := range fields {
		out[i] = kit.Field{Name: f.Name, Title: f.Title, Hint: f.Hint, Kind: kinds[f.Kind], Required: f.Required, Value: f.Value}
		for _, c := range f.Choices {
			out[i].Choices = append(out[i].Choices, kit.Choice{Value: c.Value, Label: c.Label})
		}
	}
	return out
}
