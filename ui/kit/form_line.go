package kit

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"leermoment/internal/lang"
)

// window is the part of a line of text that is seen in so many cells, and the
// cell of its cursor. One cell is kept for the cursor behind the last letter.
// from is the letter at which it began before; it moves only as far as keeps
// the cursor in sight.
func window(text []rune, cursor, from, width int) (shown string, column, begin int) {
	room := max(width-1, 0)
	most := 8 * max(width, 1) // letters looked at: a cell can hold several marks
	if len(text) <= most && Width(string(text)) <= room {
		from = 0
	}
	begin = max(min(from, cursor), cursor-most)
	for begin < cursor && Width(string(text[begin:cursor])) > room {
		begin++
	}
	column = Width(string(text[begin:cursor]))
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
		text += paint(f.styles.Muted, clipLine(in.suggestion(), width-Width(shown)))
	}
	return text, column
}

// person is the one who is meant by what is typed so far: whose name begins
// with it, else in whose name it stands. ok is false when it is nobody, or
// when the whole name is there already.
func (in *input) person() (name string, ok bool) {
	typed := in.line.Value()
	if in.Kind != PersonField || strings.TrimSpace(typed) == "" {
		return "", false
	}
	folded := fold(typed)
	for _, c := range in.Choices {
		switch label := lang.Plain(c.Label); {
		case strings.EqualFold(label, typed):
			return "", false
		case begins(label, typed):
			return label, true
		case name == "" && strings.Contains(fold(label), folded):
			name = label
		}
	}
	return name, name != ""
}

func begins(label, typed string) bool {
	return len(label) > len(typed) && strings.EqualFold(label[:len(typed)], typed)
}

// suggestion is what is drawn behind the cursor: the rest of a name, or the
// whole of one that begins otherwise.
func (in *input) suggestion() string {
	name, ok := in.person()
	switch {
	case !ok:
		return ""
	case begins(name, in.line.Value()):
		return name[len(in.line.Value()):]
	}
	return "  → " + name
}

// accept fills in the name that is suggested, when somebody goes on to the
// right of all that is typed.
func (in *input) accept(key string) bool {
	if key != "right" || in.line.Position() < len([]rune(in.line.Value())) {
		return false
	}
	name, ok := in.person()
	if ok {
		in.line.SetValue(name)
		in.line.CursorEnd()
	}
	return ok
}
