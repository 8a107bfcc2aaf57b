package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// Plain makes text from outside fit to be drawn on one line: whole control
// sequences, control characters, marks that turn the writing direction and
// invisible ones go; line ends and tabs become one space.
func Plain(s string) string { return plain(s, false) }

// PlainLines is Plain that keeps line ends.
func PlainLines(s string) string { return plain(s, true) }

func plain(s string, lines bool) string {
	if isPlain(s, lines) {
		return s
	}
	if strings.ContainsAny(s, "\x1b") || hasC1(s) {
		s = ansi.Strip(s)
	}
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for _, r := range s {
		switch {
		case r == '\n' && lines:
			b.WriteByte('\n')
			space = false
		case r == '\n' || r == '\t' || r == '\r' && !lines || r == '\u2028' || r == '\u2029':
			if !space {
				b.WriteByte(' ')
			}
			space = true
		case !shows(r):
		default:
			b.WriteRune(r)
			space = false
		}
	}
	return b.String()
}

func isPlain(s string, lines bool) bool {
	if !utf8.ValidString(s) {
		return false
	}
	for _, r := range s {
		if !shows(r) && !(lines && r == '\n') {
			return false
		}
	}
	return true
}

func hasC1(s string) bool {
	for _, r := range s {
		if r >= 0x80 && r < 0xa0 || r == utf8.RuneError {
			return true
		}
	}
	return false
}

// shows says whether a rune may reach a terminal.
func shows(r rune) bool {
	switch {
	case unicode.IsControl(r), r == utf8.RuneError,
		r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069,
		r == 0x200e, r == 0x200f, r == 0x061c,
		r == 0x200b, r == 0xfeff, r == 0x2028, r == 0x2029:
		return false
	}
	return true
}
