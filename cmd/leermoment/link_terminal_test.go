package main

import (
	"testing"

	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/internal/procedure"
	"leermoment/ui/nav"
)

// While a form is filled in the file is not read: whether the other complaint
// is there turns out when the link is recorded.
func TestAComplaintIsLinkedOnTheScreen(t *testing.T) {
	w := newWorld(t, lang.NL)
	for range 2 {
		_, err := w.office.Record(w.ctx, w.viewer("omar"), office.Input{Values: map[string]string{"channel": "phone", "complainant_kind": "client",
			"complainant_name": "A. Proefstra", "subject": "Trainer later", "description": "Te laat."}})
		if err != nil {
			t.Fatal(err)
		}
	}
	d := w.sit("omar", 80, 24, lang.NL)
	d.Send(nav.Act{Subject: "2026-001", Action: string(procedure.Link)})
	d.Type("2026-009")
	d.Press("tab")
	d.Type("Dezelfde zaal")
	d.Press("ctrl+s")
	d.Contains(t, "2026-009 is geen andere klacht")
	d.Press("backspace")
	d.Type("2")
	d.Press("ctrl+s")
	d.Contains(t, "Vastgelegd: Verbinden met een andere klacht.")
}
