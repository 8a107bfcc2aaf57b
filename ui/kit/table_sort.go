package kit

import (
	"cmp"
	"slices"
	"strings"

	"leermoment/internal/lang"
)

// downward stands before the name of the column in an Order that is turned round.
const downward = "-"

// Order is how the list is sorted, to be remembered: the name of the column,
// with a - before it where that is turned round; "" is as the rows came.
func (t *Table) Order() string {
	switch {
	case t.sorting() < 0:
		return ""
	case t.reverse:
		return downward + t.sortBy
	}
	return t.sortBy
}

// SetOrder sorts by an Order. One whose column is not there, such as that of
// another version of the program, is as the rows came.
func (t *Table) SetOrder(order string) {
	t.sortBy, t.reverse = strings.CutPrefix(order, downward)
	t.sorted, t.fresh = true, t.sorting() >= 0
	t.refresh()
}

// Resume sorts as somebody left the list, unless it was sorted since.
func (t *Table) Resume(order string) {
	if !t.sorted {
		t.SetOrder(order)
	}
}

// SetBare leaves out the titles of the columns; they are still sorted by them.
func (t *Table) SetBare() { t.bare = true }

func (t *Table) sortByNext() {
	next := slices.IndexFunc(t.columns[t.sorting()+1:], func(c Column) bool { return c.name() != "" })
	if next < 0 {
		t.SetOrder("")
		return
	}
	t.SetOrder(t.columns[t.sorting()+1+next].name())
}

func (t *Table) turnRound() {
	if t.sorting() >= 0 {
		t.reverse, t.fresh = !t.reverse, true
		t.refresh()
	}
}

func (c Column) name() string { return cmp.Or(c.Name, c.Title) }

// sorting is the column that is sorted by, -1 for none.
func (t *Table) sorting() int {
	if t.sortBy == "" {
		return -1
	}
	return slices.IndexFunc(t.columns, func(c Column) bool { return c.name() == t.sortBy })
}

// inOrder says how the list is sorted, "" where it is not.
func (t *Table) inOrder() string {
	column := t.sorting()
	if column < 0 {
		return ""
	}
	key := "kit.sorted"
	if t.reverse {
		key = "kit.sorted-down"
	}
	return t.speaker.T(key, lang.Args{"Column": t.columns[column].Title})
}

// inShort says the same as the title above the column does.
func (t *Table) inShort() string {
	column := t.sorting()
	if column < 0 {
		return ""
	}
	return t.speaker.T("kit.sorted-short", lang.Args{"Column": t.columns[column].Title, "Arrow": t.arrow()})
}

func (t *Table) arrow() string {
	if t.reverse {
		return "↓"
	}
	return "↑"
}

// marked is the title of a column, with an arrow where it is sorted by.
func (t *Table) marked(column plannedColumn) string {
	if column.index != t.sorting() {
		return column.Title
	}
	return Fit(column.Title, column.cells-2) + " " + t.arrow()
}

// keepSorted are the columns; the one that is sorted by always stays.
func (t *Table) keepSorted() []Column {
	column := t.sorting()
	if column < 0 {
		return t.columns
	}
	columns := slices.Clone(t.columns)
	columns[column].Priority = 0
	return columns
}

// sort puts the rows in their order; those that are equal stay as they came.
func (t *Table) sort() {
	column := t.sorting()
	if column < 0 {
		return
	}
	slices.SortStableFunc(t.rows, func(a, b Row) int {
		x, y := a.key(column), b.key(column)
		switch {
		case x == y:
			return 0
		case x == AtEnd:
			return 1
		case y == AtEnd:
			return -1
		case t.reverse:
			return cmp.Compare(y, x)
		}
		return cmp.Compare(x, y)
	})
}

// key is what a row is sorted by in a column, whatever its accents and capitals;
// numbers in it as numbers: 999 before 1000.
func (r Row) key(column int) string {
	if column >= len(r.Cells) {
		return AtEnd
	}
	c := r.Cells[column]
	return cmp.Or(c.Order, counted(fold(c.Text)), AtEnd)
}

// widestNumber is how many digits numbers are compared by.
const widestNumber = 12

// counted puts zeros before the numbers in a text, so that it sorts by them.
func counted(text string) string {
	var out strings.Builder
	for text != "" {
		digits := len(text) - len(strings.TrimLeft(text, "0123456789"))
		if digits == 0 {
			digits = max(strings.IndexAny(text, "0123456789"), 0)
			if digits == 0 {
				digits = len(text)
			}
			out.WriteString(text[:digits])
		} else {
			out.WriteString(strings.Repeat("0", max(0, widestNumber-digits)) + text[:digits])
		}
		text = text[digits:]
	}
	return out.String()
}
