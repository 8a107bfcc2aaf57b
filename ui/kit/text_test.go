package kit_test

import (
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"leermoment/ui/kit"
)

func TestFitCutsByCellsAndShowsIt(t *testing.T) {
	for _, c := range []struct {
		text  string
		width int
		want  string
	}{
		{"Gemeente Voorbeeld", 18, "Gemeente Voorbeeld"},
		{"Gemeente Voorbeeld", 10, "Gemeente …"},
		{"漢字漢字", 5, "漢字…"},
		{"漢字漢字", 4, "漢…"},
		{"a", 0, ""},
		{"rood\a", 80, "rood"},
	} {
		if got := kit.Fit(c.text, c.width); got != c.want {
			t.Errorf("Fit(%q, %d) = %q, want %q", c.text, c.width, got, c.want)
		}
	}
}

func TestColumnsCutsTheLeftFirst(t *testing.T) {
	for _, c := range []struct {
		left, right string
		width       int
		want        string
	}{
		{"Klachten", "officemanager", 24, "Klachten   officemanager"},
		{"Klachtenoverzicht", "manager", 16, "Klachte… manager"},
		{"Klachten", "officemanager", 6, "offic…"},
		{"Klachten", "", 10, "Klachten  "},
	} {
		if got := kit.Columns(c.left, c.right, c.width); got != c.want {
			t.Errorf("Columns(%q, %q, %d) = %q, want %q", c.left, c.right, c.width, got, c.want)
		}
	}
}

func TestWrapBreaksBetweenWordsAndKeepsLineBreaks(t *testing.T) {
	got := kit.Wrap("De les begon een uur te laat.\n\nEen inhaalles.", 14)
	want := []string{"De les begon", "een uur te", "laat.", "", "Een inhaalles."}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestClipKeepsOurColoursAndNothingElse(t *testing.T) {
	got := kit.Clip("\x1b[1mvet\x1b[m \x1b]52;c;QUJD\x07\x1b[2Jtekst\u202e", 80)
	if want := "\x1b[1mvet\x1b[m tekst"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestTextHelpersKeepTheirWidth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		width, height := anySize(t)
		one, other := hostile().Draw(t, "one"), hostile().Draw(t, "other")
		fits(t, kit.Fit(one, width), width, 1)
		fits(t, strings.Join(kit.Wrap(one, width), "\n"), width, 1000)
		line := kit.Columns(kit.Fit(one, 1000), kit.Fit(other, 1000), width)
		fits(t, line, width, 1)
		if got := lipgloss.Width(line); got != width {
			t.Errorf("Columns made %d cells of %d: %q", got, width, line)
		}
		block := kit.FillBlock(strings.Repeat(kit.Fit(one, 1000)+"\n", 4), width, height)
		fits(t, block, width, height)
		if got := lipgloss.Height(block); got != height {
			t.Errorf("FillBlock made %d lines of %d", got, height)
		}
	})
}
