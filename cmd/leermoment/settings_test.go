package main

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"leermoment/internal/calendar"
	"leermoment/internal/complaint"
	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/internal/organisation"
	"leermoment/internal/procedure"
	"leermoment/store"
)

// Whatever a director changes, in any order, is refused or holds: the
// organisation can be folded, the procedure loaded, the terms of complaints that
// run stand as they were, and the read models made anew are the same.
func TestAnySequenceOfSettingsHolds(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		w := quickWorld(t, r)
		promised := map[string]time.Time{}
		for i := range rapid.IntRange(2, 14).Draw(r, "steps") {
			dirk := w.viewer("dirk")
			err := w.setting(r, dirk)
			var refusal *complaint.Refusal
			var faults complaint.Faults
			if err != nil && !errors.As(err, &refusal) && !errors.As(err, &faults) && !errors.Is(err, office.ErrNotFound) && !errors.Is(err, office.ErrStale) {
				r.Fatalf("%v", err)
			}
			for _, f := range faults {
				for _, l := range []lang.Language{lang.NL, lang.EN} {
					if said := lang.New(l, w.zone).Fault(f.Key, f.Args); strings.Contains(said, "⟦") {
						r.Fatalf("%s: %s", l, said)
					}
				}
			}
			if i%3 == 0 {
				values := ordinary(fmt.Sprint("Klacht ", i))
				number, err := w.office.Record(w.ctx, w.viewer("omar"), office.Input{Values: values})
				if err != nil {
					r.Fatalf("%v", err)
				}
				promised[number] = dueAt(t, w, number, "assessment")
			}
		}
		for number, due := range promised {
			if now := dueAt(t, w, number, "assessment"); !now.Equal(due) {
				r.Fatalf("%s was due %s, and is now %s", number, due, now)
			}
		}
		is, err := w.office.Arranged(w.ctx, w.viewer("petra"))
		if err != nil || is.May {
			r.Fatalf("%v, a project leader may change it: %v", err, is.May)
		}
		text, err := w.office.ProcedureText(w.ctx)
		if err != nil {
			r.Fatalf("%v", err)
		}
		if p, err := procedure.Load("procedure", text); err != nil || p.Digest() != is.Procedure.Digest() {
			r.Fatalf("the text is not that of the procedure in force: %v", err)
		}
		w.rebuiltIsTheSame(r, w.office, "dirk")
	})
}

// quickWorld is newWorld on a file that need not outlive a fall of the machine.
func quickWorld(t *testing.T, r *rapid.T) *world {
	zone, err := time.LoadLocation(zoneName)
	if err != nil {
		r.Fatal(err)
	}
	w := &world{t: t, ctx: t.Context(), zone: zone, now: time.Date(2026, 11, 24, 9, 40, 0, 0, zone), path: filepath.Join(t.TempDir(), "world.db")}
	s, err := store.OpenFast(w.ctx, w.path)
	if err != nil {
		r.Fatal(err)
	}
	r.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	w.office = (wiring{zone: zone}).office(s, func() time.Time { return w.now }, &demoRandom{rand.New(rand.NewPCG(1, 1))})
	w.found(lang.NL)
	return w
}

// setting changes something.
func (w *world) setting(r *rapid.T, v office.Viewer) error {
	term := func() string {
		return rapid.SampledFrom([]string{"1 day", "3 working days", "same working day", "at once", "2 months", "48 hours", "gauw"}).Draw(r, "term")
	}
	list := rapid.SampledFrom(procedure.Lists()).Draw(r, "list")
	item := func() string {
		return rapid.SampledFrom([]string{"venue", "other", "content", "planning", "outside", "nieuw"}).Draw(r, "item")
	}
	title := func() procedure.Text {
		return procedure.Text{NL: rapid.SampledFrom([]string{"", "Naam", "\"\n[[change]]"}).Draw(r, "nl"), EN: rapid.SampledFrom([]string{"", "Name"}).Draw(r, "en")}
	}
	switch rapid.IntRange(0, 4).Draw(r, "setting") {
	case 0:
		o := rapid.SampledFrom(procedure.Default().Obligations).Draw(r, "obligation")
		return w.office.SetNumber(w.ctx, v, 0, office.NumberChange{Obligation: o.ID, Number: rapid.SampledFrom(procedure.NumberNames()).Draw(r, "number"), Value: term(), Reason: "Daarom"})
	case 1:
		e := office.ListEdit{List: list, Item: item(), Title: title(), Into: item()}
		e.Change = rapid.SampledFrom([]organisation.ListChange{office.ItemAdded, office.ItemRenamed, office.ItemMerged, office.ItemRetired, office.ItemRestored}).Draw(r, "change")
		return w.office.EditList(w.ctx, v, 0, e)
	case 2:
		from := w.office.Day(w.now).AddDays(rapid.IntRange(-5, 60).Draw(r, "from"))
		days := calendar.Span{From: from, Until: from.AddDays(rapid.IntRange(-1, 9).Draw(r, "days"))}
		return w.office.Close(w.ctx, v, 0, office.Closing{GoodFriday: rapid.Bool().Draw(r, "friday"), Days: []office.ClosingDays{{Span: days, Name: "Dicht"}}})
	case 3:
		return w.office.Describe(w.ctx, v, 0, office.Details{Name: rapid.SampledFrom([]string{"", "A", "B"}).Draw(r, "name"), Language: "nl", DefaultOwner: rapid.SampledFrom([]string{"", "petra", "omar"}).Draw(r, "owner")})
	}
	return w.office.Describe(w.ctx, v, 1, office.Details{Name: "Te laat", Language: "en"}) // he saw what was there at first
}
