package kit_test

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"leermoment/ui/kit"
)

// send hands an overlay keys by name, until it is done.
func send(overlay kit.Overlay, keys ...string) (kit.Result, bool) {
	for _, key := range keys {
		if result, done := overlay.Update(press(key)); done {
			return result, true
		}
	}
	return kit.Result{}, false
}

// ground is a screen for overlays to stand on.
func ground(width, height int) string {
	return strings.Repeat(strings.Repeat("· ", width/2)+"\n", height-1) + strings.Repeat("· ", width/2)
}

func onGround(overlay kit.Overlay) string {
	return kit.Place(ground(80, 24), overlay.View(80, 24), 80, 24)
}

func TestABoxIsPlacedInTheMiddleAndLeavesTheRest(t *testing.T) {
	got := ansi.Strip(kit.Place("aaaaaaa\nbbbbbbb\nccccccc", "XYZ", 7, 3))
	if want := "aaaaaaa\nbbXYZbb\nccccccc"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if x, y := kit.Origin("XYZ", 7, 3); x != 2 || y != 1 {
		t.Errorf("the box is at %d,%d", x, y)
	}
}

func TestABoxKeepsItsPlaceOverWideCharactersAndColours(t *testing.T) {
	background := strings.Repeat("\x1b[1m漢字漢字\x1b[m\n", 3)
	for _, line := range strings.Split(kit.Place(background, "XY", 8, 1), "\n") {
		before, _, found := strings.Cut(ansi.Strip(line), "XY")
		if !found || lipgloss.Width(before) != 3 {
			t.Errorf("the box is not at cell 3 of %q", line)
		}
	}
}

// drawOverlay makes any overlay out of hostile text.
func drawOverlay(t *rapid.T) kit.Overlay {
	text := func(label string) string { return hostile().Draw(t, label) }
	switch rapid.IntRange(0, 2).Draw(t, "overlay") {
	case 0:
		return kit.NewConfirm(plain(), dutch(), text("question"), text("follows"))
	case 1:
		items := make([]kit.Item, rapid.IntRange(0, 30).Draw(t, "items"))
		for i := range items {
			items[i] = kit.Item{ID: fmt.Sprint(i), Label: text("label"), Detail: text("detail"),
				Disabled: text("disabled"), Hint: text("hint")}
		}
		return kit.NewMenu(plain(), dutch(), text("title"), items)
	default:
		return kit.NewLinesPager(plain(), dutch(), text("title"), []kit.Line{
			{Text: text("text"), Lead: text("lead"), Indent: rapid.IntRange(0, 300).Draw(t, "indent")},
			{Text: strings.Repeat(text("more")+"\n", 20)}})
	}
}

func TestOverlaysFitWhateverStandsInThem(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		width, height := anySize(t)
		overlay := drawOverlay(t)
		view := overlay.View(width, height)
		fits(t, view, width, height)
		keys := rapid.SliceOfN(rapid.SampledFrom([]string{"down", "up", "pgdown", "end", "home", "e", "backspace"}), 0, 6)
		for _, key := range keys.Draw(t, "keys") {
			overlay.Update(press(key))
		}
		overlay.Update(tea.PasteMsg{Content: hostile().Draw(t, "paste")})
		view = overlay.View(width, height)
		fits(t, view, width, height)
		placed := kit.Place(strings.Join(kit.Wrap(hostile().Draw(t, "ground"), width), "\n"), view, width, height)
		fits(t, placed, width, height)
		if got := lipgloss.Height(placed); got != height {
			t.Errorf("Place made %d lines of %d", got, height)
		}
	})
}

func TestTheTextCursorStaysInsideTheBox(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		width, height := anySize(t)
		overlay := drawOverlay(t)
		typed, ok := overlay.(kit.Typed)
		if !ok {
			return
		}
		overlay.Update(tea.PasteMsg{Content: hostile().Draw(t, "paste")})
		view := overlay.View(width, height)
		x, y, ok := typed.Cursor(width, height)
		if !ok || x < 0 || y < 0 || x >= width || y >= lipgloss.Height(view) {
			t.Errorf("the cursor is at %d,%d (%v) in\n%s", x, y, ok, view)
		}
	})
}
