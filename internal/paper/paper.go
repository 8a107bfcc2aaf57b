// Package paper prints: the incident form for who fills it in by hand (S06).
// The PDF says everything with letters of its own, so that any name is printed.
//
// It may import complaint and lang.
package paper

import (
	"bytes"
	"time"

	"codeberg.org/go-pdf/fpdf"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"

	"leermoment/internal/complaint"
	"leermoment/internal/lang"
)

// Form is a blank form: whose it is, and the fields of the action that records
// a complaint.
type Form struct {
	Organisation string
	Contact      []string // address, e-mail, telephone; empty ones are left out
	Fields       []complaint.Field
	Made         time.Time
}

// The measures of a page, in millimetres.
const (
	edge    = 18.0
	right   = 210 - edge
	bottom  = 297 - edge
	answers = 70.0 // where the answers begin
	row     = 8.0
	long    = 5 // rows of a long answer
)

const (
	plain = "go"
	bold  = "B"
)

// page draws on a PDF from top to bottom.
type page struct {
	*fpdf.Fpdf
	sp *lang.Speaker
}

// Blank is the form as a PDF of A4 pages, in the speaker's language.
func Blank(f Form, sp *lang.Speaker) ([]byte, error) {
	p := page{fpdf.New("P", "mm", "A4", ""), sp}
	p.AddUTF8FontFromBytes(plain, "", goregular.TTF)
	p.AddUTF8FontFromBytes(plain, bold, gobold.TTF)
	p.SetCreationDate(f.Made.UTC())
	p.SetModificationDate(f.Made.UTC())
	p.SetCatalogSort(true)
	p.SetTitle(sp.T("paper.title"), true)
	p.SetAuthor(lang.Plain(f.Organisation), true)
	p.SetLang(string(sp.Language()))
	p.SetMargins(edge, edge, edge)
	p.SetAutoPageBreak(false, edge)
	p.SetFooterFunc(func() {
		p.SetY(bottom + 4)
		p.write("", 8, sp.T("paper.foot"))
	})
	p.AddPage()
	p.head(f)
	for _, field := range f.Fields {
		p.field(field)
	}
	p.office()
	var out bytes.Buffer
	err := p.Output(&out)
	return out.Bytes(), err
}

// write writes a paragraph in letters of so many points.
func (p page) write(style string, size float64, text string) {
	p.SetFont(plain, style, size)
	p.SetX(edge)
	p.MultiCell(right-edge, size*0.5, lang.PlainLines(text), "", "L", false)
}

func (p page) head(f Form) {
	p.write(bold, 11, f.Organisation)
	for _, line := range f.Contact {
		if line != "" {
			p.write("", 9, line)
		}
	}
	p.Ln(4)
	p.write(bold, 17, p.sp.T("paper.title"))
	p.Ln(1)
	p.write("", 10, p.sp.T("paper.intro"))
	p.Ln(3)
}

// field asks one thing: boxes to tick, a line, or several.
func (p page) field(f complaint.Field) {
	title := p.sp.FieldTitle(action, f.Name)
	if f.Required {
		title = p.sp.T("paper.required", lang.Args{"Title": title})
	}
	switch {
	case f.Kind == complaint.ChoiceKind:
		var boxes []string
		for _, c := range f.Choices {
			label := c.Label.In(string(p.sp.Language()))
			if label == "" {
				label = p.sp.ChoiceTitle(action, f.Name, c.Value)
			}
			boxes = append(boxes, label)
		}
		p.boxes(title, boxes)
	case f.Kind == complaint.BoolKind:
		p.boxes(title, []string{p.sp.T("kit.yes"), p.sp.T("kit.no")})
	case f.Kind == complaint.LongText:
		p.lines(title, long)
	default:
		p.lines(title, 1)
	}
}

// action is the one whose words name the fields.
const action = "new"

// room begins another page where so much does not fit any more.
func (p page) room(height float64) {
	if p.GetY()+height > bottom {
		p.AddPage()
	}
}

func (p page) label(title string) {
	p.SetFont(plain, bold, 10)
	p.SetX(edge)
	y := p.GetY()
	p.MultiCell(answers-edge-4, 5, title, "", "L", false)
	p.SetY(y)
}

func (p page) lines(title string, rows int) {
	p.room(row * float64(rows))
	p.label(title)
	p.SetDrawColor(130, 130, 130)
	for range rows {
		y := p.GetY() + row - 2
		p.Line(answers, y, right, y)
		p.SetY(y + 2)
	}
}

// boxes are squares to tick, as many beside each other as fit.
func (p page) boxes(title string, labels []string) {
	p.SetFont(plain, "", 10)
	var rows [][]string
	width := 0.0
	for _, l := range labels {
		w := p.GetStringWidth(l) + 12
		if len(rows) == 0 || width+w > right-answers {
			rows, width = append(rows, nil), 0
		}
		rows[len(rows)-1] = append(rows[len(rows)-1], l)
		width += w
	}
	height := 6.5
	p.room(height*float64(len(rows)) + 2)
	p.label(title)
	p.SetFont(plain, "", 10)
	p.SetDrawColor(60, 60, 60)
	for _, boxes := range rows {
		x, y := answers, p.GetY()
		for _, l := range boxes {
			p.Rect(x, y+0.8, 3.6, 3.6, "D")
			p.SetXY(x+5, y)
			p.CellFormat(p.GetStringWidth(l)+2, 5.2, l, "", 0, "L", false, 0, "")
			x += p.GetStringWidth(l) + 12
		}
		p.SetY(y + height)
	}
	p.SetY(p.GetY() + 1.5)
}

// office is what the office fills in afterwards: the number among it.
func (p page) office() {
	p.room(6 + 4*row)
	p.Ln(3)
	p.write(bold, 11, p.sp.T("paper.office"))
	p.Ln(1)
	for _, key := range []string{"paper.number", "paper.by", "paper.entered"} {
		p.lines(p.sp.T(key), 1)
	}
}
