package paper

import (
	"regexp"
	"strings"
	"time"

	"leermoment/internal/complaint"
	"leermoment/internal/lang"
	"leermoment/internal/office"
)

// The places of a letter that is folded in three into a long envelope (C5/6 or
// DL) with its window at the left: DIN 5008, form B, which the Dutch envelopes
// fit too.
const (
	windowLeft   = 25.0
	windowTop    = 62.7
	windowWidth  = 80.0
	windowLines  = 6
	senderTop    = 56.0
	textTop      = 102.0
	secondColumn = 125.0
	folds        = 105.0
)

// writes draws a letter.
type writes struct {
	*page
	house
	letter office.LetterPaper
	made   time.Time
	date   string
	body   string
}

// Letter is a letter as a PDF, word for word, in the speaker's language.
func Letter(h house, l office.LetterPaper, now time.Time, sp *lang.Speaker) ([]byte, error) {
	title := sp.T("paper-file.of", lang.Args{"Number": l.Number, "Paper": sp.T("letter." + string(l.Kind))})
	p, err := newPage(about{title: title, by: h.name, made: now}, sp)
	if err != nil {
		return nil, err
	}
	p.left, p.right = windowLeft, 210-windowLeft
	w := writes{page: p, house: h, letter: l, made: now}
	w.date, w.body = dated(p.clean(l.Text))
	if w.date == "" {
		w.date = sp.LongDay(l.At)
	}
	p.foot = w.number
	p.next()
	w.first()
	p.head = w.again
	for paragraph := range strings.SplitSeq(w.body, "\n\n") {
		w.paragraph(paragraph)
	}
	return p.done()
}

var day = regexp.MustCompile(`^\s*(\d{1,2} \p{L}+ \d{4})[ ]*(?:\n\s*|$)`)

// dated takes the date off the top of a letter: it stands beside the address.
func dated(text string) (date, body string) {
	m := day.FindStringSubmatch(text)
	if m == nil {
		return "", strings.Trim(text, "\n")
	}
	return m[1], strings.Trim(text[len(m[0]):], "\n")
}

// first draws the top of the first page: letterhead, address, date and number.
func (w *writes) first() {
	w.SetY(15)
	w.concept()
	w.SetY(18)
	w.letterhead(w.house)
	w.window()
	y := windowTop
	w.fact(&y, "paper.date", w.date)
	w.fact(&y, "paper.reference", w.letter.Number)
	w.SetDrawColor(150, 150, 150)
	w.SetLineWidth(0.2)
	w.Line(6, folds, 10, folds)
	w.Line(6, 2*folds, 10, 2*folds)
	w.SetY(textTop)
}

// window writes to whom it goes, where the window of the envelope is, and small
// above it who sent it.
func (w *writes) window() {
	w.use(plain, 6.5, grey)
	sender := []string{w.clean(w.name)}
	if len(w.contact) > 0 && w.contact[0] != "" {
		sender = append(sender, strings.ReplaceAll(w.clean(w.contact[0]), "\n", ", "))
	}
	w.at(windowLeft, senderTop, windowWidth, "L", w.fit(strings.Join(sender, " · "), windowWidth))
	to := w.letter.To
	if len(to) == 0 {
		to = []string{w.sp.T("paper.management")}
	}
	w.use(plain, 10.5, black)
	y := windowTop
	for _, line := range w.address(to) {
		w.at(windowLeft, y, windowWidth, "L", line)
		y += leading(10.5)
	}
}

// address are the lines of an address; one on a single line is broken at its
// commas.
func (w *writes) address(to []string) (lines []string) {
	for i, part := range to {
		part = w.clean(part)
		if i == len(to)-1 && i > 0 {
			part = strings.ReplaceAll(part, ", ", "\n")
		}
		for line := range strings.SplitSeq(part, "\n") {
			if line = strings.TrimSpace(line); line == "" || len(lines) > 0 && line == lines[len(lines)-1] {
				continue
			}
			lines = append(lines, w.cut(line, windowWidth, 2)...)
		}
	}
	return lines[:min(len(lines), windowLines)]
}

func (w *writes) fact(y *float64, key, value string) {
	w.use(plain, 8, grey)
	w.at(secondColumn, *y, w.right-secondColumn, "L", w.sp.T(key))
	w.use(plain, 10.5, black)
	w.at(secondColumn, *y+leading(8), w.right-secondColumn, "L", w.fit(w.clean(value), w.right-secondColumn))
	*y += 10.5
}

// again draws the top of the pages after the first.
func (w *writes) again() {
	w.concept()
	w.SetY(22)
	half := (w.right - w.left) / 2
	w.use(bold, 9, blue)
	w.at(w.left, 22, half, "L", w.fit(w.clean(w.name), half-4))
	w.use(plain, 9, grey)
	w.at(w.left+half, 22, half, "R", w.sp.T("paper.about", lang.Args{"Number": w.letter.Number, "At": w.date}))
	w.SetY(28)
	w.rule(150)
	w.SetY(34)
}

// concept marks a letter that nobody has approved or sent.
func (w *writes) concept() {
	if w.letter.State != "" {
		return
	}
	w.SetFillColor(red.r, red.g, red.b)
	w.Rect(0, 6, 210, 7, "F")
	w.SetFont(sans, bold, 10)
	w.SetTextColor(255, 255, 255)
	w.at(0, 7.2, 210, "C", w.sp.T("paper.concept"))
}

const letterSize = 10.5

func (w *writes) paragraph(text string) {
	lines := strings.Count(text, "\n") + 1
	if lines < 6 { // a short one, as what stands under a letter, is kept together
		w.room(float64(lines) * leading(letterSize))
	}
	w.block(w.left, w.right-w.left, plain, letterSize, black, text)
	w.Ln(leading(letterSize))
}

func (w *writes) number(n, of int) {
	if of == 1 {
		return
	}
	w.use(plain, 8.5, grey)
	w.at(w.left, 297-16, w.right-w.left, "R", w.sp.T("paper.page", lang.Args{"Page": n, "Of": of}))
}

// Kinds are the letters that there are.
func Kinds() []complaint.LetterKind {
	return []complaint.LetterKind{complaint.ConfirmationLetter, complaint.CopyLetter, complaint.DelayLetter, complaint.OutcomeLetter, complaint.SatisfactionLetter}
}
