package kit

import (
	"math/rand/v2"
	"strconv"
	"testing"
	"time"

	"leermoment/internal/lang"
	"leermoment/ui/theme"
)

// Rows that were drawn before look as those that are drawn anew, whatever changed
// meanwhile.
func TestRowsAreDrawnOnceAndStayTrue(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	looks := []theme.Styles{theme.New(true), theme.Sixteen(false)}
	table := NewTable(looks[0], lang.New(lang.NL, time.UTC), Column{Title: "Een", Min: 3}, Column{Title: "Twee", Min: 3, Flex: 2, Priority: 1}, Column{Title: "Drie", Width: 6, Right: true})
	fill := func() {
		rows := make([]Row, random.IntN(12))
		for i := range rows {
			rows[i] = Row{ID: strconv.Itoa(random.IntN(15)), Sign: []string{"", "!", "✓"}[random.IntN(3)], SignTone: Tone(random.IntN(3)),
				Cells: []Cell{{Text: strconv.Itoa(random.IntN(3))}, {Text: "lange naam", Short: "kort", Tone: Tone(random.IntN(3))}}}
		}
		table.SetRows(rows)
	}
	width, height, drawn := 40, 8, 0
	for range 2000 {
		switch random.IntN(8) {
		case 0:
			fill()
		case 1:
			width = 10 + random.IntN(110)
		case 2:
			height = 1 + random.IntN(12)
		case 3:
			table.Restyle(looks[random.IntN(2)])
		case 4:
			table.SetOrder([]string{"", "Een", "-Twee"}[random.IntN(3)])
		default:
			table.Move(random.IntN(7) - 3)
		}
		anew := *table
		anew.drawn = drawnRows{}
		got := table.View(width, height)
		if want := anew.View(width, height); got != want {
			t.Fatalf("%d cells:\n%s\nand drawn anew:\n%s", width, got, want)
		}
		drawn += len(table.drawn.lines)
	}
	if drawn == 0 {
		t.Error("no row was ever kept")
	}
}
