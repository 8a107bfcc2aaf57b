package kit

import (
	"slices"
)

// roomyWidth is the width in cells from which columns stand two cells apart.
const roomyWidth = 100

// columnPlan says which columns are drawn in a given width, and how wide.
type columnPlan struct {
	width     int
	signWidth int
	gap       int
	shown     []plannedColumn
}

type plannedColumn struct {
	Column
	index int
	cells int
}

// equal says that two plans draw a row the same.
func (p columnPlan) equal(other columnPlan) bool {
	return p.signWidth == other.signWidth && p.gap == other.gap && slices.EqualFunc(p.shown, other.shown, func(a, b plannedColumn) bool {
		return a.index == b.index && a.cells == b.cells && a.Right == b.Right
	})
}

// planColumns drops the least important columns until the rest fits, then
// divides the room that is left.
func planColumns(columns []Column, width, signWidth int) columnPlan {
	plan := columnPlan{width: width, signWidth: signWidth, gap: 1}
	if width >= roomyWidth {
		plan.gap = 2
	}
	for i, column := range columns {
		cells := column.Width
		if cells == 0 {
			cells = max(column.Min, 1)
		}
		plan.shown = append(plan.shown, plannedColumn{Column: column, index: i, cells: cells})
	}
	for plan.spare() < 0 && plan.drop() {
	}
	for plan.spare() < 0 && plan.squeeze() {
	}
	plan.grow()
	return plan
}

// margin is the room before the first column: the cursor, the sign, a space.
func (p *columnPlan) margin() int {
	if p.signWidth == 0 {
		return 1
	}
	return p.signWidth + 2
}

func (p *columnPlan) spare() int {
	used := p.margin() + p.gap*max(len(p.shown)-1, 0)
	for _, column := range p.shown {
		used += column.cells
	}
	return p.width - used
}

// drop takes out the column with the highest priority, the rightmost of equals.
func (p *columnPlan) drop() bool {
	worst := -1
	for i, column := range p.shown {
		if column.Priority > 0 && (worst < 0 || column.Priority >= p.shown[worst].Priority) {
			worst = i
		}
	}
	if worst < 0 {
		return false
	}
	p.shown = slices.Delete(p.shown, worst, worst+1)
	return true
}

// squeeze takes one cell from the widest column.
func (p *columnPlan) squeeze() bool {
	widest := -1
	for i, column := range p.shown {
		if column.cells > 1 && (widest < 0 || column.cells > p.shown[widest].cells) {
			widest = i
		}
	}
	if widest < 0 {
		return false
	}
	p.shown[widest].cells--
	return true
}

// grow gives the spare cells to the flexible columns by weight.
func (p *columnPlan) grow() {
	spare, weight := p.spare(), 0
	for _, column := range p.shown {
		weight += column.weight()
	}
	for i := range p.shown {
		if spare <= 0 || weight == 0 {
			return
		}
		share := spare * p.shown[i].weight() / weight
		p.shown[i].cells += share
		spare -= share
		weight -= p.shown[i].weight()
	}
}

func (c Column) weight() int {
	if c.Width > 0 {
		return 0
	}
	return max(c.Flex, 1)
}
