package uitest

import (
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// Screen is what a person reads: the view drawn on the cells of the window,
// without colours, one line per row and no spaces at their ends.
func (d *Driver) Screen() string { return Draw(d.view.Content, d.width, d.height) }

// Lines are the rows of the screen, as many as the window is high.
func (d *Driver) Lines() []string { return strings.Split(d.Screen(), "\n") }

// Raw is the view as the program made it, colours and all.
func (d *Driver) Raw() string { return d.view.Content }

// Cursor is the cell of the real cursor; ok is false when it is hidden.
func (d *Driver) Cursor() (x, y int, ok bool) {
	if d.view.Cursor == nil {
		return 0, 0, false
	}
	return d.view.Cursor.X, d.view.Cursor.Y, true
}

// Contains fails when the text cannot be read on the screen. Text that was
// broken over lines is found too.
func (d *Driver) Contains(tb TB, text string) {
	tb.Helper()
	if !d.Shows(text) {
		tb.Errorf("%q is not on the screen:\n%s", text, d.Screen())
	}
}

// Lacks fails when the text can be read on the screen.
func (d *Driver) Lacks(tb TB, text string) {
	tb.Helper()
	if d.Shows(text) {
		tb.Errorf("%q is on the screen:\n%s", text, d.Screen())
	}
}

// Shows says whether a text can be read on the screen.
func (d *Driver) Shows(text string) bool {
	screen := d.Screen()
	return strings.Contains(screen, text) || strings.Contains(words(screen), words(text))
}

func words(text string) string { return strings.Join(strings.Fields(text), " ") }

// Fits fails when the view is larger than the window.
func (d *Driver) Fits(tb TB) {
	tb.Helper()
	lines := strings.Split(d.view.Content, "\n")
	if len(lines) > d.height {
		tb.Errorf("%d lines in a window of %d:\n%s", len(lines), d.height, ansi.Strip(d.view.Content))
	}
	for i, line := range lines {
		if got := ansi.StringWidth(line); got > d.width {
			tb.Errorf("line %d has %d cells in a window of %d: %q", i+1, got, d.width, ansi.Strip(line))
		}
	}
}

// Draw draws a view, styled or not, on width × height cells as a terminal would
// and gives the text: height lines, without spaces at their ends.
func Draw(view string, width, height int) string {
	canvas := lipgloss.NewCanvas(width, height)
	canvas.Compose(lipgloss.NewLayer(view))
	rows := strings.Split(ansi.Strip(canvas.Render()), "\n")
	lines := make([]string, height)
	for i := range min(height, len(rows)) {
		lines[i] = strings.TrimRight(rows[i], " \r")
	}
	return strings.Join(lines, "\n")
}
