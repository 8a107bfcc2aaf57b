package kit

import (
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"leermoment/internal/lang"
	"leermoment/ui/theme"
)

const (
	// helpWidth is the text width of a Help, in cells.
	helpWidth = 64
	// maxPressWidth is the widest that the names of keys may be, in cells.
	maxPressWidth = 18
)

// HelpSection is a group of keys that belong together.
type HelpSection struct {
	Title string
	Keys  []HelpKey
}

// HelpKey is what can be pressed, and what it does.
type HelpKey struct {
	Press string
	Text  string
}

// Help is an overlay with the keys that work here. Typing searches them.
type Help struct {
	styles   theme.Styles
	speaker  *lang.Speaker
	title    string
	sections []HelpSection
	filter   filter
	pane     *Pane
}

// NewHelp makes the overlay.
func NewHelp(styles theme.Styles, speaker *lang.Speaker, title string, sections []HelpSection) *Help {
	h := &Help{styles: styles, speaker: speaker, title: title, sections: sections, pane: NewPane(styles, speaker)}
	h.fill()
	return h
}

// Restyle changes the colours.
func (h *Help) Restyle(styles theme.Styles) {
	h.styles = styles
	h.pane.Restyle(styles)
}

// Update searches and scrolls; esc, enter, F1 and, before anything is typed,
// a question mark close.
func (h *Help) Update(msg tea.Msg) (Result, bool) {
	key, isKey := msg.(tea.KeyPressMsg)
	if isKey && h.closes(key) {
		return Result{Outcome: Dismissed}, true
	}
	if _, ok := scrolling(msg, 1); ok || isKey && (key.String() == "home" || key.String() == "end") {
		h.pane.Update(msg)
		return Result{}, false
	}
	if h.filter.Update(msg) {
		h.pane.Top()
		h.fill()
	}
	return Result{}, false
}

func (h *Help) closes(key tea.KeyPressMsg) bool {
	switch key.String() {
	case "esc", "enter", "f1":
		return true
	case "?":
		return h.filter.typed == ""
	}
	return false
}

// Cursor is where the person types.
func (h *Help) Cursor(width, height int) (x, y int, ok bool) {
	box := newFrame(h.styles, helpWidth, width, height)
	w, rows := box.inner()
	if w <= 0 || rows <= 0 {
		return 0, 0, false
	}
	x, y = box.corner()
	return x + h.filter.column(w), y, true
}

// View draws the line to type in and the keys that match. The box does not
// change its size while one types.
func (h *Help) View(width, height int) string {
	box := newFrame(h.styles, helpWidth, width, height)
	w, rows := box.inner()
	if w <= 0 || rows <= 0 {
		return ""
	}
	lines := []string{h.filter.view(h.styles, h.speaker.T("kit.filter"), w)}
	if rows > leastFramedHeight {
		lines = append(lines, "")
	}
	room := min(rows-len(lines), h.tallest(w))
	lines = append(lines, h.pane.View(w, room))
	return box.draw(h.title, h.speaker.T("kit.keys-help"), h.pane.Position(), lines)
}

// tallest is the height of the text with nothing filtered out.
func (h *Help) tallest(width int) int {
	all := Pane{styles: h.styles, lines: helpLines(h.sections, &filter{})}
	return max(len(all.wrapped(width)), 1)
}

func (h *Help) fill() {
	lines := helpLines(h.sections, &h.filter)
	if len(lines) == 0 {
		lines = []Line{{Text: h.speaker.T("kit.no-match"), Tone: Muted}}
	}
	h.pane.SetLines(lines)
}

func helpLines(sections []HelpSection, filter *filter) []Line {
	indent := pressWidth(sections) + 2
	var lines []Line
	for _, section := range sections {
		var keys []Line
		for _, key := range section.Keys {
			if filter.matches(section.Title, key.Press, key.Text) {
				keys = append(keys, Line{Lead: key.Press, Indent: indent, Text: key.Text})
			}
		}
		if len(keys) == 0 {
			continue
		}
		if len(lines) > 0 {
			lines = append(lines, Line{})
		}
		lines = append(append(lines, Line{Text: section.Title, Tone: Accent}), keys...)
	}
	return lines
}

func pressWidth(sections []HelpSection) int {
	width := 0
	for _, section := range sections {
		for _, key := range section.Keys {
			width = max(width, ansi.StringWidth(lang.Plain(key.Press)))
		}
	}
	return min(width, maxPressWidth)
}
