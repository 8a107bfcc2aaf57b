package main

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/ui/uitest"
)

// crowded is an office with more complaints than the palette holds; the first is
// about a cold room, which only its description says.
func crowded(t *testing.T) *world {
	t.Helper()
	w := newWorld(t, lang.NL)
	v := w.viewer("omar")
	for i := range 112 {
		values := ordinary(fmt.Sprintf("Les %d te kort", i+1))
		if i == 0 {
			values = ordinary("Het eerste")
			values["complainant_name"], values["description"] = "Wim Allereerste", "De verwarming deed het niet."
		}
		if _, err := w.office.Record(w.ctx, v, office.Input{Values: values}); err != nil {
			t.Fatal(err)
		}
	}
	return w
}

// The palette reaches every complaint, also those that it did not read when it
// opened: by number, by name and by a word in the dossier.
func TestThePaletteReachesEveryComplaint(t *testing.T) {
	t.Parallel()
	w := crowded(t)
	for l, none := range map[lang.Language]string{lang.NL: "Niets gevonden", lang.EN: "Nothing found"} {
		for _, typed := range []string{"2026-001", "allereer", "verwarming"} {
			d := w.sit("omar", 80, 24, l)
			d.Press("ctrl+p")
			d.Lacks(t, "Wim Allereerste")
			d.Type(typed)
			d.Contains(t, "2026-001 Wim Allereerste")
			d.Fits(t)
			d.Press("enter")
			d.Contains(t, "Het eerste")
			d.Press("esc", "ctrl+p")
			d.Type(typed + "q")
			d.Contains(t, none)
			d.Press("ctrl+u")
			d.Type("2026-112")
			d.Press("enter")
			d.Contains(t, "Les 112 te kort")
		}
	}
	// whose it is not finds the number and nothing else
	d := w.sit("dirk", 80, 24, lang.NL)
	d.Press("ctrl+p")
	d.Type("verwarming")
	d.Contains(t, "2026-001")
	if err := w.office.AddStaff(w.ctx, w.viewer("dirk"), office.NewStaff{Login: "els", Name: "Els Demo", Roles: w.viewer("petra").Roles}); err != nil {
		t.Fatal(err)
	}
	els := w.sit("els", 80, 24, lang.NL)
	els.Press("ctrl+p")
	els.Type("verwarming")
	els.Lacks(t, "2026-001")
	els.Press("ctrl+u")
	els.Type("2026-001")
	els.Lacks(t, "Allereerste")
	els.Contains(t, "2026-001")
}

// slow holds back what the store has to say, as a slow machine does, until it is
// let go.
type slow struct {
	tea.Model
	hold bool
	held []tea.Cmd
}

func (s *slow) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	_, cmd := s.Model.Update(msg)
	if s.hold && cmd != nil {
		s.held = append(s.held, cmd)
		return s, nil
	}
	return s, cmd
}

// letGo runs what was held back.
func (s *slow) letGo(d *uitest.Driver) {
	held := s.held
	s.hold, s.held = false, nil
	for _, cmd := range held {
		d.Send(cmd())
	}
}

// Who types on and chooses before the store has answered, chooses from what was
// found for all that he typed.
func TestThePaletteWaitsForWhatIsLookedFor(t *testing.T) {
	w := crowded(t)
	d := w.sit("omar", 80, 24, lang.NL)
	s := &slow{Model: d.Model()}
	d = uitest.New(t, s, 80, 24)
	d.Press("ctrl+p")
	s.hold = true
	d.Type("2026-001")
	d.Press("enter")
	d.Lacks(t, "Het eerste")
	if !strings.Contains(d.Screen(), "2026-001") {
		t.Errorf("the menu is gone:\n%s", d.Screen())
	}
	s.letGo(d)
	d.Contains(t, "Het eerste")

	d.Press("esc", "ctrl+p")
	s.hold = true
	d.Type("allereerste")
	d.Press("esc") // he no longer wants to know
	d.Press("ctrl+p")
	s.letGo(d)
	d.Lacks(t, "Allereerste")
}
