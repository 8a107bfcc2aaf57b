// Package theme turns about a dozen colour tokens into the styles of one
// session, for a light or a dark terminal, of many colours or of sixteen, or none.
//
// It imports nothing of ours; there is no package-level style.
package theme

import (
	"image/color"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// Styles are what the screens draw with. No meaning rests on colour alone: a
// word or a sign stands beside every one of them.
type Styles struct {
	Text     lipgloss.Style
	Muted    lipgloss.Style
	Accent   lipgloss.Style
	Good     lipgloss.Style
	Warn     lipgloss.Style
	Bad      lipgloss.Style
	Border   lipgloss.Style
	Selected lipgloss.Style
	Title    lipgloss.Style
	Bold     lipgloss.Style
}

type tokens struct{ text, muted, accent, good, warn, bad, border, selected color.Color }

// New makes the styles for a dark or a light background.
func New(dark bool) Styles {
	pick := lipgloss.LightDark(dark)
	c := func(light, dark string) color.Color { return pick(lipgloss.Color(light), lipgloss.Color(dark)) }
	return styles(tokens{
		text:     c("#1F2430", "#E6E4DF"),
		muted:    c("#5C6370", "#9AA1AD"),
		accent:   c("#0B5E8A", "#7CC4EE"),
		good:     c("#2B6A2F", "#8FCB8A"),
		warn:     c("#7A4E00", "#E8B860"),
		bad:      c("#A3232B", "#F28B82"),
		border:   c("#8A919C", "#5C6370"),
		selected: c("#E3EEF5", "#24343F"),
	})
}

// Sixteen makes the styles of a terminal that has sixteen colours alone, whose
// looks the terminal decides. Text is in its own colour, and what is selected
// is turned round: so it reads as well as the rest. Of the sixteen only a few
// are read well on white, so that muted is as text there.
func Sixteen(dark bool) Styles {
	own := lipgloss.NoColor{}
	t := tokens{text: own, muted: own, accent: ansi.Blue, good: ansi.Blue, warn: ansi.Magenta, bad: ansi.Red, border: ansi.BrightBlack, selected: own}
	if dark {
		t = tokens{text: own, muted: ansi.White, accent: ansi.BrightCyan, good: ansi.BrightGreen, warn: ansi.BrightYellow, bad: ansi.BrightRed,
			border: ansi.White, selected: own}
	}
	s := styles(t)
	s.Selected = lipgloss.NewStyle().Reverse(true).Bold(true)
	return s
}

func styles(t tokens) Styles {
	fg := func(c color.Color) lipgloss.Style { return lipgloss.NewStyle().Foreground(c) }
	return Styles{
		Text: fg(t.text), Muted: fg(t.muted), Accent: fg(t.accent), Good: fg(t.good), Warn: fg(t.warn),
		Bad: fg(t.bad), Border: fg(t.border), Selected: lipgloss.NewStyle().Background(t.selected).Bold(true),
		Title: fg(t.accent).Bold(true), Bold: fg(t.text).Bold(true),
	}
}

// Plain are styles without any colour: bold and reverse only.
func Plain() Styles {
	none := lipgloss.NewStyle()
	return Styles{Text: none, Muted: none, Accent: none, Good: none, Warn: none, Bad: none, Border: none,
		Selected: none.Reverse(true), Title: none.Bold(true), Bold: none.Bold(true)}
}
