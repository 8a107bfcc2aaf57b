package kit_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"leermoment/ui/kit"
)

func registerHelp() *kit.Help {
	return kit.NewHelp(plain(), dutch(), "Toetsen", []kit.HelpSection{
		{Title: "Klachtenoverzicht", Keys: []kit.HelpKey{
			{Press: "enter", Text: "opent het dossier onder de cursor"},
			{Press: "n", Text: "legt een nieuwe klacht vast"},
			{Press: "/", Text: "zoekt in nummer, klager en onderwerp terwijl u typt; esc laat weer alles zien"},
		}},
		{Title: "Overal", Keys: []kit.HelpKey{
			{Press: "ctrl+p", Text: "opent de lijst waarmee u overal komt"},
			{Press: "ctrl+c", Text: "sluit meteen; wat u typte blijft bewaard"},
		}},
	})
}

func TestHelpAt80By24(t *testing.T) {
	golden(t, "help", onGround(registerHelp()))
}

func TestTypingSearchesTheKeys(t *testing.T) {
	help := registerHelp()
	send(help, "z", "o", "e", "k", "t")
	view := ansi.Strip(help.View(80, 24))
	if !strings.Contains(view, "zoekt in nummer") || strings.Contains(view, "ctrl+p") {
		t.Errorf("got\n%s", view)
	}
	send(help, "x")
	if view := ansi.Strip(help.View(80, 24)); !strings.Contains(view, "Niets gevonden") {
		t.Errorf("got\n%s", view)
	}
}

func TestHelpClosesWithTheKeysThatOpenIt(t *testing.T) {
	for _, keys := range [][]string{{"esc"}, {"?"}, {"f1"}, {"enter"}, {"a", "esc"}} {
		if _, done := send(registerHelp(), keys...); !done {
			t.Errorf("%v did not close", keys)
		}
	}
	if _, done := send(registerHelp(), "w", "a", "t", "?"); done {
		t.Error("a question mark in what is typed closed it")
	}
}
