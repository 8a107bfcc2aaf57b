package kit_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"leermoment/ui/kit"
)

func longLetter() string {
	var text strings.Builder
	for i := 1; i <= 40; i++ {
		fmt.Fprintf(&text, "Regel %d van de brief aan de klager.\n", i)
	}
	return strings.TrimSpace(text.String())
}

func TestALongTextAt80By24(t *testing.T) {
	pager := kit.NewPager(plain(), dutch(), "Brief aan A. Voorbeeld", longLetter())
	pager.View(80, 24)
	send(pager, "pgdown", "up")
	golden(t, "pager", onGround(pager))
}

func TestThePagerTellsWhereOneIs(t *testing.T) {
	pager := kit.NewPager(plain(), dutch(), "Brief", longLetter())
	for _, step := range []struct{ key, first, place string }{
		{"up", "Regel 1 ", "8 van 40"}, {"j", "Regel 2 ", "9 van 40"}, {"space", "Regel 10 ", "17 van 40"},
		{"G", "Regel 33 ", "40 van 40"}, {"pgup", "Regel 25 ", "32 van 40"}, {"home", "Regel 1 ", "8 van 40"},
	} {
		pager.View(60, 10)
		send(pager, step.key)
		view := strings.Split(ansi.Strip(pager.View(60, 10)), "\n")
		if !strings.Contains(view[1], step.first) || !strings.Contains(view[9], step.place) {
			t.Errorf("after %s:\n%s", step.key, strings.Join(view, "\n"))
		}
	}
	if _, done := send(pager, "q"); !done {
		t.Error("q did not close")
	}
}

func TestAShortTextMakesASmallBox(t *testing.T) {
	view := kit.NewPager(plain(), dutch(), "Notitie", "Kort.").View(80, 24)
	if got := strings.Count(view, "\n") + 1; got != 3 {
		t.Errorf("%d lines:\n%s", got, view)
	}
}

func TestAPaneHangsTextBesideItsLead(t *testing.T) {
	pane := kit.NewPane(plain(), dutch())
	pane.SetLines([]kit.Line{{Lead: "24-11", Indent: 7, Text: "Ontvangst bevestigd per mail"}})
	want := "24-11  Ontvangst\n       bevestigd per\n       mail\n"
	if got := ansi.Strip(pane.View(20, 4)); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
