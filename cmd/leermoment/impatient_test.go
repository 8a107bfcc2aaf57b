package main

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"leermoment/internal/lang"
	"leermoment/ui/nav"
	"leermoment/ui/uitest"
)

// Who presses esc more than once before the form is gone ends in the register, and
// not outside the program.
func TestEscTypedTwiceDoesNotLeave(t *testing.T) {
	t.Parallel()
	w := newWorld(t, lang.NL)
	d := w.sit("omar", 80, 24, lang.NL)
	d.Press("n")
	d.Contains(t, "Nieuwe klacht")
	app := d.Model()
	var asked []tea.Cmd
	for range 3 { // nothing that they ask for is done yet
		_, cmd := app.Update(tea.KeyPressMsg{Code: tea.KeyEscape})
		asked = append(asked, cmd)
	}
	for _, cmd := range asked {
		if cmd != nil {
			d.Send(cmd())
		}
	}
	if d.Left() {
		t.Fatal("the program has left")
	}
	d.Contains(t, "Klachtenoverzicht")
	d.Press("q")
	if !d.Left() {
		t.Error("q does not leave")
	}
}

// However often others change the file, a dossier takes keys: nobody waits for what
// is read because of them. After what one did oneself the keys wait for what came of it.
func TestADossierTakesKeysWhileOthersChangeTheFile(t *testing.T) {
	t.Parallel()
	w := newWorld(t, lang.NL)
	w.record("omar", "Trainer een uur later")
	d := w.sit("petra", 80, 24, lang.NL)
	d.Press("enter")
	d.Contains(t, "Nu te doen")
	_, reads := d.Model().Update(nav.Changed{ByOthers: true}) // the answer does not come yet
	if reads == nil {
		t.Fatal("nothing is read again")
	}
	d.Press("a")
	d.Contains(t, "Wat wilt u doen")
	d.Press("esc")
	d.Lacks(t, "Wat wilt u doen")

	sendAll(d, reads) // it comes now, and it was not asked again
	_, reads = d.Model().Update(nav.Changed{})
	d.Press("a")
	d.Lacks(t, "Wat wilt u doen")
	sendAll(d, reads)
	d.Contains(t, "Wat wilt u doen")
}

// sendAll gives the program what a command brings, and each of several.
func sendAll(d *uitest.Driver, cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	msg := cmd()
	all, several := msg.(tea.BatchMsg)
	for _, one := range all {
		sendAll(d, one)
	}
	if !several && msg != nil {
		d.Send(msg)
	}
}

// Who types on while a search is under way reads what was typed last, and no error of
// the search that was ended; nor when it is what was typed at first.
func TestTypingOnEndsTheSearchBefore(t *testing.T) {
	t.Parallel()
	letter := func(r rune) tea.KeyPressMsg { return tea.KeyPressMsg{Code: r, Text: string(r)} }
	back := tea.KeyPressMsg{Code: tea.KeyBackspace}
	for want, keys := range map[string][]tea.KeyPressMsg{
		"1 van 1": {letter('k'), letter('o')},
		"1 van 2": {letter('k'), letter('o'), back},
	} {
		w := newWorld(t, lang.NL)
		for _, subject := range []string{"Koffie koud", "Kaal lokaal", "Trainer later"} {
			w.record("omar", subject)
		}
		d := w.sit("petra", 80, 24, lang.NL)
		d.Press("/")
		app := d.Model()
		var asked []tea.Cmd
		for _, key := range keys { // no answer comes yet
			_, cmd := app.Update(key)
			asked = append(asked, cmd)
		}
		for _, cmd := range asked {
			sendAll(d, cmd)
		}
		d.Contains(t, want)
		d.Contains(t, "Zoeken: k")
	}
}
