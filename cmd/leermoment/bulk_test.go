package main

import (
	"context"
	"errors"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"leermoment/internal/demo"
	"leermoment/internal/office"
	"leermoment/store"
)

// bulk lives so many complaints in a file of its own, until told stops it.
func bulk(t *testing.T, complaints int, told func(stop context.CancelFunc, lived int)) (w *world, lived int) {
	t.Helper()
	w = noWorld(t)
	ctx, stop := context.WithCancel(w.ctx)
	defer stop()
	s, err := store.OpenFast(w.ctx, w.path)
	if err != nil {
		t.Fatal(err)
	}
	wire := wiring{zone: w.zone}
	lived, err = demo.Build(ctx, func(clock func() time.Time, random *demo.Random) *office.Office {
		return wire.office(s, clock, random)
	}, demo.Order{Complaints: complaints, Seed: 7, Now: w.now, Told: func(lived, _ int) { told(stop, lived) }})
	if err != nil && !errors.Is(err, context.Canceled) {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	w.office = w.another()
	return w, lived
}

// rows is the register as it is stored.
func (w *world) rows() []office.Line {
	w.t.Helper()
	page, err := w.office.List(w.ctx, w.viewer("annelies"), office.Query{View: office.All})
	if err != nil {
		w.t.Fatal(err)
	}
	return page.Lines
}

// What many lives at once write is what the facts say, and what single actions
// would have written.
func TestManyLivesAtOnceAreWhatTheFactsSay(t *testing.T) {
	t.Parallel()
	w, lived := bulk(t, 200, func(context.CancelFunc, int) {})
	before := w.rows()
	if len(before) != 200 || lived != 200 {
		t.Fatalf("%d complaints, %d lived", len(before), lived)
	}
	if err := w.office.Rebuild(w.ctx); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(before, w.rows()); diff != "" {
		t.Errorf("rebuilt from the facts it is another one (-stored +rebuilt):\n%s", diff)
	}
	number, err := w.office.Record(w.ctx, w.viewer("karim"), office.Input{Values: ordinary("Na alle andere")})
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range before {
		if l.Number == number {
			t.Errorf("%s was given twice", number)
		}
	}
}

// Who stops it half-way has a file that is whole, with as many complaints as he
// is told.
func TestManyLivesAreStoppedCleanly(t *testing.T) {
	t.Parallel()
	const at = 37
	w, lived := bulk(t, 150, func(stop context.CancelFunc, lived int) {
		if lived == at {
			stop()
		}
	})
	before := w.rows()
	if lived < at || lived >= 150 || len(before) != lived {
		t.Fatalf("stopped at %d: %d lived, %d are in %s", at, lived, len(before), filepath.Base(w.path))
	}
	if err := w.office.Rebuild(w.ctx); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(before, w.rows()); diff != "" {
		t.Errorf("rebuilt from the facts it is another one (-stored +rebuilt):\n%s", diff)
	}
}

// What is owed in more complaints than are read at once is told of each of them, once.
func TestTheObligationsOfManyAreToldOnce(t *testing.T) {
	t.Parallel()
	w, _ := bulk(t, 520, func(context.CancelFunc, int) {})
	var listed, told []string
	for _, l := range w.rows() {
		listed = append(listed, l.Number)
	}
	owed, err := owedOf(w.ctx, w.office, w.viewer("annelies"), "", time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range owed {
		told = append(told, o.Number)
	}
	if diff := cmp.Diff(listed, told); diff != "" || len(told) != 520 {
		t.Errorf("%d are told (-listed +told):\n%s", len(told), diff)
	}
}
