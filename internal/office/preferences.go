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

// Liking is one thing that somebody can prefer; the first of its values is how
// it is where he said nothing.
type Liking struct {
	Name   string
	Values []string
}

// Way is the liking that says how somebody works; ByLines is line by line, with
// questions and answers.
const (
	Way      = "way"
	ByLines  = "lines"
	ByScreen = "screen"
)

// AllLikings are what can be preferred, in the order of the screen.
func AllLikings() []Liking {
	return []Liking{
		{"colours", []string{"auto", "light", "dark", "none", "16-light", "16-dark"}},
		{"language", []string{"office", "nl", "en"}},
		{"mouse", []string{"on", "off"}},
		{"attention", []string{"notify", "bell", "off"}},
		{"night", []string{"quiet", "as-day"}},
		{Way, []string{ByScreen, ByLines}},
	}
}

// Preferences are how somebody likes the program: of each liking one value, by
// name. The zero value is of somebody of whom nothing is known.
type Preferences map[string]string

// Preferences are those of the viewer.
func (o *Office) Preferences(ctx context.Context, v Viewer) (p Preferences, err error) {
	p = Preferences{}
	err = o.look(ctx, v, func(tx Tx, _ *organisation.Organisation, v Viewer) error {
		kept, err := tx.Preferences(ctx, v.ID)
		for _, l := range AllLikings() {
			p[l.Name] = l.Values[0]
			if slices.Contains(l.Values, kept[l.Name]) {
				p[l.Name] = kept[l.Name]
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
		var choices []string
		for _, l := range AllLikings() {
			if l.Name == name {
				choices = l.Values
			}
		}
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
