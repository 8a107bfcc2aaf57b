package main

import (
	"testing"

	"leermoment/internal/lang"
)

// S39: who was given an improvement finds it in the list, and says there that it
// is done.
func TestAnImprovementIsDoneInTheTerminal(t *testing.T) {
	for l, title := range map[lang.Language]string{lang.NL: "Verbeteringen", lang.EN: "Improvements"} {
		w := demoWorld(t)
		sp := lang.New(l, w.zone)
		d := w.sit("petra", 80, 24, l)
		d.Press("m")
		d.Contains(t, title)
		d.Press("enter")
		d.Contains(t, sp.T("action.complete-measure"))
		d.Press("enter")
		p := &traveller{d, w, sp}
		p.at(sp.FieldTitle("complete-measure", "result"), "Afgesproken en ingevoerd.")
		d.Press("ctrl+s")
		d.Contains(t, sp.T("measures.done"))
		all, err := w.office.Measures(w.ctx, w.viewer("petra"))
		if err != nil {
			t.Fatal(err)
		}
		done := 0
		for _, m := range all {
			if m.DoneAt.Equal(w.now) {
				done++
			}
		}
		if done != 1 {
			t.Errorf("%d are done just now:\n%s", done, d.Screen())
		}
	}
}
