package kit

import (
	"testing"
	"unicode"

	"github.com/charmbracelet/x/ansi"
)

// What is measured in one go is measured, cleaned and cut as with care.
func TestStraightLinesAreMeasuredAsAllOthers(t *testing.T) {
	letters := 0
	for _, span := range oneCell.R16 {
		for r := rune(span.Lo); r <= rune(span.Hi); r += rune(span.Stride) {
			letters++
			if text := string(r); ansi.StringWidth(text) != 1 || onlyStyles(text) != text || unicode.IsMark(r) {
				t.Errorf("%U takes %d cells, %q is left of it", r, ansi.StringWidth(text), onlyStyles(text))
			}
			for _, beside := range []rune{'a', '1', '#', 'é', '│', r} {
				if got := ansi.StringWidth(string(r) + string(beside)); got != 2 {
					t.Errorf("%U and %U take %d cells", r, beside, got)
				}
			}
		}
	}
	if letters < 500 {
		t.Errorf("only %d letters", letters)
	}
	for _, line := range []string{"", "een gewone regel", "\x1b[38;5;117;1mblauw\x1b[m en \x1b[4:3mgolvend\x1b[0m", "╭─ Café «Überraschung» ─╮ ✓ ✗ ● ○ ▌…"} {
		cells, ok := straight(line)
		if !ok || cells != ansi.StringWidth(line) || onlyStyles(line) != line {
			t.Errorf("%q: %d, %v", line, cells, ok)
		}
		for width := range cells + 2 {
			if got, want := Clip(line, width), clipLine(onlyStyles(line), width); got != want {
				t.Errorf("%q in %d cells: %q, not %q", line, width, got, want)
			}
		}
	}
	for _, line := range []string{"\x1b]0;titel\a", "\x1b[2J", "\x1b[12", "\x1b", "\x1bc", "a\tb", "a\r", "\x7f", "\u009b2J", "e\u0301", "\u202eom", "‼️", "日本", "\xff", "a\u00adb", "👩‍👧", "1️⃣", "\x1b[<1m", "\x1b[?1m"} {
		if _, ok := straight(line); ok {
			t.Errorf("%q is taken for a straight line", line)
		}
	}
}

// FuzzStraight holds any line against the careful way.
func FuzzStraight(f *testing.F) {
	for _, line := range []string{"regel", "\x1b[1mvet\x1b[m", "é\u0301", "1️⃣ \x1b[31", "▌• Łódź"} {
		f.Add(line)
	}
	f.Fuzz(func(t *testing.T, line string) {
		cells, ok := straight(line)
		if ok && (cells != ansi.StringWidth(line) || onlyStyles(line) != line) {
			t.Errorf("%q: %d cells, not %d; %q is left", line, cells, ansi.StringWidth(line), onlyStyles(line))
		}
	})
}
