package remote_test

import (
	"strings"
	"testing"
)

// Line by line over SSH without a terminal: a pipe at each end.
func TestLineByLineThroughAPipe(t *testing.T) {
	h := newHouse(t)
	number := h.complaint("Trainer een uur later")
	h.serve()
	answers := strings.Join([]string{"te doen", "1", "handelingen", "notitie maken", "", "Gebeld met de klager.", "Zij belt terug.", ".", "", "ja", "stop"}, "\n") + "\n"
	a := h.ssh("omar", answers, "--", "--linear")
	if a.code != 0 || a.err != "" || strings.ContainsAny(a.out, "\x1b\r") {
		t.Fatalf("%+v", a)
	}
	for _, text := range []string{"U bent Omar Demo, officemanager.", "1. " + number, "Trainer een uur later", "Vastgelegd: Notitie maken.", "Tot ziens."} {
		if !strings.Contains(a.out, text) {
			t.Errorf("not said: %q\n%s", text, a.out)
		}
	}
	if out := h.local("omar", "show", number, "--json"); !strings.Contains(out, `Gebeld met de klager.\nZij belt terug.`) {
		t.Errorf("the note is not there:\n%s", out)
	}
	attach := h.ssh("omar", "handelingen\nbijlage toevoegen\nstop\n", "--", "--linear", number)
	if attach.code != 0 || !strings.Contains(attach.out, "do "+number+" attach --field") {
		t.Errorf("a file of the server is within reach, or it is not said how one comes in: %+v", attach)
	}
	if a := h.ssh("omar", "nieuw\n\ntelefoon\ncursist\nA. Voorbeeld\n", "--", "--linear"); a.code != 0 {
		t.Errorf("the line ends in the midst of a form: %+v", a)
	}
	if a := h.ssh("omar", "te doen\nstop\n", "--", "--linear"); !strings.Contains(a.out, "Concept, A. Voorbeeld.") {
		t.Errorf("what was typed is gone: %+v", a)
	}
}

// Line by line in a terminal over SSH: keys are shown and can be taken back, and
// who prefers it gets it without asking.
func TestLineByLineInATerminal(t *testing.T) {
	h := newHouse(t)
	number := h.complaint("Trainer een uur later")
	h.serve()
	at := h.terminal(80, 24, append(append([]string{"ssh", "-t"}, h.options("petra")...), "petra@127.0.0.1", "--", "--linear")...)
	at.sees("U bent Petra Demo, projectleider.", "Hoofdmenu.")
	at.types("altijx")
	at.press("BSpace")
	at.types("d")
	at.press("Enter")
	at.sees("altijd", "Vanaf nu begint Leermoment regel voor regel.")
	at.types("dit wordt gewist")
	at.press("C-u")
	at.types("stop")
	at.press("Enter")
	at.sees("Tot ziens.", "EXIT=0")

	again := h.login("petra", 80, 24)
	again.sees("U bent Petra Demo, projectleider.")
	again.types(number)
	again.press("Enter")
	again.sees("Trainer een uur later", "1. Nu doen: Ontvangst bevestigen")
	again.press("C-c")
	again.sees("EXIT=0")

	screen := h.terminal(80, 24, append(append([]string{"ssh", "-t"}, h.options("petra")...), "petra@127.0.0.1", "--", "--linear=false")...)
	screen.sees("Klachtenoverzicht", "enter openen")
	screen.types("q")
	screen.sees("EXIT=0")
}

// A server that stops ends what is said line by line, and what was typed is
// kept.
func TestAServerThatStopsKeepsWhatWasTypedLineByLine(t *testing.T) {
	h := newHouse(t)
	h.serve()
	at := h.terminal(80, 24, append(append([]string{"ssh", "-t"}, h.options("omar")...), "omar@127.0.0.1", "--", "--linear")...)
	at.sees("Hoofdmenu.")
	for _, answer := range []string{"nieuw", "", "telefoon", "cursist", "A. Voorbeeld"} {
		at.types(answer)
		at.press("Enter")
	}
	at.sees("Organisatie")
	if err := h.stop(); err != nil {
		t.Errorf("the server ends with %v", err)
	}
	at.sees("De server stopt.", "EXIT=1")
	h.serve()
	if a := h.ssh("omar", "te doen\nstop\n", "--", "--linear"); !strings.Contains(a.out, "Concept, A. Voorbeeld.") {
		t.Errorf("what was typed is gone: %+v", a)
	}
}
