package kit

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"leermoment/internal/lang"
)

// ellipsis stands where text was cut.
const ellipsis = "…"

// Fit cleans unstyled text and cuts it to width cells, ending in … when
// something was cut. It does not pad.
func Fit(text string, width int) string {
	return clipLine(loose(lang.Plain(shortened(text, width))), width)
}

// shortened drops what of a long text cannot come into sight on one line, so
// that a page pasted into a field does not slow every drawing down.
func shortened(text string, width int) string {
	const perCell = 64 // bytes; far more than a letter with all its marks
	most := perCell * max(width, 1)
	if len(text) <= most {
		return text
	}
	for most > 0 && !utf8.RuneStart(text[most]) {
		most--
	}
	return text[:most] + ellipsis
}

// Pad fills a line, styled or not, with spaces to exactly width cells, or
// cuts it when it is wider.
func Pad(line string, width int) string {
	line = Clip(line, width)
	return line + spaces(width-Width(line))
}

// PadLeft is Pad with the spaces in front, for figures.
func PadLeft(line string, width int) string {
	line = Clip(line, width)
	return Pad(spaces(width-Width(line))+line, width)
}

// Clip cuts one line that may already be styled to width cells. It lets
// colours through and no other control sequence.
func Clip(line string, width int) string {
	if cells, ok := straight(line); ok && cells <= width {
		return line
	}
	return clipLine(onlyStyles(line), width)
}

// Wrap cleans unstyled text and breaks it into lines of at most width cells,
// between words where it can. Line breaks in the text are kept.
func Wrap(text string, width int) []string {
	if width <= 0 {
		return nil
	}
	var lines []string
	for _, paragraph := range strings.Split(lang.PlainLines(text), "\n") {
		for _, line := range strings.Split(ansi.Wrap(loose(paragraph), width, ""), "\n") {
			lines = append(lines, clipLine(strings.TrimRight(line, " "), width))
		}
	}
	return lines
}

// Rule is a horizontal line of width cells.
func Rule(width int) string {
	return strings.Repeat("─", max(width, 0))
}

// Columns puts two texts, styled or not, at the two ends of one line of
// exactly width cells. Where both do not fit the left one is cut first.
func Columns(left, right string, width int) string {
	right = Clip(right, width)
	rightWidth := Width(right)
	room := width - rightWidth
	if rightWidth > 0 {
		room--
	}
	if room <= 0 {
		return PadLeft(right, width)
	}
	return Pad(Pad(left, room)+spaces(width-rightWidth-room)+right, width)
}

// ClipBlock cuts a block, styled or not, to at most height lines of at most
// width cells.
func ClipBlock(block string, width, height int) string {
	return strings.Join(blockLines(block, width, height), "\n")
}

// FillBlock is ClipBlock with empty lines added, to exactly height lines.
func FillBlock(block string, width, height int) string {
	lines := blockLines(block, width, height)
	for len(lines) < height {
		lines = append(lines, "")
	}
	return strings.Join(lines, "\n")
}

func blockLines(block string, width, height int) []string {
	if width <= 0 || height <= 0 {
		return nil
	}
	lines := strings.Split(block, "\n")
	if len(lines) > height {
		lines = lines[:height]
	}
	clipped := make([]string, len(lines))
	for i, line := range lines {
		clipped[i] = Clip(line, width)
	}
	return clipped
}

func clipLine(line string, width int) string {
	if cells, ok := straight(line); ok && cells <= width {
		return line
	}
	// Truncate counts an ASCII letter with a variation selector as one cell
	// where the width of the whole counts two, so what it cut is measured.
	for room := width; room > 0; room-- {
		if cut := ansi.Truncate(line, room, ellipsis); Width(cut) <= width {
			return cut
		}
	}
	return ""
}

func spaces(n int) string {
	return strings.Repeat(" ", max(n, 0))
}

// paint styles text as one run of cells: whatever margins or padding a style
// may carry cannot widen a line.
func paint(style lipgloss.Style, text string) string {
	if text == "" {
		return ""
	}
	return style.Inline(true).Render(text)
}

// onlyStyles drops every control character and sequence from a line except
// the ones that set colours and weight.
func onlyStyles(line string) string {
	var out strings.Builder
	var state byte
	for len(line) > 0 {
		seq, width, n, next := ansi.DecodeSequence(line, state, nil)
		if width > 0 || isStyle(seq) || isMark(seq) {
			out.WriteString(seq)
		}
		state, line = next, line[n:]
	}
	return out.String()
}

// loose drops accents without a letter at the beginning, which would join
// whatever is drawn in front of the text.
func loose(text string) string {
	return strings.TrimLeftFunc(text, unicode.IsMark)
}

// isStyle says whether a sequence is "select graphic rendition": ESC [ … m.
func isStyle(seq string) bool {
	body, found := strings.CutPrefix(seq, "\x1b[")
	if !found {
		return false
	}
	body, found = strings.CutSuffix(body, "m")
	return found && strings.Trim(body, "0123456789;:") == ""
}

// isMark says whether a piece without width of its own is text all the same,
// such as an accent that follows its letter.
func isMark(seq string) bool {
	for _, r := range seq {
		if !unicode.Is(unicode.M, r) {
			return false
		}
	}
	return seq != ""
}

// exactly cuts or fills lines to count of them.
func exactly(lines []string, count int) []string {
	for len(lines) < count {
		lines = append(lines, "")
	}
	return lines[:max(count, 0)]
}
