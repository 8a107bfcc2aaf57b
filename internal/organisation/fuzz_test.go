package organisation_test

import (
	"testing"

	"leermoment/internal/event"
	"leermoment/internal/organisation"
)

// The same as of complaints' events: what stands in a file is read and folded,
// or it is an error.
func FuzzEvents(f *testing.F) {
	for name, e := range frozen {
		figures, personal, err := event.Split(e)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(name, figures, personal)
	}
	f.Fuzz(func(t *testing.T, name string, figures, personal []byte) {
		e, err := organisation.Codec().Decode(name, figures, personal)
		if err != nil {
			return
		}
		again, rest, err := event.Split(e)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := organisation.Codec().Decode(name, again, rest); err != nil {
			t.Fatalf("what was written cannot be read: %v\n%s\n%s", err, again, rest)
		}
		o, err := organisation.Fold([]event.Recorded{{Seq: 1, Event: frozen["staff-added"]}, {Seq: 2, Event: e}})
		if err != nil || o.Seq != 2 {
			t.Fatalf("%s cannot be folded: %v", name, err)
		}
		o.Active()
	})
}
