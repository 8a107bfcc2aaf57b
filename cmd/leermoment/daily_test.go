package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"leermoment/internal/command"
	"leermoment/internal/lang"
)

// An open program does not wait for the copy of the day; it is made beside it, why
// not is told, and one that is not done when the program ends is cut short.
func TestTheCopyOfTheDayIsMadeBeside(t *testing.T) {
	t.Parallel()
	made, may, told := make(chan error, 1), make(chan struct{}), make(chan error, 1)
	end := keepDaily(t.Context(), 0, func(ctx context.Context) error { // goes on until it may be done
		select {
		case <-may:
			made <- nil
			return command.ErrNoTerminal
		case <-ctx.Done():
			made <- ctx.Err()
			return ctx.Err()
		}
	}, func(err error) { told <- err })
	select {
	case err := <-made:
		t.Fatalf("it is done at once: %v", err)
	default: // whoever opened the program goes on meanwhile
	}
	close(may)
	if err := <-told; !errors.Is(err, command.ErrNoTerminal) {
		t.Errorf("told %v", err)
	}
	end()

	end = keepDaily(t.Context(), 0, func(ctx context.Context) error {
		<-ctx.Done()
		return ctx.Err()
	}, func(err error) { told <- err })
	end()
	if len(told) > 0 {
		t.Errorf("told %v of a copy that was only cut short", <-told)
	}
}

// A command answers first and makes the copy of the day then; what answers nobody
// makes none.
func TestACommandKeepsTheCopyOfTheDay(t *testing.T) {
	t.Parallel()
	w := newWorld(t, lang.NL)
	copies := func() (names []string) {
		all, err := filepath.Glob(w.path + ".*")
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range all {
			if strings.HasSuffix(name, ".backup") || strings.HasSuffix(name, ".half") {
				names = append(names, name)
			}
		}
		return names
	}
	if got := copies(); len(got) != 0 {
		t.Fatalf("copies before anything was done: %v", got)
	}
	for range 2 {
		if code, _, said := w.runs("list", "--as", "dirk"); code != 0 || len(copies()) != 1 {
			t.Fatalf("exit code %d, %s, copies %v", code, said, copies())
		}
	}

	// where none can be made, the answer is there all the same
	if err := os.Remove(copies()[0]); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	opened, err := wiring{zone: w.zone}.open(t.Context(), w.path, func() time.Time { return w.now })
	if err != nil {
		t.Fatal(err)
	}
	if err := opened.Daily(ctx); err == nil || len(copies()) != 0 {
		t.Errorf("a copy that was cut short: %v, %v", err, copies())
	}
	if err := opened.Close(); err != nil {
		t.Error(err)
	}
}
