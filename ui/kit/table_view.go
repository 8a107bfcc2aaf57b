package kit

import (
	"slices"
	"strings"

	"charm.land/lipgloss/v2"

	"leermoment/internal/lang"
)

// cursorMark stands in front of the row that keys work on.
const cursorMark = "▌"

// widestSign is the room in cells that a row's sign may take.
const widestSign = 2

// signWidth is the room the signs of all rows need, so that the columns do
// not shift while scrolling.
func signWidth(rows []Row) int {
	width := 0
	for _, row := range rows {
		if row.Sign != "" {
			width = max(width, Width(lang.Plain(row.Sign)))
		}
	}
	return min(width, widestSign)
}

func (t *Table) viewHeader(plan columnPlan) string {
	var line strings.Builder
	line.WriteString(spaces(plan.margin()))
	for i, column := range plan.shown {
		if i > 0 {
			line.WriteString(spaces(plan.gap))
		}
		line.WriteString(alignCell(column, t.marked(column)))
	}
	return paint(t.styles.Muted, strings.TrimRight(line.String(), " "))
}

// drawnRows are the rows that were seen last, as they were drawn in a plan: most
// of them are seen again.
type drawnRows struct {
	plan  columnPlan
	lines map[string]drawnRow // by ID
}

type drawnRow struct {
	Row
	line string
}

// viewRows draws the rows that are seen; only what changed is drawn anew.
func (t *Table) viewRows(plan columnPlan) []string {
	before := t.drawn.lines
	if !plan.equal(t.drawn.plan) {
		before = nil
	}
	seen := t.rows[t.offset:min(t.offset+t.page, len(t.rows))]
	t.drawn = drawnRows{plan, make(map[string]drawnRow, len(seen))}
	lines := make([]string, len(seen))
	for i, row := range seen {
		if t.offset+i == t.cursor {
			lines[i] = t.viewRow(plan, row, true)
			continue
		}
		d, ok := before[row.ID]
		if !ok || !d.equal(row) {
			d = drawnRow{row, t.viewRow(plan, row, false)}
		}
		t.drawn.lines[row.ID], lines[i] = d, d.line
	}
	return lines
}

// equal says that two rows look the same.
func (r Row) equal(other Row) bool {
	return r.Sign == other.Sign && r.SignTone == other.SignTone && slices.Equal(r.Cells, other.Cells)
}

// headColumns are those that light up under the cursor. The rest of the row
// stays as it is, so that over a slow line a move draws half of two rows and not
// the whole of them.
const headColumns = 2

func (t *Table) viewRow(plan columnPlan, row Row, selected bool) string {
	var line strings.Builder
	style := func(column int, tone Tone) lipgloss.Style {
		if selected && column < headColumns {
			return selectedStyle(t.styles, tone)
		}
		return toneStyle(t.styles, tone)
	}
	if selected {
		line.WriteString(paint(style(0, Accent), cursorMark))
	} else {
		line.WriteString(" ")
	}
	if plan.signWidth > 0 {
		sign := Pad(Fit(row.Sign, plan.signWidth), plan.signWidth) + " "
		line.WriteString(paint(style(0, row.SignTone), sign))
	}
	for i, column := range plan.shown {
		if i > 0 {
			line.WriteString(paint(style(i, Plain), spaces(plan.gap)))
		}
		cell := row.cell(column.index)
		line.WriteString(paint(style(i, cell.Tone), alignCell(column, cell.in(column.cells))))
	}
	return line.String()
}

// cell is the row's cell for a column; a row may have fewer cells.
func (r Row) cell(index int) Cell {
	if index >= len(r.Cells) {
		return Cell{}
	}
	return r.Cells[index]
}

// in is what a cell says in so much room.
func (c Cell) in(width int) string {
	if c.Short != "" && Width(lang.Plain(c.Text)) > width {
		return c.Short
	}
	return c.Text
}

func alignCell(column plannedColumn, text string) string {
	text = Fit(text, column.cells)
	if column.Right {
		return PadLeft(text, column.cells)
	}
	return Pad(text, column.cells)
}
