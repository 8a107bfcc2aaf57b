package paper

import "slices"

// column is one of a table's columns.
type column struct {
	title string
	width float64
	right bool // its text ends at the right
	most  int  // lines of a cell; 0 is as many as it takes
}

// cell is a text in a row, in its own letters.
type cell struct {
	text  string
	style string
	ink   ink
}

func said(text string) cell  { return cell{text: text, ink: black} }
func quiet(text string) cell { return cell{text: text, ink: grey} }

// table draws rows over pages, its titles on each page anew.
type table struct {
	*page
	columns []column
	size    float64
	gap     float64 // between two columns
}

// whole is how high a row may be to be kept on one page.
const whole = 50.0

// titles draws the head of the table, and on each page that follows.
func (t *table) titles() {
	t.draw(func() {
		y, x := t.GetY(), t.left
		for _, c := range t.columns {
			t.use(bold, t.size-0.5, blue)
			t.at(x, y, c.width-t.gap, align(c), t.fit(t.clean(c.title), c.width-t.gap))
			x += c.width
		}
		t.SetY(y + leading(t.size) + 1)
		t.rule(110)
		t.SetY(t.GetY() + 1.2)
	})
}

// draw draws titles here and at the top of the pages to come.
func (t *table) draw(titles func()) {
	before := t.head
	t.room(4 * leading(t.size))
	titles()
	t.head = func() {
		if before != nil {
			before()
		}
		titles()
	}
}

// end leaves the titles off the pages to come.
func (t *table) end(head func()) { t.head = head }

func align(c column) string {
	if c.right {
		return "R"
	}
	return "L"
}

// add draws a row: line by line, so that a long one goes on on the next page.
func (t *table) add(cells ...cell) {
	lines, high := make([][]string, len(cells)), 0
	for i, c := range cells {
		lines[i] = t.broken(c, t.columns[i])
		high = max(high, len(lines[i]))
	}
	step := leading(t.size)
	if height := float64(high) * step; height < whole {
		t.room(height)
	}
	for n := range high {
		t.room(step)
		y, x := t.GetY(), t.left
		for i, c := range cells {
			if n < len(lines[i]) && lines[i][n] != "" {
				t.use(c.style, t.size, c.ink)
				t.at(x, y, t.columns[i].width-t.gap, align(t.columns[i]), lines[i][n])
			}
			x += t.columns[i].width
		}
		t.SetY(y + step)
	}
}

func (t *table) broken(c cell, in column) []string {
	t.use(c.style, t.size, c.ink)
	text := t.clean(c.text)
	if text == "" {
		return nil
	}
	if in.most > 0 {
		return t.cut(text, in.width-t.gap, in.most)
	}
	return slices.Clip(t.lines(text, in.width-t.gap))
}

// height is how much room a cell takes.
func (t *table) height(c cell, in column) float64 {
	return float64(len(t.broken(c, in))) * leading(t.size)
}

// line ends a row with a thin line.
func (t *table) line() {
	t.SetY(t.GetY() + 1)
	t.rule(215)
	t.SetY(t.GetY() + 1)
}
