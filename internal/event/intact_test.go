package event_test

import (
	"crypto/rand"
	"testing"

	"leermoment/internal/event"
)

// A fact is intact as it was sealed and with its personal part destroyed, and in
// no other way.
func TestIntact(t *testing.T) {
	seal := func() event.Envelope {
		e, err := event.Seal("x", event.Recorded{Event: told{Kind: "phone", Name: "A. Voorbeeld"}}, rand.Reader)
		if err != nil {
			t.Fatal(err)
		}
		return e
	}
	for name, tt := range map[string]struct {
		change func(*event.Envelope)
		want   bool
	}{
		"as sealed":                 {func(*event.Envelope) {}, true},
		"destroyed":                 {func(e *event.Envelope) { e.Personal, e.Salt = nil, nil }, true},
		"other figures":             {func(e *event.Envelope) { e.Figures = []byte(`{"kind":"mail"}`) }, false},
		"other content":             {func(e *event.Envelope) { e.Personal = []byte(`{"name":"B. Anders"}`) }, false},
		"another salt":              {func(e *event.Envelope) { e.Salt[0] ^= 1 }, false},
		"the salt alone is gone":    {func(e *event.Envelope) { e.Salt = nil }, false},
		"no figures":                {func(e *event.Envelope) { e.Figures = nil }, false},
		"another digest":            {func(e *event.Envelope) { e.PersonalDigest[3] ^= 1 }, false},
		"destroyed, digest as well": {func(e *event.Envelope) { e.Personal, e.Salt, e.PersonalDigest = nil, nil, nil }, false},
	} {
		e := seal()
		if tt.change(&e); e.Intact() != tt.want {
			t.Errorf("%s: %v", name, !tt.want)
		}
	}
}
