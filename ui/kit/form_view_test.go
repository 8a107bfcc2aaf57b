package kit_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"leermoment/ui/kit"
	"leermoment/ui/uitest"
)

func TestTheFieldInWhichOneTypesIsInSight(t *testing.T) {
	for _, height := range []int{3, 5, 8, 24} {
		d, form := fill(t, intake()...)
		d.Resize(60, height)
		form.Focus("received_at")
		for range intake() {
			field := form.Focused()
			for _, f := range intake() {
				if f.Name == field {
					d.Press("home")
					d.Contains(t, f.Title)
				}
			}
			d.Press("tab")
		}
	}
}

// beforeCursor is what stands on the screen in front of the cursor; at the
// beginning of a line of a long text, at the end of the line above.
func beforeCursor(d *uitest.Driver) string {
	x, y, ok := d.Cursor()
	if !ok || y >= len(d.Lines()) {
		return "no cursor"
	}
	if front := ansi.Cut(d.Lines()[y], 0, x); strings.TrimSpace(front) == "│" {
		above := d.Lines()[max(y-1, 0)]
		return ansi.Cut(above, ansi.StringWidth(above)-1, ansi.StringWidth(above))
	}
	return ansi.Cut(d.Lines()[y], max(x-1, 0), x)
}

func TestTheCursorStandsBehindWhatWasTyped(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		kind := rapid.SampledFrom([]kit.FieldKind{kit.TextField, kit.LongField, kit.PersonField}).Draw(t, "kind")
		value := strings.Repeat(rapid.SampledFrom([]string{"", "a ", "lang woord ", "漢字", "e\u0301", "x"}).Draw(t, "piece"), rapid.IntRange(0, 60).Draw(t, "times"))
		d, _ := fill(t, kit.Field{Name: "it", Title: "Dit", Kind: kind, Lines: rapid.IntRange(0, 12).Draw(t, "lines"),
			Beside: func(map[string]string) string { return "ernaast" }}, text("next", "Verder"))
		d.Resize(rapid.IntRange(30, 120).Draw(t, "width"), rapid.IntRange(2, 30).Draw(t, "height"))
		d.Paste(value)
		for range rapid.IntRange(0, 8).Draw(t, "left") {
			d.Press("left")
		}
		d.Type("Q")
		if got := beforeCursor(d); !strings.HasPrefix(got, "Q") { // a mark may follow it in its cell
			x, y, _ := d.Cursor()
			t.Errorf("%q stands before the cursor at %d,%d:\n%s", got, x, y, d.Screen())
		}
	})
}

func TestAFormFitsWhateverStandsInIt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		width, height := anySize(t)
		fields := make([]kit.Field, rapid.IntRange(1, 8).Draw(t, "fields"))
		for i := range fields {
			said := hostile().Draw(t, "said")
			fields[i] = kit.Field{
				Name: string(rune('a' + i)), Title: hostile().Draw(t, "title"), Hint: hostile().Draw(t, "hint"),
				Kind: kit.FieldKind(rapid.IntRange(0, int(kit.FileField)).Draw(t, "kind")), Required: rapid.Bool().Draw(t, "required"),
				Value: hostile().Draw(t, "value"), Lines: rapid.IntRange(0, 20).Draw(t, "lines"),
				Check:  func(string) string { return said },
				Beside: func(map[string]string) string { return said },
			}
			for range rapid.IntRange(0, 4).Draw(t, "choices") {
				fields[i].Choices = append(fields[i].Choices, kit.Choice{Value: hostile().Draw(t, "value"), Label: hostile().Draw(t, "label")})
			}
		}
		form := kit.NewForm(fields, dutch(), plain(), phoned)
		form.SetFaults(map[string]string{"a": hostile().Draw(t, "fault")})
		for _, key := range rapid.SliceOfN(rapid.SampledFrom([]string{"tab", "enter", "right", "down", "x", "backspace", "ctrl+s", "end"}), 0, 8).Draw(t, "keys") {
			form.Update(press(key))
			fits(t, form.View(width, height), width, height)
		}
	})
}
