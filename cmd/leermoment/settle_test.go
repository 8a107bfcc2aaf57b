package main

import (
	"testing"

	"leermoment/internal/lang"
)

// Cold coffee: a small complaint solved on the spot by the director, who does
// all of it alone; the written words and the learning stay owed.
func TestSettleAtOnceJourney(t *testing.T) {
	w := newWorld(t, lang.NL)
	sp := lang.New(lang.NL, w.zone)
	dir := &traveller{w.sit("dirk", 80, 24, lang.NL), w, sp}

	dir.Type("n")
	dir.Press("right", "enter", "right", "right", "enter")
	dir.fields("B. Voorbeeld", "", "b@example.org")()
	dir.Press("tab", "tab", "tab", "tab", "tab")
	dir.fields("niemand", "Koude koffie", "De koffie was koud.", "none")()
	dir.Press("ctrl+s")
	dir.Contains(t, "2026-001")
	dir.next("receipt-confirmation", nil)
	dir.Contains(t, "Nu te doen: Klacht beoordelen")
	dir.Press("enter", "down", "enter") // at once, instead of assessing first
	dir.fields("De kan stond uit.")()
	dir.Press("tab", "tab", "tab")
	dir.fields("Verse koffie gezet.", "De kan staat nu op een klok.", "Teamoverleg")()
	dir.Press("tab", "tab", "tab", "tab", "tab")
	dir.Type("o")
	dir.Press("ctrl+s")
	w.hear()

	dir.next("copy-to-management", nil)
	// he approved it by settling; the office manager sends it
	om := &traveller{w.sit("omar", 80, 24, lang.NL), w, sp}
	om.Press("enter")
	om.next("feedback-complainant", nil)
	dir.next("root-cause", func() { dir.Type("De kan stond uit"); dir.Press("tab", "right") })
	dir.next("lesson", dir.fields("Zet de kan op tijd aan."))
	dir.next("improvement", func() { dir.Press("enter"); dir.fields("Klok op de kan", "", "15-01-2027")() })
	w.now = w.now.AddDate(0, 0, 8)
	w.hear()
	dir.next("satisfaction", dir.fields("9"))
	dir.Contains(t, sp.T("dossier.completed"))
	if keys := dir.Keys() + om.Keys(); keys > 60 {
		t.Errorf("settling at once takes %d keys that are not text; 60 is the most", keys)
	}
}
