package uitest_test

import (
	"os"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"leermoment/ui/uitest"
)

func TestTheScreenIsWhatATerminalOfThatSizeShows(t *testing.T) {
	got := uitest.Draw("\x1b[31mrood\x1b[m 漢字 te breed   \ntwee\n\ndrie\nvier", 10, 4)
	if want := "rood 漢字\ntwee\n\ndrie"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestAViewLargerThanItsWindowFails(t *testing.T) {
	uitest.New(t, echo{body: "past\nnet"}, 4, 2).Fits(t)
	for _, body := range []string{"te breed", "een\ntwee\ndrie"} {
		d := uitest.New(t, echo{body: body}, 5, 2)
		failing(t, d.Fits)
	}
}

func TestTextThatWasBrokenOverLinesIsFound(t *testing.T) {
	d := uitest.New(t, echo{body: "Leg vast wie u\n   gesproken hebt"}, 40, 5)
	d.Contains(t, "wie u gesproken hebt")
	failing(t, func(tb uitest.TB) { d.Contains(tb, "wie ik gesproken heb") })
	failing(t, func(tb uitest.TB) { d.Lacks(tb, "gesproken") })
}

func TestRawKeepsTheColours(t *testing.T) {
	d := uitest.New(t, echo{body: "\x1b[1mvet\x1b[m"}, 40, 5)
	if d.Raw() != "\x1b[1mvet\x1b[m" || strings.TrimSpace(d.Screen()) != "vet" {
		t.Errorf("raw %q, screen %q", d.Raw(), d.Screen())
	}
}

// pointing is a program with a cursor.
type pointing struct{ echo }

func (p pointing) Update(tea.Msg) (tea.Model, tea.Cmd) { return p, nil }

func (p pointing) View() tea.View {
	v := p.echo.View()
	v.Cursor = tea.NewCursor(7, 2)
	return v
}

func TestTheCursorIsSeenWhereItIs(t *testing.T) {
	if _, _, ok := uitest.New(t, echo{}, 40, 5).Cursor(); ok {
		t.Error("a cursor where there is none")
	}
	if x, y, ok := uitest.New(t, pointing{}, 40, 5).Cursor(); !ok || x != 7 || y != 2 {
		t.Errorf("at %d,%d %t", x, y, ok)
	}
}

func TestAGoldenScreenIsComparedWithItsFile(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.Mkdir("testdata", 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile("testdata/begin.golden", []byte("Klachten\n\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	uitest.New(t, echo{body: "Klachten"}, 20, 2).Golden(t, "begin")
	other := uitest.New(t, echo{body: "Klacht"}, 20, 2)
	failing(t, func(tb uitest.TB) { other.Golden(tb, "begin") })
	failing(t, func(tb uitest.TB) { other.Golden(tb, "nergens") })
}
