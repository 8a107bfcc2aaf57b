package kit

import (
	"cmp"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"leermoment/internal/lang"
)

// Find searches and sorts: a slash begins to search, what is typed makes the
// list shorter at once, enter keeps that and esc ends it; > sorts by the next
// column, < turns the order round. It says whether the message was taken.
func (t *Table) Find(msg tea.Msg) bool {
	key, isKey := msg.(tea.KeyPressMsg)
	if t.typing {
		if isKey && (key.String() == "up" || key.String() == "down" || key.String() == "pgup" || key.String() == "pgdown") {
			return t.Update(key)
		}
		if isKey && key.String() == "enter" {
			t.typing = false
			return true
		}
		if isKey && key.String() == "esc" {
			t.Narrow("")
			return true
		}
		if t.find.Update(msg) {
			t.refresh()
		}
		return isKey
	}
	if !isKey {
		return false
	}
	switch key.String() {
	case "/":
		t.typing = true
	case "esc":
		if t.find.typed == "" {
			return false
		}
		t.Narrow("")
	case ">":
		t.sortBy = (t.sortBy + 1) % (len(t.columns) + 1)
		t.reverse = false
		t.refresh()
	case "<":
		t.reverse = !t.reverse && t.sortBy > 0
		t.refresh()
	default:
		return false
	}
	return true
}

// Typing says whether letters are being typed to search.
func (t *Table) Typing() bool { return t.typing }

// Narrow shows the rows with these words alone; "" shows all.
func (t *Table) Narrow(words string) {
	t.find, t.typing = filter{}, false
	t.find.add(words)
	t.refresh()
}

// Values are the texts in a column of all rows, each once, in their order.
func (t *Table) Values(column int) []string {
	var out []string
	for _, row := range t.all {
		if column < len(row.Cells) && row.Cells[column].Text != "" && !slices.Contains(out, row.Cells[column].Text) {
			out = append(out, row.Cells[column].Text)
		}
	}
	slices.Sort(out)
	return out
}

// Found says what is searched for and how the list is sorted, "" for neither.
func (t *Table) Found() string {
	sorted := ""
	if t.sortBy > 0 {
		key := "kit.sorted"
		if t.reverse {
			key = "kit.sorted-down"
		}
		sorted = t.speaker.T(key, lang.Args{"Column": t.columns[t.sortBy-1].Title})
	}
	switch {
	case t.typing:
		return t.speaker.T("kit.finding", lang.Args{"Text": t.find.typed})
	case t.find.typed != "":
		return t.speaker.N("kit.found", len(t.rows), lang.Args{"Text": t.find.typed, "Sorted": sorted})
	}
	return sorted
}

// refresh puts the rows that match in their order; the cursor stays on its row.
func (t *Table) refresh() {
	id, had := t.Selected()
	t.rows = nil
	for _, row := range t.all {
		texts := []string{row.ID}
		for _, c := range row.Cells {
			texts = append(texts, c.Text)
		}
		if t.find.matches(texts...) {
			t.rows = append(t.rows, row)
		}
	}
	if t.sortBy > 0 {
		slices.SortStableFunc(t.rows, func(a, b Row) int {
			order := cmp.Compare(a.key(t.sortBy-1), b.key(t.sortBy-1))
			if t.reverse {
				return -order
			}
			return order
		})
	}
	t.signs, t.cursor = signWidth(t.rows), t.clamp(t.cursor)
	if had {
		t.Select(id)
	}
}

// key is what a row is sorted by in a column.
func (r Row) key(column int) string {
	if column >= len(r.Cells) {
		return ""
	}
	c := r.Cells[column]
	return cmp.Or(c.Order, strings.ToLower(c.Text))
}
