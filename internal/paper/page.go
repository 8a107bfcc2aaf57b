package paper

import (
	"bytes"
	"strings"
	"time"

	"codeberg.org/go-fonts/liberation/liberationsansbold"
	"codeberg.org/go-fonts/liberation/liberationsansregular"
	"codeberg.org/go-pdf/fpdf"

	"leermoment/internal/lang"
)

// A page is measured in millimetres, letters in points.
const (
	edge  = 18.0
	plain = ""
	bold  = "B"
	sans  = "sans"
)

// Colours, each dark enough to be read on white.
var (
	black = ink{25, 25, 25}
	grey  = ink{95, 95, 95}
	blue  = ink{28, 62, 98}
	red   = ink{160, 25, 25}
)

type ink struct{ r, g, b int }

// page draws on a PDF from top to bottom.
type page struct {
	*fpdf.Fpdf
	sp          *lang.Speaker
	letters     *alphabet
	left, right float64
	top, bottom float64
	head        func()          // draws the top of every page
	foot        func(n, of int) // draws its bottom, when it is known how many there are
}

// about is what a PDF tells about itself.
type about struct {
	title, by string
	made      time.Time
	landscape bool
}

func newPage(a about, sp *lang.Speaker) (*page, error) {
	letters, err := newAlphabet(regular())
	if err != nil {
		return nil, err
	}
	p := &page{sp: sp, letters: letters, left: edge, right: 210 - edge, top: edge, bottom: 297 - edge - 4}
	way := "P"
	if a.landscape {
		way, p.left, p.right, p.top, p.bottom = "L", 14, 297-14, 14, 210-18
	}
	p.Fpdf = fpdf.New(way, "mm", "A4", "")
	p.AddUTF8FontFromBytes(sans, plain, regular())
	p.AddUTF8FontFromBytes(sans, bold, liberationsansbold.TTF)
	p.SetCreationDate(a.made.UTC())
	p.SetModificationDate(a.made.UTC())
	p.SetCatalogSort(true)
	p.SetTitle(p.clean(a.title), true)
	p.SetAuthor(p.clean(a.by), true)
	p.SetLang(string(sp.Language()))
	p.SetAutoPageBreak(false, 0)
	p.SetCellMargin(0)
	return p, nil
}

// regular is the letters in which nearly all is printed.
func regular() []byte { return liberationsansregular.TTF }

func (p *page) clean(text string) string { return p.letters.clean(text) }

// next begins another page.
func (p *page) next() {
	p.AddPage()
	p.SetY(p.top)
	if p.head != nil {
		p.head()
	}
}

// room begins another page where so much does not fit any more.
func (p *page) room(height float64) {
	if p.GetY()+height > p.bottom {
		p.next()
	}
}

// done draws the bottoms of the pages and gives the PDF.
func (p *page) done() ([]byte, error) {
	pages := p.PageCount()
	for n := 1; n <= pages && p.foot != nil; n++ {
		p.SetPage(n)
		p.foot(n, pages)
	}
	var out bytes.Buffer
	err := p.Output(&out)
	return out.Bytes(), err
}

// use takes letters of so many points.
func (p *page) use(style string, size float64, c ink) {
	p.SetFont(sans, style, size)
	p.SetTextColor(c.r, c.g, c.b)
}

// leading is how high a line of letters is.
func leading(size float64) float64 { return size * 0.47 }

// lines breaks a clean text into lines of that width; a word that is longer than
// a line goes on in the next one. The letters in use count.
func (p *page) lines(text string, width float64) []string {
	var out []string
	for paragraph := range strings.SplitSeq(text, "\n") {
		lines := p.SplitText(paragraph, width)
		if len(lines) == 0 {
			lines = []string{""}
		}
		out = append(out, lines...)
	}
	return out
}

// at writes one line that is clean and fits.
func (p *page) at(x, y, width float64, align, line string) {
	size, _ := p.GetFontSize()
	p.SetXY(x, y)
	p.CellFormat(width, leading(size), strings.TrimRight(line, " "), "", 0, align, false, 0, "")
}

// write writes a paragraph from the left edge to the right one, over pages.
func (p *page) write(style string, size float64, c ink, text string) {
	p.block(p.left, p.right-p.left, style, size, c, p.clean(text))
}

// block writes a clean text between two edges, over pages.
func (p *page) block(x, width float64, style string, size float64, c ink, text string) {
	p.use(style, size, c)
	for _, line := range p.lines(text, width) {
		if p.GetY()+leading(size) > p.bottom {
			p.next()
			p.use(style, size, c)
		}
		y := p.GetY()
		p.at(x, y, width, "L", line)
		p.SetY(y + leading(size))
	}
}

// rule draws a thin line from edge to edge.
func (p *page) rule(grey int) {
	p.SetDrawColor(grey, grey, grey)
	p.SetLineWidth(0.2)
	p.Line(p.left, p.GetY(), p.right, p.GetY())
}

// fit cuts a clean text to one line of that width.
func (p *page) fit(text string, width float64) string {
	return p.cut(text, width, 1)[0]
}

// cut gives at most so many lines of that width; … says that there was more.
func (p *page) cut(text string, width float64, most int) []string {
	if runes := []rune(text); len(runes) > 400*most {
		text = string(runes[:400*most]) // no line has more letters than that
	}
	lines := p.lines(strings.ReplaceAll(text, "\n", " "), width)
	if len(lines) <= most {
		return lines
	}
	lines = lines[:most]
	last := []rune(strings.TrimRight(lines[most-1], " "))
	for len(last) > 0 && p.GetStringWidth(string(last)+"…") > width {
		last = last[:len(last)-1]
	}
	lines[most-1] = string(last) + "…"
	return lines
}
