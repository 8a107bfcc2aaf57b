package main

import (
	"strings"
	"testing"
	"time"

	"leermoment/internal/calendar"
	"leermoment/internal/office"
	"leermoment/internal/procedure"
)

// The director reads what happened over all dossiers: in a month, by somebody,
// of a kind, with a word in it; and from there the dossier.
func TestWhatHappenedInTheTerminal(t *testing.T) {
	w, om, pl, dir := travellers(t)
	om.act("confirm-receipt", nil)
	dir.assess("right")
	dir.Press("esc")
	dir.Type("v")
	dir.reads("november 2026 · iedereen · alles", "Klacht beoordeeld", "Ontvangst bevestigd", "Klacht ontvangen en", "Trainer een uur later")
	dir.Golden(t, "happened-80x24")
	dir.Type("w")
	dir.Type("Omar")
	dir.Press("enter")
	dir.reads("november 2026 · Omar Demo · alles", "Ontvangst bevestigd")
	dir.lacks("Klacht beoordeeld")
	dir.Type("s")
	dir.Type("ontvangen en")
	dir.Press("enter")
	dir.reads("Omar Demo · Klacht ontvangen en geregistreerd", "1 van 1")
	dir.Press("esc")
	dir.Type("/beoordeeld")
	dir.reads("Zoeken: beoordeeld", "1 van 1")
	dir.Press("enter", "left")
	dir.reads("oktober 2026", "Er is niets wat hierbij past")
	dir.Press("right", "enter")
	dir.reads("eigenaar: Petra Demo")

	// who opened which dossier is the director's to see
	dir.Press("esc", "esc")
	dir.Type("s")
	dir.Type("ingezien")
	dir.Press("enter")
	dir.reads("Dossier ingezien", "Omar Demo", "Petra Demo")
	pl.Press("esc")
	pl.Type("v")
	pl.Type("s")
	pl.Type("ingezien")
	pl.lacks("Dossier ingezien")
	if _, err := w.office.Happened(w.ctx, w.viewer("petra"), calendar.Day{}, "", office.OpenedName); err == nil {
		t.Error("a project leader reads who opened what")
	}
	for name, size := range map[string][2]int{"120x40": {120, 40}, "too-small": {50, 12}} {
		other := w.sit("dirk", size[0], size[1], "nl")
		other.Type("v")
		other.Golden(t, "happened-"+name)
	}
}

// A project leader reads what happened in his own dossiers, and nobody what is
// a secret of the director's and the owner's.
func TestWhatHappenedIsForWhomItMayBe(t *testing.T) {
	w, om, pl, _ := travellers(t, "person_concerned", "staff:omar")
	_ = om
	now := w.office.Day(w.now)
	for login, want := range map[string]int{"petra": 2, "dirk": 8, "omar": 0} { // dirk: the founding and four of the staff, and the procedure, too
		p, err := w.office.Happened(w.ctx, w.viewer(login), now, "", "")
		if err != nil || len(p.Facts) != want {
			t.Errorf("%s reads %d things (%v): %+v", login, len(p.Facts), err, p.Facts)
		}
	}
	_ = pl
	if err := w.office.AddStaff(w.ctx, w.viewer("dirk"), office.NewStaff{Login: "noor", Name: "Noor Demo", Roles: []procedure.Role{procedure.OfficeManager}}); err != nil {
		t.Fatal(err)
	}
	take := func(login string, action procedure.ActionID, values map[string]string) {
		t.Helper()
		if err := w.office.Take(w.ctx, w.viewer(login), "2026-001", action, office.Input{Values: values}); err != nil {
			t.Fatal(err)
		}
	}
	take("dirk", procedure.Assess, map[string]string{"severity": "normal", "alone": "yes"})
	take("noor", procedure.CompleteForm, map[string]string{"remedy_sought": "niets", "person_concerned": "staff:omar", "category": "trainer"})
	take("petra", procedure.RecordFinding, map[string]string{"spoken_with": "Omar", "statement": "Ja.", "course_of_events": "Te laat."})
	take("petra", procedure.FormJudgement, map[string]string{"judgement": "founded", "reasons": "Het klopt."})
	take("petra", procedure.AddressPerson, map[string]string{"with": "Omar", "summary": "Afgesproken."})
	for login, sees := range map[string]bool{"petra": true, "dirk": true, "noor": false} {
		p, err := w.office.Happened(w.ctx, w.viewer(login), now, "", "person-addressed")
		if err != nil || (len(p.Facts) == 1) != sees {
			t.Errorf("%s: %v %+v", login, err, p.Facts)
		}
	}
}

// That a dossier was opened is noted once a day, and forgotten after a year.
func TestWhoOpenedADossierIsForgottenAfterAYear(t *testing.T) {
	w, _, _, _ := travellers(t)
	opened := func(at time.Time) int {
		p, err := w.office.Happened(w.ctx, w.viewer("dirk"), w.office.Day(at), "", office.OpenedName)
		if err != nil {
			t.Fatal(err)
		}
		return len(p.Facts)
	}
	first := w.now
	if n := opened(first); n != 3 {
		t.Errorf("three sat down at it, %d are noted", n)
	}
	if err := w.office.Opened(w.ctx, w.viewer("dirk"), "2026-001"); err != nil || opened(first) != 3 {
		t.Errorf("a second time that day: %d, %v", opened(first), err)
	}
	w.now = w.now.AddDate(1, 0, 1)
	if err := w.office.Opened(w.ctx, w.viewer("dirk"), "2026-001"); err != nil || opened(w.now) != 1 || opened(first) != 0 {
		t.Errorf("a year later: %d then, %d now, %v", opened(first), opened(w.now), err)
	}
}

// A dossier is read as it was known at a moment, and compared with another.
func TestADossierAsItWasKnownInTheTerminal(t *testing.T) {
	w, om, _, dir := travellers(t)
	w.now = w.now.Add(time.Hour)
	om.act("confirm-receipt", nil)
	w.now = w.now.Add(time.Hour)
	dir.assess("right")
	dir.reads("✓ 1  Klacht beoordelen")
	dir.Type("b")
	dir.reads("Op een eerder moment", "Ontvangst bevestigd")
	dir.Type("Ontvangst")
	dir.Press("enter")
	dir.reads("Zo was het vastgelegd op di 24-11-2026 10.40", "● 1  Klacht beoordelen", "✓ 1  Ontvangst bevestigen")
	dir.Type("a") // what is past is not acted on
	dir.reads("Zo was het vastgelegd")
	dir.Type("v")
	dir.Type("Probleemeigenaar")
	dir.Press("enter")
	dir.reads("Wat er veranderde", "Van di 24-11-2026 09.40 tot di 24-11-2026 10.40", "Ontvangst bevestigen: open → gedaan")
	dir.Press("esc")
	dir.Type("v")
	dir.Press("enter")
	dir.reads("Klacht beoordeeld", "Klacht beoordelen: open → gedaan")
	dir.Press("esc", "esc")
	dir.reads("✓ 1  Klacht beoordelen")
	dir.Press("esc")
	dir.reads("Klachtenoverzicht")
}

// lacks fails where a text stands on the screen.
func (p *traveller) lacks(text string) {
	p.w.t.Helper()
	if strings.Contains(p.Screen(), text) {
		p.w.t.Errorf("%q stands on the screen:\n%s", text, p.Screen())
	}
}
