package main

import (
	"maps"
	"testing"

	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/ui"
	"leermoment/ui/uitest"
)

// What somebody likes is kept with him: the next time, and on another machine.
func TestPreferencesAreKeptPerPerson(t *testing.T) {
	w, _, pl, dir := travellers(t)
	dir.Press("ctrl+p")
	dir.Type("Voorkeuren")
	dir.Press("enter")
	dir.reads("Kleuren", "‹ zoals de terminal ›", "‹ zoals de organisatie ›")
	dir.Golden(t, "preferences-80x24")
	dir.at("Kleuren", "", "right", "right", "right")
	dir.at("Taal", "", "right", "right")
	dir.at("Muis", "", "right")
	dir.at("Werkwijze", "")
	dir.Press("ctrl+s")
	dir.reads("Register of complaints", "Saved, for next time too.")

	again := func(login string, asked bool) (*uitest.Driver, office.Preferences) {
		t.Helper()
		prefer, err := w.office.Preferences(w.ctx, w.viewer(login))
		if err != nil {
			t.Fatal(err)
		}
		org, err := w.office.Organisation(w.ctx)
		if err != nil {
			t.Fatal(err)
		}
		app := ui.New(ui.Config{Office: w.office, Org: org, Viewer: w.viewer(login), Speaker: lang.New(lang.NL, w.zone), Asked: asked, Colour: true,
			Preferences: prefer, Tick: noTick})
		return uitest.New(t, app, 80, 24), prefer
	}
	next, prefer := again("dirk", false)
	next.Contains(t, "Register of complaints")
	if want := (office.Preferences{"colours": "none", "language": "en", "mouse": "off", "attention": "notify", "night": "quiet", "way": "screen"}); !maps.Equal(prefer, want) {
		t.Errorf("kept are %+v", prefer)
	}
	asked, _ := again("dirk", true) // --lang nl says otherwise
	asked.Contains(t, "Klachtenoverzicht")
	other, prefer := again("petra", false)
	other.Contains(t, "Klachtenoverzicht")
	if want := (office.Preferences{"colours": "auto", "language": "office", "mouse": "on", "attention": "notify", "night": "quiet", "way": "screen"}); !maps.Equal(prefer, want) {
		t.Errorf("Petra's are %+v", prefer)
	}
	pl.reads("2026-001")
	if err := w.office.Prefer(w.ctx, w.viewer("petra"), map[string]string{"colours": "paars", "size": "9"}); err == nil {
		t.Error("anything goes")
	}
}
