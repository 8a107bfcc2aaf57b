package office

import (
	"context"
	"slices"
	"strings"

	"leermoment/internal/complaint"
	"leermoment/internal/organisation"
)

// Likings keeps how each person likes the program.
type Likings interface {
	// Preferences are those of a person (an ID) by name; never nil.
	Preferences(ctx context.Context, person string) (map[string]string, error)
	Prefer(ctx context.Context, person, name, value string) error
}

// Preferences are how somebody likes the program: Colours "auto", "light",
// "dark" or "none"; Language "office", "nl" or "en"; Mouse "on" or "off". The
// first of each is what it is where he said nothing.
type Preferences struct{ Colours, Language, Mouse string }

// PreferenceChoices are the values of each preference.
func PreferenceChoices() map[string][]string {
	return map[string][]string{"colours": {"auto", "light", "dark", "none"}, "language": {"office", "nl", "en"}, "mouse": {"on", "off"}}
}

// Preferences are those of the viewer.
func (o *Office) Preferences(ctx context.Context, v Viewer) (p Preferences, err error) {
	p = Preferences{"auto", "office", "on"}
	err = o.look(ctx, v, func(tx Tx, _ *organisation.Organisation, v Viewer) error {
		kept, err := tx.Preferences(ctx, v.ID)
		for name, to := range map[string]*string{"colours": &p.Colours, "language": &p.Language, "mouse": &p.Mouse} {
			if value, ok := kept[name]; ok && slices.Contains(PreferenceChoices()[name], value) {
				*to = value
			}
		}
		return err
	})
	return p, err
}

// Prefer keeps the viewer's preferences by name.
func (o *Office) Prefer(ctx context.Context, v Viewer, values map[string]string) error {
	var faults complaint.Faults
	for name, value := range values {
		choices := PreferenceChoices()[name]
		if !slices.Contains(choices, value) {
			faults = append(faults, complaint.Fault{Field: name, Key: "choice", Args: map[string]string{"Choices": strings.Join(choices, ", ")}})
		}
	}
	if faults != nil {
		return faults
	}
	return o.store.Write(ctx, func(tx Tx) error {
		_, v, err := o.present(ctx, tx, v)
		if err != nil {
			return err
		}
		for name, value := range values {
			if err := tx.Prefer(ctx, v.ID, name, value); err != nil {
				return err
			}
		}
		return nil
	})
}
