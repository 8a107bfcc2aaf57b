package main

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"leermoment/internal/lang"
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
