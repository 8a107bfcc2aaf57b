package kit

import (
	"slices"
	"strings"
)

// longText is a text of many lines in which a person types. Only the line in
// which one types is broken into rows again, so that a text of any length
// stays quick, and none is ever cut short.
type longText struct {
	lines    []longLine
	row, at  int // of the cursor: the line, and the byte in it
	want     int // the cell that up and down try to keep; -1 the present one
	room     int // cells of a row
	top      int // the first row that is seen
	height   int // rows that were seen last
	value    string
	gathered bool // value is what stands in lines
}

type longLine struct {
	text   string
	begins []int // of its rows; nil is not known yet
}

const roomAtFirst = 72

func newLongText(text string) longText {
	t := longText{want: -1, room: roomAtFirst, height: 1}
	for line := range strings.SplitSeq(text, "\n") {
		t.lines = append(t.lines, longLine{text: line})
	}
	t.value, t.gathered = text, true
	return t
}

// Value is the whole text.
func (t *longText) Value() string {
	if !t.gathered {
		texts := make([]string, len(t.lines))
		for i, line := range t.lines {
			texts[i] = line.text
		}
		t.value, t.gathered = strings.Join(texts, "\n"), true
	}
	return t.value
}

// Insert puts clean text in at the cursor.
func (t *longText) Insert(text string) {
	if text == "" {
		return
	}
	line := t.lines[t.row].text
	front, back := line[:t.at], line[t.at:]
	pieces := strings.Split(text, "\n")
	last := len(pieces) - 1
	t.at = len(pieces[last])
	if last == 0 {
		t.at += len(front)
	}
	pieces[0] = front + pieces[0]
	pieces[last] += back
	fresh := make([]longLine, len(pieces))
	for i, piece := range pieces {
		fresh[i].text = piece
	}
	t.lines = slices.Replace(t.lines, t.row, t.row+1, fresh...)
	t.row += last
	t.gathered, t.want = false, -1
}

// cut takes out what stands between two bytes of the line of the cursor.
func (t *longText) cut(from, to int) {
	if from == to {
		return
	}
	line := t.lines[t.row].text
	t.lines[t.row] = longLine{text: line[:from] + line[to:]}
	t.at, t.gathered = from, false
}

// join puts a line behind the one above it.
func (t *longText) join(row int) {
	if row <= 0 || row >= len(t.lines) {
		return
	}
	above := t.lines[row-1].text
	t.row, t.at = row-1, len(above)
	t.lines[row-1] = longLine{text: above + t.lines[row].text}
	t.lines = slices.Delete(t.lines, row, row+1)
	t.gathered = false
}

// begins are the rows of a line.
func (t *longText) begins(row int) []int {
	line := &t.lines[row]
	if line.begins == nil {
		line.begins = breaks(line.text, t.room)
	}
	return line.begins
}

// rows is how many rows the whole text takes.
func (t *longText) rows() int {
	n := 0
	for i := range t.lines {
		n += len(t.begins(i))
	}
	return n
}

// part is the row of its line in which the cursor is.
func (t *longText) part() int {
	begins := t.begins(t.row)
	i, found := slices.BinarySearch(begins, t.at)
	if found {
		return i
	}
	return i - 1
}

// rowText is the text of one row of a line.
func (t *longText) rowText(row, part int) string {
	begins, text := t.begins(row), t.lines[row].text
	if part+1 < len(begins) {
		text = text[:begins[part+1]]
	}
	return text[begins[part]:]
}

// column is the cell of the cursor in its row. Spaces that stick out leave it
// at the edge.
func (t *longText) column() int {
	begin := t.begins(t.row)[t.part()]
	return min(Width(t.lines[t.row].text[begin:t.at]), t.room)
}

func (t *longText) atTop() bool { return t.row == 0 && t.part() == 0 }

func (t *longText) atBottom() bool {
	return t.row == len(t.lines)-1 && t.part() == len(t.begins(t.row))-1
}

// resize breaks the text anew when its width is another. One cell is kept for
// the cursor behind the last letter.
func (t *longText) resize(width int) {
	room := max(1, width-1)
	if room == t.room {
		return
	}
	t.room, t.want = room, -1
	for i := range t.lines {
		t.lines[i].begins = nil
	}
}

// View is the rows that are seen, height of them, and the cell of the cursor.
// Without the focus it begins at the beginning.
func (t *longText) View(height int, focused bool) (rows []string, x, y int) {
	t.height = max(1, height)
	at := t.part()
	for i := range t.row {
		at += len(t.begins(i))
	}
	t.top = max(0, min(t.top, at, t.rows()-t.height), at-t.height+1)
	if !focused {
		t.top = 0
	}
	skip := t.top
	for i := 0; i < len(t.lines) && len(rows) < height; i++ {
		n := len(t.begins(i))
		for part := min(skip, n); part < n && len(rows) < height; part++ {
			rows = append(rows, t.rowText(i, part))
		}
		skip = max(0, skip-n)
	}
	for len(rows) < height {
		rows = append(rows, "")
	}
	return rows, t.column(), at - t.top
}
