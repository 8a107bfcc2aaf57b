package kit_test

import (
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"leermoment/internal/lang"
	"leermoment/ui/theme"
	"leermoment/ui/uitest"
)

func plain() theme.Styles { return theme.Plain() }

func dutch() *lang.Speaker { return lang.New(lang.NL, time.UTC) }

// press is the message for a key as people name it.
func press(name string) tea.KeyPressMsg {
	key, err := uitest.Key(name)
	if err != nil {
		panic(err) // a name that the test itself wrote wrongly
	}
	return key
}

// golden compares a view, without its styles, with testdata/name.golden.
func golden(t *testing.T, name, view string) {
	t.Helper()
	fits(t, view, 80, 24)
	lines := strings.Split(ansi.Strip(view), "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRight(line, " ")
	}
	uitest.Golden(t, name, strings.Join(lines, "\n")+"\n")
}

// ownStyle is all that theme.Plain can write: bold, reverse, and their end.
var ownStyle = regexp.MustCompile(`\x1b\[(1|7|1;7|0)?m`)

type reporter interface {
	Helper()
	Errorf(format string, args ...any)
}

// fits fails where a view is larger than asked for, or would tell a terminal
// anything but text and our own styles.
func fits(t reporter, view string, width, height int) {
	t.Helper()
	lines := strings.Split(view, "\n")
	if len(lines) > height {
		t.Errorf("%d lines in a height of %d:\n%q", len(lines), height, view)
	}
	for i, line := range lines {
		if got := lipgloss.Width(line); got > width {
			t.Errorf("line %d has %d cells in a width of %d: %q", i, got, width, line)
		}
	}
	for _, r := range ownStyle.ReplaceAllString(view, "") {
		if r != '\n' && (unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r)) {
			t.Errorf("control character %U in %q", r, view)
		}
	}
}

// hostile draws text as it may come in by mail: with escape sequences, marks
// that turn the direction of reading, and characters of every width.
func hostile() *rapid.Generator[string] {
	piece := rapid.OneOf(rapid.SampledFrom([]string{
		"\x1b[31m", "\x1b[2J", "\x1b]0;titel\x07", "\x1b]52;c;QUJD\x1b\\", "\x1b", "\u009b31m", "\x90q\x9c",
		"\x00", "\a", "\b", "\r", "\n", "\t", "\x7f", "\xff", "\u2028",
		"\u202e", "\u2066", "\u200f", "\u061c", "\u200b", "\u200d", "\ufeff", "\u00ad",
		"👨‍👩‍👧", "🇳🇱", "👍🏽", "❤️", "漢字", "ｆｕｌｌ", "e\u0301", "\u0301", "\u0600", "\u1100\u1161",
		"שלום", "مرحبا", "Zorggroep", "Voorbeeld", " ", "  ", "-", "[", "│",
	}), rapid.String())
	return rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(piece, 0, 12).Draw(t, "pieces"), "")
	})
}

// anySize draws the size of a window.
func anySize(t *rapid.T) (width, height int) {
	return rapid.IntRange(20, 200).Draw(t, "width"), rapid.IntRange(3, 60).Draw(t, "height")
}
