package kit

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"leermoment/internal/lang"
)

// Find searches and sorts: a slash begins to search, what is typed makes the
// list shorter at once, enter keeps that and esc ends it; > sorts by the next
// column, < turns the order round. It says whether the message was taken.
func (t *Table) Find(msg tea.Msg) bool {
	key, isKey := msg.(tea.KeyPressMsg)
	switch {
	case t.typing:
		return t.search(msg)
	case !isKey:
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
		t.sortByNext()
	case "<":
		t.turnRound()
	default:
		return false
	}
	return true
}

// search takes what is typed to search.
func (t *Table) search(msg tea.Msg) bool {
	key, isKey := msg.(tea.KeyPressMsg)
	if isKey {
		switch key.String() {
		case "up", "down", "pgup", "pgdown":
			t.Update(key)
			return true
		case "enter":
			t.typing = false
			return true
		case "esc":
			t.Narrow("")
			return true
		}
	}
	if t.find.Update(msg) {
		t.refresh()
		return true
	}
	return isKey
}

// Served says that who fills the list searches and sorts it, by Words and
// Order: its rows are shown as they come.
func (t *Table) Served() { t.served = true }

// Typing says whether letters are being typed to search.
func (t *Table) Typing() bool { return t.typing }

// Words are those that are searched for, "" for none.
func (t *Table) Words() string { return t.find.typed }

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

// mostWords is how many cells of what was searched for stand in the sentence that
// also says how to clear it and how the list is sorted.
const mostWords = 20

// Found says what is searched for and how the list is sorted, "" for neither.
func (t *Table) Found() string {
	switch {
	case t.typing:
		return t.speaker.T("kit.finding", lang.Args{"Text": t.find.typed})
	case t.find.typed != "":
		return t.speaker.N("kit.found", len(t.rows), lang.Args{"Text": Fit(t.find.typed, mostWords), "Sorted": t.inShort()})
	}
	return t.inOrder()
}

// News is Found as long as it is new: while something is searched for, and after
// the order was chosen until the cursor moves. For where a line is needed for
// what the cursor stands on; the order stands above its column as well.
func (t *Table) News() string {
	if t.typing || t.find.typed != "" || t.fresh {
		return t.Found()
	}
	return ""
}

// refresh puts the rows that match in their order; the cursor stays on its row.
func (t *Table) refresh() {
	id, had := t.Selected()
	t.rows = nil
	for _, row := range t.all {
		texts := []string{row.Also}
		for _, c := range row.Cells {
			texts = append(texts, c.Text)
		}
		if t.served || t.find.matches(texts...) {
			t.rows = append(t.rows, row)
		}
	}
	if !t.served {
		t.sort()
	}
	group := ""
	for i, row := range t.rows {
		if i > 0 && row.Group != "" && row.Group == group {
			t.rows[i].Sign = " "
		}
		group = row.Group
	}
	t.signs, t.cursor = signWidth(t.rows), t.clamp(t.cursor)
	if had {
		t.Select(id)
	}
}
