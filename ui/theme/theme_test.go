package theme_test

import (
	"fmt"
	"image/color"
	"math"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"leermoment/ui/theme"
)

// readable is the least contrast that WCAG AA asks of text; visible is that of
// lines and other things that are no text.
const (
	readable = 4.5
	visible  = 3.0
)

// grounds are the backgrounds that terminals commonly have.
func grounds(dark bool) []color.Color {
	if dark {
		return []color.Color{lipgloss.Color("#000000"), lipgloss.Color("#1E1E1E"), lipgloss.Color("#282A36")}
	}
	return []color.Color{lipgloss.Color("#FFFFFF"), lipgloss.Color("#FAFAFA"), lipgloss.Color("#F5F5F0")}
}

func TestTextCanBeReadOnEveryGround(t *testing.T) {
	for _, dark := range []bool{false, true} {
		s := theme.New(dark)
		on := append(grounds(dark), s.Selected.GetBackground())
		for name, style := range map[string]lipgloss.Style{"text": s.Text, "accent": s.Accent,
			"good": s.Good, "warn": s.Warn, "bad": s.Bad, "title": s.Title, "bold": s.Bold} {
			for _, ground := range on {
				enough(t, dark, name, style, ground, readable)
			}
		}
		for _, ground := range grounds(dark) { // the kit never draws muted text on the selection
			enough(t, dark, "muted", s.Muted, ground, readable)
		}
	}
}

func TestLinesCanBeSeen(t *testing.T) {
	for _, dark := range []bool{false, true} {
		for _, ground := range grounds(dark)[:1] {
			enough(t, dark, "border", theme.New(dark).Border, ground, visible)
		}
	}
}

func TestPlainHasNoColour(t *testing.T) {
	s := theme.Plain()
	for _, style := range []lipgloss.Style{s.Text, s.Muted, s.Accent, s.Good, s.Warn, s.Bad, s.Border} {
		if got := style.Render("tekst"); got != "tekst" {
			t.Errorf("%q", got)
		}
	}
	if got := s.Selected.Render("tekst"); got == "tekst" || ansi.Strip(got) != "tekst" {
		t.Errorf("the selection cannot be told from the rest: %q", got)
	}
}

func enough(t *testing.T, dark bool, name string, style lipgloss.Style, ground color.Color, least float64) {
	t.Helper()
	if got := contrast(style.GetForeground(), ground); got < least {
		t.Errorf("%s (dark %t) on %s has a contrast of %.2f, want %.1f", name, dark, hex(ground), got, least)
	}
}

// contrast is the ratio of WCAG 2, from 1 to 21.
func contrast(a, b color.Color) float64 {
	light, dark := luminance(a), luminance(b)
	if light < dark {
		light, dark = dark, light
	}
	return (light + 0.05) / (dark + 0.05)
}

func luminance(c color.Color) float64 {
	linear := func(v uint32) float64 {
		s := float64(v) / 0xffff
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	r, g, b, _ := c.RGBA()
	return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
}

func hex(c color.Color) string {
	r, g, b, _ := c.RGBA()
	return fmt.Sprintf("#%02X%02X%02X", r>>8, g>>8, b>>8)
}

// palettes are the sixteen colours as terminals commonly have them.
func palettes() map[string][16]string {
	return map[string][16]string{
		"xterm": {"#000000", "#CD0000", "#00CD00", "#CDCD00", "#0000EE", "#CD00CD", "#00CDCD", "#E5E5E5",
			"#7F7F7F", "#FF0000", "#00FF00", "#FFFF00", "#5C5CFF", "#FF00FF", "#00FFFF", "#FFFFFF"},
		"VGA": {"#000000", "#AA0000", "#00AA00", "#AA5500", "#0000AA", "#AA00AA", "#00AAAA", "#AAAAAA",
			"#555555", "#FF5555", "#55FF55", "#FFFF55", "#5555FF", "#FF55FF", "#55FFFF", "#FFFFFF"},
	}
}

// Of sixteen colours nothing is mixed, and each can be read: also where a
// terminal draws what is bold in the brighter of two.
func TestSixteenColoursCanBeRead(t *testing.T) {
	for name, palette := range palettes() {
		for _, dark := range []bool{false, true} {
			s, ground, own := theme.Sixteen(dark), palette[15], palette[0]
			if dark {
				ground, own = palette[0], palette[7]
			}
			for token, style := range map[string]lipgloss.Style{"text": s.Text, "muted": s.Muted, "accent": s.Accent, "good": s.Good, "warn": s.Warn,
				"bad": s.Bad, "title": s.Title, "bold": s.Bold, "border": s.Border} {
				least := readable
				if token == "border" {
					least = visible
				}
				shown := []string{own}
				switch c := style.GetForeground().(type) {
				case lipgloss.NoColor:
				case ansi.BasicColor:
					shown = []string{palette[c]}
					if style.GetBold() && c < 8 {
						shown = append(shown, palette[c+8])
					}
				default:
					t.Errorf("%s (dark %t) is none of the sixteen: %v", token, dark, c)
				}
				for _, colour := range shown {
					if got := contrast(lipgloss.Color(colour), lipgloss.Color(ground)); got < least {
						t.Errorf("%s: %s (dark %t) has a contrast of %.2f, want %.1f", name, token, dark, got, least)
					}
				}
			}
			if !s.Selected.GetReverse() {
				t.Error("what is selected is to be turned round: then it reads as the rest does")
			}
		}
	}
}
