package uitest

import (
	"fmt"
	"html"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// Picture compares the screen, with its colours and its cursor, with an SVG
// picture, or makes that picture with -update: so a picture in the manual is
// never older than the screen.
func (d *Driver) Picture(tb TB, path string) {
	tb.Helper()
	d.Fits(tb)
	got := picture(d)
	if *update {
		write(tb, path, got)
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		tb.Fatalf("%v; run the test once with -update", err)
	}
	if string(want) != got {
		tb.Errorf("%s is older than its screen; run the test with -update and look at it. The screen is now:\n%s", filepath.Base(path), d.Screen())
	}
}

// A cell's size in a picture, and the margin around all of them.
const (
	cellW  = 8.4
	cellH  = 18
	margin = 14
)

// The colours of what has none of its own.
const (
	ink   = "#E6E4DF"
	paper = "#16181D"
)

func picture(d *Driver) string {
	var out strings.Builder
	w, h := float64(d.width)*cellW+2*margin, float64(d.height)*cellH+2*margin
	fmt.Fprintf(&out, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %.0f %.0f" font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="14">`+"\n", w, h)
	fmt.Fprintf(&out, `<rect width="100%%" height="100%%" rx="8" fill="%s"/>`+"\n", paper)
	var now pen
	for row, line := range strings.Split(d.view.Content, "\n") {
		now = now.line(&out, line, row)
	}
	if x, y, ok := d.Cursor(); ok {
		fmt.Fprintf(&out, `<rect x="%.1f" y="%d" width="2" height="%d" fill="%s"/>`+"\n", margin+float64(x)*cellW, margin+y*cellH, cellH, ink)
	}
	out.WriteString("</svg>\n")
	return out.String()
}

// pen is how the next cells look.
type pen struct {
	fg, bg        string
	bold, reverse bool
}

// line draws a line in runs of one look; the look goes on into the next line.
func (p pen) line(out *strings.Builder, line string, row int) pen {
	for column := 0; line != ""; {
		if rest, is := strings.CutPrefix(line, "\x1b["); is {
			codes, after, _ := strings.Cut(rest, "m")
			p, line = p.with(codes), after
			continue
		}
		text, _, _ := strings.Cut(line, "\x1b[")
		p.run(out, text, column, row)
		column += ansi.StringWidth(text)
		line = line[len(text):]
	}
	return p
}

func (p pen) run(out *strings.Builder, text string, column, row int) {
	fg, bg := p.fg, p.bg
	if fg == "" {
		fg = ink
	}
	if p.reverse {
		fg, bg = paper, fg
	}
	x, y, width := margin+float64(column)*cellW, margin+row*cellH, float64(ansi.StringWidth(text))*cellW
	if bg != "" {
		fmt.Fprintf(out, `<rect x="%.1f" y="%d" width="%.1f" height="%d" fill="%s"/>`+"\n", x, y, width, cellH, bg)
	}
	if strings.TrimSpace(text) == "" {
		return
	}
	weight := ""
	if p.bold {
		weight = ` font-weight="bold"`
	}
	fmt.Fprintf(out, `<text x="%.1f" y="%.1f" textLength="%.1f" fill="%s"%s xml:space="preserve">%s</text>`+"\n",
		x, float64(y)+13.5, width, fg, weight, html.EscapeString(text))
}

// with applies one SGR sequence.
func (p pen) with(codes string) pen {
	list := strings.FieldsFunc(codes, func(r rune) bool { return r == ';' || r == ':' })
	if len(list) == 0 {
		return pen{}
	}
	for i := 0; i < len(list); i++ {
		switch n, _ := strconv.Atoi(list[i]); {
		case n == 0:
			p = pen{}
		case n == 1:
			p.bold = true
		case n == 7:
			p.reverse = true
		case n == 39:
			p.fg = ""
		case n == 49:
			p.bg = ""
		case (n == 38 || n == 48) && i+4 < len(list) && list[i+1] == "2":
			colour := hex(list[i+2 : i+5])
			if n == 38 {
				p.fg = colour
			} else {
				p.bg = colour
			}
			i += 4
		}
	}
	return p
}

func hex(parts []string) string {
	out := "#"
	for _, p := range parts {
		n, _ := strconv.Atoi(p)
		out += fmt.Sprintf("%02x", n&0xff)
	}
	return out
}
