package kit

import (
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"leermoment/ui/theme"
)

// Outcome is how an overlay ended.
type Outcome int

// The outcomes.
const (
	// Dismissed: it was closed and nothing was chosen.
	Dismissed Outcome = iota
	// Agreed: the question of a Confirm was answered with yes.
	Agreed
	// Chosen: an item of a Menu was chosen; Result.ID says which.
	Chosen
)

// Result is what a person decided in an overlay.
type Result struct {
	Outcome Outcome
	ID      string
}

// Overlay is a box over a screen that takes all keys until it is done.
type Overlay interface {
	// Update takes a message and says what came of it once it is done. Mouse
	// messages come in cells from the upper left corner of the box.
	Update(tea.Msg) (result Result, done bool)
	// View draws the box in at most width × height cells.
	View(width, height int) string
	Restyle(theme.Styles)
}

// Typed is an overlay in which a person types. Cursor tells where, in cells
// from the upper left corner of its View of the same size.
type Typed interface {
	Cursor(width, height int) (x, y int, ok bool)
}

// Place draws a box centred over a background, in exactly height lines of at
// most width cells.
func Place(background, box string, width, height int) string {
	if width <= 0 || height <= 0 {
		return ""
	}
	box = ClipBlock(box, width, height)
	x, y := Origin(box, width, height)
	canvas := lipgloss.NewCanvas(width, height)
	canvas.Compose(lipgloss.NewLayer(ClipBlock(background, width, height)))
	canvas.Compose(lipgloss.NewCompositor(lipgloss.NewLayer(box).X(x).Y(y)))
	return FillBlock(canvas.Render(), width, height)
}

// Origin is where Place draws the upper left corner of a box.
func Origin(box string, width, height int) (x, y int) {
	return max((width-lipgloss.Width(box))/2, 0), max((height-lipgloss.Height(box))/2, 0)
}

// scrolling gives the messages that scroll everywhere, as a number of lines.
func scrolling(msg tea.Msg, page int) (lines int, ok bool) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		switch msg.String() {
		case "up":
			return -1, true
		case "down":
			return 1, true
		case "pgup":
			return -page, true
		case "pgdown":
			return page, true
		}
	case tea.MouseWheelMsg:
		switch msg.Button {
		case tea.MouseWheelUp:
			return -wheelLines, true
		case tea.MouseWheelDown:
			return wheelLines, true
		}
	}
	return 0, false
}

// wheelLines is how far one notch of the wheel scrolls.
const wheelLines = 3
