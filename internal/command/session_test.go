package command

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"
)

// Who waits long for a file hears why; the waiting is over once it was opened.
func TestWhoWaitsForTheFileHearsWhy(t *testing.T) {
	var errs strings.Builder
	over, broken := false, errors.New("broken")
	a := &app{flags: flags{db: "my.db", lang: "nl"}, edge: Edge{
		Err: &errs, Clock: time.Now, Zone: time.UTC,
		Waits: func(say func()) func() {
			say()
			return func() { over = true }
		},
		Open: func(context.Context, string, func() time.Time) (Opened, error) {
			if over {
				t.Error("told that it is over before the file was opened")
			}
			return Opened{}, broken
		},
	}}
	if err := a.open(t.Context(), nil); !errors.Is(err, broken) || !over {
		t.Errorf("%v, over: %v", err, over)
	}
	if got := errs.String(); got != "Even geduld: het bestand wordt nagekeken of bijgewerkt. Er gaat niets verloren.\n" {
		t.Errorf("said %q", got)
	}
}
