package kit_test

import (
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"leermoment/ui/kit"
)

// colleagues is a list with names, numbers and ends, in an order of its own.
func colleagues() *kit.Table {
	table := kit.NewTable(plain(), dutch(), kit.Column{Name: "name", Title: "Naam", Min: 10}, kit.Column{Name: "number", Title: "Nummer", Width: 10},
		kit.Column{Name: "end", Title: "Tot", Width: 8, Right: true, Priority: 1})
	row := func(id, name, number, end, order string) kit.Row {
		return kit.Row{ID: id, Sign: "▸", Group: end, Also: "geheim-" + id, Cells: []kit.Cell{{Text: name}, {Text: number}, {Text: end, Order: order}}}
	}
	table.SetRows([]kit.Row{row("b", "Éva", "2026-1000", "morgen", "2"), row("a", "zoe", "2026-999", "nooit", kit.AtEnd), row("d", "Anna", "", "nu", "1"),
		row("c", "Zoë", "2026-99", "morgen", "2")})
	return table
}

// order are the rows that are shown, by their IDs.
func order(t *testing.T, table *kit.Table) string {
	t.Helper()
	var ids []string
	for i := range table.Len() {
		table.Update(press("g"))
		table.Move(i)
		ids = append(ids, selected(t, table))
	}
	return strings.Join(ids, "")
}

func TestAListIsSortedByAnyColumnBothWays(t *testing.T) {
	table := colleagues()
	for _, step := range []struct{ key, order, rows, said string }{
		{"<", "", "badc", ""}, // nothing to turn round
		{">", "name", "dbac", "Op volgorde van: Naam (< draait om)"},
		{"<", "-name", "acbd", "Op volgorde van: Naam, van achteren (< draait om)"}, // equals as they came
		{"<", "name", "dbac", "Op volgorde van: Naam (< draait om)"},
		{">", "number", "cabd", "Op volgorde van: Nummer (< draait om)"}, // nothing is last
		{"<", "-number", "bacd", "Op volgorde van: Nummer, van achteren (< draait om)"},
		{">", "end", "dbca", "Op volgorde van: Tot (< draait om)"},
		{"<", "-end", "bcda", "Op volgorde van: Tot, van achteren (< draait om)"},
		{">", "", "badc", ""},
	} {
		if !table.Find(press(step.key)) || table.Order() != step.order || table.Found() != step.said || table.News() != step.said {
			t.Errorf("%s: sorted by %q, says %q", step.key, table.Order(), table.Found())
		}
		if got := order(t, table); got != step.rows {
			t.Errorf("%s, by %q: %s, want %s", step.key, step.order, got, step.rows)
		}
		if table.Len() > 0 && table.News() != "" {
			t.Error("it is still news after the cursor moved")
		}
	}
}

func TestAnOrderIsFoundAgainByName(t *testing.T) {
	table := colleagues()
	table.Resume("-end")
	table.Resume("name") // it was sorted already
	if table.Order() != "-end" || table.News() == "" {
		t.Errorf("resumed as %q, says %q", table.Order(), table.News())
	}
	for _, unknown := range []string{"colour", "-", "", "-Naam"} {
		table.SetOrder(unknown)
		if table.Order() != "" || table.Found() != "" || order(t, table) != "badc" {
			t.Errorf("%q is the order %q", unknown, table.Order())
		}
	}
	table.SetColumns(kit.Column{Title: "Zonder naam"}, kit.Column{})
	table.Find(press(">"))
	if table.Order() != "Zonder naam" {
		t.Errorf("a column without a name is %q", table.Order())
	}
	table.Find(press(">"))
	if table.Order() != "" {
		t.Errorf("sorted by nothing: %q", table.Order())
	}
}

func TestAnArrowStandsAboveTheColumnThatIsSortedBy(t *testing.T) {
	table := colleagues()
	table.SetOrder("-end")
	for _, width := range []int{60, 24} { // narrow, that column stays all the same
		head, _, _ := strings.Cut(ansi.Strip(table.View(width, 6)), "\n")
		if !strings.Contains(head, "Tot ↓") {
			t.Errorf("at %d: %q", width, head)
		}
	}
	table.SetBare()
	if strings.Contains(table.View(60, 6), "↓") || table.Found() == "" {
		t.Error("without titles only the sentence says it")
	}
}

func TestOnlyTheFirstOfAGroupHasItsSign(t *testing.T) {
	table := colleagues()
	signs := func() (n int) { return strings.Count(ansi.Strip(table.View(60, 6)), "▸") }
	if got := signs(); got != 4 {
		t.Errorf("apart: %d signs", got)
	}
	table.SetOrder("end")
	if got := signs(); got != 3 {
		t.Errorf("together: %d signs", got)
	}
}

func TestAListIsSearchedWhileTyping(t *testing.T) {
	table := colleagues()
	typed := func(keys ...string) {
		for _, k := range keys {
			if !table.Find(press(k)) {
				t.Errorf("%s was not taken", k)
			}
		}
	}
	typed("/", "z", "o", "e")
	if !table.Typing() || table.Len() != 2 || table.Found() != "Zoeken: zoe" {
		t.Errorf("%d with %q", table.Len(), table.Found())
	}
	typed("enter", ">")
	if want := "2 gevonden met ‘zoe’; esc wist het. Naam ↑"; table.Found() != want || table.News() != want {
		t.Errorf("says %q", table.Found())
	}
	typed("esc")
	if table.Typing() || table.Len() != 4 || table.Find(press("esc")) {
		t.Error("esc clears once")
	}
	typed("/")
	if !table.Find(tea.PasteMsg{Content: "geheim-d"}) || order(t, table) != "d" {
		t.Error("what does not stand in a cell is searched too")
	}
	table.Narrow("badc")
	if table.Len() != 0 {
		t.Error("an ID is nothing that one reads")
	}
}

func TestWhatIsServedStandsAsItCame(t *testing.T) {
	table := colleagues()
	table.Served()
	for _, k := range []string{">", "/", "q", "enter"} {
		table.Find(press(k))
	}
	if order(t, table) != "badc" || table.Words() != "q" || table.Order() != "name" {
		t.Errorf("%s, searched %q, sorted %q", order(t, table), table.Words(), table.Order())
	}
	if !slices.Equal(table.Values(0), []string{"Anna", "Zoë", "zoe", "Éva"}) {
		t.Errorf("values %v", table.Values(0))
	}
}
