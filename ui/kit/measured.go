package kit

import (
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// oneCell are letters and signs that take one cell each and never join what
// stands beside them. A letter that is not here is measured with care.
var oneCell = &unicode.RangeTable{
	R16: []unicode.Range16{
		{Lo: 0x20, Hi: 0x7e, Stride: 1},
		{Lo: 0xa1, Hi: 0xac, Stride: 1},
		{Lo: 0xae, Hi: 0x17f, Stride: 1},
		{Lo: 0x2013, Hi: 0x2014, Stride: 1},
		{Lo: 0x2018, Hi: 0x201e, Stride: 1},
		{Lo: 0x2022, Hi: 0x2026, Stride: 4},
		{Lo: 0x2039, Hi: 0x203a, Stride: 1},
		{Lo: 0x2190, Hi: 0x2193, Stride: 1},
		{Lo: 0x2500, Hi: 0x25b0, Stride: 1},
		{Lo: 0x25cb, Hi: 0x25cf, Stride: 4},
		{Lo: 0x2713, Hi: 0x2717, Stride: 4},
	},
	LatinOffset: 3,
}

// straight measures a line of nothing but such letters and colours, which nearly
// every line is, in one go; ok is false for any other.
func straight(line string) (cells int, ok bool) {
	for i := 0; i < len(line); {
		switch c := line[i]; {
		case c == '\x1b':
			n := colour(line[i:])
			if n == 0 {
				return 0, false
			}
			i += n
			continue
		case c >= ' ' && c <= '~':
			i++
		default:
			r, n := utf8.DecodeRuneInString(line[i:])
			if !unicode.Is(oneCell, r) {
				return 0, false
			}
			i += n
		}
		cells++
	}
	return cells, true
}

// colour is how many bytes the sequence takes that a line begins with, where it
// sets colours and weight (ESC [ … m); 0 where it does not.
func colour(line string) int {
	if len(line) < 2 || line[1] != '[' {
		return 0
	}
	for i := 2; i < len(line); i++ {
		switch c := line[i]; {
		case c == 'm':
			return i + 1
		case c >= '0' && c <= ';': // digits, and what stands between them
		default:
			return 0
		}
	}
	return 0
}

// Width is how many cells a line takes, styled or not.
func Width(line string) int {
	if cells, ok := straight(line); ok {
		return cells
	}
	return ansi.StringWidth(line)
}
