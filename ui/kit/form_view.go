package kit

import (
	"strings"

	"leermoment/internal/lang"
)

// formLayout is where the last View put the field that has the cursor.
type formLayout struct {
	x, y int
	ok   bool
}

// maxTitle is the widest column for the titles of fields.
const maxTitle = 24

// View draws the form in at most width × height cells, the field that has the
// focus wholly in sight.
func (f *Form) View(width, height int) string {
	f.layout = formLayout{}
	if width <= 0 || height <= 0 {
		return ""
	}
	titles := f.titleWidth(width)
	var lines []string
	top, bottom := 0, 0
	spare := height - f.naturalHeight()
	for i, in := range f.fields {
		if !f.shows(i) {
			continue
		}
		block, x, y, ok := f.viewField(i, in, titles, width, spare)
		if i == f.focus {
			top, bottom = len(lines), len(lines)+len(block)
			f.layout = formLayout{x, len(lines) + y, ok}
		}
		lines = append(lines, block...)
	}
	f.scroll(top, bottom, height, len(lines))
	if f.layout.ok { // of a field higher than the window the part in which one types
		f.offset = max(f.offset, f.layout.y-height+1)
	}
	lines = lines[min(f.offset, len(lines)):min(len(lines), f.offset+height)]
	f.layout.y -= f.offset
	if f.layout.x >= width || f.layout.y < 0 || f.layout.y >= height {
		f.layout.ok = false
	}
	for i := range lines {
		lines[i] = Clip(lines[i], width)
	}
	return strings.Join(lines, "\n")
}

// Cursor is where the person types, in cells of the last View.
func (f *Form) Cursor() (x, y int, ok bool) { return f.layout.x, f.layout.y, f.layout.ok }

func (f *Form) scroll(top, bottom, height, total int) {
	if bottom-f.offset > height {
		f.offset = bottom - height
	}
	if top < f.offset {
		f.offset = top
	}
	f.offset = max(0, min(f.offset, total-height))
}

func (f *Form) titleWidth(width int) int {
	widest := 0
	for _, in := range f.fields {
		widest = max(widest, Width(lang.Plain(in.Title)))
	}
	return min(widest, maxTitle, max(4, width/3))
}

// naturalHeight is how many lines the form wants.
func (f *Form) naturalHeight() int {
	n := 0
	for i, in := range f.fields {
		switch {
		case !f.shows(i):
		case in.Kind == LongField:
			n += 1 + in.Lines
		default:
			n++
		}
		if f.shows(i) && f.visibleFault(i) != "" {
			n++
		}
	}
	return n
}

// visibleFault is the fault to be shown: once a field was left, or somebody
// tried to record.
func (f *Form) visibleFault(i int) string {
	in := f.fields[i]
	if f.tried || in.fault != "" || in.astray || in.left && i != f.focus && in.edited {
		return f.faultOf(i)
	}
	return ""
}

func (f *Form) viewField(i int, in *input, titles, width, spare int) (block []string, x, y int, ok bool) {
	mark, title := "  ", f.styles.Muted
	if i == f.focus {
		mark, title = "› ", f.styles.Title
	}
	label := paint(title, mark+Pad(Fit(lang.Plain(in.Title), titles), titles)) + "  "
	left := titles + 4
	room := max(1, width-left)
	switch in.Kind {
	case LongField:
		block, x, y = f.viewLong(i, in, label, width, spare)
		ok = true
	case ChoiceField:
		block = []string{label + f.viewChoice(i, in, room)}
	default:
		text, column := f.viewLine(i, in, room)
		block, x, ok = []string{label + text}, left+column, true
	}
	if fault := f.visibleFault(i); fault != "" {
		for _, line := range Wrap(f.speaker.T("form.fault", lang.Args{"Fault": fault}), room) {
			block = append(block, strings.Repeat(" ", left)+paint(f.styles.Bad, line))
		}
	}
	return block, x, y, ok && i == f.focus
}

func (f *Form) viewLine(i int, in *input, room int) (text string, column int) {
	beside := f.beside(i, in)
	if beside != "" && in.typed() == "" {
		return " " + paint(f.styles.Muted, Fit(beside, room-1)), 0
	}
	wide := room
	if beside != "" {
		wide = max(min(room, 12), room-Width(beside)-2)
	}
	text, column = in.viewText(f, i == f.focus, wide)
	if beside != "" {
		text = Pad(text, wide) + "  " + paint(f.styles.Muted, Fit(beside, max(0, room-wide-2)))
	}
	return text, column
}

// beside is what stands right of a line: what the form says of it, else the
// hint while it is empty.
func (f *Form) beside(i int, in *input) string {
	if in.Beside != nil {
		if text := in.Beside(f.all()); text != "" {
			return lang.Plain(text)
		}
	}
	if in.Hint != "" && (in.typed() == "" || in.Kind == ChoiceField) {
		return lang.Plain(in.Hint)
	}
	return ""
}

func (f *Form) viewChoice(i int, in *input, room int) string {
	var parts []string
	plain := 0
	for n, c := range in.Choices {
		label := lang.Plain(c.Label)
		if n == in.chosen {
			label = "‹ " + label + " ›"
		}
		plain += Width(label) + 2
		parts = append(parts, label)
	}
	if plain > room || len(parts) == 0 {
		return f.viewOneChoice(in, room)
	}
	for n := range parts {
		style := f.styles.Muted
		if n == in.chosen {
			style = f.styles.Accent
		}
		parts[n] = paint(style, parts[n])
	}
	text := strings.Join(parts, "  ")
	if hint := f.beside(i, in); hint != "" && plain+Width(hint)+4 <= room {
		text += "  " + paint(f.styles.Muted, "("+hint+")")
	}
	return text
}

// viewOneChoice draws the chosen one alone where not all of them fit.
func (f *Form) viewOneChoice(in *input, room int) string {
	label, count := f.speaker.T("form.choose"), f.speaker.N("form.choices", len(in.Choices))
	if in.chosen >= 0 {
		label = lang.Plain(in.Choices[in.chosen].Label)
		count = f.speaker.T("form.of", lang.Args{"I": in.chosen + 1, "N": len(in.Choices)})
	}
	return paint(f.styles.Accent, "‹ "+Fit(label, max(1, room-Width(count)-7))+" ›") + "  " + paint(f.styles.Muted, count)
}

func (f *Form) viewLong(i int, in *input, label string, width, spare int) (block []string, x, y int) {
	lines := in.Lines
	if i == f.focus && spare > 0 {
		lines += spare
	}
	in.long.resize(width - 4)
	if i == f.focus {
		lines = max(in.Lines, min(lines, in.long.rows()+2))
	}
	block = []string{label}
	if hint := f.beside(i, in); hint != "" {
		block[0] += paint(f.styles.Muted, hint)
	}
	bar := f.styles.Border
	if i == f.focus {
		bar = f.styles.Accent
	}
	rows, x, y := in.long.View(lines, i == f.focus)
	for _, row := range rows {
		block = append(block, "  "+paint(bar, "│")+" "+paint(f.styles.Text, strings.TrimRight(row, " ")))
	}
	return block, x + 4, y + 1
}
