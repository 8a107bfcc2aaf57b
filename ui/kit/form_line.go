package kit

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// window is the part of a line of text that is seen in so many cells, and the
// cell of its cursor. One cell is kept for the cursor behind the last letter.
// from is the letter at which it began before; it moves only as far as keeps
// the cursor in sight.
func window(text []rune, cursor, from, width int) (shown string, column, begin int) {
	room := max(width-1, 0)
	most := 8 * max(width, 1) // letters looked at: a cell can hold several marks
	if len(text) <= most && ansi.StringWidth(string(text)) <= room {
		from = 0
	}
	begin = max(min(from, cursor), cursor-most)
	for begin < cursor && ansi.StringWidth(string(text[begin:cursor])) > room {
		begin++
	}
	column = ansi.StringWidth(string(text[begin:cursor]))
	shown = string(text[begin:min(len(text), begin+most)])
	return ansi.Truncate(shown, width, ""), min(column, max(width-1, 0)), begin
}

// viewText draws what is typed in a line of width cells, behind it what a
// person could mean by it, and says in which cell the cursor is.
func (in *input) viewText(f *Form, focused bool, width int) (text string, column int) {
	typed := []rune(in.line.Value())
	cursor := min(in.line.Position(), len(typed))
	if !focused {
		in.begin, cursor = 0, 0
	}
	shown, column, begin := window(typed, cursor, in.begin, width)
	in.begin = begin
	text = paint(f.styles.Text, shown)
	if focused && cursor == len(typed) {
		text += paint(f.styles.Muted, Fit(in.suggested(), width-ansi.StringWidth(shown)))
	}
	return text, column
}

// suggested is the rest of the first name that begins with what is typed.
func (in *input) suggested() string {
	typed := in.line.Value()
	if in.Kind != PersonField || typed == "" {
		return ""
	}
	matching := in.line.MatchedSuggestions()
	at := slices.IndexFunc(matching, func(name string) bool {
		return strings.HasPrefix(strings.ToLower(name), strings.ToLower(typed))
	})
	if at < 0 || len(matching[at]) < len(typed) {
		return ""
	}
	return matching[at][len(typed):]
}
