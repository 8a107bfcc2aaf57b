package main

import (
	"strings"
	"testing"

	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/ui/uitest"
)

// Whoever only reads the screen finds these in fewer than ten keys, typed
// letters among them.
func TestFewKeysLeadToWhatPeopleAsk(t *testing.T) {
	w := demoWorld(t)
	w.prints = t.TempDir()
	for _, x := range []struct {
		asks, login, found string
		keys               func(d *uitest.Driver)
	}{
		{"what must I do now", "annelies", "Klacht beoordelen", func(*uitest.Driver) {}},
		{"how was this term reckoned", "annelies", "Hoe is dit gerekend?", func(d *uitest.Driver) { d.Press("enter", "o") }},
		{"which sentence says so", "annelies", "Ad 1", func(d *uitest.Driver) { d.Press("enter", "o") }},
		{"where do I add a colleague", "annelies", "Inlognaam", func(d *uitest.Driver) {
			d.Press("ctrl+p")
			d.Type("mede")
			d.Press("enter", "n")
		}},
		{"how do I print the form", "karim", "Klaar om af te drukken", func(d *uitest.Driver) {
			d.Press("ctrl+p")
			d.Type("papi")
			d.Press("enter")
		}},
		{"what is owed this week, and by whom", "karim", "Wanneer", func(d *uitest.Driver) {
			d.Press("?")
			d.Type("agenda")
			d.Press("enter")
		}},
	} {
		d := w.sit(x.login, 80, 24, lang.NL)
		x.keys(d)
		d.Contains(t, x.found)
		n := d.Keys() + d.TypedKeys()
		t.Logf("%s: %d keys", x.asks, n)
		if n >= 10 {
			t.Errorf("%s takes %d keys", x.asks, n)
		}
	}
}

// The bottom line says what enter does: where nothing is to be done, it reads.
func TestEnterSaysWhatItDoes(t *testing.T) {
	t.Parallel()
	w := demoWorld(t)
	for _, c := range []struct {
		view        office.View
		does, reads string
	}{{office.Todo, "enter doe dit nu", "o lezen"}, {office.CompletedView, "enter lezen", ""}} {
		page, err := w.office.List(w.ctx, w.viewer("petra"), office.Query{View: c.view, Limit: 1})
		if err != nil || len(page.Lines) != 1 {
			t.Fatalf("%s: %d lines, %v", c.view, len(page.Lines), err)
		}
		d := w.sit("petra", 80, 24, lang.NL)
		d.Press(":")
		d.Type(page.Lines[0].Number)
		d.Press("enter")
		d.Contains(t, c.does)
		d.Contains(t, c.reads)
		d.Press("enter")
		if read := strings.Contains(d.Screen(), "esc sluiten"); read != (c.view == office.CompletedView) {
			t.Errorf("%s: enter does something else:\n%s", c.view, d.Screen())
		}
	}
}
