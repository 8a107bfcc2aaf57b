package kit_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"leermoment/ui/kit"
	"leermoment/ui/uitest"
)

// writing is a form of one long text, after this was pasted and these keys
// were pressed, at 40×12.
func writing(tb uitest.TB, text string, keys ...string) (*uitest.Driver, *kit.Form) {
	d, form := fill(tb, kit.Field{Name: "it", Title: "Tekst", Kind: kit.LongField})
	d.Resize(40, 12)
	d.Paste(text)
	d.Press(keys...)
	return d, form
}

func TestALongTextIsWrittenWithTheUsualKeys(t *testing.T) {
	for _, c := range []struct {
		text string
		keys string
		want string // after typing | where the cursor is
	}{
		{"een", "enter", "een\n|"},
		{"een", "home enter", "\n|een"},
		{"een\ntwee", "home backspace", "een|twee"},
		{"een\ntwee", "up end delete", "een|twee"},
		{"een\ntwee", "left left left left left", "een|\ntwee"},
		{"een\ntwee", "ctrl+home right right right right", "een\n|twee"},
		{"een twee  drie", "ctrl+left", "een twee  |drie"},
		{"een twee  drie", "ctrl+left ctrl+left", "een |twee  drie"},
		{"een twee  drie", "home ctrl+right ctrl+right", "een twee|  drie"},
		{"een twee  drie", "ctrl+w ctrl+w", "een |"},
		{"een twee", "home alt+d", "| twee"},
		{"een\ntwee", "home ctrl+w", "een|twee"},
		{"een\ntwee", "up end alt+d", "een|twee"},
		{"een twee", "ctrl+left ctrl+k", "een |"},
		{"een twee", "ctrl+left ctrl+u", "|twee"},
		{"een", "home shift+right", "e|en"}, // nothing is picked, so nothing is typed over
		{"een", "backspace backspace backspace backspace", "|"},
		{"een", "delete", "een|"},
		{"e\u0301én", "home right right backspace", "e\u0301|n"},
		{"a👨‍👩‍👧b", "left backspace", "a|b"},
		{"🇳🇱🇧🇪", "left", "🇳🇱|🇧🇪"},
		{"漢字漢字", "left left delete", "漢字|字"},
		{"lang\nx\nlang", "up up", "lang|\nx\nlang"},                                                // the column is kept over a short line
		{"a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\nl\nm", "pgup", "a\nb|\nc\nd\ne\nf\ng\nh\ni\nj\nk\nl\nm"}, // as far as can be seen
	} {
		d, form := writing(t, c.text, strings.Fields(c.keys)...)
		d.Type("|")
		if got := form.Value("it"); got != c.want {
			t.Errorf("%q %s: %q, want %q", c.text, c.keys, got, c.want)
		}
	}
}

func TestALongTextIsBrokenBetweenWords(t *testing.T) {
	d, _ := writing(t, "De les begon om half elf in plaats van half tien, zonder bericht.\n"+strings.Repeat("x", 50))
	d.Contains(t, "│ De les begon om half elf in plaats\n")
	d.Contains(t, "│ van half tien, zonder bericht.\n")
	d.Contains(t, "│ "+strings.Repeat("x", 35)+"\n  │ "+strings.Repeat("x", 15)+"\n")
	for _, step := range []struct{ key, before string }{
		{"up", "  │ " + strings.Repeat("x", 15)}, {"up", "  │ van half tien, "}, {"up", "  │ De les begon om"},
		{"end", "  │ De les begon om half elf in plaats"}, {"home", "  │ "},
		{"down", "  │ "}, {"end", "  │ van half tien, zonder bericht."},
	} {
		d.Press(step.key)
		x, y, _ := d.Cursor()
		if got := ansi.Cut(d.Lines()[y], 0, x); got != strings.TrimRight(step.before, " ") && got != step.before {
			t.Errorf("%s: %q stands before the cursor, want %q", step.key, got, step.before)
		}
	}
}

func TestAWordThatDoesNotFitGoesToTheNextRowWhole(t *testing.T) {
	d, _ := writing(t, "De trainer begon een uur na de afgesproken tijd.")
	d.Contains(t, "│ De trainer begon een uur na de\n  │ afgesproken tijd.\n")
}

func TestSpacesAtTheEndLeaveTheCursorInSight(t *testing.T) {
	d, form := writing(t, "x"+strings.Repeat(" ", 60))
	if x, y, ok := d.Cursor(); !ok || x != 39 || y != 1 {
		t.Errorf("the cursor is at %d,%d, %v", x, y, ok)
	}
	d.Type("y")
	if got := form.Value("it"); got != "x"+strings.Repeat(" ", 60)+"y" {
		t.Errorf("written %q", got)
	}
}

func TestATextThatOneLeavesIsSeenFromItsBeginning(t *testing.T) {
	d, _ := fill(t, kit.Field{Name: "it", Title: "Tekst", Kind: kit.LongField}, text("next", "Verder"))
	d.Paste("eerste" + strings.Repeat("\n…", 40) + "\nlaatste")
	d.Contains(t, "laatste")
	d.Lacks(t, "eerste")
	d.Press("tab")
	d.Contains(t, "eerste")
	d.Lacks(t, "laatste")
}

func TestNothingOfAVeryLongTextIsLost(t *testing.T) {
	long := strings.Repeat("regel\n", 20_000)
	d, form := fill(t, kit.Field{Name: "pasted", Title: "Geplakt", Kind: kit.LongField}, kit.Field{Name: "loaded", Title: "Geladen", Kind: kit.LongField, Value: long})
	d.Paste(long)
	d.Press("tab", "ctrl+end")
	d.Type("!")
	d.Fits(t)
	if form.Value("pasted") != long || form.Value("loaded") != long+"!" {
		t.Errorf("%d and %d of %d bytes are left", len(form.Value("pasted")), len(form.Value("loaded")), len(long))
	}
}

// sheet is the simplest text with a cursor that there can be.
type sheet struct{ front, back string }

func (s *sheet) press(key string) {
	f, b := len(s.front), len(s.back)
	switch {
	case key == "enter":
		s.front += "\n"
	case key == "left" && f > 0:
		s.front, s.back = s.front[:f-1], s.front[f-1:]+s.back
	case key == "right" && b > 0:
		s.front, s.back = s.front+s.back[:1], s.back[1:]
	case key == "backspace" && f > 0:
		s.front = s.front[:f-1]
	case key == "delete" && b > 0:
		s.back = s.back[1:]
	case key == "ctrl+u":
		s.front = s.front[:strings.LastIndex(s.front, "\n")+1]
	case key == "ctrl+k":
		if i := strings.Index(s.back, "\n"); i >= 0 {
			s.back = s.back[i:]
		} else {
			s.back = ""
		}
	case key == "ctrl+home":
		s.front, s.back = "", s.front+s.back
	case key == "ctrl+end":
		s.front, s.back = s.front+s.back, ""
	case len(key) == 1:
		s.front += key
	}
}

func TestALongTextIsWhatWasWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, form := writing(t, "")
		d.Resize(rapid.IntRange(12, 40).Draw(t, "width"), rapid.IntRange(3, 12).Draw(t, "height"))
		var want sheet
		for range rapid.IntRange(0, 60).Draw(t, "steps") {
			key := rapid.SampledFrom([]string{"a", "b", "c", "enter", "left", "right", "backspace", "delete", "ctrl+u", "ctrl+k", "ctrl+home", "ctrl+end"}).Draw(t, "key")
			d.Press(key)
			want.press(key)
			if got := form.Value("it"); got != want.front+want.back {
				t.Fatalf("%s made %q, want %q", key, got, want.front+want.back)
			}
		}
		d.Type("|")
		if got := form.Value("it"); got != want.front+"|"+want.back {
			t.Errorf("the cursor is elsewhere: %q, want %q", got, want.front+"|"+want.back)
		}
	})
}

func TestUpAndDownComeBackToTheSameLetter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Repeat(rapid.StringOfN(rapid.RuneFrom([]rune("aé漢 \n")), 1, 30, -1).Draw(t, "text"), 6)
		keys := []string{"ctrl+home"}
		for range rapid.IntRange(0, 40).Draw(t, "right") {
			keys = append(keys, "right")
		}
		keys = append(keys, "down", "down")
		once, there := writing(t, text, keys...)
		twice, back := writing(t, text, append(keys, "up", "down")...)
		once.Type("|")
		twice.Type("|")
		if there.Value("it") != back.Value("it") {
			t.Errorf("from %q to %q", there.Value("it"), back.Value("it"))
		}
	})
}

func TestAnyLongTextFitsAndShowsItsCursor(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, _ := writing(t, hostile().Draw(t, "text"))
		d.Resize(anySize(t))
		for _, key := range rapid.SliceOfN(rapid.SampledFrom([]string{"left", "up", "home", "end", "backspace", "delete", "enter", "x", "space", "ctrl+left", "ctrl+right", "pgup", "pgdown"}), 0, 20).Draw(t, "keys") {
			d.Press(key)
			d.Fits(t)
			if _, _, ok := d.Cursor(); !ok {
				t.Errorf("no cursor after %s:\n%s", key, d.Screen())
			}
		}
	})
}
