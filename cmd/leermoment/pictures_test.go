package main

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"leermoment/internal/lang"
	"leermoment/ui/uitest"
)

// The pictures in the README and the manual are the real screens of the demo,
// and each of them stands there.
func TestThePicturesAreTheScreens(t *testing.T) {
	w := demoWorld(t)
	shown := map[string]bool{}
	for _, file := range []string{"README.md", "docs/handleiding.md"} {
		text, err := os.ReadFile(filepath.Join("..", "..", file))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range regexp.MustCompile(`pictures/([a-z-]+)\.svg`).FindAllStringSubmatch(string(text), -1) {
			shown[name[1]] = true
		}
	}
	for _, x := range []struct {
		name, login string
		language    lang.Language
		height      int
		keys        func(d *uitest.Driver)
	}{
		{"register", "karim", lang.NL, 24, inHand},
		{"register-en", "karim", lang.EN, 24, inHand},
		{"dossier", "karim", lang.NL, 28, func(d *uitest.Driver) { d.Press("enter") }},
		{"dossier-en", "karim", lang.EN, 28, func(d *uitest.Driver) { d.Press("enter") }},
		{"reckoning", "annelies", lang.NL, 28, func(d *uitest.Driver) { d.Press("enter", "o") }},
		{"letter", "karim", lang.NL, 28, func(d *uitest.Driver) { d.Press("b", "down") }},
		{"agenda", "petra", lang.NL, 28, func(d *uitest.Driver) { d.Press("A") }},
		{"measures", "petra", lang.NL, 24, func(d *uitest.Driver) { d.Press("m") }},
		{"supervision", "annelies", lang.NL, 28, func(d *uitest.Driver) { d.Press("t") }},
		{"happened", "annelies", lang.NL, 24, func(d *uitest.Driver) { d.Press("v") }},
		{"palette", "annelies", lang.NL, 26, func(d *uitest.Driver) {
			d.Press("ctrl+p")
			d.Type("24 uur")
		}},
		{"settings", "annelies", lang.NL, 26, func(d *uitest.Driver) {
			d.Press("ctrl+p")
			d.Type("instell")
			d.Press("enter", "tab")
		}},
		{"incident-form", "karim", lang.NL, 26, intakeHalfWay},
	} {
		if !shown[x.name] {
			t.Errorf("nobody sees the picture %s", x.name)
		}
		delete(shown, x.name)
		d := w.sitInColour(x.login, 100, x.height, x.language)
		x.keys(d)
		d.Picture(t, filepath.Join("..", "..", "docs", "pictures", x.name+".svg"))
	}
	for name := range shown {
		t.Errorf("there is no picture %s", name)
	}
}

// inHand are the complaints that are being handled.
func inHand(d *uitest.Driver) { d.Press("right", "right", "right") }

// intakeHalfWay is the incident form with a phone in one hand.
func intakeHalfWay(d *uitest.Driver) {
	d.Press("n", "right", "tab", "right", "right", "tab")
	d.Type("A. Voorbeeld")
	d.Press("tab")
	d.Type("Zorggroep Voorbeeld")
	d.Press("tab")
	d.Type("a.voorbeeld@")
	d.Press("tab")
}
