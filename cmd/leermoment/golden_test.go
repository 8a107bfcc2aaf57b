package main

import (
	"testing"

	"leermoment/internal/lang"
)

// The screens as people see them; go test ./cmd/leermoment -update rewrites
// them, and their differences are to be read.
func TestScreensAsPeopleSeeThem(t *testing.T) {
	w := demoWorld(t)
	for _, size := range []struct {
		name string
		w, h int
	}{{"80x24", 80, 24}, {"120x40", 120, 40}, {"too-small", 50, 12}} {
		t.Run(size.name, func(t *testing.T) {
			om := w.sit("karim", size.w, size.h, lang.NL)
			om.Golden(t, "register-"+size.name)
			om.Type("n")
			om.Golden(t, "incident-form-"+size.name)
			om.Press("esc")

			dir := w.sit("annelies", size.w, size.h, lang.NL)
			dir.Press("right", "right", "enter")
			dir.Golden(t, "dossier-"+size.name)
			dir.Press("tab")
			dir.Golden(t, "history-"+size.name)
			dir.Type("a")
			dir.Golden(t, "actions-"+size.name)
		})
	}
}
