package kit

import (
	"charm.land/lipgloss/v2"

	"leermoment/ui/theme"
)

// Tone is what a piece of text means to say, for its colour. A word or a sign
// always says the same beside it.
type Tone int

// The tones.
const (
	Plain Tone = iota
	Muted
	Good
	Warn
	Bad
	Accent
)

// Paint cleans one line of unstyled text and gives it its tone's style.
func Paint(styles theme.Styles, tone Tone, text string, width int) string {
	return paint(toneStyle(styles, tone), Fit(text, width))
}

func toneStyle(styles theme.Styles, tone Tone) lipgloss.Style {
	switch tone {
	case Muted:
		return styles.Muted
	case Good:
		return styles.Good
	case Warn:
		return styles.Warn
	case Bad:
		return styles.Bad
	case Accent:
		return styles.Accent
	default:
		return styles.Text
	}
}

// selectedStyle is the tone as it looks under the cursor: its own colour on
// the ground of the selection. Muted text would be hard to read there.
func selectedStyle(styles theme.Styles, tone Tone) lipgloss.Style {
	if tone == Muted {
		tone = Plain
	}
	return toneStyle(styles, tone).Inherit(styles.Selected)
}
