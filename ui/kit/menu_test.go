package kit_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"leermoment/ui/kit"
)

func actionsMenu() *kit.Menu {
	return kit.NewMenu(plain(), dutch(), "Handelingen 2026-034", []kit.Item{
		{ID: "assess", Label: "Klacht beoordelen", Disabled: "Dit doet de directeur. U kunt hem een notitie sturen."},
		{ID: "confirm-receipt", Label: "Ontvangst bevestigen", Detail: "De klager krijgt binnen 24 uur bericht.", Hint: "enter"},
		{ID: "send-copy", Label: "Kopie naar betrokkene sturen", Detail: "De betrokkene krijgt een kopie van het formulier."},
		{ID: "note", Label: "Notitie toevoegen", Detail: "Een privé-aantekening in het dossier."},
	})
}

func TestAMenuAt80By24(t *testing.T) {
	golden(t, "menu", onGround(actionsMenu()))
}

func TestAMenuBeginsOnWhatCanBeChosen(t *testing.T) {
	result, done := send(actionsMenu(), "enter")
	if want := (kit.Result{Outcome: kit.Chosen, ID: "confirm-receipt"}); !done || result != want {
		t.Errorf("got %+v (done: %v)", result, done)
	}
}

func TestTypingFiltersWhateverAccentsAndCapitals(t *testing.T) {
	for _, c := range []struct{ typed, want string }{
		{"kopie", "send-copy"}, {"KÓPIE", "send-copy"}, {"sturen kopie", "send-copy"},
		{"prive", "note"}, {"24 uur", "confirm-receipt"}, {"n", "note"}, // what begins with it first
	} {
		menu := actionsMenu()
		menu.Update(tea.PasteMsg{Content: c.typed})
		if result, done := send(menu, "enter"); !done || result.ID != c.want {
			t.Errorf("%q found %q, want %q", c.typed, result.ID, c.want)
		}
	}
}

func TestLettersThatMoveElsewhereAreTypedHere(t *testing.T) {
	menu := actionsMenu()
	if _, done := send(menu, "k", "j", "q"); done {
		t.Error("a letter closed the menu")
	}
	view := ansi.Strip(menu.View(80, 24))
	if !strings.Contains(view, "› kjq") || !strings.Contains(view, "Niets gevonden") {
		t.Errorf("got\n%s", view)
	}
	if _, done := send(menu, "enter"); done {
		t.Error("chose something out of an empty list")
	}
	if _, done := send(menu, "backspace", "backspace", "backspace", "enter"); !done {
		t.Error("the list did not come back")
	}
}

func TestWhatCannotBeChosenSaysWhy(t *testing.T) {
	menu := actionsMenu()
	if _, done := send(menu, "home", "enter"); done {
		t.Fatal("chose a disabled item")
	}
	if view := ansi.Strip(menu.View(80, 24)); !strings.Contains(view, "✗ Dit doet de directeur.") {
		t.Errorf("the reason is not there:\n%s", view)
	}
	if result, done := send(menu, "esc"); !done || result.Outcome != kit.Dismissed {
		t.Error("esc did not close the menu")
	}
}

func TestTheMenuKeepsItsSizeWhileTyping(t *testing.T) {
	menu := actionsMenu()
	before := strings.Count(menu.View(80, 24), "\n")
	send(menu, "k", "o", "p")
	if after := strings.Count(menu.View(80, 24), "\n"); after != before {
		t.Errorf("%d lines became %d", before+1, after+1)
	}
}

func TestAClickMovesAndASecondChooses(t *testing.T) {
	menu := actionsMenu()
	lines := strings.Split(ansi.Strip(menu.View(80, 24)), "\n")
	y := 0
	for i, line := range lines {
		if strings.Contains(line, "Notitie") {
			y = i
		}
	}
	click := tea.MouseClickMsg{X: 5, Y: y, Button: tea.MouseLeft}
	if _, done := menu.Update(click); done {
		t.Fatal("the first click chose")
	}
	if result, done := menu.Update(click); !done || result.ID != "note" {
		t.Errorf("the second click gave %+v", result)
	}
}

func TestWhatWasFoundElsewhereStandsBelow(t *testing.T) {
	menu := kit.NewMenu(plain(), dutch(), "Ga naar", []kit.Item{{ID: "a", Label: "Agenda"}, {ID: "1", Label: "2026-001 Zaal"}})
	chosen := func(keys ...string) string {
		result, _ := send(menu, append(keys, "enter")...)
		return result.ID
	}
	menu.Update(tea.PasteMsg{Content: "zaal"})
	menu.SetFound(menu.Typed(), []kit.Item{{ID: "1", Label: "2026-001 Zaal"}, {ID: "2", Label: "2020-002 Jan", Detail: "Zaal koud"}, {ID: "3", Label: "2020-003 Piet"}})
	if got := chosen() + chosen("down") + chosen("down") + chosen("down"); got != "1233" { // each once
		t.Errorf("chose %s", got)
	}
	menu.Update(tea.PasteMsg{Content: " koud"})
	if got := chosen() + chosen("down"); got != "22" { // that in which the words are seen
		t.Errorf("after typing on chose %s", got)
	}
	menu.SetFound(menu.Typed(), nil)
	if got := chosen(); got != "" {
		t.Errorf("of nothing chose %s", got)
	}
}
