package kit_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"leermoment/ui/kit"
)

func registerColumns() []kit.Column {
	return []kit.Column{
		{Title: "Nummer", Width: 9},
		{Title: "Klager", Min: 15},
		{Title: "Stap", Width: 13, Priority: 1},
		{Title: "Nu te doen", Min: 18},
		{Title: "Tijd", Width: 14, Right: true},
	}
}

func registerRows() []kit.Row {
	row := func(sign string, tone kit.Tone, cells ...string) kit.Row {
		r := kit.Row{ID: cells[0], Sign: sign, SignTone: tone}
		for _, cell := range cells {
			r.Cells = append(r.Cells, kit.Cell{Text: cell})
		}
		r.Cells[4].Tone = tone
		return r
	}
	return []kit.Row{
		row("✗", kit.Bad, "2026-031", "Gemeente Voorbeeld", "1 Luisteren", "Ontvangst bevestigen", "4 uur te laat"),
		row("!", kit.Warn, "2026-034", "A. Voorbeeld", "1 Luisteren", "Ontvangst bevestigen", "nog 3 uur"),
		row("!", kit.Warn, "2026-027", "School Voorbeeld", "3 Oplossen", "Uitstel melden", "nog 2 dagen"),
		row("·", kit.Muted, "2026-033", "Zorggroep Voorbeeld", "2 Registreren", "Kopie aan betrokkene", "morgen"),
	}
}

func numbered(n int) []kit.Row {
	rows := make([]kit.Row, n)
	for i := range rows {
		id := fmt.Sprintf("2026-%03d", i+1)
		rows[i] = kit.Row{ID: id, Cells: []kit.Cell{{Text: id}}}
	}
	return rows
}

func selected(t reporter, table *kit.Table) string {
	t.Helper()
	id, ok := table.Selected()
	if !ok {
		t.Errorf("no row is selected")
	}
	return id
}

func TestTheRegisterAt80By24(t *testing.T) {
	tabs := kit.NewTabs(plain(), registerTabs()...)
	table := kit.NewTable(plain(), dutch(), registerColumns()...)
	table.SetRows(registerRows())
	table.Select("2026-034")
	golden(t, "table", strings.Join([]string{
		kit.Columns(" Klachtenoverzicht", "Flow Concepts · officemanager", 80),
		tabs.View(80), kit.Rule(80), table.View(80, 10),
		kit.Columns(" enter openen", table.Position(), 80),
	}, "\n"))
}

func TestTheCursorStaysOnItsRowWhenRowsChange(t *testing.T) {
	table := kit.NewTable(plain(), dutch(), registerColumns()...)
	table.SetRows(registerRows())
	table.Select("2026-027")

	table.SetRows(append(numbered(3), registerRows()...))
	if got := selected(t, table); got != "2026-027" || table.Index() != 5 {
		t.Errorf("on %s at %d after rows came in above", got, table.Index())
	}

	table.SetRows(numbered(9))
	if table.Index() != 5 {
		t.Errorf("at %d after its row went, want 5", table.Index())
	}
	table.SetRows(numbered(2))
	if table.Index() != 1 {
		t.Errorf("at %d with two rows left, want the last", table.Index())
	}
	table.SetRows(nil)
	if _, ok := table.Selected(); ok || table.Position() != "" {
		t.Error("something is selected in an empty table")
	}
}

func TestKeysMoveAndScrollByWhatIsSeen(t *testing.T) {
	table := kit.NewTable(plain(), dutch(), kit.Column{Title: "Nummer", Min: 9})
	table.SetRows(numbered(100))
	table.View(40, 11)
	for _, step := range []struct {
		key  string
		want int
	}{
		{"up", 0}, {"down", 1}, {"j", 2}, {"k", 1}, {"pgdown", 11}, {"pgup", 1},
		{"G", 99}, {"down", 99}, {"g", 0}, {"end", 99}, {"home", 0},
	} {
		if !table.Update(press(step.key)) {
			t.Errorf("%s was not taken", step.key)
		}
		if table.Index() != step.want {
			t.Errorf("%s went to %d, want %d", step.key, table.Index(), step.want)
		}
	}
	if table.Update(press("x")) || table.Update(press("enter")) {
		t.Error("took a key that is the screen's")
	}
}

func TestAClickPutsTheCursorOnTheRowUnderIt(t *testing.T) {
	table := kit.NewTable(plain(), dutch(), kit.Column{Title: "Nummer", Min: 9})
	table.SetRows(numbered(100))
	table.Select("2026-050")
	lines := strings.Split(ansi.Strip(table.View(40, 11)), "\n")
	for y, line := range lines {
		if y == 0 {
			continue
		}
		if !table.Click(y) || !strings.Contains(line, selected(t, table)) {
			t.Errorf("a click on %q went to %s", line, selected(t, table))
		}
	}
	if table.Click(0) || table.Click(11) || table.Click(-1) {
		t.Error("a click beside the rows was taken")
	}
}

func TestANarrowTableLosesTheLeastImportantColumn(t *testing.T) {
	table := kit.NewTable(plain(), dutch(), registerColumns()...)
	table.SetRows(registerRows())
	if got := ansi.Strip(table.View(80, 10)); !strings.Contains(got, "1 Luisteren") {
		t.Errorf("the step is gone at 80:\n%s", got)
	}
	got := ansi.Strip(table.View(58, 10))
	if strings.Contains(got, "Luisteren") || !strings.Contains(got, "4 uur te laat") {
		t.Errorf("at 58 the step should be gone and the time there:\n%s", got)
	}
}

func TestAnEmptyTableSaysWhatToDo(t *testing.T) {
	table := kit.NewTable(plain(), dutch(), registerColumns()...)
	table.SetEmpty("Niets te doen. Nieuwe klacht? Druk op n.")
	if got := ansi.Strip(table.View(80, 5)); !strings.Contains(got, "Druk op n.") {
		t.Errorf("got %q", got)
	}
	if table.Update(press("down")) {
		t.Error("an empty table took a key")
	}
}

func TestATableFitsWhateverStandsInIt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		width, height := anySize(t)
		table := kit.NewTable(plain(), dutch(), drawColumns(t)...)
		table.SetEmpty(hostile().Draw(t, "empty"))
		rows := make([]kit.Row, rapid.IntRange(0, 30).Draw(t, "rows"))
		for i := range rows {
			rows[i] = kit.Row{ID: fmt.Sprint(i), Sign: hostile().Draw(t, "sign")}
			for range rapid.IntRange(0, 6).Draw(t, "cells") {
				tone := kit.Tone(rapid.IntRange(0, 5).Draw(t, "tone"))
				rows[i].Cells = append(rows[i].Cells, kit.Cell{Text: hostile().Draw(t, "cell"), Tone: tone})
			}
		}
		table.SetRows(rows)
		for _, key := range rapid.SliceOfN(rapid.SampledFrom([]string{"down", "up", "pgdown", "G", "g"}), 0, 5).Draw(t, "keys") {
			table.Update(press(key))
			view := table.View(width, height)
			fits(t, view, width, height)
			if len(rows) > 0 && !strings.Contains(view, "▌") {
				t.Errorf("the cursor cannot be seen:\n%s", view)
			}
		}
	})
}

func drawColumns(t *rapid.T) []kit.Column {
	columns := make([]kit.Column, rapid.IntRange(0, 6).Draw(t, "columns"))
	for i := range columns {
		columns[i] = kit.Column{
			Title:    hostile().Draw(t, "title"),
			Width:    rapid.SampledFrom([]int{0, 5, 14, 300}).Draw(t, "fixed"),
			Min:      rapid.IntRange(0, 40).Draw(t, "min"),
			Flex:     rapid.IntRange(0, 3).Draw(t, "flex"),
			Right:    rapid.Bool().Draw(t, "right"),
			Priority: rapid.IntRange(0, 3).Draw(t, "priority"),
		}
	}
	return columns
}
