package main

import (
	"testing"
	"time"

	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/internal/procedure"
)

// Who opens a dossier in which another is at work sees his name, and not what
// he does (S24); after a quarter of an hour it is gone.
func TestWhoElseIsAtWorkIsNamed(t *testing.T) {
	for l, says := range map[lang.Language][2]string{
		lang.NL: {"Petra Demo werkt ook in dit dossier", "Overleg even."},
		lang.EN: {"Petra Demo is working here too", "Have a word first."},
	} {
		w := newWorld(t, l)
		number, err := w.office.Record(w.ctx, w.viewer("omar"), office.Input{Values: ordinary("Koffie koud")})
		if err != nil {
			t.Fatal(err)
		}
		_, err = w.office.SaveDraft(w.ctx, w.viewer("petra"), office.Draft{Subject: number, Action: procedure.Note, Values: map[string]string{"text": "geheim"}})
		if err != nil {
			t.Fatal(err)
		}
		w.now = w.now.Add(5 * time.Minute)
		d := w.sit("dirk", 80, 24, l)
		d.Press("right", "right", "right", "enter")
		d.Contains(t, says[0])
		d.Lacks(t, "geheim")
		d.Press("enter")
		d.Contains(t, says[1])
		d.Press("esc")

		own := w.sit("petra", 80, 24, l)
		own.Press("right", "right", "right", "enter")
		own.Lacks(t, says[0])

		w.now = w.now.Add(11 * time.Minute)
		d.Press("r")
		d.Lacks(t, says[0])
	}
}
