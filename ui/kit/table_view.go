package kit

import (
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

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
			width = max(width, ansi.StringWidth(lang.Plain(row.Sign)))
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
		line.WriteString(alignCell(column, column.Title))
	}
	return paint(t.styles.Muted, strings.TrimRight(line.String(), " "))
}

func (t *Table) viewRow(plan columnPlan, row Row, selected bool) string {
	style := func(tone Tone) lipgloss.Style {
		if !selected {
			return toneStyle(t.styles, tone)
		}
		return selectedStyle(t.styles, tone)
	}
	mark := " "
	if selected {
		mark = cursorMark
	}
	var line strings.Builder
	line.WriteString(paint(style(Accent), mark))
	if plan.signWidth > 0 {
		sign := Pad(Fit(row.Sign, plan.signWidth), plan.signWidth) + " "
		line.WriteString(paint(style(row.SignTone), sign))
	}
	for i, column := range plan.shown {
		if i > 0 {
			line.WriteString(paint(style(Plain), spaces(plan.gap)))
		}
		cell := row.cell(column.index)
		line.WriteString(paint(style(cell.Tone), alignCell(column, cell.Text)))
	}
	if selected {
		line.WriteString(paint(style(Plain), spaces(plan.width-ansi.StringWidth(line.String()))))
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

func alignCell(column plannedColumn, text string) string {
	text = Fit(text, column.cells)
	if column.Right {
		return PadLeft(text, column.cells)
	}
	return Pad(text, column.cells)
}
