package kit

import (
	"strings"

	"leermoment/ui/theme"
)

// Beside puts a block of side cells wide to the right of another, with a line
// between them; all of it is width cells by height lines.
func Beside(styles theme.Styles, left, right string, width, side, height int) string {
	rest := width - side - 3
	lines := strings.Split(FillBlock(left, rest, height), "\n")
	beside := strings.Split(FillBlock(right, side, height), "\n")
	bar := styles.Border.Render(" │ ")
	for i := range lines {
		lines[i] = Pad(lines[i], rest) + bar + beside[i]
	}
	return strings.Join(lines, "\n")
}
