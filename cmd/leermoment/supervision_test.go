package main

import (
	"strings"
	"testing"
	"time"

	"leermoment/internal/complaint"
	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/internal/procedure"
)

// S13: the director's three questions on one screen, without search.
func TestThreeQuestionsOnOneScreen(t *testing.T) {
	w := newWorld(t, lang.NL)
	w.now = time.Date(2026, 10, 28, 9, 0, 0, 0, w.zone)
	values := ordinary("Trainer een uur later")
	values["email"] = "b@example.org"
	take := func(login string, action procedure.ActionID, fields ...string) {
		t.Helper()
		in := office.Input{Values: map[string]string{}}
		for i := 0; i < len(fields); i += 2 {
			in.Values[fields[i]] = fields[i+1]
		}
		if err := w.office.Take(w.ctx, w.viewer(login), "2026-001", action, in); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := w.office.Record(w.ctx, w.viewer("omar"), office.Input{Values: values}); err != nil {
		t.Fatal(err)
	}
	w.now = w.now.AddDate(0, 0, 2)
	take("omar", procedure.ConfirmReceipt, "text", "Ontvangen")
	take("omar", procedure.Note, "text", "De mailserver lag eruit.", "obligation", "receipt-confirmation")
	take("dirk", procedure.Assess, "alone", "yes", "severity", "serious", "reason", "Claim")
	w.now = time.Date(2026, 11, 24, 9, 40, 0, 0, w.zone)
	if _, err := w.office.Record(w.ctx, w.viewer("omar"), office.Input{Values: ordinary("Koffie koud")}); err != nil {
		t.Fatal(err)
	}

	d := w.sit("dirk", 80, 24, lang.NL)
	d.Press("t")
	for _, text := range []string{"Wat gaat er nu mis?", "Registratieformulier invullen", "Op wie wacht het?", "Petra Demo:",
		"oktober 2026 te laat", "2026-001 Ontvangst bevestigen", "De mailserver lag eruit."} {
		d.Contains(t, text)
	}
	d.Golden(t, "supervision-80x24")
	d.Press("left")
	d.Contains(t, "september 2026 te laat")
	d.Contains(t, "Niets was te laat.")
	d.Press("enter")
	d.Contains(t, "2026-001")
	for name, size := range map[string][2]int{"120x40": {120, 40}, "too-small": {50, 12}} {
		other := w.sit("dirk", size[0], size[1], lang.NL)
		other.Press("t")
		other.Golden(t, "supervision-"+name)
	}

	// another project leader sees nothing of it
	err := w.office.AddStaff(w.ctx, w.viewer("dirk"), office.NewStaff{Login: "joost", Name: "Joost Demo", Roles: []procedure.Role{procedure.ProjectLeader}})
	if err != nil {
		t.Fatal(err)
	}
	joost := w.sit("joost", 80, 24, lang.NL)
	joost.Press("t")
	joost.Contains(t, "Er gaat nu niets mis.")
	if strings.Contains(joost.Screen(), "2026-001") {
		t.Errorf("Joost sees a complaint of another:\n%s", joost.Screen())
	}
}

// What the screen counts is what the duties of every complaint say.
func TestSupervisionIsWhatTheDutiesSay(t *testing.T) {
	w := demoWorld(t)
	v := w.viewer("annelies")
	got, err := w.office.Supervise(w.ctx, v, w.office.Day(w.now))
	if err != nil {
		t.Fatal(err)
	}
	owed, err := owedOf(w.ctx, w.office, v, "", time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	open, overdue := 0, 0
	for _, o := range owed {
		for _, d := range o.Duties {
			if d.IsOpen(w.now) && len(d.Obligation.MetBy) > 0 && d.Obligation.OwedBy != procedure.MeasureOwner {
				open++
				if d.Status == complaint.Overdue {
					overdue++
				}
			}
		}
	}
	for _, x := range got.Waits {
		open -= x.Open
		overdue -= x.Overdue
	}
	if open != 0 || overdue != 0 {
		t.Errorf("%d open and %d overdue are not on the screen", open, overdue)
	}
}
