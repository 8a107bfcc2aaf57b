package procedure_test

import (
	"errors"
	"testing"

	"leermoment/internal/procedure"
)

// Whatever stands in a procedure file, it is read whole or its faults are named
// with their lines; what is read is the same when it is read again.
func FuzzLoad(f *testing.F) {
	f.Add(procedure.DefaultText())
	for _, text := range []string{"", "title", "[[step]]\nid = 1", "title = { nl = 'x' }\n[[obligation]]\nid = 'a'\ndue = '3 working days'\n", "\xff\xfe", "[a]\n[a]"} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		p, err := procedure.Load("p.toml", text)
		if err != nil {
			var faults procedure.Faults
			if !errors.As(err, &faults) || len(faults) == 0 {
				t.Fatalf("%v names no fault", err)
			}
			for _, x := range faults {
				if x.Line < 1 || x.Key == "" {
					t.Errorf("%+v does not say what and where", x)
				}
			}
			return
		}
		again, err := procedure.Load("p.toml", text)
		if err != nil || again.Digest() != p.Digest() {
			t.Fatalf("read again: %v", err)
		}
	})
}
