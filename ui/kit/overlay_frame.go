package kit

import (
	"strings"

	"leermoment/ui/theme"
)

// A box smaller than this, in cells, is drawn without a frame: the room is
// for what it says.
const (
	leastFramedWidth  = 24
	leastFramedHeight = 6
)

// frame is the box around an overlay: its title in the upper line, and where
// one is in it in the lower.
type frame struct {
	styles theme.Styles
	width  int
	height int
	bare   bool
}

// newFrame fits a frame around wanted cells of text into a screen.
func newFrame(styles theme.Styles, wanted, width, height int) frame {
	bare := width < leastFramedWidth || height < leastFramedHeight
	if !bare {
		width = min(width, wanted+4)
	}
	return frame{styles: styles, width: width, height: height, bare: bare}
}

// inner is the room inside, in cells.
func (f frame) inner() (width, height int) {
	if f.bare {
		return f.width, f.height
	}
	return f.width - 4, f.height - 2
}

// corner is where the room inside begins.
func (f frame) corner() (x, y int) {
	if f.bare {
		return 0, 0
	}
	return 2, 1
}

// draw puts the lines, which may be styled, into the frame. The lower line
// says which keys matter, and where one is in what is longer than the box.
func (f frame) draw(title, keys, place string, lines []string) string {
	width, height := f.inner()
	block := ClipBlock(strings.Join(lines, "\n"), width, height)
	if f.bare {
		return block
	}
	side := paint(f.styles.Border, "│")
	out := []string{f.edge("╭", paint(f.styles.Title, framed(title, f.width-6)), "", "╮")}
	for line := range strings.SplitSeq(block, "\n") {
		out = append(out, side+" "+Pad(line, width)+" "+side)
	}
	return strings.Join(append(out, f.edge("╰", f.muted(keys, f.width-8-Width(place)), f.muted(place, f.width-6), "╯")), "\n")
}

func (f frame) muted(word string, room int) string {
	return paint(f.styles.Muted, framed(word, room))
}

// framed is a word that stands in the line of a frame, in at most room cells
// and the air around it.
func framed(word string, room int) string {
	if word = Fit(word, room); word == "" {
		return ""
	}
	return " " + word + " "
}

// edge is the upper or lower line, with styled words at its left and right.
func (f frame) edge(from, left, right, to string) string {
	lead, tail := "─", "─"
	middle := Rule(f.width - 2 - Width(lead+left+right+tail))
	return paint(f.styles.Border, from+lead) + left +
		paint(f.styles.Border, middle) + right + paint(f.styles.Border, tail+to)
}
