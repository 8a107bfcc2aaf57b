package main

import (
	"slices"
	"strings"
	"testing"
	"time"

	"leermoment/internal/lang"
	"leermoment/internal/office"
)

// says fails where one of these was not said.
func says(t *testing.T, said string, texts ...string) {
	t.Helper()
	for _, text := range texts {
		if !strings.Contains(said, text) {
			t.Errorf("not said: %q\n%s", text, said)
		}
	}
}

// A notice is filed, becomes a complaint, and the earlier complaint of the same
// person is told of (S36).
func TestLineByLineANoticeBecomesAComplaint(t *testing.T) {
	w := newWorld(t, lang.NL)
	said := w.lines("omar", lang.NL, "", answersOf("nieuw", "", "telefoon", "cursist", "A. Proefstra", "", "", "", "", "", "", "", "Trainer later", "De les begon later.", ".", "", "", "", "ja", "stop"))
	says(t, said, "2026-001 is vastgelegd")
	w.now = w.now.Add(time.Hour)
	said = w.lines("petra", lang.NL, "", answersOf("postvak", "nieuw", "", "telefoon", "A. Proefstra", "", "", "", "Alweer later", "Ook vandaag.", ".", "ja", "stop"))
	if !strings.Contains(said, "Vastgelegd: Melding doen.") {
		t.Fatalf("the notice is not filed:\n%s", said)
	}
	w.now = w.now.Add(time.Hour)
	said = w.lines("omar", lang.NL, "", answersOf("te doen", "melding", "1", "als klacht vastleggen", "", "", "cursist", "", "", "", "", "", "", "", "", "", "", "", "", "", "ja", "stop"))
	says(t, said, "Melding N-2026-001, A. Proefstra, Alweer later.", "Vastgelegd: Als klacht vastleggen.", "2026-002, A. Proefstra.")
	said = w.lines("omar", lang.NL, "", answersOf("nieuw", "", "telefoon", "cursist", "A. Proefstra", "stop"))
	says(t, said, "Er waren al 2 klachten van deze klager of organisatie", "2026-001, di 24-11-2026, A. Proefstra: Trainer later (in behandeling).")
}

// A letter is read word for word; one line of it is changed, and the rest goes
// out as it stood.
func TestLineByLineALetterIsChangedInOneLine(t *testing.T) {
	w := newWorld(t, lang.NL)
	w.lines("omar", lang.NL, "", answersOf("nieuw", "", "telefoon", "cursist", "A. Proefstra", "", "a@example.org", "", "", "", "", "", "Trainer later", "De les begon later.", ".", "", "", "", "ja", "stop"))
	said := w.lines("omar", lang.NL, "2026-001", answersOf("", "", "", "", "regel", "regel 5", "Beste A.,", "", "nee", "stop"))
	says(t, said, "Geachte A. Proefstra,", "5. Geachte A. Proefstra,", "Regel 5 is nu: Geachte A. Proefstra,.", "Beste A.,", "Nog niet vastgelegd.")
	said = w.lines("omar", lang.NL, "2026-001", answersOf("", "", "ja", "stop"))
	says(t, said, "Er ligt een half ingevuld formulier: 2026-001, Ontvangst bevestigen", "Vastgelegd: Ontvangst bevestigen.")
	d, err := w.office.Dossier(w.ctx, w.viewer("omar"), "2026-001", time.Time{})
	if err != nil || len(d.Letters) != 1 {
		t.Fatalf("%+v, %v", d.Letters, err)
	}
	lines := strings.Split(d.Letters[0].Text, "\n")
	if lines[4] != "Beste A.," || !slices.Contains(lines, "Met vriendelijke groet,") {
		t.Errorf("the letter is\n%s", d.Letters[0].Text)
	}
}

// The director arranges staff line by line: a colleague, a key, a deputy, and who
// leaves; what is wrong is said and asked again.
func TestLineByLineStaffIsArranged(t *testing.T) {
	w := newWorld(t, lang.NL)
	key := "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ8JfA5tXh1Z0yXWm2K2q3c1mR9wYb1m5i7v0b0b0b0b laptop"
	said := w.lines("dirk", lang.NL, "", answersOf("medewerkers", "nieuw", "Joost Demo", "Joost", "", "ja", "", "ja", "joost", "ja",
		"joost", "1", "dit is geen sleutel", "ja", key, "ja", "3", "petra demo", "24-11", "1-12", "ja", "terug", "joost", "4", "", "nee", "stop"))
	says(t, said, "Vastgelegd: Nieuwe collega.", "Inlognaam: Een inlognaam bestaat uit kleine letters", "Vastgelegd: Een sleutel voor Joost Demo.", "Sleutel laptop, SHA256:",
		"Vastgelegd: Wie neemt waar voor Joost Demo?.", "Petra Demo neemt waar tot en met di 01-12", "Enter is nee.")
	org, err := w.office.Organisation(w.ctx)
	if err != nil {
		t.Fatal(err)
	}
	if m, ok := org.ByLogin("joost"); !ok || len(m.Keys) != 1 || m.Disabled || m.Name != "Joost Demo" {
		t.Errorf("he is %+v", m)
	}
	refused := w.lines("petra", lang.NL, "", answersOf("medewerkers", "nieuw", "Carla Demo", "carla", "", "ja", "", "ja", "terug", "stop"))
	says(t, refused, "Dit doet de directeur")
}

// Preferences change the language at once, and words of both are understood.
func TestLineByLineTheLanguageChangesAtOnce(t *testing.T) {
	w := newWorld(t, lang.NL)
	said := w.lines("dirk", lang.NL, "", answersOf(slices.Concat([]string{"voorkeuren", "", "Engels"}, make([]string, len(office.AllLikings())-2), []string{"ja", "preferences", "back", "terug", "?", "quit"})...))
	says(t, said, "Saved, for next time too.", "Main menu.", "You are in the main menu already", "Everywhere: back goes one level up", "Goodbye.")
	prefer, err := w.office.Preferences(w.ctx, w.viewer("dirk"))
	if err != nil || prefer["language"] != "en" || prefer[office.Way] != office.ByScreen {
		t.Errorf("%v, %v", prefer, err)
	}
}
