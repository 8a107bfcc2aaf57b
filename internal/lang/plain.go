package lang

import (
	"strings"
	"unicode/utf8"
)

// Plain makes text from outside fit to be drawn on one line: escape sequences
// go as a whole, and so do control characters, marks that turn the writing
// direction, invisible junk and bytes that are no UTF-8. Line ends and tabs
// between words become one space. Plain of plain text is that text itself.
func Plain(s string) string { return plain(s, false) }

// PlainLines is Plain that keeps line ends, each as \n, and gives a tab four
// spaces.
func PlainLines(s string) string { return plain(s, true) }

const tab = "    "

func plain(s string, lines bool) string {
	clean := cleanUntil(s, lines)
	if clean == len(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	b.WriteString(s[:clean])
	gap := false // a line end or tab waits for the next word
	for i := clean; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		next := i + size
		switch kindOf(r, size) {
		case shown:
			if gap && b.Len() > 0 {
				b.WriteByte(' ')
			}
			gap = false
			b.WriteString(s[i:next])
		case blank:
			gap = !lines
			if lines {
				next = writeBlank(&b, s, i, r, next)
			}
		case sequence:
			next = afterSequence(s, r, next)
		}
		i = next
	}
	return b.String()
}

// writeBlank writes a line end or a tab and says where the text goes on.
func writeBlank(b *strings.Builder, s string, at int, r rune, next int) int {
	switch {
	case r == '\t':
		b.WriteString(tab)
	case r == '\r' && strings.HasPrefix(s[next:], "\n"):
		b.WriteByte('\n')
		return next + 1
	default:
		b.WriteByte('\n')
	}
	return next
}

// cleanUntil is how much of the text can stay as it is: nearly always all.
func cleanUntil(s string, lines bool) int {
	for i := 0; i < len(s); {
		if c := s[i]; c >= ' ' && c < 0x7f || lines && c == '\n' {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if kindOf(r, size) != shown {
			return i
		}
		i += size
	}
	return len(s)
}

type runeKind uint8

const (
	shown    runeKind = iota
	dropped           // not to be seen, or harmful
	blank             // a line end or a tab
	sequence          // the start of an escape sequence
)

func kindOf(r rune, size int) runeKind {
	switch {
	case r == '\t', r == '\n', r == '\v', r == '\f', r == '\r', r == 0x85, r == 0x2028, r == 0x2029:
		return blank
	case r == 0x1b, r == 0x90, r == 0x98, r >= 0x9b && r <= 0x9f && r != 0x9c:
		return sequence
	case r < ' ', r >= 0x7f && r < 0xa0,
		r == utf8.RuneError && size == 1,
		r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x206f, // directions; 206a and on have no use
		r == 0x200e, r == 0x200f, r == 0x061c,
		r == 0x200b, r == 0x2060, r == 0xfeff,
		r == 0xad: // soft hyphen: terminals disagree about its width
		return dropped
	}
	return shown
}

// afterSequence is where text goes on after an escape sequence of which intro
// was read, ESC or its one-character form.
func afterSequence(s string, intro rune, i int) int {
	if intro == 0x1b {
		if i == len(s) {
			return i
		}
		c := s[i]
		switch {
		case c >= 0x40 && c <= 0x5f: // as if it were the one-character form
			intro, i = rune(c)+0x40, i+1
		case c >= 0x20 && c < 0x7f:
			for i < len(s) && s[i] >= 0x20 && s[i] <= 0x2f {
				i++
			}
			return afterFinal(s, i, 0x30)
		default:
			return i
		}
	}
	switch intro {
	case 0x9b: // CSI
		for i < len(s) && s[i] >= 0x20 && s[i] <= 0x3f {
			i++
		}
		return afterFinal(s, i, 0x40)
	case 0x90, 0x98, 0x9d, 0x9e, 0x9f: // DCS, SOS, OSC, PM, APC
		return afterString(s, i)
	}
	return i
}

func afterFinal(s string, i int, lowest byte) int {
	if i < len(s) && s[i] >= lowest && s[i] < 0x7f {
		return i + 1
	}
	return i
}

// afterString is where a string sequence ends. One that nobody ended takes no
// more than its line, so that a name cannot hide the letter it stands in.
func afterString(s string, i int) int {
	for i < len(s) {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == '\n', r == '\r', r == 0x1b && !strings.HasPrefix(s[i:], "\x1b\\"):
			return i
		case r == 0x1b:
			return i + 2
		case r == 0x07, r == 0x18, r == 0x1a, r == 0x9c:
			return i + size
		}
		i += size
	}
	return i
}
