package paper

import (
	"time"

	"leermoment/internal/complaint"
	"leermoment/internal/lang"
)

// Form is a blank form: whose it is, and the fields of the action that records
// a complaint.
type Form struct {
	house
	Fields []complaint.Field
	Made   time.Time
}

const (
	answers = 70.0 // where the answers begin
	row     = 7.6
	long    = 5     // rows of a long answer
	action  = "new" // whose words name the fields
)

// blank draws a form that nobody has filled in.
type blank struct{ *page }

// Blank is the form as a PDF, in the speaker's language.
func Blank(f Form, sp *lang.Speaker) ([]byte, error) {
	p, err := newPage(about{title: sp.T("paper.title"), by: f.name, made: f.Made}, sp)
	if err != nil {
		return nil, err
	}
	b := blank{p}
	p.foot = func(int, int) {
		p.use(plain, 8, grey)
		p.at(p.left, p.bottom+6, p.right-p.left, "L", p.fit(sp.T("paper.foot"), p.right-p.left))
	}
	p.next()
	b.title(f)
	for _, field := range f.Fields {
		b.field(field)
	}
	b.office()
	return p.done()
}

func (b blank) title(f Form) {
	b.letterhead(f.house)
	b.Ln(4)
	b.write(bold, 17, black, b.sp.T("paper.title"))
	b.Ln(1)
	b.write(plain, 9.5, black, b.sp.T("paper.intro"))
	b.Ln(2.5)
}

// field asks one thing: boxes to tick, a line, or several.
func (b blank) field(f complaint.Field) {
	title := b.sp.FieldTitle(action, f.Name)
	if f.Required {
		title = b.sp.T("paper.required", lang.Args{"Title": title})
	}
	switch {
	case f.Kind == complaint.ChoiceKind:
		var boxes []string
		for _, c := range f.Choices {
			label := c.Label.In(string(b.sp.Language()))
			if label == "" {
				label = b.sp.ChoiceTitle(action, f.Name, c.Value)
			}
			boxes = append(boxes, label)
		}
		b.boxes(title, boxes)
	case f.Kind == complaint.BoolKind:
		b.boxes(title, []string{b.sp.T("kit.yes"), b.sp.T("kit.no")})
	case f.Kind == complaint.LongText:
		b.answer(title, long)
	default:
		b.answer(title, 1)
	}
}

// label names what is asked, beside where the answer comes; it says how high it is.
func (b blank) label(title string) (height float64) {
	y := b.GetY()
	b.use(bold, 9.5, black)
	lines := b.cut(b.clean(title), answers-b.left-4, 3)
	for i, line := range lines {
		b.at(b.left, y+float64(i)*leading(9.5), answers-b.left-4, "L", line)
	}
	b.SetY(y)
	return float64(len(lines)) * leading(9.5)
}

func (b blank) answer(title string, rows int) {
	b.room(row * float64(rows))
	high := b.GetY() + b.label(title) + 1.5
	b.SetDrawColor(130, 130, 130)
	b.SetLineWidth(0.2)
	for range rows {
		y := b.GetY() + row - 2
		b.Line(answers, y, b.right, y)
		b.SetY(y + 2)
	}
	b.SetY(max(b.GetY(), high))
}

// boxes are squares to tick, as many beside each other as fit.
func (b blank) boxes(title string, labels []string) {
	const height, size = 6.1, 9.5
	b.use(plain, size, black)
	wide := b.right - answers
	var rows [][]string
	taken := 0.0
	for _, l := range labels {
		l = b.fit(b.clean(l), wide-12)
		w := b.GetStringWidth(l) + 12
		if len(rows) == 0 || taken+w > wide {
			rows, taken = append(rows, nil), 0
		}
		rows[len(rows)-1] = append(rows[len(rows)-1], l)
		taken += w
	}
	b.room(height*float64(len(rows)) + 2)
	high := b.GetY() + b.label(title) + 1.5
	b.use(plain, size, black)
	b.SetDrawColor(60, 60, 60)
	b.SetLineWidth(0.25)
	for _, boxes := range rows {
		x, y := answers, b.GetY()
		for _, l := range boxes {
			w := b.GetStringWidth(l)
			b.Rect(x, y+0.6, 3.4, 3.4, "D")
			b.at(x+5, y, w+1, "L", l)
			x += w + 12
		}
		b.SetY(y + height)
	}
	b.SetY(max(b.GetY()+1.2, high))
}

// office is what the office fills in afterwards: the number among it.
func (b blank) office() {
	b.room(6 + 4*row)
	b.Ln(2.5)
	b.write(bold, 11, blue, b.sp.T("paper.office"))
	b.Ln(1)
	for _, key := range []string{"paper.number", "paper.by", "paper.entered"} {
		b.answer(b.sp.T(key), 1)
	}
}
