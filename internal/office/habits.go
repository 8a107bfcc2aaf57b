package office

import (
	"context"
	"strings"

	"leermoment/internal/organisation"
)

// Habits are what the program remembers of a person by itself, by name: how he
// left a list sorted. They lie beside his preferences, which he chooses, and are
// no change that others would have to see.
type Habits map[string]string

// habitual stands before the name of a habit, so that none is ever a preference.
const habitual = "habit."

// longestHabit is how many characters are remembered at most.
const longestHabit = 40

// Habits are those of the viewer.
func (o *Office) Habits(ctx context.Context, v Viewer) (h Habits, err error) {
	h = Habits{}
	err = o.look(ctx, v, func(tx Tx, _ *organisation.Organisation, v Viewer) error {
		kept, err := tx.Preferences(ctx, v.ID)
		for name, value := range kept {
			if name, is := strings.CutPrefix(name, habitual); is {
				h[name] = value
			}
		}
		return err
	})
	return h, err
}

// Remember keeps one of the viewer's habits. What is too long is no habit of
// anybody's and is left.
func (o *Office) Remember(ctx context.Context, v Viewer, name, value string) error {
	if len(name) > longestHabit || len(value) > longestHabit {
		return nil
	}
	return o.store.Write(ctx, func(tx Tx) error {
		_, v, err := o.present(ctx, tx, v)
		if err != nil {
			return err
		}
		return tx.Prefer(ctx, v.ID, habitual+name, value)
	})
}
