// Command ansisvg turns a terminal's screen with its colours, as tmux captures
// it, into an SVG picture: ansisvg COLUMNS < screen > picture.svg.
package main

import (
	"bufio"
	"fmt"
	"html"
	"io"
	"os"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// A cell's size in the picture.
const (
	cellW  = 8.4
	cellH  = 18
	margin = 14
)

// style is how a run of cells looks.
type style struct {
	fg, bg        string
	bold, reverse bool
}

const (
	ink   = "#E6E4DF"
	paper = "#16181D"
)

func main() {
	columns := 80
	if len(os.Args) > 1 {
		if n, err := strconv.Atoi(os.Args[1]); err == nil {
			columns = n
		}
	}
	if err := draw(os.Stdin, os.Stdout, columns); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func draw(in io.Reader, out io.Writer, columns int) error {
	var lines []string
	for s := bufio.NewScanner(in); s.Scan(); {
		lines = append(lines, s.Text())
	}
	w, h := float64(columns)*cellW+2*margin, float64(len(lines))*cellH+2*margin
	fmt.Fprintf(out, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %.0f %.0f" font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="14">`+"\n", w, h)
	fmt.Fprintf(out, `<rect width="100%%" height="100%%" rx="8" fill="%s"/>`+"\n", paper)
	now := style{}
	for row, line := range lines {
		now = drawLine(out, line, float64(row), now)
	}
	_, err := fmt.Fprintln(out, "</svg>")
	return err
}

// drawLine draws the runs of one line; the style goes on into the next.
func drawLine(out io.Writer, line string, row float64, now style) style {
	column := 0
	for line != "" {
		if strings.HasPrefix(line, "\x1b[") {
			end := strings.IndexByte(line, 'm')
			if end < 0 {
				return now
			}
			now = now.with(line[2:end])
			line = line[end+1:]
			continue
		}
		next := strings.Index(line, "\x1b[")
		if next < 0 {
			next = len(line)
		}
		now.run(out, line[:next], column, row)
		column += ansi.StringWidth(line[:next])
		line = line[next:]
	}
	return now
}

func (s style) run(out io.Writer, text string, column int, row float64) {
	fg, bg := s.fg, s.bg
	if fg == "" {
		fg = ink
	}
	if s.reverse {
		fg, bg = paper, fg
	}
	x, width := margin+float64(column)*cellW, float64(ansi.StringWidth(text))*cellW
	if bg != "" {
		fmt.Fprintf(out, `<rect x="%.1f" y="%.1f" width="%.1f" height="%d" fill="%s"/>`+"\n", x, margin+row*cellH, width, cellH, bg)
	}
	if strings.TrimSpace(text) == "" {
		return
	}
	weight := ""
	if s.bold {
		weight = ` font-weight="bold"`
	}
	fmt.Fprintf(out, `<text x="%.1f" y="%.1f" textLength="%.1f" fill="%s"%s xml:space="preserve">%s</text>`+"\n",
		x, margin+row*cellH+13.5, width, fg, weight, html.EscapeString(text))
}

// with applies one SGR sequence.
func (s style) with(codes string) style {
	list := strings.FieldsFunc(codes, func(r rune) bool { return r == ';' || r == ':' })
	if len(list) == 0 {
		return style{}
	}
	for i := 0; i < len(list); i++ {
		switch n, _ := strconv.Atoi(list[i]); {
		case n == 0:
			s = style{}
		case n == 1:
			s.bold = true
		case n == 7:
			s.reverse = true
		case n == 39:
			s.fg = ""
		case n == 49:
			s.bg = ""
		case (n == 38 || n == 48) && i+4 < len(list) && list[i+1] == "2":
			colour := hex(list[i+2], list[i+3], list[i+4])
			if n == 38 {
				s.fg = colour
			} else {
				s.bg = colour
			}
			i += 4
		}
	}
	return s
}

func hex(parts ...string) string {
	out := "#"
	for _, p := range parts {
		n, _ := strconv.Atoi(p)
		out += fmt.Sprintf("%02x", n&0xff)
	}
	return out
}
