package main

import (
	"context"
	"database/sql"
	"errors"
	"math/rand/v2"
	"reflect"
	"testing"
	"time"

	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/internal/procedure"
	"leermoment/store"
)

// undoing is a store that undoes a change once it was made, where it is told to.
type undoing struct {
	office.Store
	undo bool
}

var errUndone = errors.New("undone")

func (u *undoing) Write(ctx context.Context, change func(office.Tx) error) error {
	return u.Store.Write(ctx, func(tx office.Tx) error {
		if err := change(tx); err != nil || !u.undo {
			return err
		}
		return errUndone
	})
}

// What a program remembers of a dossier is what a program that opens the file now
// reads in it: after others wrote in it, after what it wrote itself was undone, and
// after something was destroyed.
func TestWhatIsRememberedIsWhatStandsInTheFile(t *testing.T) {
	w := newWorld(t, lang.NL)
	s, err := store.Open(w.ctx, w.path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	file := &undoing{Store: s}
	remembers := office.New(file, office.Settings{Clock: func() time.Time { return w.now }, Random: &demoRandom{rand.New(rand.NewPCG(3, 4))}, Zone: w.zone})
	omar := w.viewer("omar")
	number, err := remembers.Record(w.ctx, omar, office.Input{Values: map[string]string{"channel": "phone", "complainant_kind": "client",
		"complainant_name": "B. Voorbeeld", "subject": "Te laat", "description": "Het ging mis."}})
	if err != nil {
		t.Fatal(err)
	}
	other := w.another()
	notes := 0
	note := func(o *office.Office) error {
		notes++
		w.now = w.now.Add(time.Minute)
		return o.Take(w.ctx, omar, number, procedure.Note, office.Input{Values: map[string]string{"text": "Notitie " + string(rune('A'+notes))}})
	}
	facts := 0
	agree := func(more int) {
		t.Helper()
		remembered, err := remembers.Dossier(w.ctx, omar, number, time.Time{})
		if err != nil {
			t.Fatal(err)
		}
		fresh, err := w.another().Dossier(w.ctx, omar, number, time.Time{})
		if err != nil {
			t.Fatal(err)
		}
		if !sameDossier(remembered, fresh) {
			t.Errorf("remembered: %+v\nin the file: %+v", remembered, fresh)
		}
		if facts += more; len(fresh.Events) != facts {
			t.Errorf("%d facts, not %d", len(fresh.Events), facts)
		}
	}
	first, err := other.Dossier(w.ctx, omar, number, time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	facts = len(first.Events)
	agree(0)
	for _, o := range []*office.Office{remembers, other, other, remembers} {
		if err := note(o); err != nil {
			t.Fatal(err)
		}
		agree(1)
	}
	for range 2 {
		file.undo = true
		if err := note(remembers); !errors.Is(err, errUndone) {
			t.Fatalf("not undone: %v", err)
		}
		file.undo = false
		agree(0)
	}
	file.undo = true
	if err := note(remembers); !errors.Is(err, errUndone) {
		t.Fatalf("not undone: %v", err)
	}
	file.undo = false
	if err := note(other); err != nil { // in the place of the one that was undone
		t.Fatal(err)
	}
	agree(1)

	db, err := sql.Open("sqlite", w.path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	gone, err := db.Exec(`UPDATE events SET personal = NULL, salt = NULL WHERE stream = ? AND seq BETWEEN 3 AND 4`, number)
	if err != nil {
		t.Fatal(err)
	}
	if n, err := gone.RowsAffected(); n != 2 || err != nil {
		t.Fatalf("%d facts were destroyed, %v", n, err)
	}
	agree(0)
}

// sameDossier compares all but what is next: actions are functions, and those
// cannot be compared.
func sameDossier(a, b *office.Dossier) bool {
	a.Next, b.Next = nil, nil
	return reflect.DeepEqual(a, b)
}

// However many dossiers are opened, so many facts are remembered and no more, and
// each of them still reads as it stands in the file.
func TestNotEverythingIsRemembered(t *testing.T) {
	w, _ := bulk(t, 120, func(context.CancelFunc, int) {})
	director := w.viewer("annelies")
	page, err := w.office.List(w.ctx, director, office.Query{View: office.All})
	if err != nil {
		t.Fatal(err)
	}
	read := func(o *office.Office, number string) *office.Dossier {
		d, err := o.Dossier(w.ctx, director, number, time.Time{})
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	fresh, facts := w.another(), 0
	for _, l := range page.Lines {
		facts += len(read(w.office, l.Number).Events)
	}
	for _, l := range page.Lines[:30] {
		if !sameDossier(read(w.office, l.Number), read(fresh, l.Number)) {
			t.Errorf("%s reads otherwise the second time", l.Number)
		}
	}
	if facts < 2500 {
		t.Fatalf("%d facts are not more than are remembered", facts)
	}
}
