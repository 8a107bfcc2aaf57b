package main

import (
	"testing"

	"leermoment/internal/lang"
)

// On an empty file the program asks for the organisation first; a role without
// a name of its own is the director's.
func TestFirstRun(t *testing.T) {
	w := emptyWorld(t)
	d := w.sit("", 80, 24, lang.NL)
	d.Contains(t, "Welkom bij Leermoment")
	d.Type("Opleiders Voorbeeld")
	d.Press("enter", "enter", "enter", "enter")
	d.Type("Dirk Demo")
	d.Press("enter")
	d.Type("Dirk!")
	d.Press("ctrl+s")
	d.Contains(t, "Een inlognaam bestaat uit kleine letters")
	d.Press("backspace", "backspace", "backspace", "backspace", "backspace")
	d.Type("dirk")
	d.Press("enter", "enter", "enter", "enter")
	d.Type("petra")
	d.Press("ctrl+s")
	d.Contains(t, "Dit veld is nog leeg") // a login without a name: there the cursor stands now
	d.Type("Petra Demo")
	d.Press("ctrl+s")
	d.Contains(t, "Niets te doen. Nieuwe klacht? Druk op n.")
	org, err := w.office.Organisation(w.ctx)
	if err != nil {
		t.Fatal(err)
	}
	if len(org.Staff) != 2 || len(org.Staff[0].Roles) != 2 || org.Name != "Opleiders Voorbeeld" {
		t.Errorf("founded as %+v", org)
	}
	owner, _ := org.Member(org.DefaultOwner)
	if owner.Login != "petra" {
		t.Errorf("new complaints go to %q, not to the project leader", owner.Login)
	}
}
