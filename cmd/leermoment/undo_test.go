package main

import (
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"leermoment/internal/lang"
	"leermoment/internal/office"
)

// Who recorded something by mistake takes it back with one key, after having
// read what that does; it stays on record, and nothing late becomes on time.
func TestWhatWasJustRecordedIsTakenBack(t *testing.T) {
	for l, words := range map[lang.Language]struct{ recorded, ask, open, late, done string }{
		lang.NL: {"Vastgelegd: Ontvangst bevestigen. u neemt het terug.", "‘Ontvangst bevestigd’ terugnemen?", "Staat daarna weer open: Ontvangst bevestigen",
			"weer open, en blijft te laat: Ontvangst bevestigen", "Teruggenomen: Ontvangst bevestigd."},
		lang.EN: {"Recorded: Confirm receipt. u takes it back.", "Take ‘Receipt confirmed’ back?", "Stands open again then: Confirm receipt",
			"open again then, and stays late: Confirm receipt", "Taken back: Receipt confirmed."},
	} {
		for _, late := range []bool{false, true} {
			w := newWorld(t, l)
			number := w.reachable()
			d := w.sit("omar", 80, 24, l)
			p := &traveller{d, w, lang.New(l, w.zone)}
			if late {
				w.now = w.now.Add(30 * time.Hour)
			}
			d.Press("enter")
			p.next("receipt-confirmation", nil)
			d.Contains(t, words.recorded)
			facts := w.facts(number)
			d.Press("u")
			d.Contains(t, words.ask)
			if want := map[bool]string{false: words.open, true: words.late}[late]; !strings.Contains(boxed(d.Lines()), want) {
				t.Errorf("it does not say %q:\n%s", want, d.Screen())
			}
			d.Press("enter") // no is where it stands
			if got := w.facts(number); !slices.Equal(got, facts) {
				t.Errorf("after no the facts are %v", got)
			}
			d.Press("u", "left", "enter")
			d.Contains(t, words.done)
			if got := w.facts(number); len(got) != len(facts)+1 || got[len(got)-1] != "taken-back" {
				t.Errorf("the facts are %v, they were %v", got, facts)
			}
			d.Press("esc")
			d.Contains(t, p.sp.T("view.todo"))
			d.Contains(t, number)
		}
	}
}

// boxed is what stands in the box over a screen, as one line.
func boxed(lines []string) string {
	var words []string
	for _, line := range lines {
		if parts := strings.Split(line, "│"); len(parts) == 3 {
			words = append(words, strings.Fields(parts[1])...)
		}
	}
	return strings.Join(words, " ")
}

// What another recorded is not taken back with one key, and what cannot be
// taken back says so; a complaint that one may not see says nothing.
func TestOnlyOnesOwnIsTakenBackWithOneKey(t *testing.T) {
	w := newWorld(t, lang.NL)
	number := w.reachable()
	om := w.sit("omar", 80, 24, lang.NL)
	om.Press("enter", "u")
	om.Contains(t, "Er is niets dat u nog kunt terugnemen")
	p := &traveller{om, w, lang.New(lang.NL, w.zone)}
	p.next("receipt-confirmation", nil)
	dir := w.sit("dirk", 80, 24, lang.NL)
	dir.Press("right", "right", "right", "enter", "u")
	dir.Contains(t, "van een ander")
	if _, err := w.office.Undo(w.ctx, w.viewer("petra"), "2026-099"); err == nil {
		t.Error("there is no such complaint")
	}
	u, err := w.office.Undo(w.ctx, w.viewer("omar"), number)
	if err != nil {
		t.Fatal(err)
	}
	if err := w.office.Take(w.ctx, w.viewer("omar"), number, "note", office.Input{Values: map[string]string{"text": "ertussen"}}); err != nil {
		t.Fatal(err)
	}
	if err := w.office.TakeBack(w.ctx, w.viewer("omar"), number, u, "vergissing"); err == nil {
		t.Error("something came in between, and it was taken back all the same")
	}
}

// reachable records a complaint of somebody who can be written to.
func (w *world) reachable() string {
	w.t.Helper()
	values := ordinary("Trainer een uur later")
	values["email"], values["address"] = "b@example.org", "Dorpsstraat 1\n1234 AB Voorbeeld"
	number, err := w.office.Record(w.ctx, w.viewer("omar"), office.Input{Values: values})
	if err != nil {
		w.t.Fatal(err)
	}
	return number
}

func (w *world) facts(number string) (names []string) {
	w.t.Helper()
	d, err := w.office.Dossier(w.ctx, w.viewer("omar"), number, time.Time{})
	if err != nil {
		w.t.Fatal(err)
	}
	for _, e := range d.Events {
		names = append(names, e.Name)
	}
	return names
}

// In a dossier y copies the number, or what one chooses of how to reach the
// complainant and of a letter; it is shown too, by itself, for a terminal that
// has no clipboard, and the mouse is then the terminal's.
func TestCopyingInADossier(t *testing.T) {
	for l, words := range map[lang.Language]struct{ what, copied, sheet, letter string }{
		lang.NL: {"Wat wilt u kopiëren?", "Gekopieerd: b@example.org (ctrl+t toont het)", "Sleep met de muis over de tekst.", "Ontvangstbevestiging"},
		lang.EN: {"What would you like to copy?", "Copied: b@example.org (ctrl+t shows it)", "Drag the mouse over the text.", "Confirmation"},
	} {
		w := newWorld(t, l)
		number := w.reachable()
		d := w.sit("omar", 80, 24, l)
		p := &traveller{d, w, lang.New(l, w.zone)}
		d.Press("ctrl+t")
		d.Contains(t, p.sp.T("copy.nothing"))
		d.Press("enter", "y")
		d.Contains(t, words.what)
		d.Press("enter")
		d.Press("y", "down", "enter")
		d.Contains(t, words.copied)
		d.Press("y")
		d.Type(p.sp.T("field.address"))
		d.Press("enter")
		if got := d.Copied(); !slices.Equal(got, []string{number, "b@example.org", "Dorpsstraat 1\n1234 AB Voorbeeld"}) {
			t.Errorf("copied are %q", got)
		}
		if d.Model().View().MouseMode == tea.MouseModeNone {
			t.Error("the mouse is off before anything is shown")
		}
		d.Press("ctrl+t")
		d.Contains(t, words.sheet)
		if lines := d.Lines(); lines[2] != "Dorpsstraat 1" || lines[3] != "1234 AB Voorbeeld" || lines[4] != "" {
			t.Errorf("shown is\n%s", d.Screen())
		}
		if d.Model().View().MouseMode != tea.MouseModeNone {
			t.Error("the mouse cannot select while the text is shown")
		}
		d.Press("esc")
		d.Lacks(t, words.sheet)

		d.Press("esc", "b", "y") // a letter that waits
		d.Contains(t, words.what)
		d.Press("down", "enter")
		if got := d.Copied(); !strings.Contains(got[len(got)-1], "\n") {
			t.Errorf("copied of the letter is %q", got[len(got)-1])
		}
		d.Press("esc", "enter")
		p.next("receipt-confirmation", nil)
		d.Press("y")
		d.Contains(t, words.letter)
		d.Type(words.letter)
		d.Press("enter")
		if got := d.Copied(); !strings.Contains(got[len(got)-1], "\n") || len(got) != 5 {
			t.Errorf("copied of the letter is %q", got)
		}
	}
}

// A note in the wrong dossier is taken back in the same way, also when it is
// not the last that happened there; what was told of it is gone.
func TestANoteIsTakenBack(t *testing.T) {
	for _, l := range []lang.Language{lang.NL, lang.EN} {
		w := newWorld(t, l)
		number := w.reachable()
		d := w.sit("omar", 80, 24, l)
		p := &traveller{d, w, lang.New(l, w.zone)}
		d.Press("enter", "a")
		d.Type(p.sp.T("action.note"))
		d.Press("enter")
		d.Type("Hoort bij een andere klacht.")
		d.Press("ctrl+s")
		if want := p.sp.T("undo.recorded", lang.Args{"Said": p.sp.T("action-screen.recorded", lang.Args{"Action": p.sp.T("action.note")})}); !strings.Contains(d.Screen(), want) {
			t.Errorf("%q is not on the screen:\n%s", want, d.Screen())
		}
		d.Press("u")
		d.Contains(t, p.sp.T("undo.ask", lang.Args{"What": p.sp.T("event.noted")}))
		d.Press("left", "enter")
		d.Contains(t, p.sp.T("undo.done", lang.Args{"What": p.sp.T("event.noted")}))
		if got := w.facts(number); got[len(got)-1] != "taken-back" {
			t.Errorf("the facts are %v", got)
		}
	}
}
